from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.speech.worker.words import WordFinder


def found(text: str, locations: list[int]) -> list[str]:
    finder = WordFinder(text)
    words = [finder.find(location) for location in locations]
    return [text[word[0] : word[0] + word[1]] for word in words if word]


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
        ("a b", [2, 0], ["b"]),
        ("a ", [5], []),
        ("", [0], []),
    ],
)
def test_words_at_places(text: str, locations: list[int], words: list[str]) -> None:
    assert found(text, locations) == words


@given(st.text(), st.lists(st.integers(0, 60)))
def test_words_are_in_the_text_and_in_order(text: str, locations: list[int]) -> None:
    finder = WordFinder(text)
    end = 0
    for location in locations:
        if (word := finder.find(location)) is not None:
            start, length = word
            assert end <= start
            assert length > 0
            end = start + length
            assert end <= len(text)
            assert not text[start].isspace()
            assert not text[end - 1].isspace()
