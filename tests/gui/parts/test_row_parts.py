"""What an entry of the list says, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from tests.gui.parts.test_article_list import rows, shown
from tests.gui.window.steps import wait_until
from tidings.document import Article
from tidings.ui.article_list import ArticleList
from tidings.ui.article_rows import META, PARTS, Row
from tidings.ui.listings import row as row_of
from tidings.ui.marks import Mark
from tidings.ui.row_parts import RowPart, RowParts, row_parts_from_text, row_parts_to_text

__all__ = ["shown"]

ROW = Row("1", "Fog", "Harbour", "1 Jan", 525, False, True, "en")
OPTIONAL = [part for part in RowPart if part is not RowPart.TITLE]

choices = st.builds(
    RowParts,
    st.permutations(list(RowPart)).map(tuple),
    st.frozensets(st.sampled_from(OPTIONAL)),
)


def test_title_source_date_state_and_length_are_said_where_nothing_was_chosen() -> None:
    assert ROW.told_at(175, RowParts()) == "Fog, Harbour, 1 Jan, unread, saved, 3 minutes"
    assert ROW.details_at(175, RowParts()) == "Harbour · 1 Jan · unread · saved · 3 minutes"


@given(choices)
def test_what_is_kept_comes_back(parts: RowParts) -> None:
    assert row_parts_from_text(row_parts_to_text(parts)) == parts


@given(st.text() | st.lists(st.sampled_from([p.value for p in RowPart] + ["-"])).map(" ".join))
def test_whatever_was_kept_gives_a_whole_choice(text: str) -> None:
    parts = row_parts_from_text(text)
    assert set(parts.order) == set(RowPart)
    assert RowPart.TITLE in parts.told
    assert parts in (RowParts(), row_parts_from_text(row_parts_to_text(parts)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title",
        "title source date read saved",
        "title source date read saved length length",
        "title source date read saved size",
        "-title source date read saved length",
        "title source date read saved --length",
    ],
)
def test_what_makes_no_sense_is_the_usual(text: str) -> None:
    assert row_parts_from_text(text) == RowParts()


@given(choices, st.sampled_from(list(RowPart)), st.integers(-9, 9))
def test_a_part_that_moves_passes_the_others_and_stays_within(
    parts: RowParts, part: RowPart, steps: int
) -> None:
    moved = parts.move(part, steps)
    place = min(max(parts.order.index(part) + steps, 0), len(RowPart) - 1)
    assert moved.order.index(part) == place
    assert [p for p in moved.order if p is not part] == [p for p in parts.order if p is not part]
    assert moved.left_out == parts.left_out


@given(choices, st.sampled_from(OPTIONAL))
def test_a_part_is_left_out_and_taken_back_at_its_place(parts: RowParts, part: RowPart) -> None:
    without = parts.put(part, told=False)
    assert part not in without.told
    assert part in without.put(part, told=True).told
    assert without.order == parts.order


def test_the_title_is_never_left_out() -> None:
    with pytest.raises(ValueError, match="title"):
        RowParts().put(RowPart.TITLE, told=False)


@given(choices)
def test_what_is_said_stands_in_the_order_that_was_chosen(parts: RowParts) -> None:
    said = ["Fog", "Harbour", "1 Jan", "read", "changed", "saved", "3 minutes", "also in 1 source"]
    words = dict(zip(RowPart, said, strict=True))
    told = [words[part] for part in parts.told]
    row = replace(ROW, read=True, changed=True, also_in=1)
    assert row.told_at(175, parts) == ", ".join(told)
    told.remove("Fog")
    assert row.details_at(175, parts) == " · ".join(told)


@pytest.mark.parametrize("left_out", ["", "-"])
def test_an_order_of_an_older_version_holds_with_the_new_parts_behind(left_out: str) -> None:
    parts = row_parts_from_text(f"date title {left_out}source read saved length")
    assert [part.value for part in parts.order] == [
        *("date", "title", "source", "read", "saved", "length"),
        *("changed", "also-in"),
    ]
    assert parts.left_out == ({RowPart.SOURCE} if left_out else set())
    only_one = row_parts_from_text("also-in title source date -read saved length")
    assert only_one.order[0] is RowPart.ALSO_IN
    assert only_one.order[-1] is RowPart.CHANGED


def test_nothing_is_said_of_what_is_not_so() -> None:
    assert "also" not in ROW.told_at(175, RowParts())
    assert "changed" not in ROW.told_at(175, RowParts())
    assert replace(ROW, also_in=3).told_at(175, RowParts()).endswith("also in 3 sources")


def test_the_list_tells_and_shows_what_was_chosen(shown: ArticleList) -> None:
    shown.show_rows("Stories", rows(2))
    told = shown.view.model().index(0, 0)
    height = shown.view.visualRect(told).height()
    shown.show_parts(row_parts_from_text("-read date title -source -saved -length"))
    assert told.data(META) == "1 Jan"
    assert told.data(Qt.ItemDataRole.AccessibleTextRole) == "1 Jan, The 0. ferry"
    shown.show_parts(row_parts_from_text("title -date -read -source -saved -length"))
    assert told.data(META) == ""
    wait_until(lambda: 0 < shown.view.visualRect(told).height() < height)


def test_a_row_carries_the_language_of_its_story(shown: ArticleList) -> None:
    article = Article("1", "Туман", (), language="ru")
    shown.show_rows("Stories", [row_of(article, Mark(), "Harbour")])
    assert shown.view.model().index(0, 0).data(PARTS)[0] == ("Туман", "ru")
