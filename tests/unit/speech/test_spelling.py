from __future__ import annotations

import pytest

from tidings.document import Range
from tidings.speech import load_speller, word_at
from tidings.speech.spelling import letters_of

PLACE = Range("one", 0, 0, 5)


def said(word: str, language: str = "en") -> list[tuple[str, str]]:
    spelled = load_speller().spell(word, language, PLACE)
    return [(each.text, each.language) for each in spelled]


def test_a_capital_is_said_before_its_letter() -> None:
    assert said("Ada") == [("capital", "en"), ("a", "en"), ("d", "en"), ("a", "en")]
    assert said("Яр", "ru") == [("заглавная", "ru"), ("я", "ru"), ("р", "ru")]


def test_words_about_letters_are_english_where_there_are_none_and_letters_are_not() -> None:
    assert said("Łó", "pl") == [("capital", "en"), ("ł", "pl"), ("ó", "pl")]


def test_signs_that_a_voice_leaves_out_are_named() -> None:
    assert [text for text, _ in said("o\u2019-5")] == ["o", "apostrophe", "hyphen", "5"]


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("cafe\u0301", ("c", "a", "f", "é")),
        ("q\u0301a", ("q", "\u0301", "a")),
        ("a\ud800b", ("a", "b")),
        ("𝒜b", ("𝒜", "b")),
        ("👩\u200d🚀!", ("👩\u200d🚀", "!")),
        ("a\u00adb", ("a", "b")),
        ("☀\ufe0f👍\U0001f3fda", ("☀\ufe0f", "👍\U0001f3fd", "a")),
        ("", ()),
    ],
)
def test_a_letter_is_what_is_drawn_as_one(word: str, letters: tuple[str, ...]) -> None:
    assert letters_of(word) == letters


@pytest.mark.parametrize(
    ("character", "word"),
    [
        (0, "The"),
        (2, "The"),
        (3, "U.N"),
        (4, "U.N"),
        (8, "U.N"),
        (14, "isn’t"),
        (21, ""),
        (22, ""),
        (-1, "The"),
    ],
)
def test_the_word_at_a_character_is_without_the_signs_around_it(character: int, word: str) -> None:
    text = "The “U.N.” — isn’t). …"
    start, end = word_at(text, character)
    assert text[start:end] == word


def test_every_letter_lights_the_word() -> None:
    assert {each.range for each in load_speller().spell("Ada", "en", PLACE)} == {PLACE}
