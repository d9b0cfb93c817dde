"""Finding words in a story, and in all stories."""

from __future__ import annotations

from tests.gui.window.conftest import SAMPLES
from tests.gui.window.steps import Opened, is_seen, process, wait_until
from tidings.playback import Mode


def selected(opened: Opened) -> str:
    return opened.window.view.textCursor().selectedText()


def test_enter_finds_the_next_and_shift_enter_the_one_before(sample: Opened) -> None:
    view = sample.window.view
    sample.press("Ctrl+F", on=view)
    sample.type("lighthouse")
    at = []
    for _ in range(3):
        sample.press("Return")
        assert selected(sample).casefold() == "lighthouse"
        assert view.viewport().rect().intersects(view.cursorRect())
        at.append(view.textCursor().selectionStart())
    assert at == sorted(set(at))
    sample.press("Shift+Return")
    assert view.textCursor().selectionStart() == at[1]
    assert sample.window.find_bar.field.hasFocus()


def test_what_was_found_is_told_with_its_words_around(sample: Opened) -> None:
    sample.press("Ctrl+F", on=sample.window.view)
    sample.type("lighthouse")
    sample.press("Return")
    assert sample.told[-1] == "Found: A Lighthouse Logbook Comes Home After Sixty Years"


def test_it_goes_round_and_says_so(sample: Opened) -> None:
    sample.press("Ctrl+F", on=sample.window.view)
    sample.type("lighthouse")
    sample.press("Shift+Return")
    assert sample.told[-1].startswith("Found from the end on: ")
    sample.press("Return")
    assert sample.told[-1].startswith("Found from the beginning on: ")


def test_what_is_not_there_is_said_and_the_caret_stays(sample: Opened) -> None:
    sample.press("P", on=sample.window.view)
    caret = sample.window.view.textCursor().position()
    sample.press("Ctrl+F")
    sample.type("submarine")
    sample.press("Return")
    assert sample.told[-1] == "“submarine” is not in this story."
    assert sample.window.view.textCursor().position() == caret


def test_escape_closes_the_bar_and_reading_goes_on_from_what_was_found(sample: Opened) -> None:
    view = sample.window.view
    sample.press("Ctrl+F", on=view)
    sample.type("canvas")
    sample.press("Return")
    start = view.textCursor().selectionStart()
    sample.press("Esc")
    assert not sample.window.find_bar.isVisible()
    assert view.hasFocus()
    assert view.textCursor().position() == start
    words: list[object] = []
    sample.reader.speaker.lit.connect(lambda _sentence, word: words.append(word))
    sample.press("Space")
    wait_until(lambda: any(words))
    first = next(word for word in words if word)
    article = view.article
    assert article is not None
    assert article.part_text(first.block)[first.start : first.end] == "canvas"  # type: ignore[attr-defined]


def test_a_second_search_begins_with_the_words_of_the_first(sample: Opened) -> None:
    sample.press("Ctrl+F", on=sample.window.view)
    sample.type("canvas")
    sample.press("Esc")
    sample.press("Ctrl+F")
    assert sample.window.find_bar.field.selectedText() == "canvas"


def test_a_search_lists_stories_and_enter_leads_to_the_sentence(sample: Opened) -> None:
    sample.reader.desk.open(str(SAMPLES / "quiet-day.html"))
    sample.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    sample.press("Ctrl+Shift+F")
    sample.type("canvas")
    sample.press("Return")
    wait_until(lambda: sample.window.list.view.hasFocus())
    assert sample.told[-1] == "1 story found."
    assert sample.window.list.view.accessibleName() == "Stories with “canvas”, 1 story"
    row = sample.window.list.row(sample.window.list.ids[0])
    assert row is not None
    assert "canvas" in row.details
    sample.press("Return")
    assert sample.window.view.hasFocus()
    assert "canvas" in sample.caret_text
    view = sample.window.view
    assert view.document().toPlainText()[view.textCursor().position() :].startswith("canvas")
    assert is_seen(view)
    assert view.viewport().rect().intersects(view.cursorRect())


def test_a_search_does_not_move_the_place_that_was_left(sample: Opened) -> None:
    view = sample.window.view
    for _ in range(2):
        sample.press("P", on=view)
    left = view.position_at_caret()
    assert left is not None
    wait_until(lambda: sample.reader.desk.marks.place(left.article) == left)
    sample.press("Ctrl+Shift+F")
    sample.type("canvas")
    sample.press("Return")
    wait_until(lambda: sample.window.list.view.hasFocus())
    rest = sample.reader.browsing._rest
    wait_until(lambda: not rest.isActive())
    assert view.position_at_caret() != left
    sample.reader.desk.show_shelf(str((SAMPLES / "harbour-watch.html").as_uri()))
    wait_until(lambda: len(sample.window.list.ids) == 5)
    process()
    assert view.position_at_caret() == left


def test_a_search_without_a_result_stays_in_the_field(sample: Opened) -> None:
    before = sample.window.list.ids
    sample.press("Ctrl+Shift+F")
    sample.type("submarine")
    sample.press("Return")
    sample.wait_for_message("No story holds these words.")
    process()
    assert sample.window.header.search.hasFocus()
    assert sample.window.list.ids == before


def test_an_empty_search_asks_for_words(sample: Opened) -> None:
    sample.press("Ctrl+Shift+F")
    sample.press("Return")
    assert sample.told[-1] == "Type the words to look for."


def test_typing_does_not_stop_the_voice(sample: Opened) -> None:
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    sample.press("Ctrl+F")
    sample.type("harbour")
    assert sample.reader.speaker.mode is Mode.PLAYING
