"""What the keys of the window, of listening and of the list of stories do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListWidget, QWidget

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, wait_until
from tidings.library import ArticleSummary, View
from tidings.playback import Mode
from tidings.ui.help import CommandList
from tidings.ui.window import Pane

LOGBOOK = "A Lighthouse Logbook Comes Home After Sixty Years"
FERRY_CAT = "Ferry Cat Retires to the Ticket Office"


def mode_is(opened: Opened, *modes: Mode) -> None:
    wait_until(lambda: opened.reader.speaker.mode in modes, f"never {modes}")


# --- moving about ----------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["F6", "Shift+F6"])
def test_f6_goes_through_all_panes_and_comes_round(sample: Opened, key: str) -> None:
    window = sample.window
    window.go_to_pane(Pane.READING)
    seen: list[QWidget] = []
    for _ in Pane:
        sample.press(key)
        assert sample.focus.isVisible()
        seen.append(sample.focus)
    assert len(set(seen)) == len(Pane)
    assert seen[-1] is window.view
    expected = [
        window.player.play,
        window.skip_links.buttons[0],
        window.sizes.choices[2],
        window.breaking.buttons[0],
        window.sources.view,
        window.list.view,
        window.view,
    ]
    assert seen == (expected if key == "F6" else [*expected[-2::-1], window.view])


def test_f6_passes_over_an_empty_bar(opening: Open) -> None:
    opened = opening(str(SAMPLES / "quiet-day.html"))
    for _ in range(len(Pane) - 1):
        opened.press("F6")
        assert not opened.window.breaking.isVisible()
    assert opened.focus is opened.window.view


@pytest.mark.parametrize(("key", "field"), [("Ctrl+L", "address"), ("Ctrl+Shift+F", "search")])
def test_a_field_is_gone_to_with_its_text_selected(sample: Opened, key: str, field: str) -> None:
    line: QLineEdit = getattr(sample.window.header, field)
    line.setText("something")
    sample.press(key)
    assert sample.focus is line
    assert line.selectedText() == "something"
    sample.press("Esc")
    assert sample.window.view.hasFocus()


def test_ctrl_o_asks_for_a_file_and_opens_it(sample: Opened) -> None:
    sample.press("Ctrl+O")
    dialog = sample.dialog
    assert isinstance(dialog, QFileDialog)
    assert dialog.testOption(QFileDialog.Option.ReadOnly)  # Delete deletes no file
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    sample.type(str(SAMPLES / "quiet-day.html"))
    sample.press("Return")
    sample.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    sample.activate()
    assert sample.focus is sample.window.view


def test_ctrl_o_and_escape_change_nothing(sample: Opened) -> None:
    sample.window.go_to_pane(Pane.LIST)
    sample.press("Ctrl+O")
    sample.close_dialog()
    assert sample.focus is sample.window.list.view
    assert sample.title == LOGBOOK


def test_f1_lists_every_key_of_the_table(sample: Opened) -> None:
    sample.press("F1")
    dialog = sample.dialog
    assert isinstance(dialog, CommandList)
    listed = "\n".join(_texts(dialog.list))
    for binding in sample.reader.keymap:
        assert binding.words in listed
        for key in binding.display:
            assert key in listed
    assert dialog.field.hasFocus()
    sample.close_dialog()
    assert sample.focus is sample.window.view


def test_f1_follows_the_readers_own_keys(opening: Open, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "keymap.toml").write_text('[next-article]\nkeys = ["J"]\n')
    opened = opening(str(SAMPLES / "harbour-watch.html"))
    opened.press("N")
    assert opened.title == LOGBOOK
    opened.press("J")
    assert opened.title != LOGBOOK
    opened.press("F1")
    assert isinstance(opened.dialog, CommandList)
    assert any(text.startswith("Next story: J") for text in _texts(opened.dialog.list))


def test_the_palette_narrows_runs_and_gives_the_focus_back(sample: Opened) -> None:
    sample.press("Ctrl+Shift+P")
    dialog = sample.dialog
    assert isinstance(dialog, CommandList)
    sample.type("larger")
    assert [text.partition(":")[0] for text in _texts(dialog.list)] == ["Larger text"]
    sample.press("Return")
    wait_until(lambda: sample.dialog is None)
    assert sample.window.points == 28
    sample.activate()
    assert sample.focus is sample.window.view


def test_the_palette_walks_with_arrows_past_the_headings(sample: Opened) -> None:
    sample.press("Ctrl+Shift+P")
    dialog = sample.dialog
    assert isinstance(dialog, CommandList)
    seen = [dialog.list.currentItem().text()]
    for _ in range(dialog.list.count()):
        sample.press("Down")
        seen.append(dialog.list.currentItem().text())
    assert len(set(seen)) == len(list(sample.reader.keymap))
    sample.close_dialog()


def test_a_palette_without_a_match_says_so_and_runs_nothing(sample: Opened) -> None:
    sample.press("Ctrl+Shift+P")
    dialog = sample.dialog
    assert isinstance(dialog, CommandList)
    sample.type("xyzzy")
    assert _texts(dialog.list) == ["No command has these words."]
    sample.press("Return")
    assert sample.dialog is dialog
    sample.close_dialog()


def test_the_palette_can_bring_a_field(sample: Opened) -> None:
    sample.press("Ctrl+Shift+P")
    sample.type("address")
    sample.press("Return")
    wait_until(lambda: sample.dialog is None)
    sample.activate()
    assert sample.focus is sample.window.header.address


# --- what does the next key do ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("H", "H: Next heading."),
        ("Shift+H", "Shift+H: Previous heading."),
        ("Ctrl+Plus", "Ctrl+Plus: Larger text."),
        ("N", "N: Next story."),
        ("Esc", "Esc: Stop speaking, then leave the field."),
        ("Space", "Space: Play from here, or pause."),
        ("Shift+F1", "Shift+F1: Say what the next key does."),
        ("Tab", "Tab: Next control."),
        ("Down", "Down: Move the caret."),
        ("Z", "Z does nothing here."),
    ],
)
def test_the_next_key_is_explained_and_not_done(sample: Opened, key: str, words: str) -> None:
    view, window = sample.window.view, sample.window
    caret, points = view.textCursor().position(), window.points
    sample.press("Shift+F1", on=view)
    assert sample.told[-1] == "Press a key to hear what it does."
    sample.press(key.replace("Plus", "+"))
    assert sample.told[-1] == words
    assert (view.textCursor().position(), window.points) == (caret, points)
    assert sample.focus is view
    assert sample.title == LOGBOOK
    assert sample.reader.speaker.mode is Mode.STOPPED
    sample.press("N")
    assert sample.title != LOGBOOK


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("A", "A: Type in the field."),
        ("S", "S: Type in the field."),
        ("Space", "Space: Type in the field."),
        ("Backspace", "Backspace: Delete in the field."),
        ("Return", "Return: Take what is typed in the field."),
        ("Ctrl+Z", "Ctrl+Z: Undo in the field."),
        ("Ctrl+F", "Ctrl+F: Find in this story."),
    ],
)
def test_a_key_is_explained_in_a_field_too(sample: Opened, key: str, words: str) -> None:
    field = sample.window.header.search
    field.setText("boats")
    sample.press("Shift+F1", on=field)
    sample.press(key)
    assert sample.told[-1] == words
    assert field.text() == "boats"
    assert sample.focus is field
    sample.type("!")
    assert field.text() == "boats!"


def test_a_key_of_the_list_is_explained_there(sample: Opened) -> None:
    before = sample.window.list.ids
    sample.press("Shift+F1", on=sample.window.list.view)
    sample.press("Delete")
    assert sample.told[-1] == "Del: Remove the story."
    assert sample.window.list.ids == before


# --- listening -------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["Ctrl+Space", "Media Play"])
def test_play_pause_and_go_on(sample: Opened, key: str) -> None:
    sample.press(key)
    mode_is(sample, Mode.PLAYING)
    assert sample.window.player.play.text().strip() == "Pause"
    sample.press(key)
    mode_is(sample, Mode.PAUSED)
    assert sample.window.player.play.text().strip() == "Play"
    sample.press(key)
    mode_is(sample, Mode.PLAYING, Mode.STARTING)


def test_escape_stops_first_and_leaves_the_field_second(sample: Opened) -> None:
    sample.press("Space", on=sample.window.view)
    mode_is(sample, Mode.PLAYING)
    sample.press("Ctrl+L")
    sample.press("Esc")
    assert sample.reader.speaker.mode is Mode.STOPPED
    assert sample.window.header.address.hasFocus()
    sample.press("Esc")
    assert sample.focus is sample.window.view


def test_escape_stops_before_it_closes_the_find_bar(sample: Opened) -> None:
    sample.press("Space", on=sample.window.view)
    mode_is(sample, Mode.PLAYING)
    sample.press("Ctrl+F")
    sample.press("Esc")
    assert sample.window.find_bar.isVisible()
    sample.press("Esc")
    assert not sample.window.find_bar.isVisible()
    assert sample.focus is sample.window.view


def test_faster_and_slower_are_said_and_shown(sample: Opened) -> None:
    sample.press("Ctrl+]")
    assert sample.told[-1] == "185 words a minute."
    assert sample.window.player.rate.text() == "185 words a minute"
    sample.press("Ctrl+[")
    sample.press("Ctrl+[")
    assert sample.told[-1] == "165 words a minute."


def test_sentences_and_paragraphs_are_walked_in_silence(sample: Opened) -> None:
    view = sample.window.view
    sample.press("Ctrl+Home", on=view)
    starts = [view.position_at_caret()]
    for key in ("Alt+Down", "Alt+Down", "Alt+Right", "Alt+Right"):
        sample.press(key)
        starts.append(view.position_at_caret())
        assert starts[-1] != starts[-2]
    for key in ("Alt+Left", "Alt+Left"):
        sample.press(key)
    assert view.position_at_caret() == starts[2]
    sample.press("Alt+Up")
    assert view.position_at_caret() == starts[1]
    assert sample.reader.speaker.mode is Mode.STOPPED


def test_a_silent_step_over_the_end_of_a_story_shows_the_next(sample: Opened) -> None:
    sample.press("Ctrl+End", on=sample.window.view)
    sample.press("Alt+Down")
    assert sample.title.startswith("Библиобус")
    assert sample.window.list.current == sample.window.list.ids[1]


def test_r_repeats_and_w_tells_where_one_is(sample: Opened) -> None:
    sample.press("W", on=sample.window.view)
    assert sample.told[-1].startswith("Story 1 of 5, paragraph 1 of 14, ")
    sample.press("R")
    mode_is(sample, Mode.PLAYING)
    sample.press("W")
    assert sample.told[-1].startswith("Story 1 of 5, paragraph 1 of 14, ")


def test_n_and_b_go_from_story_to_story_and_say_where_it_ends(sample: Opened) -> None:
    sample.press("B", on=sample.window.view)
    assert sample.told[-1] == "This is the first story."
    titles = [sample.title]
    for _ in range(4):
        sample.press("N")
        titles.append(sample.title)
        assert sample.focus is sample.window.view
    assert len(set(titles)) == 5
    sample.press("N")
    assert sample.told[-1] == "This is the last story."
    sample.press("B")
    assert sample.title == titles[3]


def test_n_while_speaking_takes_voice_and_view_along(sample: Opened) -> None:
    sample.press("Space", on=sample.window.view)
    mode_is(sample, Mode.PLAYING)
    sample.press("N")
    wait_until(lambda: sample.title.startswith("Библиобус"))
    position = sample.reader.speaker.position
    assert position is not None
    assert position.article == sample.window.list.ids[1]


def test_n_while_paused_shows_the_next_story_and_play_reads_that(sample: Opened) -> None:
    sample.press("Space", on=sample.window.view)
    mode_is(sample, Mode.PLAYING)
    sample.press("Space")
    mode_is(sample, Mode.PAUSED)
    sample.press("N")
    assert sample.title.startswith("Библиобус")
    sample.press("Space")
    wait_until(
        lambda: (
            (p := sample.reader.speaker.position) is not None
            and p.article == sample.window.list.ids[1]
        )
    )


def test_play_without_a_story_says_so(opening: Open, tmp_path: Path) -> None:
    opened = opening(str(tmp_path / "missing.html"), waits=False)
    opened.wait_for_message("There is no file")
    for key in ("Space", "W", "R", "Alt+Right"):
        opened.press(key, on=opened.window.view)
        assert opened.told[-1] == "No story is open.", key


# --- the list --------------------------------------------------------------------------------


def test_arrows_in_the_list_show_stories_and_mark_none_as_read(sample: Opened) -> None:
    view = sample.window.list.view
    view.setFocus()
    for _ in range(4):
        sample.press("Down")
    assert sample.title == "What Saltmere Heard When the Engines Stopped"
    assert sample.focus is view
    rows = [sample.window.list.row(id_) for id_ in sample.window.list.ids]
    assert [row.read for row in rows if row] == [False] * 5
    # It was long enough for the place to be kept, had the reader stopped there.
    rest = sample.reader.browsing._rest
    wait_until(lambda: not rest.isActive())
    assert not sample.reader.desk.marks.of(sample.window.list.current).read


def test_enter_goes_to_the_story(sample: Opened) -> None:
    sample.press("Down", on=sample.window.list.view)
    sample.press("Return")
    assert sample.focus is sample.window.view
    assert sample.title.startswith("Библиобус")


def test_s_saves_and_takes_off_and_says_so(sample: Opened) -> None:
    article = sample.window.list.current
    sample.press("S", on=sample.window.list.view)
    assert sample.told[-1] == f"Saved: {LOGBOOK}"
    row = sample.window.list.row(article)
    assert row is not None
    assert "saved" in row.details
    sample.press("S")
    assert sample.told[-1] == f"Not saved any more: {LOGBOOK}"


@pytest.mark.parametrize("times", [1, 2])
def test_r_marks_a_story_as_read_and_once_more_as_unread(sample: Opened, times: int) -> None:
    article = sample.window.list.current
    for _ in range(times):
        sample.press("R", on=sample.window.list.view)
    is_read = times == 1
    assert sample.told[-1] == f"Marked as {'read' if is_read else 'unread'}: {LOGBOOK}"
    row = sample.window.list.row(article)
    assert row is not None
    assert row.read == is_read
    assert sample.focus is sample.window.list.view
    kept: list[ArticleSummary] = []
    nothing: list[ArticleSummary] = []
    sample.reader.keeping.do(lambda library: library.summaries(View.ALL), kept.extend, nothing)
    wait_until(lambda: bool(kept))
    assert {mark.id for mark in kept if mark.read} == ({article} if is_read else set())


def test_delete_removes_goes_to_the_next_and_ctrl_z_brings_back(sample: Opened) -> None:
    before = sample.window.list.ids
    sample.press("Delete", on=sample.window.list.view)
    assert sample.window.list.ids == before[1:]
    assert sample.told[-1] == f"Removed: {LOGBOOK}. Ctrl+Z brings it back."
    assert sample.window.list.current == before[1]
    assert sample.title.startswith("Библиобус")
    assert sample.focus is sample.window.list.view
    sample.press("Ctrl+Z")
    assert sample.window.list.ids == before
    assert sample.title == LOGBOOK
    assert sample.told[-1] == f"Brought back: {LOGBOOK}"
    assert sample.focus is sample.window.list.view
    sample.press("Ctrl+Z")
    assert sample.told[-1] == "There is no removed story to bring back."


def test_the_way_back_is_told_with_the_readers_own_key(opening: Open, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "keymap.toml").write_text('[undo-remove]\nkeys = ["Y"]\n')
    opened = opening(str(SAMPLES / "harbour-watch.html"))
    opened.press("Delete", on=opened.window.list.view)
    assert opened.told[-1] == f"Removed: {LOGBOOK}. Y brings it back."
    opened.press("Y")
    assert opened.title == LOGBOOK


@pytest.mark.parametrize("typed", ["", "-", "  "])
def test_an_address_that_is_none_asks_for_one(sample: Opened, typed: str) -> None:
    sample.press("Ctrl+L")
    sample.window.header.address.clear()
    sample.type(typed)
    sample.press("Return")
    assert sample.told[-1] == "Type a web address, or the name of a file."
    assert sample.title == LOGBOOK


def test_all_stories_can_be_removed_and_brought_back(sample: Opened) -> None:
    before = sample.window.list.ids
    for _ in before:
        sample.press("Delete", on=sample.window.list.view)
    assert sample.window.list.ids == ()
    assert "No story is left here" in sample.text
    assert sample.focus is sample.window.list.view
    for key in ("S", "Delete", "Return"):
        sample.press(key)
        assert sample.told[-1] == "No story is chosen.", key
    for _ in before:
        sample.press("Ctrl+Z")
    assert sample.window.list.ids == before


def test_a_story_of_another_page_is_brought_back_too(sample: Opened) -> None:
    removed = sample.window.list.current
    sample.press("Delete", on=sample.window.list.view)
    sample.reader.desk.open(str(SAMPLES / "quiet-day.html"))
    sample.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    sample.press("Ctrl+Z", on=sample.window.list.view)
    assert sample.told[-1] == f"Brought back: {LOGBOOK}"
    sample.reader.desk.open(str(SAMPLES / "harbour-watch.html"))
    wait_until(lambda: removed in sample.window.list.ids)


def test_what_is_not_read_yet_is_read_at_its_end(sample: Opened) -> None:
    article = sample.window.list.current
    sample.press("Ctrl+End", on=sample.window.view)
    wait_until(lambda: (row := sample.window.list.row(article)) is not None and row.read)


def _texts(found: QListWidget) -> list[str]:
    return [found.item(row).text() for row in range(found.count()) if found.item(row).flags().value]


def test_a_story_that_is_shown_takes_over_from_the_one_that_is_spoken(sample: Opened) -> None:
    first, second = sample.reader.stories.order[:2]
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    sample.reader.desk.show_story(second)
    sample.press("Space", on=sample.window.view)
    position = sample.reader.speaker.position
    assert position is not None
    assert position.article == second != first
    assert sample.reader.speaker.mode in (Mode.STARTING, Mode.PLAYING)


def test_both_clicks_of_a_double_click_land_in_the_palette(sample: Opened) -> None:
    sample.press("Ctrl+Shift+P")
    dialog = sample.dialog
    assert isinstance(dialog, CommandList)
    sample.type("larger")
    target, left = dialog.list.viewport(), Qt.MouseButton.LeftButton
    at = dialog.list.visualItemRect(dialog.list.item(0)).center()
    QTest.mouseClick(target, left, pos=at)
    assert sample.dialog is dialog
    QTest.mouseDClick(target, left, pos=at)
    assert sample.dialog is dialog
    wait_until(lambda: sample.dialog is None)
    assert sample.window.points == 28
