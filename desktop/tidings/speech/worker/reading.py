"""A short piece of news in each language whose rate is known: our own sentences.

A voice speaks a rate if it needs that time for these words. Other texts come out slower or
faster, as their words are longer or shorter: see docs/speech.md. In English, German, French and
Spanish the letters a word, the names with titles and the figures are as many as news has, on
the pages told of there.
"""

from __future__ import annotations

READING = {
    "en": (
        "The city council voted on Tuesday to reopen the old railway station, which has been "
        "closed since 2014.",
        "Work is expected to begin in early March, and officials said the first passenger trains "
        "could run before the end of next year.",
        "Critics, among them former Transport Minister Helen Abara, warned that the estimate of "
        "140 million euros was too low.",
        "Environmental groups support the reopening because it could remove several thousand cars "
        "from the road each day.",
    ),
    "ru": (
        "Городской совет во вторник решил снова открыть старый вокзал, который был закрыт больше "
        "одиннадцати лет.",
        "Работы должны начаться в первых числах марта, и первые поезда могут пойти ещё до конца "
        "следующего года.",
        "Противники проекта предупредили, что смета слишком мала.",
        "Они напомнили о мосте в соседней долине, который обошёлся вдвое дороже, чем было "
        "запланировано.",
    ),
    "uk": (
        "Міська рада у вівторок вирішила знову відкрити старий вокзал, який був зачинений понад "
        "одинадцять років.",
        "Роботи мають розпочатися на початку березня, і перші потяги можуть піти ще до кінця "
        "наступного року.",
        "Противники проєкту попередили, що кошторис надто малий.",
        "Вони нагадали про міст у сусідній долині, який коштував удвічі дорожче, ніж планували.",
    ),
    "kk": (
        "Қалалық кеңес сейсенбі күні он бір жылдан астам уақыт жабық тұрған ескі вокзалды қайта "
        "ашуға шешім қабылдады.",
        "Жұмыс наурыздың басында басталады, ал алғашқы пойыздар келесі жылдың соңына дейін жүруі "
        "мүмкін.",
        "Сыншылар бұл қаражаттың тым аз екенін айтты.",
        "Олар көрші аңғардағы көпір жоспардан екі есе қымбатқа түскенін еске салды.",
    ),
    "fa": (
        "شورای شهر روز سه‌شنبه تصمیم گرفت ایستگاه قدیمی راه‌آهن را که بیش از یازده سال بسته بود "
        "دوباره باز کند.",
        "کار باید در اوایل ماه مارس آغاز شود و نخستین قطارها شاید پیش از پایان سال آینده به راه "
        "بیفتند.",
        "منتقدان هشدار دادند که این برآورد بسیار کم است.",
        "آنها به پلی در دره همسایه اشاره کردند که دو برابر برنامه هزینه داشت.",
    ),
    "de": (
        "Der Stadtrat hat am Dienstag beschlossen, den alten Bahnhof wieder zu eröffnen, der seit "
        "2014 geschlossen ist.",
        "Die Bauarbeiten sollen Anfang März beginnen, und nach Angaben des Ministeriums könnten "
        "die ersten Züge noch vor dem Ende des nächsten Jahres fahren.",
        "Kritiker warnten, die Schätzung von 140 Millionen Euro sei zu niedrig.",
        "Die Abgeordnete Sabine Hoffmann erinnerte an eine Brücke im Nachbartal, die 60 Prozent "
        "teurer wurde als geplant.",
        "„Wir haben sehr lange darauf gewartet“, sagte die Grundschullehrerin Maria Novak, die "
        "jeden Morgen fast zwei Stunden mit dem Bus unterwegs ist.",
        "Bürgermeister Thomas Reinhardt erklärte, unabhängige Ingenieure hätten die Pläne geprüft "
        "und keine schwerwiegenden Fehler gefunden.",
        "Umweltverbände unterstützen das Vorhaben, weil es täglich mehrere Tausend Autos von der "
        "Straße holen könnte.",
        "Der Bauernverband befürchtet dagegen den Verlust von 350 Hektar Ackerland und will vor "
        "Gericht ziehen.",
    ),
    "fr": (
        "Le conseil municipal a décidé mardi de rouvrir la vieille gare, fermée depuis 2014.",
        "Les travaux devraient commencer au début du mois de mars, et les premiers trains de "
        "voyageurs pourraient circuler avant la fin de l'année prochaine, selon le ministère des "
        "Transports.",
        "Les opposants ont averti que le budget de 140 millions d'euros était insuffisant.",
        "La députée Hélène Marchand a rappelé que le pont de la vallée voisine a coûté 60 pour "
        "cent de plus que prévu.",
        "Maria Novak, institutrice, qui passe chaque matin près de deux heures dans le car, s'est "
        "dite ravie de la nouvelle.",
        "Le maire, Thomas Lefèvre, a répondu que des ingénieurs indépendants avaient examiné le "
        "projet et n'avaient relevé aucune erreur grave.",
        "Les associations écologistes soutiennent le projet, qui pourrait retirer de la route "
        "plusieurs milliers de voitures par jour.",
        "Les agriculteurs craignent pourtant de perdre 350 hectares de terres et ont saisi la "
        "justice.",
    ),
    "es": (
        "El consejo municipal decidió el martes reabrir la vieja estación de tren, que lleva "
        "cerrada desde 2014.",
        "Las obras deberían empezar a principios de marzo, y los primeros trenes de pasajeros "
        "podrían circular antes del final del próximo año, según el Ministerio de Transportes.",
        "Los críticos advirtieron de que el presupuesto de 140 millones de euros era demasiado "
        "bajo.",
        "La diputada Elena Marchena recordó que un puente del valle vecino costó el doble de lo "
        "previsto.",
        "La maestra María Novak, que cada mañana pasa casi dos horas en el autobús, celebró la "
        "decisión.",
        "El alcalde, Tomás Herrera, respondió que un grupo independiente de ingenieros había "
        "examinado el proyecto y no había encontrado errores graves.",
        "Las organizaciones ecologistas apoyan el proyecto, que podría retirar de la carretera "
        "varios miles de coches al día.",
        "Los agricultores, en cambio, temen por los campos cercanos a la vía y han acudido a los "
        "tribunales.",
    ),
}
"""Sentences by language (the first part of a BCP 47 tag)."""
