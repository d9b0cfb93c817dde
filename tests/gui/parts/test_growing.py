"""Where stories come into a list that is listed already."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.ui.growing import insertions

IDS = st.lists(st.sampled_from("abcdefghij"), unique=True)


@pytest.mark.parametrize(
    ("listed", "order", "wanted"),
    [
        ("", "", ""),
        ("", "ab", "ab"),
        ("abc", "abc", "abc"),
        ("abc", "nabc", "nabc"),
        ("abc", "abnmc", "abnmc"),
        ("abc", "abcn", "abcn"),
        # What left the list, such as what was read, stays where it is.
        ("abc", "anc", "anbc"),
        ("abc", "n", "nabc"),
        # What is listed in another order by now does not move.
        ("abc", "cnab", "abcn"),
        ("abc", "nbma", "nabmc"),
    ],
)
def test_what_is_new_stands_behind_what_it_follows(listed: str, order: str, wanted: str) -> None:
    assert grown(list(listed), list(order)) == list(wanted)


@given(IDS, IDS)
def test_nothing_that_is_listed_moves_and_nothing_is_lost(
    listed: list[str], order: list[str]
) -> None:
    found = grown(listed, order)
    assert [id_ for id_ in found if id_ in listed] == listed
    assert sorted(found) == sorted({*listed, *order})


def grown(listed: list[str], order: list[str]) -> list[str]:
    found = list(listed)
    for place, ids in reversed(insertions(listed, order)):
        found[place:place] = ids
    return found
