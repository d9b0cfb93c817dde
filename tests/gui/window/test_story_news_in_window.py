"""What is known of a story besides its text: who tells it too, and that it has changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.gui.window.conftest import Open
from tests.gui.window.steps import Opened, process, wait_until
from tests.gui.window.test_sources_in_window import name
from tests.gui.window.test_talking_in_window import rest
from tidings.document import Article, Edition, Paragraph, Position, Range, Span
from tidings.library import CheckResult, Library, NewSource
from tidings.playback import Mode
from tidings.ui.article_rows import META
from tidings.ui.browsing import PLACE_DELAY

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
    opened.reader.news.refreshing.done.emit()


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


# --- what is new --------------------------------------------------------------------------

WHOLE = ("A new first passage.", *SAID, "It had lost its way.", "The fog was thick.")


@pytest.fixture
def changed(told_twice: Opened) -> Opened:
    """The story in hand was read, and says more since."""
    bring(told_twice, "harbour", story("h1", FERRY, *WHOLE))
    wait_until(lambda: "read, changed" in told(told_twice))
    for _ in range(70):
        told_twice.reader.commands.run("faster")
    return told_twice


def spoken(opened: Opened) -> list[str]:
    said: list[str] = []
    opened.reader.speaker.said.connect(lambda text: said.append(text) if text else None)
    return said


def test_only_what_is_new_is_spoken_and_lit_in_its_place(changed: Opened) -> None:
    said = spoken(changed)
    lit: list[Range] = []
    changed.reader.speaker.lit.connect(lambda sentence, _word: lit.append(sentence))
    changed.press("Ctrl+Shift+C")
    changed.wait_for_message("That was all that is new.")
    assert [text for n, text in enumerate(said) if said.index(text) == n] == [
        "A new first passage.",
        "It had lost its way.",
        "The fog was thick.",
    ]
    assert {place.block for place in lit if place} == {0, 3, 4}
    assert "lost its way" in changed.text
    # It is read now, as it says it now.
    assert "changed" not in told(changed)
    assert changed.reader.speaker.mode is Mode.STOPPED


def test_then_the_whole_story_is_played_from_the_caret_again(changed: Opened) -> None:
    changed.press("Ctrl+Shift+C")
    changed.wait_for_message("That was all that is new.")
    said = spoken(changed)
    changed.press("Ctrl+Home", on=changed.window.view)
    changed.press("Space")
    wait_until(lambda: any("came in at nine" in text for text in said))


def test_stopped_midway_it_is_left(changed: Opened) -> None:
    for _ in range(140):
        changed.reader.commands.run("slower")
    changed.press("Ctrl+Shift+C")
    wait_until(lambda: changed.reader.speaker.mode is Mode.PLAYING)
    assert changed.window.player.left.text() == ""
    # The next story is that of the list.
    changed.press("N", on=changed.window.view)
    changed.wait_for_title("Fog")
    changed.press("Esc")
    assert changed.reader.speaker.mode is Mode.STOPPED


def test_the_keys_for_paragraphs_and_the_caret_follow_what_is_new(changed: Opened) -> None:
    for _ in range(140):
        changed.reader.commands.run("slower")
    changed.press("Ctrl+Shift+C")
    wait_until(lambda: changed.reader.speaker.mode is Mode.PLAYING)
    changed.press("Alt+Down", on=changed.window.view)

    def is_at(block: int) -> bool:
        place = changed.reader.speaker.position
        return place is not None and place.block == block

    wait_until(lambda: is_at(3))
    changed.press("Esc")
    caret = changed.window.view.position_at_caret()
    assert caret is not None
    assert (caret.article, caret.block) == ("h1", 3)
    assert "changed" in told(changed)


def test_where_nothing_is_new_that_is_said(told_twice: Opened) -> None:
    told_twice.press("Ctrl+Shift+C")
    told_twice.wait_for_message("Nothing is new in this story since it was read.")
    told_twice.press("Down")
    told_twice.press("Ctrl+Shift+C")
    told_twice.wait_for_message("This story has not been read yet, so all of it is new.")
    assert told_twice.reader.speaker.mode is Mode.STOPPED


def test_a_short_story_whose_end_is_seen_at_once_tells_all_the_same(changed: Opened) -> None:
    changed.press("Down")
    changed.press("Up")
    changed.press("Ctrl+End", on=changed.window.view)
    wait_until(lambda: "changed" not in told(changed))
    said = spoken(changed)
    changed.press("Ctrl+Shift+C")
    changed.wait_for_message("That was all that is new.")
    assert "It had lost its way." in said
    assert "The ferry came in at nine." not in said


def test_what_was_not_seen_yet_does_not_count_as_read(told_twice: Opened) -> None:
    """The end of the old text is on the screen while the new one has come."""
    told_twice.press("Ctrl+End", on=told_twice.window.view)
    bring(told_twice, "harbour", story("h1", FERRY, *WHOLE))
    wait_until(lambda: "read, changed" in told(told_twice))
    told_twice.press("Up")
    told_twice.press("Down")
    rest(2 * PLACE_DELAY)
    assert "read, changed" in told(told_twice)
