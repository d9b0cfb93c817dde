"""A short piece of news in each language whose rate is known: our own sentences.

A voice speaks a rate if it needs that time for these words. Other texts come out slower or
faster, as their words are longer or shorter: see docs/speech.md.
"""

from __future__ import annotations

READING = {
    "en": (
        "The city council voted on Tuesday to reopen the old railway station, which has been "
        "closed for more than eleven years.",
        "Work is expected to begin in early March, and officials say the first trains could run "
        "before the end of next year.",
        "Critics warned that the estimate was too low.",
        "Environmental organisations support the reopening because it could remove several "
        "thousand cars from the road each day.",
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
        "Der Stadtrat hat am Dienstag beschlossen, den alten Bahnhof wieder zu öffnen, der seit "
        "mehr als elf Jahren geschlossen ist.",
        "Die Arbeiten sollen Anfang März beginnen, und die ersten Züge könnten noch vor dem Ende "
        "des nächsten Jahres fahren.",
        "Kritiker warnten, die Schätzung sei zu niedrig.",
        "Sie erinnerten an eine Brücke im Nachbartal, die doppelt so viel kostete wie geplant.",
    ),
    "fr": (
        "Le conseil municipal a décidé mardi de rouvrir la vieille gare, qui est fermée depuis "
        "plus de onze ans.",
        "Les travaux devraient commencer au début du mois de mars, et les premiers trains "
        "pourraient rouler avant la fin de l'année prochaine.",
        "Les opposants ont averti que le budget était trop faible.",
        "Ils ont rappelé qu'un pont de la vallée voisine avait coûté deux fois plus que prévu.",
    ),
    "es": (
        "El consejo municipal decidió el martes volver a abrir la vieja estación de tren, que "
        "lleva cerrada más de once años.",
        "Las obras deberían empezar a principios de marzo, y los primeros trenes podrían circular "
        "antes del final del próximo año.",
        "Los críticos advirtieron de que el presupuesto era demasiado bajo.",
        "Recordaron que un puente del valle vecino costó el doble de lo previsto.",
    ),
}
"""Sentences by language (the first part of a BCP 47 tag)."""
