"""What is said while one types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.ui.talking.seen import Control, Field
from tidings.ui.talking.typing import typing_words

ADDRESS = Control(1, "Address", "field")


def said(before: tuple[str, int, int], after: tuple[str, int, int]) -> list[str]:
    words = typing_words(Field(ADDRESS, *before), Field(ADDRESS, *after))
    return [each.text for each in words]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (("", 0, 0), ("a", 1, 1), ["a"]),
        (("a", 1, 1), ("a ", 2, 2), ["space"]),
        (("a b", 3, 3), ("a ", 2, 2), ["b", "deleted"]),
        (("a ", 2, 2), ("a", 1, 1), ["space", "deleted"]),
        (("a", 1, 1), ("", 0, 0), ["a", "deleted", "empty"]),
        (("ab", 2, 0), ("page.html", 9, 9), ["page.html"]),
        (("aa", 2, 2), ("aaa", 3, 3), ["a"]),
        (("abc", 1, 1), ("abc", 2, 2), ["c"]),
        (("abc", 2, 2), ("abc", 3, 3), ["end"]),
        (("one two three", 0, 0), ("one two three", 4, 4), ["two"]),
        (("abc", 3, 3), ("abc", 0, 0), ["a"]),
        (("abc", 0, 0), ("abc", 3, 0), ["abc", "selected"]),
        (("abc", 3, 0), ("abc", 3, 3), ["no longer selected"]),
        (("abc", 1, 1), ("abc", 1, 1), []),
    ],
)
def test_it_is_said_what_was_done(
    before: tuple[str, int, int], after: tuple[str, int, int], words: list[str]
) -> None:
    assert said(before, after) == words


@given(st.text(max_size=12), st.integers(0, 12), st.text(min_size=2, max_size=5))
def test_what_is_put_in_anywhere_is_said(text: str, at: int, more: str) -> None:
    at = min(at, len(text))
    whole = text[:at] + more + text[at:]
    words = said((text, at, at), (whole, at + len(more), at + len(more)))
    # Among letters alike it cannot be known which came: as many are said.
    assert len("".join(words)) == len(more)
    assert sorted("".join(words)) == sorted(more)


@given(st.text(max_size=9), st.text(max_size=9), st.integers(0, 9), st.integers(0, 9))
def test_nothing_that_is_done_raises(one: str, other: str, caret: int, anchor: int) -> None:
    before = (one, min(caret, len(one)), min(anchor, len(one)))
    after = (other, min(anchor, len(other)), min(caret, len(other)))
    assert all(said(before, after)) or one == other
