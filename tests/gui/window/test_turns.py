"""What takes long is done in several turns of the event loop, for the window to answer."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from tests.gui.window.conftest import SAMPLES
from tests.gui.window.steps import Opened, wait_until


def test_a_list_and_its_first_story_are_shown_in_turns(sample: Opened) -> None:
    desk = sample.reader.desk
    met: list[str] = []

    def listed(*_rows: object) -> None:
        met.append("list")
        QTimer.singleShot(0, desk, lambda: met.append("what was waiting"))

    desk.rows_shown.connect(listed)
    desk.story_shown.connect(lambda *_story: met.append("story"))
    desk.settled.connect(lambda _has_come: met.append("settled"))

    desk.open(str(SAMPLES / "quiet-day.html"))
    wait_until(lambda: "settled" in met)
    desk.show_shelf("all")
    wait_until(lambda: met.count("settled") == 2)

    assert met == ["list", "what was waiting", "story", "settled"] * 2


def test_a_story_that_was_chosen_meanwhile_stays(sample: Opened) -> None:
    desk = sample.reader.desk
    chosen: list[str] = []

    def choose(_title: str, _rows: object) -> None:
        chosen.append(desk.stories.order[-1])
        desk.show_story(chosen[-1])

    settled: list[bool] = []
    desk.settled.connect(settled.append)
    desk.rows_shown.connect(choose)

    desk.show_shelf("all")
    wait_until(lambda: bool(settled))

    assert desk.article is not None
    assert desk.article.id == chosen[-1] != desk.stories.order[0]


def test_a_list_has_its_story_though_an_empty_view_is_asked_for_meanwhile(sample: Opened) -> None:
    desk = sample.reader.desk
    settled: list[bool] = []
    desk.settled.connect(settled.append)
    desk.rows_shown.connect(lambda *_rows: desk.show_shelf("saved"))

    desk.show_shelf("all")
    wait_until(lambda: bool(settled))

    wait_until(lambda: desk.article is not None)
    assert desk.article is not None
    assert desk.article.id == desk.stories.order[0]
    assert settled == [False]
