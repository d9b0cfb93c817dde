"""Lines of news as they are printed; a bar stands where a sentence ends."""

PRINTED = {
    "en": """
U.S. President Joe Hill met Mr. Smith on Monday. | They spoke for an hour.
He lives in the U.S. | It is large.
She moved from the U.K. to the U.S. in May. | He stayed.
Dr. A. B. Jones of St. Mary's Hospital said no. | “We are full.”
“We won!” she said. | “Did you?” he asked. | Yes.
“It is over.” | He left the room.
He said: “It is over. We lost.” | Then he left.
Prices rose 3.5 percent to $4.20. | Wages did not.
The talks failed … again. | Nobody was surprised.
The talks failed... | Nobody was surprised.
Well... maybe. | We will see.
What?! | No way! | Yes.
Sen. Mark Kelly, D-Ariz., voted no. | Rep. Lee voted yes.
Apple Inc. rose 2 percent. | Alphabet Inc. fell.
The meeting is at 5 p.m. | Bring a pen.
The meeting at 5 p.m. Monday was moved. | Bring a pen.
On Nov. 24, 2026, Gov. Hochul signed it. | It takes effect Jan. 1.
No. 5 Duke beat No. 3 Kansas 80-75. | Duke is 9-0.
He works at Yahoo! Inc. in California. | She does not.
See example.com for more. | Or write to a.b@example.org.
J.K. Rowling wrote it. | J. R. R. Tolkien did not.
The vs. in Roe v. Wade is silent. | So it is.
Ph.D. students and B.A. holders may apply. | Others may not.
Martin Luther King Jr. was born in 1929. | He died in 1968.
It costs approx. 5 euros, e.g. at Lidl, i.e. less. | Buy it.
(He was late.) | She was not.
She was late (again). | He was not.
Version 2.0.1 is out. | Update now.
Police, Fire, etc. arrived. | All is well.
Lt. Col. Dan Gen. Ames and Sgt. Bo spoke. | All agreed.
Mt. Everest and Ft. Worth are far apart. | Very far.
‘I know,’ he said. | ‘So do I.’
He asked why? | and left.
Is it true? | I do not know.
By A. Smith
Storm hits coast, three missing
I. The beginning
It happened at 3 a.m. | Police came at 4 a.m.
Washington, D.C., is hot. | He moved to Washington, D.C. | It was hot there.
This is Vol. 3, pp. 45-50, Fig. 2 of the book. | Read it.
We did it.[1] | They did not.[2]
• First point. | • Second point.
So far, so good! | — Anonymous
He paid $5 m. for it. | It was worth it.
The Gov. and the Rev. Al Sharpton spoke. | All listened.
“Where is he?” | “Here.” | “Good!”
Rev. Dr. Lee and Maj. Gen. Hill met at U.S. Steel. | U.S. Sen. Bo came too.
Sen. Sanders (I-Vt.) said no. | Rep. Pelosi (D-Calif.) said yes.
The Dept. of Energy, a.k.a. DOE, moved. | It did so on Sept. 11 and Oct. 7.
Texas vs. Ohio is at 8 p.m. ET. | Watch it.
Mr. and Mrs. Hill left. | So did Ms. Lee.
Acme Co. and Foo Corp. said so. | Bar Ltd. did not.
Capt. Lee and Det. Bo of Park Ave. came. | Adm. Hill did not.
U.S.-led forces left. | The U.S.'s allies stayed.
Tom et al. found it, cf. Smith, e.g. Tom. | Others lost it.
It rose to $1.5bn. | Then it fell.
Go to www.a.com. | Then come back.
WASHINGTON (AP) — The House voted. | It was close.
1. Open the lid. | 2. Close it.
iPhone sales fell. | iPad sales rose.
Sales fell. | iPad sales rose.
He said yes. | I said no. | That was it.
Fla. Gov. Ron Hill spoke in Tampa, Fla. | He was loud.
N.Y. Times reporters and D.C. police met. | They talked.
i went home. | then i slept.
He has a Ph.D. | She has an M.D.
It was the end of Act I. | We left.
George W. Bush and Samuel L. Jackson met. | Why?
He scored 20. | She scored 30.
It was in 2019. | Now it is 2026.
He got an A. | She got a B.
The E.U. and the U.N. agreed. | Russia did not.
“I’ll go…” he said. | “Fine.”
She wrote, “Never again!” | It was the last letter.
‘Stop!’ he cried. | They did.
She asked, 'Why?' | Nobody knew.
Gov. Newsom (D) and Lt. Gov. Kounalakis met Jan. 6. | Then they left.
The jury heard from Prof. Hill, M.D., for 2 hrs. on Monday. | It was long.
Fig. 3 and Eq. 4 show it. | See p. 10.
Sgt. 1st Class Lee, Pfc. Bo and Cpl. Hill died. | They were 20.
At 10 a.m. Tuesday the court sits. | At 4 p.m. Eastern it rises.
""",
    "ru": """
Об этом сообщил А. С. Иванов. | Он прав.
В 2019 г. было 5 тыс. чел. | Теперь больше.
Это, т. е. всё, стоит 5 руб. и 20 коп. | Дорого.
Дом № 5 на ул. Ленина снесли. | Жаль.
г. Москва и обл. растут. | Люди едут.
«Всё кончено…» — сказал он. | Она молчала.
«Что?!» — закричал он. | «Ничего».
— Пойдём? — спросил он. | — Пойдём!
Он приехал и т. д. | Потом уехал.
Яблоки, груши и т.д. и т.п. подорожали. | Сливы нет.
Им. Пушкина, д. 3, кв. 5 — его адрес. | Запомните.
Цена выросла на 3,5 млн руб. | Это много.
Цена выросла на 3,5 млн. руб. за год. | Это много.
В XIX в. жили иначе. | В н. э. тоже.
См. рис. 5 и стр. 10. | Там всё есть.
Т.е. так, напр., и было. | Да.
«Да.» | Он ушёл.
Он сказал: «Нет. Никогда». | И ушёл.
В. Путин и Дж. Байден встретились. | Они говорили.
Ул. Мира, 5
Проф. Иванов и акад. Петров спорят. | О чём?
24 нояб. 2026 г.
Встреча в 15.30. | Потом обед.
США… | А что США? | Ничего!..
Цена — 5 млрд долл. США. | Это много.
Житель д. Ивановка и с. Петровка сказал это. | Он прав.
Ген. Иванов, гл. врач и зам. мин. уехали. | Они в пути.
Он родился 5 янв. 1950 г. в г. Орле. | Умер он там же.
В 2019 г. Россия выросла. | Это факт.
Это было в 2019 г. | Потом он уехал.
Ему 25 лет. | Ей 30.
1. Откройте крышку. | 2. Закройте её.
Пушкин А. С. родился в Москве. | Он поэт.
А.С. Пушкин родился в Москве. | Он поэт.
Он сказал (см. ниже). | Все слышали.
«Идите!» | Никто не пошёл.
Он ушёл… | Она осталась.
Он… ушёл. | Она осталась.
Около 5 кг. муки и 3 л. воды. | Всё.
Об этом пишет «Коммерсантъ». | Газета права.
Св. Николай и о. Иоанн. | Аминь.
Тел. 5-55-55, доб. 7. | Звоните.
Он сказал: «Идите!», но никто не пошёл. | Все сидели.
""",
    "uk": """
Про це повідомив О. В. Коваль. | Він правий.
У 2019 р. було 5 тис. осіб. | Тепер більше.
Це, т. зв. «мир», коштує 5 грн. на день. | Дорого.
Будинок № 5 на вул. Хрещатик знесли. | Шкода.
«Чому?» — запитав він. | Ніхто не знав.
Яблука, груші і т. д. подорожчали. | Сливи ні.
Ім. Шевченка, буд. 3, кв. 5 — адреса. | Так.
м. Київ росте. | Так.
Він сказав: «Йдіть!», але ніхто не пішов. | Усі сиділи.
Ціна — 5 млн. грн. за рік. | Це багато.
Це коштує 5 грн. | Дорого.
Див. рис. 5 і с. 10, напр. внизу. | Там усе є.
Він пішов… | Вона лишилась.
""",
    "kk": """
А. Құнанбаев ақын болған. | Ол ойшыл.
2019 ж. көктемде басталды. | Қазір жаз.
«Неге?» — деп сұрады ол. | Ешкім білмеді.
Алма, алмұрт т.б. қымбаттады. | Өрік жоқ.
Бағасы 3,5 млн теңге. | Бұл көп.
№ 5 мектеп жабылды. | Өкінішті.
Қ. Тоқаев пен Дж. Байден кездесті. | Олар сөйлесті.
Ол кетті… | Ол қалды.
""",
    "de": """
Das ist z. B. so, d. h. gut. | Ja.
Das ist z.B. so, d.h. gut, u.a. hier. | Ja.
Am 24. November 2026 kam Dr. Müller. | Er blieb.
Herr Prof. Dr. h. c. Meier sprach. | Alle hörten zu.
„Warum?“, fragte sie. | Niemand wusste es.
„Es ist vorbei.“ | Er ging.
Der 1. FC Köln gewann 3:2. | Die Fans jubelten.
Der Preis stieg um 3,5 Mio. Euro. | Das ist viel.
Er kam ca. um 5 Uhr usw. | Dann ging er.
Die Firma Müller u. Co. KG schließt. | Schade.
König Ludwig II. von Bayern starb. | Er war jung.
Str. 5, Nr. 7, Bd. 3, S. 10 sind gemeint. | Klar.
Das war im 19. Jahrhundert. | Lange her.
Er wurde 3. | Sie wurde 1.
Er ging… | Sie blieb.
Johann S. Bach und E. T. A. Hoffmann kamen. | Sie redeten.
Am 3. Oktober feiert man den 35. Jahrestag. | Alle kommen.
Das sind 5 Mrd. Euro bzw. 10 Prozent. | Viel.
Der evtl. neue Min. Präs. kommt. | Er ist da.
Das sagte Papst Leo XIV. am Montag. | Er betete.
Im Jahr 2026. | Das war es.
1. Deckel öffnen. | Dann schließen.
St. Pölten und Bad St. Leonhard feiern. | Schön.
Die Zahl liegt bei 20. | Das ist wenig.
Es gibt Brot, Milch etc. | Alles da.
""",
    "fr": """
M. Dupont et Mme Durand sont là. | Ils parlent.
« Pourquoi ? » demanda-t-il. | Personne ne savait.
Le n° 5, p. 10, av. J.-C., est cité. | Voilà.
Il a payé 3,5 M€, etc. | C'est cher.
MM. Macron et Scholz se sont vus. | Ils ont parlé.
C’est fini… | Il est parti.
Voici le plan B. | 5 ministres partent.
Dr. Martin, c.-à-d. le chef, est venu. | Bien.
« C’est fini. » | Il est parti.
Quoi ?! | Non !
Il habite au n° 3, bd. Voltaire, St. Denis. | C’est loin.
Selon Mgr. Dupont et Me. Hill, tout va bien. | Tant mieux.
F. Hollande et M. Valls sont venus. | Ils ont parlé.
Le plan de M. Macron, p. ex. la taxe, plaît. | À tous.
Il est né en 1950 apr. J.-C. à Rome. | Il est mort.
Le gén. de Gaulle parle. | On écoute.
J.-P. Raffarin est élu. | Oui.
— Tu viens ? dit-elle. | — Oui.
""",
    "es": """
El Sr. López y la Sra. Díaz llegaron. | Hablaron.
¿Por qué? | ¡No lo sé! | Adiós.
«¿Por qué?», preguntó. | Nadie sabía.
EE. UU. ganó la final. | Hubo fiesta.
EE.UU. ganó. | Hubo fiesta.
El art. 5, pág. 10, núm. 3 es claro. | Sí.
Costó 3,5 mill. de euros aprox. el año pasado. | Es caro.
El Dr. J. M. Pérez, p. ej., vino. | Bien.
Ud. sabe, D. Juan. | Claro.
Vive en la Av. Mayor, n.º 5, 3.º piso. | Es alto.
Compró pan, leche, etc. | Luego se fue.
F. Alonso ganó. | C. Sainz no.
El Lic. Pérez y la Dra. Gómez hablaron. | Todos oyeron.
¡Vamos!, gritó. | Y se fue.
—¿Vienes? —dijo ella. | —Sí.
Se acabó… | Se fue.
""",
    "fa": """
او رفت. | چرا؟ | کسی نمی‌دانست!
قیمت ۳٫۵ درصد رشد کرد. | زیاد است.
آقای دکتر احمدی آمد. | همه رفتند؟ | بله.
این خبر … تمام شد. | پایان.
قیمت 3.5 درصد رشد کرد. | زیاد است.
""",
    "ar": """
ذهب الرجل. | لماذا؟ | لا أحد يعرف!
قال د. أحمد إنه قادم. | ثم جاء.
ارتفع السعر 3.5 بالمئة. | هذا كثير.
قال أ. د. محمد: «نعم». | ثم جلس.
""",
}
