"""What is said otherwise than it is written in Russian."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tidings.speech.normalise.rule import BLANK, Rule, any_of
from tidings.speech.normalise.slavic.grammar import (
    Fractions,
    Grammar,
    Prepositions,
    Shortened,
)
from tidings.speech.normalise.slavic.initials import initial_rules
from tidings.speech.normalise.slavic.numerals import Case, Form, is_one, words
from tidings.speech.normalise.slavic.places import Place, place_rule
from tidings.speech.normalise.slavic.rules import slavic_rules
from tidings.speech.normalise.slavic.russian_forms import ADJECTIVES, SUFFIXES, nouns, rulers
from tidings.speech.normalise.slavic.russian_numerals import russian
from tidings.speech.normalise.slavic.russian_things import MONEY, SCALES, UNITS
from tidings.speech.normalise.tongue import Tongue

_MASCULINE_IN_A = frozenset(words("мужчина судья дедушка коллега глава папа"))
_NOT_FEMININE = frozenset(words("или если почти пути были стали только"))


def _gender(number: int, word: str, case: Case) -> str:
    """The gender of what is counted: only after 1 and 2 does its form tell, or matter."""
    if len(word) < 4 or word in _NOT_FEMININE:
        return "m"
    if not is_one(number):
        return "f" if word.endswith(("ы", "и", "ые", "ие")) else "m"
    if case is Case.GENITIVE:
        return "f" if word.endswith(("ы", "и", "ой", "ей")) else "m"
    if case is Case.ACCUSATIVE or word in _MASCULINE_IN_A:
        return "f" if word.endswith(("у", "ю")) else "m"
    if word.endswith(("а", "я")):
        return "f"
    return "n" if word.endswith(("о", "е", "ё")) else "m"


_LETTERS = dict(
    zip(
        "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
        words("а бэ вэ гэ дэ е жэ зэ и ка эль эм эн о пэ эр эс тэ у эф ха цэ че ша ща э ю я"),
        strict=True,
    )
)
_SPELLED = (
    *("ЕС", "ВСУ", "УК", "ПВО", "СВО", "БПЛА", "МГУ", "ГИБДД", "ЕСПЧ", "СБУ", "ЦРУ", "ИП", "ИИ"),
    *("АЗС", "УПЦ", "ОДКБ", "НКО", "АСВ", "АФК", "АПК", "НЛО", "ПТУ", "АО"),
)
"""What eSpeak reads as words."""


@cache
def _grammar() -> Grammar:
    return Grammar(
        numerals=russian,
        months=(
            *("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа"),
            *("сентября", "октября", "ноября", "декабря"),
        ),
        short_months={
            "янв.": "января",
            "февр.": "февраля",
            "фев.": "февраля",
            "апр.": "апреля",
            "авг.": "августа",
            "сент.": "сентября",
            "сен.": "сентября",
            "окт.": "октября",
            "нояб.": "ноября",
            "ноя.": "ноября",
            "дек.": "декабря",
        },
        whole_year="года",
        years={
            "год": Form.MASCULINE,
            "года": Form.GENITIVE,
            "году": Form.PREPOSITIONAL,
            "годом": Form.INSTRUMENTAL,
            "годе": Form.PREPOSITIONAL,
            "годы": Form.MASCULINE,
            "годов": Form.GENITIVE,
            "годам": Form.DATIVE,
            "годами": Form.INSTRUMENTAL,
            "годах": Form.PREPOSITIONAL,
        },
        nouns=nouns(),
        rulers=rulers(),
        short_years={
            "г.": Shortened(("года", "году", "году", "год")),
            "гг.": Shortened(("годов", "годах", "годам", "годы")),
        },
        short_centuries={
            "в.": Shortened(("века", "веке", "веку", "век")),
            "вв.": Shortened(("веков", "веках", "векам", "века")),
        },
        prepositions=Prepositions(
            genitive=frozenset(
                words("до от из у без для после кроме среди течение протяжении против вместо")
            ),
            amounts=frozenset(words("около более менее свыше порядка больше меньше выше ниже")),
            dative=frozenset(words("к ко по")),
            accusative=frozenset(words("на за через про")),
            inside=frozenset(words("в во о об при")),
            since=frozenset(words("с со от")),
            days={
                **dict.fromkeys(("на", "по", "за"), Form.NEUTER),
                **dict.fromkeys(("к", "ко"), Form.DATIVE),
                **dict.fromkeys(("перед", "между"), Form.INSTRUMENTAL),
            },
        ),
        suffixes=SUFFIXES,
        gender=_gender,
        adjectives=ADJECTIVES,
        scales=SCALES,
        money=MONEY,
        units=UNITS,
        fractions=Fractions(
            comma="запятая",
            half="с половиной",
            signs={"½": "половина", "¼": "четверть", "¾": "три четверти", "⅓": "треть"},
            whole=("целая", "целых", "целой"),
            parts=(
                ("десятая", "десятых", "десятой"),
                ("сотая", "сотых", "сотой"),
                ("тысячная", "тысячных", "тысячной"),
            ),
        ),
        minus="минус",
        about="примерно",
        all_words=10**15,
    )


_PLACES = {
    "г": Place("город", inside="городе", of="города", to="городу"),
    "ул": Place("улица", inside="улице", of="улицы", to="улице"),
    "пл": Place("площадь", inside="площади", of="площади", to="площади"),
    "пр": Place("проспект", inside="проспекте", of="проспекта", to="проспекту"),
    "стр": Place("страница", inside="странице", of="страницы", to="странице", numbered=True),
    "ст": Place("статья", inside="статье", of="статьи", to="статье", numbered=True),
    "ч": Place("часть", inside="части", of="части", to="части", numbered=True),
    "п": Place("пункт", inside="пункте", of="пункта", to="пункту", numbered=True),
    "д": Place("дом", inside="доме", of="дома", to="дому", numbered=True),
    "кв": Place("квартира", inside="квартире", of="квартиры", to="квартире", numbered=True),
}


def _russian_rules(_tag: str) -> Iterator[Rule]:
    yield place_rule(_PLACES, "в во на о", "из от до с у около", "к по")
    yield Rule(r"(?<=:\d\d) (?:по )?(?:мск|МСК)(?!\w)", lambda _match: " по Москве", ":")
    yield Rule(r"(?<=:\d\d) (?:по )?GMT(?!\w)", lambda _match: " по Гринвичу", ":")
    yield Rule(
        rf"(?<=\b[Вв] )(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)"
        rf"(?![\w.,]*\d|{BLANK}?(?:{any_of([*UNITS, *SCALES, *MONEY])}))",
        lambda match: f"{match['hour']}:{match['minute']}",
        ".",
    )
    yield from initial_rules(_LETTERS, _SPELLED)
    yield from slavic_rules(_grammar())


RUSSIAN = Tongue(
    link="ссылка на",
    short={
        "т. е.": "то есть",
        "т.е.": "то есть",
        "и т. д.": "и так далее",
        "и т.д.": "и так далее",
        "и т. п.": "и тому подобное",
        "и т.п.": "и тому подобное",
        "и др.": "и другие",
        "т. к.": "так как",
        "т.к.": "так как",
        "т. н.": "так называемый",
        "т.н.": "так называемый",
        "в т. ч.": "в том числе",
        "в т.ч.": "в том числе",
        "до н. э.": "до нашей эры",
        "н. э.": "нашей эры",
        "им.": "имени",
        "проф.": "профессор",
        "акад.": "академик",
        "обл.": "область",
        "р-н": "район",
        "напр.": "например",
    },
    rules=_russian_rules,
)
