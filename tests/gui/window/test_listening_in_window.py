"""Voice and window together, without a sound device: the light walks all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, wait_until
from tidings.document import Position, Range
from tidings.playback import Mode

TWO = """<!doctype html><html lang="en"><head><title>Two</title>
<script>var imgEnhancerBreakpoints = [0];</script></head><body class="pg-section"><div id="content">
<div class="news">
<div class="news__item news__item--unopenable accordeon__item" data-article-id="1">
<h1 class="title pg-title pg-title--immovable">The mill</h1><div class="wsw">
<p>On Monday the old mill by the river was opened to visitors after four years.</p>
<p>Forty came, and all of them went home with flour on their sleeves.</p></div></div>
<div class="news__item news__item--unopenable accordeon__item" data-article-id="2">
<h1 class="title pg-title pg-title--immovable">The boat</h1><div class="wsw">
<p>The evening boat came in at nine with nobody on board but the captain.</p>
<p>He had his supper in the kitchen of the inn, and said that it was good.</p></div></div>
</div></div></body></html>"""


@pytest.fixture
def two(opening: Open, tmp_path: Path) -> Opened:
    page = tmp_path / "two.html"
    page.write_text(TWO, encoding="utf-8")
    opened = opening(str(page))
    assert len(opened.window.list.ids) == 2
    for _ in range(70):
        opened.reader.commands.run("faster")
    return opened


def lit(opened: Opened) -> str:
    """Return the words that are lit in the view."""
    return " ".join(s.cursor.selectedText() for s in opened.window.view.extraSelections())


def test_stories_are_read_to_the_end_marked_and_followed(two: Opened) -> None:
    first, second = two.window.list.ids
    two.press("Space", on=two.window.view)
    wait_until(lambda: "old mill" in lit(two))
    wait_until(lambda: two.title == "The boat", "the view does not go with the voice")
    assert two.window.list.current == second
    row = two.window.list.row(first)
    assert row is not None
    assert row.read
    two.wait_for_message("That was the last story.")
    assert two.reader.desk.marks.of(second).read
    assert two.reader.speaker.mode is Mode.STOPPED
    assert lit(two) == ""
    assert two.window.player.play.text().strip() == "Play"
    assert two.focus is two.window.view


def test_a_short_story_is_read_when_it_is_gone_to_and_not_when_it_is_passed_by(
    two: Opened,
) -> None:
    second = two.window.list.ids[1]
    marks, rest = two.reader.desk.marks, two.reader.browsing._rest
    two.press("Down", on=two.window.list.view)
    assert two.title == "The boat"
    wait_until(lambda: not rest.isActive())
    assert not marks.of(second).read
    two.press("Return")
    wait_until(lambda: marks.of(second).read)


def test_the_view_stays_where_the_reader_has_gone_meanwhile(sample: Opened) -> None:
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    for _ in range(3):
        sample.press("Down", on=sample.window.list.view)
    title = sample.title
    sample.reader.listening.skip_story(forward=True)
    wait_until(
        lambda: (
            (place := sample.reader.speaker.position) is not None
            and place.article == sample.window.list.ids[1]
        )
    )
    assert sample.title == title


def test_pausing_what_is_not_shown_and_going_on_keeps_to_it(sample: Opened) -> None:
    spoken = sample.window.list.ids[0]
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    sample.press("Down", on=sample.window.list.view)
    sample.press("Ctrl+Space")
    assert sample.reader.speaker.mode is Mode.PAUSED
    sample.press("Ctrl+Space")
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    position = sample.reader.speaker.position
    assert position is not None
    assert position.article == spoken
    # After the caret was moved, Play means the story that is shown.
    sample.press("Ctrl+Space")
    sample.press("P", on=sample.window.view)
    sample.press("Ctrl+Space")
    wait_until(
        lambda: (
            (place := sample.reader.speaker.position) is not None
            and place.article == sample.window.list.ids[1]
        )
    )


def test_a_story_goes_on_while_another_page_is_opened_and_its_place_is_kept(
    sample: Opened,
) -> None:
    spoken = sample.window.list.ids[0]
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    sample.reader.desk.open(str(SAMPLES / "quiet-day.html"))
    sample.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    assert sample.reader.speaker.mode is Mode.PLAYING
    marks = sample.reader.desk.marks
    before = marks.place(spoken)
    sample.press("Alt+Down", on=sample.window.view)
    wait_until(lambda: marks.place(spoken) != before)


def test_pause_puts_the_caret_where_the_voice_was(sample: Opened) -> None:
    sample.press("Space", on=sample.window.view)
    words: list[Range] = []
    sample.reader.speaker.lit.connect(lambda _sentence, word: words.append(word) if word else None)
    wait_until(lambda: len(words) > 4)
    sample.press("Space")
    caret = sample.window.view.position_at_caret()
    assert caret is not None
    assert (caret.block, caret.character) >= (words[2].block, words[2].start)
    assert sample.window.player.play.accessibleName() == "Play"


def test_the_time_left_is_shown_and_shrinks(two: Opened) -> None:
    assert "left" in two.window.player.left.text()
    two.press("W", on=two.window.view)
    assert two.told[-1] == "Story 1 of 2, paragraph 1 of 2, less than a minute left."


def test_where_am_i_in_a_pause_is_where_play_goes_on(sample: Opened) -> None:
    reader, view = sample.reader, sample.window.view
    sample.press("Space", on=view)
    wait_until(lambda: reader.speaker.mode is Mode.PLAYING)
    sample.press("Space")
    sample.press("W")
    assert ", paragraph 1 of" in sample.told[-1]
    for _ in range(3):
        sample.press("P")
    caret = view.position_at_caret()
    assert caret is not None
    assert caret.block > 1
    sample.press("W")
    assert f", paragraph {caret.block + 1} of" in sample.told[-1]
    sample.press("Space")
    assert reader.speaker.position == caret


@pytest.mark.parametrize("spoken", [False, True])
def test_going_to_a_place_in_silence_is_silent_and_told(sample: Opened, spoken: bool) -> None:
    reader, view = sample.reader, sample.window.view
    if spoken:
        sample.press("Space", on=view)
        wait_until(lambda: reader.speaker.mode is Mode.PLAYING)
        sample.press("Space")
    mode = reader.speaker.mode
    place = Position(reader.stories.order[0], 4, 0)
    reader.listening.go_to(place)
    assert reader.speaker.mode is mode
    assert reader.speaker.position == place
    assert view.position_at_caret() == place
    sample.press("W", on=view)
    assert ", paragraph 5 of" in sample.told[-1]
    sample.press("Space")
    assert reader.speaker.position == place


def test_the_voice_of_a_storys_language_can_be_chosen_by_keys(sample: Opened) -> None:
    voice = sample.window.player.voice
    wait_until(lambda: voice.count() > 2)
    sample.press("Down", on=voice)
    chosen = voice.currentData()
    assert chosen
    assert sample.reader.speaker.voicing.voices["en"] == chosen
    sample.press("N", on=sample.window.view)
    assert sample.title.startswith("Библиобус")
    assert voice.currentText() == "Automatic"
    sample.press("B")
    assert voice.currentData() == chosen
