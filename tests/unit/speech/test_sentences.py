from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.speech.printed_sentences import PRINTED
from tidings.speech.sentences import LONGEST, sentences, window_edge

TEXTS = st.text(st.sampled_from("aб. \n\t,—”“!?é\u0301🙂،۔。")) | st.text()


def split(text: str, language: str = "en") -> list[str]:
    return [text[one.start : one.end] for one in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            ["Gen. Ames left the U.N. at 5 p.m. on Monday.", "“Why?” asked Bo.", "No one knew."],
        ),
        ("ru", ["Он приехал в 2019 г. в Москву.", "«Зачем?» — спросил я.", "Никто не знал."]),
        ("fa", ["او رفت.", "چرا؟", "کسی نمی‌دانست."]),
        ("", ["One.", "Two."]),
        ("xx-Latn", ["One.", "Two."]),
    ],
)
def test_sentences_of_languages(language: str, expected: list[str]) -> None:
    assert split(" ".join(expected), language) == expected


@pytest.mark.parametrize(
    ("language", "line"),
    [(language, line) for language, lines in PRINTED.items() for line in lines.strip().split("\n")],
)
def test_sentences_of_news(language: str, line: str) -> None:
    assert split(line.replace(" | ", " "), language) == line.split(" | ")


def test_a_dash_before_a_capital_begins_a_sentence() -> None:
    assert split("He left. — Why? — asked Bo. - Then go.") == [
        "He left.",
        "— Why? — asked Bo.",
        "- Then go.",
    ]


@pytest.mark.parametrize("blanks", [2, 30, 500])
def test_blanks_between_sentences_are_of_none(blanks: int) -> None:
    assert split((" " * blanks).join(["", "One. ", "Two is here.", "Three"])) == [
        "One.",
        "Two is here.",
        "Three",
    ]


def test_lines_and_cells_end_a_sentence() -> None:
    assert split("one\ntwo\tthree\n\n four ") == ["one", "two", "three", "four"]


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    text = "word " * 70 + "word, " + "word " * 30
    first, second = sentences(text, "en")
    assert text[first.start : first.end].endswith("word,")
    assert (first.complete, second.complete) == (False, True)


def test_a_word_without_end_is_cut() -> None:
    assert [len(one) for one in split("x" * 50_000)] == [LONGEST] * 125


def test_a_letter_keeps_its_marks_where_a_word_is_cut() -> None:
    pieces = split("x" * (LONGEST - 1) + "e\u0301" + "y" * 10)
    assert [piece[0] for piece in pieces] == ["x", "e"]


@given(TEXTS, st.integers(1, 60), st.sampled_from(["en", "ru", "fa", "zh", ""]))
def test_all_text_is_in_one_sentence(text: str, times: int, language: str) -> None:
    text *= times
    end = 0
    for sentence in sentences(text, language):
        assert not text[end : sentence.start].strip()
        assert 0 < sentence.end - sentence.start <= LONGEST
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        end = sentence.end
    assert not text[end:].strip()


@given(TEXTS.filter(bool), st.integers(1, 200))
def test_a_window_ends_near_its_edge(text: str, slack: int) -> None:
    text = text * 600
    place = window_edge(text, len(text) - 1, min(slack, len(text) - 1), "en")
    assert len(text) - 1 - slack <= place <= len(text) - 1


def test_a_window_ends_where_a_sentence_begins() -> None:
    text = "One is here. Two is there. Three is nowhere at all"
    assert window_edge(text, 45, 40, "en") == text.index("Three")
    assert window_edge("word " * 20, 52, 40, "en") == 50
