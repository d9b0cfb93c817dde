from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.window.steps import wait_until
from tidings.ui.article_list import ArticleList
from tidings.ui.article_rows import META, Row

MANY = 1_000


def rows(count: int, name: str = "story") -> list[Row]:
    return [
        Row(f"{name} {n}", f"The {n}. ferry", "Harbour", "1 Jan", 300, False, False)
        for n in range(count)
    ]


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[ArticleList]:
    shown = ArticleList()
    shown.resize(300, 400)
    shown.show()
    qapp.processEvents()
    yield shown
    shown.close()
    shown.deleteLater()


def place_of_last(shown: ArticleList) -> bool:
    """Tell whether the last row has its place already."""
    last = shown.view.model().index(len(shown.ids) - 1, 0)
    return not shown.view.visualRect(last).isEmpty()


def is_in_view(shown: ArticleList) -> bool:
    rect = shown.view.visualRect(shown.view.currentIndex())
    return not rect.isEmpty() and shown.view.viewport().rect().contains(rect.center())


def test_a_long_list_is_laid_out_in_parts(shown: ArticleList) -> None:
    shown.show_rows("Stories", rows(MANY))
    QApplication.processEvents()

    first = shown.view.model().index(0, 0)
    assert not shown.view.visualRect(first).isEmpty()
    assert not place_of_last(shown)
    wait_until(lambda: place_of_last(shown))


def test_a_story_far_below_comes_into_view_once_it_has_its_place(shown: ArticleList) -> None:
    shown.show_rows("Stories", rows(MANY))
    shown.go_to("story 900")

    assert shown.current == "story 900"
    wait_until(lambda: is_in_view(shown))


def test_more_stories_leave_the_place_in_the_list(shown: ArticleList) -> None:
    shown.show_rows("Stories", rows(MANY))
    shown.go_to("story 999")
    wait_until(lambda: is_in_view(shown))

    shown.append_rows("Stories", rows(300, "more"))

    wait_until(lambda: place_of_last(shown))
    wait_until(lambda: is_in_view(shown))
    assert shown.current == "story 999"


def test_lengths_follow_the_rate_once_it_rests(shown: ArticleList) -> None:
    shown.show_rows("Stories", rows(2))
    telling = shown.view.model().index(1, 0)
    assert telling.data(META).endswith("2 minutes")
    for rate in (180, 240, 300):
        shown.show_rate(rate)
    wait_until(lambda: telling.data(META).endswith("1 minute"))


def test_a_mark_changes_what_a_row_tells(shown: ArticleList) -> None:
    shown.show_rows("Stories", rows(2))
    telling = shown.view.model().index(0, 0)
    assert "unread" in telling.data(META)

    shown.mark("story 0", read=True)

    assert "unread" not in telling.data(META)


def test_its_name_tells_how_many_stories_are_left(shown: ArticleList) -> None:
    shown.show_rows("Stories", rows(2))
    shown.remove("story 0")
    assert shown.view.accessibleName() == "Stories, 1 story"
    shown.remove("story 1")
    assert shown.view.accessibleName() == "Stories, 0 stories"
