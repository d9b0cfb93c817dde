"""What is said otherwise than it is written in Kazakh.

An ordinal number in digits is told by a hyphen ("5-сынып"), but before a month and a year;
one in Roman numerals has none ("XX ғасыр").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.dates import date_rules
from tidings.speech.normalise.roman import roman_value
from tidings.speech.normalise.rule import BLANK, DIGITS, Rule, any_of
from tidings.speech.normalise.tongue import Tongue

_ONES = ("", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS = (
    *("", "он", "жиырма", "отыз", "қырық", "елу"),
    *("алпыс", "жетпіс", "сексен", "тоқсан"),
)
_ORDINALS = {
    # The ending follows the last vowel; "two" and "twenty" are the exceptions.
    "нөл": "нөлінші",
    "бір": "бірінші",
    "екі": "екінші",
    "үш": "үшінші",
    "төрт": "төртінші",
    "бес": "бесінші",
    "алты": "алтыншы",
    "жеті": "жетінші",
    "сегіз": "сегізінші",
    "тоғыз": "тоғызыншы",
    "он": "оныншы",
    "жиырма": "жиырмасыншы",
    "отыз": "отызыншы",
    "қырық": "қырқыншы",
    "елу": "елуінші",
    "алпыс": "алпысыншы",
    "жетпіс": "жетпісінші",
    "сексен": "сексенінші",
    "тоқсан": "тоқсаныншы",
    "жүз": "жүзінші",
    "мың": "мыңыншы",
}
_MONTHS = (
    *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз"),
    *("қыркүйек", "қазан", "қараша", "желтоқсан"),
)
_ENDINGS = (
    "[нд][ыі]ң|т[ыі]ң|[ғгқк][ае]|[ндт][аеыі]|[дтн][ае]н|[мбп]ен|[дт]а[ғй][ыі]?|[дт]е[гй][ыі]?"
    "|с?[ыі]н?(?:[ае]|д[ае])?|[лдт][ыі][қк]|[лдт][ае]п|[ае]у[ыі]?|[лдт][ае]р"
)
"""What a case, not an ordinal number, is written with after a hyphen: "300-ден", "5-ке"."""


def _cardinal(number: int) -> list[str]:
    thousands, below = divmod(number, 1000)
    words = [*(_cardinal(thousands) if thousands > 1 else []), *(["мың"] if thousands else [])]
    hundreds, below = divmod(below, 100)
    words += [_ONES[hundreds] if hundreds > 1 else "", "жүз" if hundreds else ""]
    return [word for word in [*words, _TENS[below // 10], _ONES[below % 10]] if word]


def _ordinal(number: int) -> str:
    *before, last = _cardinal(number) or ["нөл"]
    return " ".join([*before, _ORDINALS[last]])


def _year(match: re.Match[str]) -> str:
    return _ordinal(int(match["number"])) + (" " if match.group().endswith("-") else "")


def _day(match: re.Match[str]) -> str | None:
    day = int(match["number"])
    return f"{_ordinal(day)}{match['blank'] or ' '}" if 0 < day < 32 else None


def _hyphened(match: re.Match[str]) -> str | None:
    if re.fullmatch(_ENDINGS, match["word"]):
        return None
    said = _ordinal(int(match["number"]))
    is_ending = re.fullmatch("(?:[ыі]н)?ш[ыі]", match["word"])
    return said if is_ending else f"{said} {match['word']}"


def _date(_match: re.Match[str], day: int, month: int, year: int) -> str:
    return f"{_ordinal(year)} жылғы {_ordinal(day)} {_MONTHS[month - 1]}"


def _roman(match: re.Match[str]) -> str | None:
    number = roman_value(match["number"])
    if not number:
        return None
    word = " ғасыр" if match["short"] else ""
    return _ordinal(number) + word


def _years(match: re.Match[str]) -> str:
    word = {"ж.": "жылы", "жж.": "жылдары"}[match["short"]]
    first = f"{_ordinal(int(match['first']))} – " if match["first"] else ""
    return f"{first}{_ordinal(int(match['number']))} {word}"


def _decimal(whole: str, rest: str) -> str:
    places = {1: "оннан", 2: "жүзден", 3: "мыңнан"}.get(len(rest))
    return f"{whole} бүтін {f'{places} {int(rest)}' if places else ' '.join(rest)}"


def _kazakh_rules(_tag: str) -> Iterator[Rule]:
    yield from date_rules(_date, ".")
    yield Rule(
        rf"(?:(?P<first>[12](?<!\w[12])\d{{3}})[–-])?(?P<number>[12](?<!\w[12])\d{{3}})"
        rf"{BLANK}?(?P<short>жж?\.)(?!\w)",
        _years,
        DIGITS,
    )
    months = any_of(month[:-1] if month.endswith("к") else month for month in _MONTHS)
    yield Rule(
        rf"(?P<number>\d(?<![\w.,:]\d)\d?)(?:(?P<blank>{BLANK})|-)?(?=(?:[–-]\d+{BLANK})?(?:{months}))",
        _day,
        DIGITS,
    )
    yield Rule(
        rf"(?P<number>[12](?<![\w.,:][12])\d{{3}})"
        rf"(?:(?:-(?=жылдар))|(?=(?:[–-][12]\d{{3}})?{BLANK}жыл(?!дық)))",
        _year,
        DIGITS,
    )
    yield Rule(
        r"(?P<number>\d(?<![\w.,:]\d)\d{0,3})[-‑](?P<word>[^\W\d_A-ZА-Я]{2,})", _hyphened, DIGITS
    )
    yield Rule(
        rf"(?P<number>[IVXХІ](?<!\w.)[IVXХІ]*)(?:{BLANK}?(?P<short>ғ\.)|(?={BLANK}[^\W\d_a-zA-Z]{{3}}))",
        _roman,
        "IVXХІ",
    )
    yield Rule(r"(?<=[^\W\d_a-zA-Z] )(?P<number>[IVX]{2,})(?P<short>(?!))?(?!\w)", _roman, "IVX")
    yield Rule(r"\+(?<![\w+)]\+)(?=\d)", lambda _match: "плюс ", "+")
    yield Rule(
        rf"(?P<number>\d(?<![\w.,]\d)\d*)(?:{BLANK}?½|{BLANK}1/2(?![\w/]))",
        lambda match: f"{match['number']} жарым",
        "½/",
    )
    yield Rule(r"±(?=\d)", lambda _match: "плюс-минус ", "±")


KAZAKH = Tongue(
    link="сілтеме:",
    minus="минус",
    decimal=_decimal,
    splits=True,
    scales={"млн": ("миллион",) * 2, "млрд": ("миллиард",) * 2, "трлн": ("триллион",) * 2},
    money={
        "₸": ("теңге",) * 2,
        "тг": ("теңге",) * 2,
        "$": ("доллар",) * 2,
        "€": ("еуро",) * 2,
        "₽": ("рубль",) * 2,
    },
    units={
        "км/сағ": ("километр сағатына",) * 2,
        "км": ("километр",) * 2,
        "м": ("метр",) * 2,
        "см": ("сантиметр",) * 2,
        "кг": ("килограмм",) * 2,
        "га": ("гектар",) * 2,
        "м²": ("шаршы метр",) * 2,
        "км²": ("шаршы километр",) * 2,
        "°C": ("градус",) * 2,
        "%": ("пайыз",) * 2,
    },
    short={
        "т. б.": "тағы басқа",
        "т.б.": "тағы басқа",
        "т. с. с.": "тағы сол сияқты",
        "т.с.с.": "тағы сол сияқты",
        "қ.": "қаласы",
        "обл.": "облысы",
        "көш.": "көшесі",
    },
    before={"№": "нөмір"},
    halves={"½": "жарты"},
    rules=_kazakh_rules,
)
