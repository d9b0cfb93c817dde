"""Something is said between two sentences: none of them is cut, left out or said twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.playback.stage import WORD, Stage, story
from tidings.document import Position, Range
from tidings.playback import (
    Heard,
    Interject,
    Mode,
    Notice,
    Pause,
    Play,
    Revoice,
    SleepIn,
    Stop,
    StopAfterStory,
    Voicing,
)
from tidings.speech import Kind, Utterance

ONE = story("one", "The ferry left at noon. Nobody waved.", "Gulls followed it past the pier.")
TWO = story("two", "Rain came in the evening.", title="Weather")
SENTENCES = [
    "The ferry left at noon.",
    "Nobody waved.",
    "Gulls followed it past the pier.",
    "Weather",
    "Rain came in the evening.",
]
NEWS = "Fog on the sound."
_ELSEWHERE = Range("headline", -1, 0, len(NEWS))
SAID = (
    Utterance(NEWS, "en", _ELSEWHERE, kind=Kind.TONE, tone="breaking", pause_after=40),
    Utterance(NEWS, "en", _ELSEWHERE, pause_after=400),
)


def playing() -> Stage:
    stage = Stage((ONE, TWO))
    stage.on(Play(Position("one", 0)))
    stage.answer_all()
    return stage


def heard(stage: Stage) -> list[str]:
    """The texts that were heard to their end, in their order; the rest is played out."""
    stage.play_out()
    return stage.said


def test_it_is_said_at_the_end_of_the_sentence_and_the_next_one_follows_it() -> None:
    stage = playing()
    stage.play_on(1.5 * WORD)
    stage.on(Interject(SAID))
    stage.play_on(3 * WORD)
    assert stage.interjected == 0
    assert stage.said == SENTENCES[:1]
    assert heard(stage) == [SENTENCES[0], NEWS, *SENTENCES[1:]]
    assert stage.interjected == 1
    assert stage.began == ["one", "two"]
    assert stage.finished == ["one", "two"]
    # Every word is lit once, and none while it is said.
    lit = [stage.text_of(word) for word in stage.words]
    assert " ".join(lit) == " ".join(SENTENCES)


def test_it_begins_in_the_pause_after_the_sentence_and_not_a_moment_later() -> None:
    stage = playing()
    stage.on(Interject(SAID))
    stage.play_on(5 * WORD - 20)
    assert stage.interjected == 0
    stage.on(Heard(5 * WORD - 1))
    assert stage.interjected == 0
    stage.on(Heard(5 * WORD + 1))
    assert stage.interjected == 1
    # What was made ready is dropped: the stream begins with the tone.
    assert stage.clock == 0
    assert stage.stream == pytest.approx(160, abs=1)


def test_nothing_of_the_story_is_lit_meanwhile_and_its_place_is_the_next_sentence() -> None:
    stage = playing()
    stage.on(Interject(SAID))
    stage.play_on(5 * WORD + 10)
    stage.play_on(3 * WORD)
    assert stage.said[-1] == NEWS
    assert [stage.text_of(each) for each in stage.sentences] == SENTENCES[:1]
    assert stage.session.position == Position("one", 0, 24)


def test_a_gap_that_was_missed_is_none() -> None:
    stage = playing()
    stage.play_on(5 * WORD - 20)
    stage.on(Interject(SAID))
    # The window was busy meanwhile, and the next sentence has begun.
    stage.play_on(200, step=200)
    assert (stage.interjected, stage.said[-1]) == (0, SENTENCES[1])
    assert heard(stage) == [*SENTENCES[:2], NEWS, *SENTENCES[2:]]


@pytest.mark.parametrize("sentence", range(len(SENTENCES)))
def test_after_whichever_sentence_nothing_is_lost(sentence: int) -> None:
    stage = playing()
    while stage.said[-1] != SENTENCES[sentence]:
        stage.play_on(10)
    stage.on(Interject(SAID))
    expected = [*SENTENCES[: sentence + 1], NEWS, *SENTENCES[sentence + 1 :]]
    if sentence == len(SENTENCES) - 1:
        # At the very end there is no going on: who asked says it in another way.
        expected.remove(NEWS)
    assert heard(stage) == expected
    assert stage.finished == ["one", "two"]
    assert stage.told == [Notice.END_OF_QUEUE]


def test_between_two_stories_it_comes_before_the_second() -> None:
    stage = playing()
    while stage.said[-1] != SENTENCES[2]:
        stage.play_on(10)
    stage.on(Interject(SAID))
    while not stage.interjected:
        stage.play_on(10)
    assert stage.finished == ["one"]
    assert stage.began == ["one", "two"]


def test_where_the_story_is_the_last_one_it_is_not_said() -> None:
    stage = playing()
    stage.on(StopAfterStory(True))
    while stage.said[-1] != SENTENCES[2]:
        stage.play_on(10)
    stage.on(Interject(SAID))
    stage.play_out()
    assert stage.interjected == 0
    assert stage.is_in(Mode.PAUSED)


def test_an_announcement_is_not_taken_from_what_it_announces() -> None:
    stage = Stage((story("one", "## Harbour", "The ferry left at noon."),))
    stage.on(Play(Position("one", 0)))
    stage.answer_all()
    stage.on(Interject(SAID))
    said = heard(stage)
    assert said.index(NEWS) == said.index("Harbour") + 1


def test_what_is_withdrawn_or_stopped_before_is_not_said() -> None:
    for end in (Interject(()), Stop()):
        stage = playing()
        stage.on(Interject(SAID))
        stage.on(end)
        stage.on(Play(Position("one", 0)))
        stage.answer_all()
        assert heard(stage) == SENTENCES


def test_another_voice_says_it_from_its_beginning() -> None:
    stage = playing()
    stage.on(Interject(SAID))
    stage.play_on(5 * WORD + 10)
    stage.play_on(2 * WORD)
    asked = len(stage.asked)
    stage.on(Revoice(Voicing(rate=400)))
    stage.answer_all()
    assert stage.asked[asked].text == NEWS
    assert heard(stage) == [SENTENCES[0], NEWS, *SENTENCES[1:]]


def test_a_worker_that_is_lost_amid_it_says_it_all_the_same() -> None:
    stage = playing()
    stage.on(Interject(SAID))
    while not stage.interjected:
        stage.play_on(10)
    stage.die()
    stage.come_back()
    stage.answer_all()
    assert heard(stage) == [SENTENCES[0], NEWS, *SENTENCES[1:]]


STEPS = st.sampled_from([30.0, 110.0, 470.0, "pause", "news", "rate", "sleep"])


@given(st.lists(STEPS, max_size=30))
def test_whenever_it_comes_every_sentence_is_heard_once_and_in_order(steps: list[object]) -> None:
    stage = playing()
    news = 0
    for step in steps:
        match step:
            case float():
                stage.play_on(step)
            case "pause":
                stage.on(Pause())
                stage.on(Play())
            case "news":
                news += stage.is_in(Mode.PLAYING)
                stage.on(Interject(SAID))
            case "rate":
                stage.on(Revoice(Voicing(rate=400)))
                stage.answer_all()
            case "sleep":
                stage.on(SleepIn(60_000))
    said = heard(stage)
    sentences = [each for each in said if each != NEWS]
    assert sentences == SENTENCES
    assert said.count(NEWS) <= stage.interjected <= news
