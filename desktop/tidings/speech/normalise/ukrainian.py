"""What is said otherwise than it is written in Ukrainian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tidings.speech.normalise.rule import Rule, compiled
from tidings.speech.normalise.slavic.context import word_before
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
from tidings.speech.normalise.slavic.ukrainian_forms import ADJECTIVES, SUFFIXES, nouns, rulers
from tidings.speech.normalise.slavic.ukrainian_numerals import ukrainian
from tidings.speech.normalise.slavic.ukrainian_things import MONEY, SCALES, UNITS
from tidings.speech.normalise.tongue import Tongue

_FEMININE = (
    "хвилин|годин|секунд|тисяч|гривн|жінк|дитин|країн|област|ракет|машин|школ|особ|людин"
    "|тонн|лікарн|квартир|команд|перемог|медал|атак|статт|книг|спроб|сторон|груп|компані|заяв"
    "|зустріч|пожеж|громад|сесі|угод|точк|копійк|недел|добу|доба|доби|нов[аіу]\\b|перш[аіу]\\b"
)


def _gender(number: int, word: str, case: Case) -> str:
    """The gender of what is counted: after 2, its form is that of any gender."""
    if compiled(_FEMININE).match(word):
        return "f"
    if is_one(number) and len(word) > 3 and case is Case.NOMINATIVE:
        if word.endswith(("а", "я")):
            return "f"
        return "n" if word.endswith(("о", "е")) else "m"
    return "m"


_LETTERS = dict(
    zip(
        "АБВГДЕЄЖЗИІЇКЛМНОПРСТУФХЦЧШЩЮЯ",
        words("а бе ве ге де е є же зе и і ї ка ел ем ен о пе ер ес те у еф ха це че ша ща ю я"),
        strict=True,
    )
)
_SPELLED = (
    *("СБУ", "ППО", "ВРУ", "НБУ", "КМУ", "ПЦУ", "УПЦ", "БПЛА", "РНБО", "КМВА", "ЗНО", "ВПО"),
    "АЗС",
)
"""What eSpeak reads as words."""


@cache
def _grammar() -> Grammar:
    return Grammar(
        numerals=ukrainian,
        months=(
            *("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня"),
            *("вересня", "жовтня", "листопада", "грудня"),
        ),
        short_months={
            "січ.": "січня",
            "лют.": "лютого",
            "бер.": "березня",
            "квіт.": "квітня",
            "трав.": "травня",
            "черв.": "червня",
            "лип.": "липня",
            "серп.": "серпня",
            "вер.": "вересня",
            "жовт.": "жовтня",
            "лист.": "листопада",
            "груд.": "грудня",
        },
        whole_year="року",
        years={
            "рік": Form.MASCULINE,
            "року": Form.GENITIVE,
            "році": Form.PREPOSITIONAL,
            "роком": Form.INSTRUMENTAL,
            "роки": Form.MASCULINE,
            "років": Form.GENITIVE,
            "рокам": Form.DATIVE,
            "роками": Form.INSTRUMENTAL,
            "роках": Form.PREPOSITIONAL,
        },
        nouns=nouns(),
        rulers=rulers(),
        short_years={
            "р.": Shortened(("року", "році", "року", "рік")),
            "рр.": Shortened(("років", "роках", "рокам", "роки")),
        },
        short_centuries={
            "ст.": Shortened(("століття", "столітті", "століттю", "століття"), Form.NEUTER),
        },
        prepositions=Prepositions(
            genitive=frozenset(
                words("до від без для після крім серед протягом упродовж проти замість")
            ),
            amounts=frozenset(words("близько більше менше коло")),
            dative=frozenset(("завдяки",)),
            accusative=frozenset(words("на за через про понад")),
            inside=frozenset(words("у в при")),
            since=frozenset(words("з із зі від")),
            days={
                **dict.fromkeys(("на", "по", "за"), Form.NEUTER),
                **dict.fromkeys(("перед", "між"), Form.INSTRUMENTAL),
            },
        ),
        suffixes=SUFFIXES,
        gender=_gender,
        adjectives=ADJECTIVES,
        scales=SCALES,
        money=MONEY,
        units=UNITS,
        fractions=Fractions(
            comma="кома",
            half="з половиною",
            signs={"½": "половина", "¼": "чверть", "¾": "три чверті", "⅓": "третина"},
            whole=("ціла", "цілих", "цілої"),
            parts=(
                ("десята", "десятих", "десятої"),
                ("сота", "сотих", "сотої"),
                ("тисячна", "тисячних", "тисячної"),
            ),
        ),
        minus="мінус",
        about="приблизно",
        all_words=1000,
    )


_PLACES = {
    "м": Place("місто", inside="місті", of="міста", to="місту"),
    "вул": Place("вулиця", inside="вулиці", of="вулиці", to="вулиці"),
    "пл": Place("площа", inside="площі", of="площі", to="площі"),
    "просп": Place("проспект", inside="проспекті", of="проспекту", to="проспекту"),
    "стор": Place("сторінка", inside="сторінці", of="сторінки", to="сторінці", numbered=True),
    "ст": Place("стаття", inside="статті", of="статті", to="статті", numbered=True),
    "ч": Place("частина", inside="частині", of="частини", to="частині", numbered=True),
    "п": Place("пункт", inside="пункті", of="пункту", to="пункту", numbered=True),
    "буд": Place("будинок", inside="будинку", of="будинку", to="будинку", numbered=True),
    "кв": Place("квартира", inside="квартирі", of="квартири", to="квартирі", numbered=True),
}
_HOURS = {
    **dict.fromkeys(("о", "об"), Form.FEMININE_DATIVE),
    **dict.fromkeys(("до", "з", "із", "від", "після", "близько"), Form.FEMININE_GENITIVE),
    **dict.fromkeys(("на", "за"), Form.FEMININE_ACCUSATIVE),
}


def _clock(match: re.Match[str]) -> str | None:
    """A time: the engine says the colon."""
    hour, minute = int(match["hour"]), match["minute"]
    if hour > 23 or int(minute) > 59:
        return None
    form = _HOURS.get(word_before(match), Form.FEMININE)
    minutes = f"нуль {int(minute) or 'нуль'}" if minute < "10" else minute
    return f"{ukrainian().ordinal(hour, form)} {minutes}"


def _ukrainian_rules(_tag: str) -> Iterator[Rule]:
    yield place_rule(_PLACES, "у в на о", "з із від до біля", "по")
    yield Rule(r"(?P<hour>\d(?<![\w:.,]\d)\d?):(?P<minute>\d\d)(?![\w:]|[.,]\d)", _clock, ":")
    yield Rule(r"(?<=\d)[:-](?<![\w.,:-]\d.)(?=\d(?![\w:-]))", lambda _match: " ", ":-")
    yield Rule(r"(?<=:\d\d) (?:за )?GMT(?!\w)", lambda _match: " за Гринвічем", ":")
    yield from initial_rules(_LETTERS, _SPELLED)
    yield from slavic_rules(_grammar())


UKRAINIAN = Tongue(
    link="посилання на",
    short={
        "і т. д.": "і так далі",
        "і т.д.": "і так далі",
        "і т. п.": "і тому подібне",
        "і т.п.": "і тому подібне",
        "та ін.": "та інші",
        "т. зв.": "так званий",
        "т.зв.": "так званий",
        "до н. е.": "до нашої ери",
        "н. е.": "нашої ери",
        "ім.": "імені",
        "проф.": "професор",
        "акад.": "академік",
        "обл.": "область",
        "р-н": "район",
        "напр.": "наприклад",
    },
    before={"№": "номер"},
    rules=_ukrainian_rules,
)
