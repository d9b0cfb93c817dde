from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.speech.worker.words import Word, WordFinder


def found(text: str, locations: list[int]) -> list[str]:
    finder = WordFinder(text)
    words = [word for location in locations for word in finder.find(location, 0)]
    return [text[word.start : word.start + word.length] for word in words]


@pytest.mark.parametrize(
    ("text", "locations", "words"),
    [
        ("In 2019 he", [0, 3, 4, 4, 8], ["In", "2019", "he"]),
        ("He “said” it", [0, 4, 10], ["He", "said", "it"]),
        ("He “said” it", [0, 3, 10], ["He", "said", "it"]),
        ("one—two … three", [0, 4, 10], ["one", "two", "three"]),
        ("isn’t co-operating", [0, 6], ["isn’t", "co-operating"]),
        ("$3.5 mln, 50%", [0, 1, 2, 5, 10], ["$3.5", "mln", "50%"]),
        ("12/11/2024.", [0, 2, 3, 5, 6], ["12/11/2024"]),
        ("北京 今天", [0, 1, 3], ["北", "京", "今"]),
        ("a — b", [0, 2], ["a", "b"]),
        ("a -- b", [0, 2], ["a", "b"]),
        ("end of the day", [0, 4, 11], ["end", "of", "the", "day"]),
        ("a b", [2, 0], ["a", "b"]),
        ("a ", [5], []),
        ("", [0], []),
    ],
)
def test_words_at_places(text: str, locations: list[int], words: list[str]) -> None:
    assert found(text, locations) == words


def test_words_passed_over_begin_in_between() -> None:
    finder = WordFinder("in the end")
    assert finder.find(0, 100) == [Word(0, 2, 100)]
    assert finder.find(7, 240) == [Word(3, 3, 160), Word(7, 3, 240)]
    assert finder.find(7, 300) == []


@given(st.text(), st.lists(st.tuples(st.integers(0, 60), st.floats(0, 900))))
def test_words_are_in_the_text_and_in_order(text: str, places: list[tuple[int, float]]) -> None:
    finder = WordFinder(text)
    end, time = 0, 0.0
    for location, milliseconds in places:
        for word in finder.find(location, milliseconds):
            assert end <= word.start
            assert word.length > 0
            end = word.start + word.length
            assert end <= len(text)
            assert not text[word.start].isspace()
            assert not text[end - 1].isspace()
            assert time - 1e-6 <= word.milliseconds
            time = word.milliseconds
