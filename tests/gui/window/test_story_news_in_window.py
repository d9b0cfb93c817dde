"""What is known of a story besides its text: who tells it too, and that it has changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.gui.window.conftest import Open
from tests.gui.window.steps import Opened, process, wait_until
from tests.gui.window.test_sources_in_window import name
from tidings.document import Article, Edition, Paragraph, Position, Span
from tidings.library import CheckResult, Library, NewSource
from tidings.ui.article_rows import META

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
FERRY = "The evening ferry is late again, and nobody knows why"
SAID = ("The ferry came in at nine.", "Nobody was on board but the captain.")


def story(id_: str, title: str, *texts: str, hours: int = 0) -> Article:
    blocks = tuple(Paragraph((Span(text),)) for text in texts)
    date = NOON - timedelta(hours=hours)
    return Article(id_, title, blocks, published=date, language="en")


def check(library: Library, source: str, *stories: Article) -> bool:
    edition = Edition(f"https://{source}.org/", stories, title=source.title())
    library.note_check(edition.address, CheckResult(NOON, NOON, edition))
    return True


def bring(opened: Opened, source: str, *stories: Article) -> None:
    """Have a refresh bring stories of a source."""
    done: list[bool] = []
    opened.reader.keeping.do(lambda library: check(library, source, *stories), done.append)
    wait_until(lambda: bool(done))
    opened.reader.refreshing.done.emit()


@pytest.fixture
def told_twice(opening: Open, tmp_path: Path) -> Opened:
    """A window on all stories; the first is told by three sources, and was read."""
    with Library.open(tmp_path / "data").library as library:
        for source in ("harbour", "mill", "weir", "quarry"):
            library.follow(NewSource(f"https://{source}.org/", source.title()))
        check(library, "harbour", story("h1", FERRY, *SAID), story("h2", "Fog", "Fog.", hours=1))
        check(library, "mill", story("m1", FERRY, "Late.", hours=1))
        check(library, "weir", story("w1", FERRY, "Late indeed.", hours=2))
        check(library, "quarry", story("q1", "Stones", "Stones.", hours=3))
        library.set_read("h1", True)
        library.set_place(Position("h1", 0))
    opened = opening()
    opened.reader.desk.show_shelf("all")
    wait_until(lambda: name(opened) == "All stories, 3 stories")
    wait_until(lambda: opened.window.list.current == "h1")
    opened.window.list.view.setFocus()
    return opened


def told(opened: Opened, row: int = 0) -> str:
    index = opened.window.list.view.model().index(row, 0)
    seen = str(index.data(META)).replace(" · ", ", ")
    heard = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert heard == f"{index.data()}, {seen}"
    return seen


def test_a_row_tells_who_else_tells_it(told_twice: Opened) -> None:
    assert told(told_twice).endswith("also in 2 sources")
    assert "also" not in told(told_twice, 1)
    # Another source comes to tell it, and the row says so at once.
    again = story("q2", FERRY, "Late as ever.", hours=3)
    bring(told_twice, "quarry", again)
    wait_until(lambda: told(told_twice).endswith("also in 3 sources"))
    assert told_twice.window.list.ids == ("h1", "h2", "q1")


def test_a_command_names_the_other_sources(told_twice: Opened) -> None:
    told_twice.press("Ctrl+Shift+O")
    told_twice.wait_for_message("Also told by: Mill, Weir.")
    told_twice.press("Down")
    told_twice.press("Ctrl+Shift+O")
    told_twice.wait_for_message("No other source tells this story.")
    # From another of them the first is one of the others.
    told_twice.reader.desk.show_shelf("https://mill.org/")
    told_twice.wait_for_title(FERRY)
    wait_until(lambda: told_twice.window.list.ids == ("m1",))
    wait_until(lambda: told_twice.window.list.current == "m1")
    told_twice.press("Ctrl+Shift+O", on=told_twice.window.view)
    told_twice.wait_for_message("Also told by: Harbour, Weir.")


def test_without_a_story_there_is_no_source(opening: Open, tmp_path: Path) -> None:
    (tmp_path / "none.html").write_text("<html><body></body></html>")
    opened = opening(str(tmp_path / "none.html"), waits=False)
    wait_until(lambda: bool(opened.told))
    opened.reader.commands.run("say-sources")
    opened.wait_for_message("No story is open.")


def test_a_story_that_changed_since_it_was_read_says_so_until_it_is_read_again(
    told_twice: Opened,
) -> None:
    assert "changed" not in told(told_twice)
    bring(told_twice, "harbour", story("h1", FERRY, *SAID, "It had lost its way in the fog."))
    wait_until(lambda: "read, changed" in told(told_twice))
    # The story in hand stays as it was, until one comes back to it.
    assert "lost its way" not in told_twice.text
    told_twice.press("Down")
    told_twice.press("Up")
    assert "lost its way" in told_twice.text
    assert "read, changed" in told(told_twice)
    told_twice.press("Ctrl+End", on=told_twice.window.view)
    wait_until(lambda: "changed" not in told(told_twice))
    assert "read" in told(told_twice)
    # It is kept, too, and may change again.
    bring(told_twice, "harbour", story("h1", FERRY, *SAID, "It had a new captain."))
    wait_until(lambda: "read, changed" in told(told_twice))


def test_what_changed_is_told_when_a_list_is_opened(opening: Open, tmp_path: Path) -> None:
    with Library.open(tmp_path / "data").library as library:
        library.follow(NewSource("https://harbour.org/", "Harbour"))
        check(library, "harbour", story("h1", FERRY, *SAID), story("h2", "Fog", "Fog."))
        library.set_read("h1", True)
        check(library, "harbour", story("h1", FERRY, *SAID, "More."), story("h2", "Fog", "Fog."))
        library.set_place(Position("h2", 0))
    opened = opening()
    assert "read, changed" in told(opened)
    opened.reader.desk.marks.set_read("h1", True)
    process()
    assert "changed" not in told(opened)
    opened.reader.desk.show_shelf("all")
    wait_until(lambda: name(opened).startswith("All"))
    assert "changed" not in told(opened)
