"""The forms of Ukrainian words that an ordinal number stands beside."""

from __future__ import annotations

from tidings.speech.normalise.slavic.grammar import Adjectives, declined
from tidings.speech.normalise.slavic.numerals import Form

# The endings in the order of Form: M F N PL, G D I P, feminine G D A I, plural G D I.
_KINDS = {
    "тур": ". - - и у ові ом і - - - - ів/ах ам ами",
    "група": "- а - - - - - - и і у ою - - -",
    "серія": "- я - - - - - - ї - ю єю - - -",
    "місце": "- - е - я ю ем і - - - - - - -",
    "століття": "- - - - я ю ям і - - - - - - -",
    "ступінь": "- - - - я ю ем і - - - - ів/ях ям ями",
    "Карл": ". - - - а у/ові/еві ом/ем і - - - - - - -",
    "Пій": "й - - - я ю/єві єм ї - - - - - - -",
    "Микола": "а - - - и/у і ою - - - - - - - -",
    "Анна": "- а - - - - - - и і у ою - - -",
    "Марія": "- я - - - - - - ї - ю єю - - -",
}
_NOUNS = """
тур: квартал з'їзд з’їзд тур етап чемпіонат форум саміт раунд сезон конкурс конгрес клас курс
тур: поверх розряд фестивал вік том розділ
група: груп годин частин глав олімпіад універсіад
серія: категорі сері парті
місце: місц
ступінь: ступен
століття: столітт сторічч тисячолітт піврічч засіданн скликанн
"""
_RULERS = """
Карл: Карл Петр Павл Олександр Альберт Бенедикт Болеслав Вацлав Вільгельм Генріх Георг Густав
Карл: Іван Іоанн Кирил Климент Леопольд Людовік Наполеон Рамзес Сигізмунд Фердинанд Філіп
Карл: Франциск Фредерік Фрідріх Харальд Едуард Яков Данил
Пій: Пі Григорі Інокенті Олексі Васил
Микола: Микол
Анна: Єлизавет Катерин Ізабелл Анн
Марія: Марі Вікторі
"""
_NOMINATIVES = ("Петро", "Павло", "Кирило", "Данило", "Яків", "Лев", "Філіпп", "Феліпе")
SUFFIXES = {
    **dict.fromkeys(("й", "ий"), Form.MASCULINE),
    **dict.fromkeys(("а", "ша", "га", "тя", "та", "ма"), Form.FEMININE),
    **dict.fromkeys(("е", "ше", "ге", "тє", "те", "ме"), Form.NEUTER),
    **dict.fromkeys(("і", "ті"), Form.PLURAL),
    **dict.fromkeys(("го", "ого"), Form.GENITIVE),
    **dict.fromkeys(("му", "ому"), Form.PREPOSITIONAL),
    **dict.fromkeys(("м", "им"), Form.INSTRUMENTAL),
    **dict.fromkeys(("ї", "ої"), Form.FEMININE_GENITIVE),
    **dict.fromkeys(("ій",), Form.FEMININE_DATIVE),
    **dict.fromkeys(("у", "ту", "гу", "шу"), Form.FEMININE_ACCUSATIVE),
    **dict.fromkeys(("ю", "ою"), Form.FEMININE_INSTRUMENTAL),
    **dict.fromkeys(("х", "их", "ти"), Form.PLURAL_GENITIVE),
    **dict.fromkeys(("ми", "ими"), Form.PLURAL_INSTRUMENTAL),
}
ADJECTIVES: Adjectives = (
    (("ого",), Form.GENITIVE),
    (("ому",), Form.PREPOSITIONAL),
    (("ими",), Form.PLURAL_INSTRUMENTAL),
    (("ий",), Form.MASCULINE),
    (("ої",), Form.FEMININE_GENITIVE),
    (("ій",), Form.FEMININE_DATIVE),
    (("ою",), Form.FEMININE_INSTRUMENTAL),
    (("их",), Form.PLURAL_GENITIVE),
    (("им",), Form.INSTRUMENTAL),
    (("ська", "ова", "на"), Form.FEMININE),
    (("ське", "ове", "не"), Form.NEUTER),
    (("ські", "ові", "ні"), Form.PLURAL),
    (("ську", "ову", "ну"), Form.FEMININE_ACCUSATIVE),
)


def nouns() -> dict[str, Form]:
    """Return the forms of what is numbered: centuries, quarters, floors."""
    return dict(declined(_KINDS, _NOUNS))


def rulers() -> dict[str, Form]:
    """Return the forms of the names of rulers."""
    return dict(declined(_KINDS, _RULERS)) | dict.fromkeys(_NOMINATIVES, Form.MASCULINE)
