"""Any events in any order: the place is kept, and there is never more than one sound."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.playback.stage import Stage, letters, story
from tidings.document import TITLE, Position
from tidings.playback import (
    Go,
    Interject,
    Mode,
    Notice,
    Pause,
    Play,
    Repeat,
    Revoice,
    Skip,
    SleepIn,
    Spell,
    Stop,
    StopAfterStory,
    Unit,
    Voicing,
)
from tidings.speech import Lost

ONE = story(
    "one",
    "The ferry left at noon. Nobody waved.",
    "Gulls followed it past the pier.",
    title="A quiet departure",
)
TWO = story("two", "Rain came in the evening.", title="Weather")
FERRY = Position("one", 0, 4)

EVENTS = st.sampled_from(
    [
        Play(),
        Play(Position("one", 0, 5)),
        Play(Position("two", 0, 3)),
        Go(Position("two", 0, 9)),
        Pause(),
        Stop(),
        Repeat(),
        Skip(Unit.SENTENCE, True),
        Skip(Unit.SENTENCE, False),
        Skip(Unit.PARAGRAPH, True),
        Skip(Unit.STORY, False),
        Revoice(Voicing(rate=400)),
        Spell(FERRY, letters(FERRY, "ferry")),
        Interject(letters(FERRY, "news")),
        Interject(()),
        StopAfterStory(True),
        StopAfterStory(False),
        SleepIn(40_000),
        SleepIn(700),
        SleepIn(None),
        "run",
        "answer",
        "die",
        "lost for good",
        "come back",
    ]
)


def happen(stage: Stage, event: object) -> None:
    match event:
        case "run":
            stage.play_on(130)
        case "answer":
            if stage.alive and stage.asked:
                stage.answer(words=2, finish=False)
        case "die":
            stage.die()
        case "lost for good":
            stage.alive = False
            stage.on(Lost("too often", final=True))
        case "come back":
            if not stage.alive:
                stage.come_back()
        case _:
            stage.on(event)  # type: ignore[arg-type]


def check_sound(stage: Stage) -> None:
    waiting = [request for request in stage.asked if request.id in stage.unanswered()]
    assert len(waiting) <= 1, "two sentences are being made at once"
    if stage.is_in(Mode.STOPPED):
        assert stage.stream == 0, "stopped with sound in the stream"
        assert not stage.is_held(), "stopped with the stream held: the next sound is not heard"
        assert not waiting, "stopped with a request under way"
    if stage.is_in(Mode.PAUSED):
        assert stage.is_held() or stage.stream == 0, "sound runs on in a pause"
    if stage.is_in(Mode.PLAYING) or stage.is_in(Mode.STARTING):
        assert not stage.is_held(), "it speaks into a stream that stands still"


@given(st.lists(EVENTS, max_size=40))
def test_whatever_is_pressed_the_place_is_kept_and_there_is_one_sound(events: list[object]) -> None:
    stage = Stage((ONE, TWO))
    for event in events:
        before = stage.session.position
        told = len(stage.told)
        happen(stage, event)
        check_sound(stage)
        at_the_end = Notice.END_OF_QUEUE in stage.told[told:]
        if before is not None and not at_the_end:
            assert stage.session.position is not None, "the place is lost"
        if event in (Pause(), Stop(), SleepIn(None), StopAfterStory(False)):
            assert stage.session.position == before, "the place has moved"
    if not stage.alive:
        stage.come_back()
    stage.on(SleepIn(None))
    stage.on(StopAfterStory(False))
    stage.on(Stop())
    stage.on(Interject(()))
    stage.words.clear()
    stage.finished.clear()
    stage.on(Play(Position("two", TITLE)))
    stage.answer_all()
    stage.play_out()
    spoken = " ".join(stage.text_of(word) for word in stage.words)
    assert spoken == "Weather Rain came in the evening."
    assert stage.finished == ["two"]


@given(st.lists(EVENTS, max_size=25), st.integers(0, 20))
def test_a_pause_anywhere_goes_on_with_the_word_it_was_at(events: list[object], run: int) -> None:
    stage = Stage((ONE, TWO))
    for event in events:
        happen(stage, event)
    if not stage.alive:
        stage.come_back()
    stage.on(SleepIn(None))
    stage.on(Stop())
    stage.on(Play(Position("one", 0)))
    stage.answer_all()
    stage.play_on(run * 50)
    was = stage.session.position
    stage.on(Pause())
    stage.on(Play())
    stage.answer_all()
    assert stage.session.position == was
    stage.on(Stop())
    stage.on(Play())
    stage.answer_all()
    assert stage.session.position == was
