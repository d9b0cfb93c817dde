"""The forms of Russian words that an ordinal number stands beside."""

from __future__ import annotations

from tidings.speech.normalise.slavic.grammar import Adjectives, declined
from tidings.speech.normalise.slavic.numerals import Form

# The endings in the order of Form: M F N PL, G D I P, feminine G D A I, plural G D I.
_KINDS = {
    "век": ". - - ы/и а у ом е - - - - ов/ах ам ами",
    "этап": ". - - ы а у ом е - - - - ов/ах ам ами",
    "фестиваль": "ь - - и я ю ем е - - - - ей/ях ям ями",
    "группа": "- а - - - - - - ы е у ой - - -",
    "часть": "- ь - - - - - - и - - ью - - -",
    "серия": "- я - - - - - - и - ю ей - - -",
    "место": "- - о - а у ом е - - - - - - -",
    "полугодие": "- - е - я ю ем и - - - - - - -",
    "Пётр": "- - - - а у ом/ем е - - - - - - -",
    "Карл": ". - - - а у ом/ем е - - - - - - -",
    "Николай": "й - - - я ю ем е - - - - - - -",
    "Григорий": "й - - - я ю ем и - - - - - - -",
    "Анна": "- а - - - - - - ы е у ой - - -",
    "Мария": "- я - - - - - - и - ю ей - - -",
}
_NOUNS = """
век: век
этап: квартал съезд тур этап чемпионат форум саммит раунд сезон конкурс созыв класс курс
этап: этаж том конгресс разряд концерт интернационал пленум
фестиваль: фестивал
группа: групп глав лиг олимпиад универсиад республик
часть: степен част
серия: категори серия парти
место: мест
полугодие: полугоди тысячелети столети заседани издани
полугодие: чтени поколени совещани собрани отделени
"""
_RULERS = """
Пётр: Петр Павл Льв
Карл: Александр Альберт Альфонс Бенедикт Болеслав Вацлав Вильгельм Генрих Георг Густав Густаф
Карл: Иван Иннокентий Иоанн Карл Карлос Кирилл Климент Леопольд Людовик Михаил Наполеон Оттон
Карл: Рамзес Рамсес Ричард Рудольф Сигизмунд Тутмос Урбан Фердинанд Филипп Франциск Фредерик
Карл: Фридрих Харальд Христиан Чарльз Эдуард Яков
Николай: Никола Алексе
Григорий: Григори Васили Пи Иннокенти
Анна: Елизавет Екатерин Изабелл Анн
Мария: Мари Виктори
"""
_NOMINATIVES = ("Пётр", "Петр", "Павел", "Лев", "Фелипе", "Абдалла", "Мухаммед")
SUFFIXES = {
    **dict.fromkeys(("й", "ый", "ий", "ой"), Form.MASCULINE),
    **dict.fromkeys(("я", "ая", "ья"), Form.FEMININE),
    **dict.fromkeys(("е", "ое", "ье"), Form.NEUTER),
    **dict.fromkeys(("ые", "ие"), Form.PLURAL),
    **dict.fromkeys(("го", "ого", "его"), Form.GENITIVE),
    **dict.fromkeys(("му", "ому"), Form.DATIVE),
    **dict.fromkeys(("м", "ом", "ем"), Form.PREPOSITIONAL),
    **dict.fromkeys(("ым", "им"), Form.INSTRUMENTAL),
    **dict.fromkeys(("ю", "ую", "ью"), Form.FEMININE_ACCUSATIVE),
    **dict.fromkeys(("х", "ых", "их"), Form.PLURAL_GENITIVE),
    **dict.fromkeys(("ми", "ыми", "ти"), Form.PLURAL_INSTRUMENTAL),
}
ADJECTIVES: Adjectives = (
    (("ого", "его"), Form.GENITIVE),
    (("ому", "ему"), Form.DATIVE),
    (("ыми", "ими"), Form.PLURAL_INSTRUMENTAL),
    (("ый", "ий"), Form.MASCULINE),
    (("ая", "яя"), Form.FEMININE),
    (("ое", "ее", "ение", "ание", "тие"), Form.NEUTER),
    (("ые", "ие"), Form.PLURAL),
    (("ых", "их"), Form.PLURAL_GENITIVE),
    (("ую", "юю"), Form.FEMININE_ACCUSATIVE),
    (("ой",), Form.FEMININE_GENITIVE),
    (("ым", "им"), Form.INSTRUMENTAL),
    (("ском", "ном", "вом"), Form.PREPOSITIONAL),
)


def nouns() -> dict[str, Form]:
    """Return the forms of what is numbered: centuries, quarters, floors."""
    return dict(declined(_KINDS, _NOUNS))


def rulers() -> dict[str, Form]:
    """Return the forms of the names of rulers."""
    return dict(declined(_KINDS, _RULERS)) | dict.fromkeys(_NOMINATIVES, Form.MASCULINE)
