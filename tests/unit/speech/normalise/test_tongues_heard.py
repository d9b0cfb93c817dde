"""The rules that are there because eSpeak reads a thing wrong, by its phonemes."""

from __future__ import annotations

import pytest

from tests.unit.speech.normalise.phonemes import Phonemes
from tests.unit.speech.normalise.said import said, table

HEARD = """
ru | 24 ноября | двадцать четвёртого ноября
ru | в 2026 году | в две тысячи двадцать шестом году
ru | XX век | двадцатый век
ru | Пётр I | Пётр первый
ru | 5-й этаж | пятый этаж
ru | 16-летний | шестнадцатилетний
ru | более 300 человек | более трёхсот человек
ru | 2 минуты | две минуты
ru | до 5 млн руб. | до пяти миллионов рублей
ru | 2,5% | две целых пять десятых процента
ru | 1 200 000 лет | 1200000 лет
ru | в г. Туле | в городе Туле
ru | лидеры ЕС | лидеры е эс
ru | А. С. Пушкин | а эс Пушкин
ru | сбит БПЛА | сбит бэ пэ эль а
uk | голова СБУ | голова ес бе у
uk | 24 листопада | двадцять четвертого листопада
uk | у 2026 році | у дві тисячі двадцять шостому році
uk | 300 000 осіб | триста тисяч осіб
uk | о 17:30 | о сімнадцятій 30
uk | перемога 3-2 | перемога 3 2
uk | № 5 | номер п'ять
uk | Карла III | Карла третього
uk | 5% | п'ять відсотків
kk | 24 қараша | жиырма төртінші қараша
kk | 2026 жылы | екі мың жиырма алтыншы жылы
kk | XX ғасыр | жиырмасыншы ғасыр
kk | 3-сынып | үшінші сынып
kk | 5 млн теңге | бес миллион теңге
kk | 5% | бес пайыз
kk | -5 | минус бес
de | am 24. November | am vierundzwanzigsten November
de | im 20. Jahrhundert | im zwanzigsten Jahrhundert
de | im Jahr 1998 | im Jahr neunzehnhundertachtundneunzig
de | um 17:05 Uhr | um siebzehn Uhr fünf
de | gewann 3:2 | gewann drei zu zwei
de | Heinrich VIII. | Heinrich der Achte
de | 1 Woche | eine Woche
de | z. B. in der EU | zum Beispiel in der E U
de | St. Pauli | Sankt Pauli
de | 80 km/h | achtzig Kilometer pro Stunde
fr | le 2e tour | le deuxième tour
fr | au XXe siècle | au vingtième siècle
fr | François Ier | François premier
fr | Louis XIV | Louis quatorze
fr | à 17h30 | à dix-sept heures trente
fr | il fait -5 | il fait moins cinq
fr | M. Dupont | monsieur Dupont
fr | 3,5 Md€ | 3,5 milliards d'euros
fr | n° 5 | numéro cinq
es | el 3.er puesto | el tercer puesto
es | el siglo V | el siglo cinco
es | Felipe VI | Felipe sexto
es | 24/11/2026 | 24 de noviembre de 2026
es | 21 años | veintiún años
es | 200 personas | doscientas personas
es | hace -5 | hace menos cinco
es | 1 200 000 | 1200000
es | EE. UU. | Estados Unidos
es | 5 M€ | cinco millones de euros
"""


@pytest.mark.parametrize(("language", "written", "words"), table(HEARD))
def test_what_is_read_wrong_is_heard_right(
    phonemes: Phonemes, language: str, written: str, words: str
) -> None:
    meant = phonemes.of(words, language)
    assert phonemes.of(written, language) != meant
    heard = phonemes.of(said(written, language), language)
    # A number in digits is one word to eSpeak, the same in words is several.
    assert heard.replace(" ", "") == meant.replace(" ", "")
