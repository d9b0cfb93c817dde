"""The time left, as it is shown and told by a key, in the real window."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.gui.window.steps import Opened, wait_until
from tests.unit.playback.stage import story
from tidings.document import Article, Position
from tidings.playback import Pause, StoryTime
from tidings.speech import (
    PRESETS,
    ArticleScript,
    ScriptMaker,
    guessed_time,
    load_announcements,
)
from tidings.ui.listening_times import AHEAD, SETTLED, ListeningTimes
from tidings.ui.stories import Stories


def true_minutes(opened: Opened, place: Position, rate: int) -> float:
    """Return how long the rest of a story takes, measured at once."""
    script = opened.reader.stories.script(place.article)
    assert script is not None
    times = StoryTime(script)
    while not times.is_measured:
        times.measure_part()
    return times.left(place).minutes_at(rate)


def shown(opened: Opened) -> str:
    return opened.window.player.left.text()


def test_the_time_left_is_measured_and_follows_rate_and_what_is_announced(sample: Opened) -> None:
    reader, view = sample.reader, sample.window.view
    place = view.position_at_caret()
    assert place is not None

    def left(rate: int) -> str:
        return f"{round(true_minutes(sample, place, rate))} minutes left"

    reader.manner.set_rate(80)
    wait_until(lambda: shown(sample).startswith(left(80)), shown(sample))
    sample.press("W", on=view)
    assert left(80) in sample.told[-1]
    slow = shown(sample)
    # The whole list: each story, and the silence between them.
    order = reader.stories.order
    whole = sum(true_minutes(sample, Position(key, -10), 80) for key in order)
    whole += (len(order) - 1) * 1.2 / 60
    wait_until(lambda: f"{round(whole)} minutes to the end of the list" in told_by_w(sample))
    reader.manner.set_rate(240)
    assert shown(sample) != slow
    assert shown(sample).startswith(left(240))
    before = true_minutes(sample, place, 80)
    reader.announcing._choose(PRESETS["none"])
    assert true_minutes(sample, place, 80) < before
    reader.manner.set_rate(80)
    wait_until(lambda: shown(sample).startswith(left(80)), shown(sample))


def told_by_w(opened: Opened) -> str:
    opened.press("W", on=opened.window.view)
    return opened.told[-1]


def test_among_headlines_the_stories_do_not_count(sample: Opened) -> None:
    sample.press("Ctrl+Shift+H")
    wait_until(lambda: sample.reader.speaker.position is not None)
    sample.reader.speaker.on(Pause())
    assert "to the end of the list" not in told_by_w(sample)


def test_a_long_story_is_measured_in_slices(qtbot: QtBot) -> None:
    long = story("long", *["It rained all day, and nobody went out to look at the sea."] * 4000)
    stories = Stories(ScriptMaker(load_announcements()))
    stories.put([long, story("two", "A short one.")])
    parent = QObject()
    times = ListeningTimes(stories, parent)
    longest = 0.0
    measure = times._measure

    def timed() -> None:
        nonlocal longest
        began = time.thread_time()
        measure()
        longest = max(longest, time.thread_time() - began)

    times._timer.timeout.disconnect()
    times._timer.timeout.connect(timed)
    guess, _ = times.left(Position("long", 0), ("two",))
    with qtbot.waitSignal(times.measured):
        pass
    assert 0 < longest < 0.02
    measured, whole = times.left(Position("long", 0), ("two",))
    assert measured != guess
    assert whole.silence == pytest.approx(measured.silence + 1200 + 400)
    # Nothing is measured twice, and nobody told of it.
    with qtbot.assertNotEmitted(times.measured, wait=SETTLED + 200):
        times.left(Position("long", 0), ("two",))


def test_of_a_list_of_thousands_the_next_stories_are_measured(qtbot: QtBot) -> None:
    scripts = ScriptMaker(load_announcements())
    scripted: list[str] = []

    def script_of(article: Article) -> ArticleScript:
        scripted.append(article.id)
        return scripts(article)

    stories = Stories(script_of)
    stories.put([story(str(number), "It rained all day.") for number in range(3000)])
    parent = QObject()
    times = ListeningTimes(stories, parent)
    asked: list[int] = []

    def words() -> dict[str, int]:
        asked.append(1)
        return dict.fromkeys(stories.order, 100)

    following = stories.order[1:]
    _, guess = times.left(Position("0", 0), following, words)
    with qtbot.waitSignal(times.measured):
        pass
    _, whole = times.left(Position("0", 0), following, words)
    assert len(scripted) == 1 + AHEAD
    assert len(asked) == 1
    beyond = guessed_time(100 * (2999 - AHEAD))
    assert beyond.words < whole.words < guess.words
    times.left(Position("1", 0), following[1:], words)
    assert len(asked) == 2
