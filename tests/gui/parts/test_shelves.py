"""The lines of the pane of sources, and where a source goes that is moved."""

from __future__ import annotations

import pytest

from tidings.library import SourceSummary
from tidings.ui.shelf_order import Move, moved_folder, moved_source
from tidings.ui.shelves import Shelf, folder_key, lines, place_of

SHELVES = (
    Shelf("unread", "Unread", 5),
    Shelf("m", "Mill news", 2, unread=True, folder="Town"),
    Shelf("h", "Harbour news", 1, unread=True),
    Shelf("c", "Hill news", unread=True, folder="Country", error="It is gone."),
    Shelf("w", "Weir news", 1, unread=True, folder="Town", error="It is broken."),
)


def test_what_is_in_no_folder_comes_first_then_each_folder_with_what_is_in_it() -> None:
    assert [line.text for line in lines(SHELVES)] == [
        "Unread, 5",
        "Harbour news, 1 unread",
        "Town, 3 unread",
        "Mill news, 2 unread",
        "Weir news, 1 unread. It is broken.",
        "Country",
        "Hill news. It is gone.",
    ]


def test_the_folder_is_said_where_it_is_only_seen() -> None:
    assert [line.said for line in lines(SHELVES)] == [
        "Unread, 5",
        "Harbour news, 1 unread",
        "Town, folder of 2 sources, 3 unread, expanded",
        "Mill news, 2 unread, folder Town",
        "Weir news, 1 unread, folder Town. It is broken.",
        "Country, folder of 1 source, expanded",
        "Hill news, folder Country. It is gone.",
    ]


def test_of_a_folded_folder_there_is_its_name_and_what_is_wrong_in_it() -> None:
    found = lines(SHELVES, {"Town"})
    assert [line.title for line in found] == [
        *("Unread", "Harbour news", "Town", "Country", "Hill news")
    ]
    assert found[2].text == "Town, 3 unread. 1 source could not be refreshed."
    assert found[2].said == (
        "Town, folder of 2 sources, 3 unread, collapsed. 1 source could not be refreshed."
    )
    assert (found[2].is_folder, found[2].folded) == (True, True)


def test_a_shelf_in_a_folded_folder_is_where_that_is() -> None:
    folded = lines(SHELVES, {"Town"})
    assert place_of("w", SHELVES, lines(SHELVES)) == 4
    assert place_of("w", SHELVES, folded) == place_of(folder_key("Town"), SHELVES, folded) == 2
    assert place_of("nowhere", SHELVES, folded) == -1


SOURCES = [
    SourceSummary(address, title, 0, 0, folder=folder)
    for address, title, folder in (
        ("m", "Mill news", "Town"),
        ("h", "Harbour news", ""),
        ("c", "Hill news", "Country"),
        ("w", "Weir news", "Town"),
        ("q", "Quay news", ""),
        ("d", "Dale news", "Country"),
        ("t", "Tower news", "Town"),
    )
]


def after(move: Move) -> list[str]:
    """Return the order after a move, as the library makes it."""
    order = [source.address for source in SOURCES]
    order.remove(move.source)
    order.insert(order.index(move.before) if move.before else len(order), move.source)
    return order


def shown(order: list[str]) -> list[str]:
    folders = {source.address: source.folder for source in SOURCES}
    found = lines([Shelf(each, each, folder=folders[each]) for each in order])
    return [line.title for line in found]


@pytest.mark.parametrize(
    ("address", "way", "order", "told"),
    [
        ("w", -1, "h q Town w m t Country c d", "Weir news, before Mill news."),
        ("w", 1, "h q Town m t w Country c d", "Weir news, after Tower news."),
        ("t", -1, "h q Town m t w Country c d", "Tower news, after Mill news."),
        ("h", 1, "q h Town m w t Country c d", "Harbour news, after Quay news."),
        ("d", -1, "h q Town m w t Country d c", "Dale news, before Hill news."),
    ],
)
def test_a_source_goes_a_place_on_among_its_like(
    address: str, way: int, order: str, told: str
) -> None:
    move = moved_source(SOURCES, address, way)
    assert shown(after(move)) == order.split()
    assert move.told == told


@pytest.mark.parametrize("folder", ["Town", "Country"])
@pytest.mark.parametrize("way", [-1, 1])
def test_a_folder_goes_with_all_that_is_in_it(folder: str, way: int) -> None:
    move = moved_folder(SOURCES, folder, way)
    if (folder, way) in (("Town", -1), ("Country", 1)):
        which = "first" if way < 0 else "last"
        assert move == Move(f"{folder} is the {which} already.")
    else:
        assert shown(after(move)) == ["h", "q", "Country", "c", "d", "Town", "m", "w", "t"]
        told = "Country, before Town." if way < 0 else "Town, after Country."
        assert move.told == told


@pytest.mark.parametrize(("address", "way"), [("m", -1), ("t", 1), ("h", -1), ("q", 1)])
def test_at_the_end_it_stays_and_that_is_said(address: str, way: int) -> None:
    move = moved_source(SOURCES, address, way)
    assert move.source == ""
    assert move.told.endswith("is the first already." if way < 0 else "is the last already.")


def test_the_only_one_is_the_first_and_the_last() -> None:
    only = SOURCES[:1]
    assert moved_source(only, "m", 1).source == moved_folder(only, "Town", -1).source == ""


def test_what_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        moved_source(SOURCES, "none", 1)
    with pytest.raises(KeyError):
        moved_folder(SOURCES, "None", 1)
