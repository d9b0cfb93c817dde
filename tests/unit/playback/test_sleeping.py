from __future__ import annotations

from array import array
from itertools import pairwise

import pytest

from tests.unit.playback.stage import Stage, story
from tidings.document import Position
from tidings.playback import Heard, Mode, Notice, Pause, Play, Skip, SleepIn, StopAfterStory, Unit
from tidings.playback.sleeping import FADE, SleepTimer

LONG = story("long", *(f"Sentence number {n} stands here by itself." for n in range(400)))
ONE = story("one", "The ferry left at noon. Nobody waved.", title="A quiet departure")
TWO = story("two", "Rain came in the evening.", title="Weather")


def playing(*articles: object) -> Stage:
    stage = Stage(articles or (LONG,), loudness=10_000)  # type: ignore[arg-type]
    first = stage.articles[0]
    stage.on(Play(Position(first.id, first.parts[0])))
    stage.answer_all()
    return stage


def loudest(stage: Stage, start: float, end: float) -> int:
    """Return the peak of what is heard from ``start`` to ``end`` of the stream, in ms."""
    return max(map(abs, stage.samples[round(start) : round(end)]))


def test_fades_out_over_the_last_half_minute_and_pauses_at_the_word() -> None:
    stage = playing()
    stage.on(SleepIn(40_000))
    stage.play_on(39_980)
    assert stage.is_in(Mode.PLAYING)
    heard = list(stage.samples)
    assert max(map(abs, heard[5_000:9_900])) == 10_000
    peaks = [max(map(abs, heard[at : at + 1_000])) for at in range(10_000, 39_000, 1_000)]
    assert peaks == sorted(peaks, reverse=True)
    assert peaks[14] == pytest.approx(2_800, rel=0.1)
    assert max(map(abs, heard[39_500:39_980])) < 10
    stage.play_on(100)
    assert stage.is_in(Mode.PAUSED)
    assert stage.told == [Notice.FELL_ASLEEP]
    assert stage.session.position == stage.words[-1].position
    assert stage.stream == 0
    assert stage.session.sleeps_in is None


def test_the_fade_has_no_steps() -> None:
    timer = SleepTimer()
    timer.set(FADE)
    before = array("h", [10_000] * 22_050)
    faded = array("h", timer.fade(before.tobytes(), 22_050, 4_000))
    steps = {one - other for one, other in pairwise(faded)}
    assert steps <= {0, 1}


def test_the_fade_begins_in_the_midst_of_a_sound() -> None:
    timer = SleepTimer()
    timer.set(FADE + 50)
    faded = array("h", timer.fade(array("h", [10_000] * 100).tobytes(), 1000, 0))
    assert faded[49] == 10_000
    assert faded[99] == pytest.approx(9_967, abs=2)


def test_after_the_sleep_play_goes_on_at_full_loudness() -> None:
    stage = playing()
    stage.on(SleepIn(31_000))
    stage.play_on(32_000)
    word = stage.session.position
    stage.on(Play())
    stage.answer_all()
    assert stage.session.position == word
    assert loudest(stage, 0, 3_000) == 10_000
    stage.play_on(60_000)
    assert stage.is_in(Mode.PLAYING)


def test_a_pause_and_a_stop_cost_the_timer_nothing() -> None:
    stage = playing()
    stage.on(SleepIn(60_000))
    stage.play_on(10_000)
    stage.on(Pause())
    stage.play_on(50_000)
    stage.on(Play())
    stage.on(Skip(Unit.SENTENCE, forward=True))
    stage.answer_all()
    assert stage.session.sleeps_in == pytest.approx(50_000, abs=20)


def test_asked_for_more_time_in_the_fade_it_is_loud_again_at_once() -> None:
    stage = playing()
    stage.on(SleepIn(40_000))
    stage.play_on(30_000)
    word = stage.session.position
    stage.on(SleepIn(40_000))
    stage.answer_all()
    assert stage.session.position == word
    assert loudest(stage, stage.clock, stage.clock + 3_000) == 10_000


def test_after_a_fade_another_choice_does_not_break_the_sound() -> None:
    stage = playing()
    stage.on(SleepIn(31_000))
    stage.play_on(32_000)
    stage.on(Play())
    stage.answer_all()
    asked = len(stage.asked)
    stage.on(SleepIn(60_000))
    stage.on(SleepIn(None))
    assert len(stage.asked) == asked


def test_a_skip_in_the_fade_goes_on_fading_from_there() -> None:
    stage = playing()
    stage.on(SleepIn(40_000))
    stage.play_on(25_000)
    stage.on(Skip(Unit.SENTENCE, forward=True))
    stage.answer_all()
    assert loudest(stage, 0, 500) == pytest.approx(10_000 * 0.25, rel=0.05)


def test_a_change_far_from_the_end_does_not_break_the_sound() -> None:
    stage = playing()
    asked = len(stage.asked)
    stage.on(SleepIn(60_000))
    stage.on(SleepIn(None))
    assert len(stage.asked) == asked
    assert stage.stream > 0


@pytest.mark.parametrize("moment", [0, 200, 1_500])
def test_stops_after_the_story_whenever_that_is_asked_for(moment: float) -> None:
    stage = playing(ONE, TWO)
    stage.play_on(moment)
    stage.on(StopAfterStory(True))
    stage.answer_all()
    stage.play_out()
    assert stage.is_in(Mode.PAUSED)
    assert stage.told == [Notice.STOPPED_AFTER_STORY]
    assert stage.finished == ["one"]
    assert stage.began == ["one"]
    assert "Weather" not in stage.said
    assert stage.stream == 0
    assert not stage.session.stops_after_story
    stage.on(Play())
    stage.answer_all()
    stage.play_out()
    assert stage.finished == ["one", "two"]
    assert stage.told[-1] is Notice.END_OF_QUEUE


def test_a_story_is_heard_to_its_last_word_as_loud_as_ever() -> None:
    stage = playing(ONE, TWO)
    stage.on(StopAfterStory(True))
    stage.answer_all()
    stage.play_on(stage.stream - 200)
    assert stage.text_of(stage.words[-1]) == "waved."
    last = len(stage.samples) - 400  # the pause after the paragraph
    assert loudest(stage, last - 100, last) == 10_000


def test_reads_on_after_all_when_that_is_taken_back() -> None:
    stage = playing(ONE, TWO)
    stage.on(StopAfterStory(True))
    stage.answer_all()
    stage.play_on(300)
    stage.on(StopAfterStory(False))
    stage.answer_all()
    stage.play_out()
    assert stage.finished == ["one", "two"]


def test_that_is_taken_back_before_the_silence() -> None:
    stage = playing(ONE, TWO)
    stage.on(StopAfterStory(True))
    stage.answer_all()
    asked = len(stage.asked)
    stage.on(StopAfterStory(False))
    assert [request.text for request in stage.asked[asked:]] == ["Weather"]


def test_a_clock_that_runs_on_in_a_pause_counts_for_nothing() -> None:
    stage = playing()
    stage.on(SleepIn(60_000))
    stage.play_on(500)
    place = stage.session.position
    stage.on(Pause())
    stage.on(Heard(5_000))
    assert stage.session.sleeps_in == pytest.approx(59_500)
    assert stage.words[-1].position == place


def test_after_the_last_story_it_is_the_end_of_the_queue() -> None:
    stage = playing(TWO)
    stage.on(StopAfterStory(True))
    stage.play_out()
    assert stage.told == [Notice.END_OF_QUEUE]
    assert stage.is_in(Mode.STOPPED)
