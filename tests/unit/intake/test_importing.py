"""A list of sources adds what is new, and says so."""

from __future__ import annotations

import pytest

from tidings.extract import Subscription, SubscriptionList, read_opml, write_opml
from tidings.intake import Import, imported

QUAY = Subscription("Quay", "https://quay.example/rss", ("News",))
BRAE = Subscription("Brae", "https://brae.example/rss")


def test_only_what_is_not_followed_is_new() -> None:
    mine = Subscription("My own name", "http://QUAY.example/rss", ("Mine",))
    got = imported(SubscriptionList("", (QUAY, BRAE)), [mine])
    assert got == Import((BRAE,), 1)


def test_what_was_written_brings_nothing_new() -> None:
    assert imported(read_opml(write_opml([QUAY, BRAE])), [BRAE, QUAY]) == Import((), 2)


@pytest.mark.parametrize(
    ("brought", "sentence"),
    [
        (Import(()), "No source was added."),
        (Import((QUAY,)), "1 source was added."),
        (
            Import((QUAY, BRAE), 1),
            "2 sources were added. You follow 1 source of the list already.",
        ),
        (
            Import((), 2, ("The list is damaged.",)),
            "No source was added. You follow 2 sources of the list already. The list is damaged.",
        ),
    ],
)
def test_what_is_said_of_it(brought: Import, sentence: str) -> None:
    assert brought.told == sentence


def test_what_could_not_be_used_is_said_too() -> None:
    found = SubscriptionList("", (QUAY,), unusable=1)
    assert imported(found, ()).told == (
        "1 source was added. 1 entry of the list has no address that Tidings can follow."
    )
