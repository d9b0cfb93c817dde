"""The words of the languages whose signs are read out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Forms = tuple[str, ...]
"""One and many; in Russian and Ukrainian one, few and many."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a language calls things.

    ``to`` stands between the ends of a range, ``short`` are abbreviations with their full
    stops, ``scales`` are those of numbers, ``before`` those that need a number after them.
    ``splits`` tells that eSpeak reads numbers with blanks between their thousands in pieces.
    """

    link: str
    to: str = ""
    minus: str = ""
    comma: str = ""
    splits: bool = False
    scales: Mapping[str, str] = field(default_factory=dict)
    money: Mapping[str, Forms] = field(default_factory=dict)
    units: Mapping[str, Forms] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    halves: Mapping[str, str] = field(default_factory=dict)


ENGLISH = Tongue(
    link="link to",
    to="to",
    splits=True,
    scales={
        **dict.fromkeys(("mln", "mn", "m", "M", "million"), "million"),
        **dict.fromkeys(("bln", "bn", "b", "B", "billion"), "billion"),
        **dict.fromkeys(("tn", "trn", "trillion"), "trillion"),
        **dict.fromkeys(("k", "K", "thousand"), "thousand"),
    },
    money={
        "$": ("dollar", "dollars"),
        "€": ("euro", "euros"),
        "£": ("pound", "pounds"),
        "¥": ("yen", "yen"),
        "₽": ("ruble", "rubles"),
        "₴": ("hryvnia", "hryvnias"),
        "₸": ("tenge", "tenge"),
        "₹": ("rupee", "rupees"),
    },
    units={
        "km/h": ("kilometer per hour", "kilometers per hour"),
        "mph": ("mile per hour", "miles per hour"),
        "km²": ("square kilometer", "square kilometers"),
        "m²": ("square meter", "square meters"),
        "km": ("kilometer", "kilometers"),
        "cm": ("centimeter", "centimeters"),
        "mm": ("millimeter", "millimeters"),
        "kg": ("kilogram", "kilograms"),
        "°C": ("degree Celsius", "degrees Celsius"),
        "°F": ("degree Fahrenheit", "degrees Fahrenheit"),
    },
    short={
        "Mr.": "Mister",
        "Mrs.": "Missis",
        "Ms.": "Miz",
        "Dr.": "Doctor",
        "Gen.": "General",
        "Sen.": "Senator",
        "Rep.": "Representative",
        "Gov.": "Governor",
        "Lt.": "Lieutenant",
        "Col.": "Colonel",
        "Sgt.": "Sergeant",
        "Capt.": "Captain",
        "Prof.": "Professor",
        "Rev.": "Reverend",
        "St.": "Saint",
        "vs.": "versus",
    },
    before={"No.": "number", "№": "number", "pp.": "pages", "p.": "page"},
    halves={
        "½": "a half",
        "¼": "a quarter",
        "¾": "three quarters",
        "⅓": "a third",
        "⅔": "two thirds",
    },
)
GERMAN = Tongue(
    link="Link zu",
    to="bis",
    scales={"Mio.": "Millionen", "Mrd.": "Milliarden", "Millionen": "Millionen"},
    money={"€": ("Euro", "Euro"), "$": ("Dollar", "Dollar"), "£": ("Pfund", "Pfund")},
    units={
        "km/h": ("Kilometer pro Stunde",) * 2,
        "km": ("Kilometer",) * 2,
        "kg": ("Kilogramm",) * 2,
        "°C": ("Grad Celsius",) * 2,
    },
    short={
        "z. B.": "zum Beispiel",
        "z.B.": "zum Beispiel",
        "d. h.": "das heißt",
        "u. a.": "unter anderem",
        "Dr.": "Doktor",
        "Prof.": "Professor",
        "bzw.": "beziehungsweise",
        "Mio.": "Millionen",
        "Mrd.": "Milliarden",
    },
    before={"Nr.": "Nummer", "№": "Nummer"},
)
FRENCH = Tongue(
    link="lien vers",
    to="à",
    scales={"M": "millions", "Md": "milliards", "millions": "millions", "milliards": "milliards"},
    money={"€": ("euro", "euros"), "$": ("dollar", "dollars"), "£": ("livre", "livres")},
    units={
        "km/h": ("kilomètre par heure", "kilomètres par heure"),
        "km": ("kilomètre", "kilomètres"),
        "kg": ("kilogramme", "kilogrammes"),
        "°C": ("degré Celsius", "degrés Celsius"),
    },
    short={"Mme": "Madame", "MM.": "Messieurs"},
    before={"n°": "numéro", "№": "numéro"},
)
SPANISH = Tongue(
    link="enlace a",
    to="a",
    splits=True,
    scales={"mill.": "millones", "millones": "millones"},
    money={"€": ("euro", "euros"), "$": ("dólar", "dólares"), "£": ("libra", "libras")},
    units={
        "km/h": ("kilómetro por hora", "kilómetros por hora"),
        "km": ("kilómetro", "kilómetros"),
        "kg": ("kilogramo", "kilogramos"),
        "°C": ("grado Celsius", "grados Celsius"),
    },
    short={"Sr.": "señor", "Sra.": "señora", "EE. UU.": "Estados Unidos"},
    before={"n.º": "número", "№": "número"},
    halves={"½": "medio"},
)
RUSSIAN = Tongue(
    link="ссылка на",
    minus="минус",
    comma="целых",
    splits=True,
    scales={"тыс.": "тысяч", "млн": "миллионов", "млрд": "миллиардов", "трлн": "триллионов"},
    money={
        "руб.": ("рубль", "рубля", "рублей"),
        "₽": ("рубль", "рубля", "рублей"),
        "$": ("доллар", "доллара", "долларов"),
        "€": ("евро",) * 3,
        "£": ("фунт", "фунта", "фунтов"),
    },
    units={
        "км/ч": ("километр в час", "километра в час", "километров в час"),
        "км": ("километр", "километра", "километров"),
        "кг": ("килограмм", "килограмма", "килограммов"),
        "°C": ("градус Цельсия", "градуса Цельсия", "градусов Цельсия"),
    },
    short={
        "т. е.": "то есть",
        "т.е.": "то есть",
        "и т. д.": "и так далее",
        "и т.д.": "и так далее",
    },
    halves={"½": "одна вторая"},
)
UKRAINIAN = Tongue(
    link="посилання на",
    minus="мінус",
    comma="кома",
    splits=True,
    scales={"тис.": "тисяч", "млн": "мільйонів", "млрд": "мільярдів"},
    money={
        "грн": ("гривня", "гривні", "гривень"),
        "₴": ("гривня", "гривні", "гривень"),
        "$": ("долар", "долари", "доларів"),
        "€": ("євро",) * 3,
    },
    units={
        "км/год": ("кілометр на годину", "кілометри на годину", "кілометрів на годину"),
        "км": ("кілометр", "кілометри", "кілометрів"),
        "кг": ("кілограм", "кілограми", "кілограмів"),
        "°C": ("градус Цельсія", "градуси Цельсія", "градусів Цельсія"),
    },
    before={"№": "номер"},
    halves={"½": "одна друга"},
)
KAZAKH = Tongue(
    link="сілтеме:",
    minus="минус",
    comma="бүтін",
    splits=True,
    money={"₸": ("теңге",) * 2, "$": ("доллар",) * 2, "€": ("еуро",) * 2},
    units={"°C": ("Цельсий градусы",) * 2, "%": ("пайыз",) * 2},
    before={"№": "нөмір"},
)

TONGUES: Mapping[str, Tongue] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "kk": KAZAKH,
}
