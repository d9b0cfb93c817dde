from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.speech.normalise.slavic.numerals import Case, Form, Numerals
from tidings.speech.normalise.slavic.russian_numerals import russian
from tidings.speech.normalise.slavic.ukrainian_numerals import ukrainian


@pytest.mark.parametrize(
    ("number", "case", "gender", "words"),
    [
        (0, Case.NOMINATIVE, "m", "ноль"),
        (1, Case.ACCUSATIVE, "f", "одну"),
        (21, Case.NOMINATIVE, "n", "двадцать одно"),
        (342, Case.GENITIVE, "f", "трёхсот сорока двух"),
        (1000, Case.NOMINATIVE, "m", "тысяча"),
        (1001, Case.INSTRUMENTAL, "f", "тысячей одной"),
        (2026, Case.PREPOSITIONAL, "m", "двух тысячах двадцати шести"),
        (21_000, Case.DATIVE, "m", "двадцати одной тысяче"),
        (1_000_000, Case.NOMINATIVE, "f", "один миллион"),
        (5_300_000_000, Case.GENITIVE, "m", "пяти миллиардов трёхсот миллионов"),
    ],
)
def test_a_cardinal_number_has_a_case_and_a_gender(
    number: int, case: Case, gender: str, words: str
) -> None:
    assert russian().cardinal(number, case, gender) == words


@pytest.mark.parametrize(
    ("number", "form", "words"),
    [
        (0, Form.FEMININE, "нулевая"),
        (3, Form.FEMININE_ACCUSATIVE, "третью"),
        (40, Form.MASCULINE, "сороковой"),
        (100, Form.GENITIVE, "сотого"),
        (246, Form.MASCULINE, "двести сорок шестой"),
        (2000, Form.PREPOSITIONAL, "двухтысячном"),
        (25_000, Form.MASCULINE, "двадцатипятитысячный"),
    ],
)
def test_an_ordinal_number_has_a_form(number: int, form: Form, words: str) -> None:
    assert russian().ordinal(number, form) == words


def test_ukrainian_numbers_are_declined_too() -> None:
    numbers = ukrainian()
    assert numbers.cardinal(208, Case.GENITIVE) == "двохсот восьми"
    assert numbers.cardinal(1500, Case.INSTRUMENTAL) == "тисячею п'ятьмастами"
    assert numbers.ordinal(1703, Form.PREPOSITIONAL) == "тисяча сімсот третьому"
    assert numbers.ordinal(2000, Form.MASCULINE) == "двотисячний"


@given(
    st.sampled_from([russian(), ukrainian()]),
    st.integers(0, 999_998),
    st.sampled_from(Case),
    st.sampled_from(Form),
)
def test_every_number_has_words_of_its_own(
    numbers: Numerals, number: int, case: Case, form: Form
) -> None:
    for gender in "mfn":
        assert numbers.cardinal(number, case, gender) != numbers.cardinal(number + 1, case, gender)
    assert numbers.ordinal(number, form) != numbers.ordinal(number + 1, form)
