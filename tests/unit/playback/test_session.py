from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.playback.stage import SAMPLE_RATE, WORD, Stage, story
from tidings.document import TITLE, Article, Heading, Paragraph, Position, Span
from tidings.playback import (
    BETWEEN_STORIES,
    Go,
    Heard,
    Mode,
    Notice,
    Pause,
    Play,
    Repeat,
    Revoice,
    Skip,
    Stop,
    Unit,
    Voicing,
)
from tidings.playback.faults import FAILURES
from tidings.playback.stream import AHEAD
from tidings.speech import Failed, Lost, Ready, Sound, WordMark

ONE = story(
    "one",
    "The ferry left at noon. Nobody waved.",
    "Gulls followed it past the pier.",
    title="A quiet departure",
)
TWO = story("two", "Rain came in the evening.", title="Weather")
LONG = story("long", *(f"Sentence number {n} stands here by itself." for n in range(200)))


def playing(*articles: object, at: Position | None = None) -> Stage:
    stage = Stage(articles or (ONE, TWO))  # type: ignore[arg-type]
    first = stage.articles[0]
    stage.on(Play(at or Position(first.id, first.parts[0])))
    stage.answer_all()
    return stage


def spoken(stage: Stage) -> str:
    return " ".join(stage.text_of(word) for word in stage.words)


def test_speaks_every_word_of_every_story_once_and_in_order() -> None:
    stage = playing()
    stage.play_out()
    assert spoken(stage) == (
        "A quiet departure The ferry left at noon. Nobody waved. Gulls followed it past the pier. "
        "Weather Rain came in the evening."
    )
    assert stage.began == ["one", "two"]
    assert stage.finished == ["one", "two"]
    assert stage.told == [Notice.END_OF_QUEUE]
    assert stage.is_in(Mode.STOPPED)


def test_between_two_stories_there_is_a_silence_as_long_as_set() -> None:
    stage = playing(TWO, ONE)
    words, paragraph, heading = 6, 400, 600
    assert stage.stream > words * WORD + heading + paragraph + BETWEEN_STORIES
    stage.play_on(words * WORD + heading + paragraph + BETWEEN_STORIES - 10)
    assert stage.said[-1] == "Rain came in the evening."
    assert stage.began == ["two"]
    stage.play_on(20)
    assert stage.said[-1] == "A quiet departure"
    assert stage.began == ["two", "one"]


def test_first_request_goes_out_with_the_key_and_sound_makes_it_playing() -> None:
    stage = Stage((ONE,))
    stage.on(Play(Position("one", TITLE)))
    assert stage.is_in(Mode.STARTING)
    assert [request.text for request in stage.asked] == ["A quiet departure"]
    stage.answer(words=1, finish=False)
    assert stage.is_in(Mode.PLAYING)


def test_begins_with_the_word_at_the_caret() -> None:
    stage = playing(at=Position("one", 0, "The ferry left at noon.".index("left") + 2))
    assert stage.asked[0].text.strip() == "left at noon."
    stage.play_out()
    assert spoken(stage).startswith("left at noon. Nobody waved.")


def test_an_empty_story_says_that_there_is_nothing() -> None:
    stage = Stage((story("bare"),))
    stage.on(Play(Position("bare", 0)))
    assert stage.told == [Notice.NOTHING_TO_SAY]
    assert stage.is_in(Mode.STOPPED)


def test_pause_holds_the_stream_and_play_lets_it_go_on_without_asking_again() -> None:
    stage = playing()
    stage.play_on(150)
    asked, clock = len(stage.asked), stage.clock
    stage.on(Pause())
    assert stage.is_in(Mode.PAUSED)
    assert stage.is_held()
    stage.play_on(500)
    assert stage.clock == clock
    stage.on(Play())
    assert not stage.is_held()
    assert len(stage.asked) == asked
    stage.play_out()
    assert spoken(stage).startswith("A quiet departure The ferry left at noon.")


def test_pause_before_the_first_sound_keeps_the_place() -> None:
    stage = Stage((ONE,))
    stage.on(Play(Position("one", 1)))
    stage.on(Pause())
    assert stage.is_in(Mode.PAUSED)
    stage.answer()
    assert stage.stream == 0, "sound of a request that was given up was played"
    stage.on(Play())
    stage.answer_all()
    stage.play_out()
    assert spoken(stage) == "Gulls followed it past the pier."


def test_stop_drops_the_sound_and_keeps_the_word() -> None:
    stage = playing()
    stage.play_on(3 * WORD + 600 + 1.5 * WORD)
    word = stage.words[-1]
    stage.on(Stop())
    assert stage.is_in(Mode.STOPPED)
    assert stage.stream == 0
    assert stage.forgotten > stage.asked[-1].id
    assert stage.session.position == word.position


def test_answers_to_forgotten_requests_are_dropped() -> None:
    stage = Stage((ONE,))
    stage.on(Play(Position("one", TITLE)))
    late = stage.asked[-1]
    stage.on(Play(Position("one", 1)))
    stage.asked.append(late)
    stage.answer()
    assert stage.stream == 0
    assert stage.words == []


@pytest.mark.parametrize(
    ("unit", "forward", "expected"),
    [
        (Unit.SENTENCE, True, "Gulls followed it past the pier."),
        (Unit.SENTENCE, False, "The ferry left at noon."),
        (Unit.PARAGRAPH, True, "Gulls followed it past the pier."),
        (Unit.PARAGRAPH, False, "A quiet departure"),
        (Unit.STORY, True, "Weather"),
    ],
)
def test_skips_from_the_second_sentence(unit: Unit, forward: bool, expected: str) -> None:
    stage = playing(at=Position("one", 0, 25))
    stage.play_on(WORD / 2)
    assert stage.said[-1] == "Nobody waved."
    stage.on(Skip(unit, forward))
    stage.answer_all()
    assert stage.is_in(Mode.PLAYING)
    assert stage.said[-1] == expected


def test_skip_past_the_end_of_a_story_leads_to_the_next_and_past_the_last_says_so() -> None:
    stage = playing(at=Position("one", 1))
    stage.on(Skip(Unit.SENTENCE, True))
    assert stage.said[-1] == "Weather"
    stage.on(Skip(Unit.PARAGRAPH, True))
    stage.on(Skip(Unit.PARAGRAPH, True))
    assert stage.told == [Notice.AT_THE_END]
    assert not stage.is_in(Mode.STOPPED)


def test_skip_before_the_beginning_says_so_and_begins_again() -> None:
    stage = playing()
    stage.play_on(2.5 * WORD)
    assert stage.session.position == Position("one", TITLE, 8)
    stage.on(Skip(Unit.SENTENCE, False))
    assert stage.session.position == Position("one", TITLE)
    assert stage.told == [Notice.AT_THE_BEGINNING]
    assert stage.said[-1] == "A quiet departure"


def test_there_is_no_story_before_the_first_one() -> None:
    stage = playing()
    stage.play_on(2.5 * WORD)
    asked = len(stage.asked)
    stage.on(Skip(Unit.STORY, False))
    assert stage.told == [Notice.AT_THE_BEGINNING]
    assert len(stage.asked) == asked


def test_skip_in_a_pause_stays_silent_and_play_goes_on_there() -> None:
    stage = playing()
    stage.play_on(100)
    stage.on(Pause())
    stage.on(Skip(Unit.PARAGRAPH, True))
    assert stage.is_in(Mode.PAUSED)
    assert stage.stream == 0
    assert stage.said[-1] == "The ferry left at noon."
    stage.on(Play())
    stage.answer_all()
    assert not stage.is_held()
    assert stage.is_in(Mode.PLAYING)


def test_going_to_a_place_in_a_pause_stays_silent_and_tells_the_place() -> None:
    stage = playing()
    stage.play_on(100)
    stage.on(Pause())
    asked = len(stage.asked)
    stage.on(Go(Position("one", 1, 8)))
    assert stage.is_in(Mode.PAUSED)
    assert stage.session.position == Position("one", 1, 6)
    assert stage.stream == 0
    assert len(stage.asked) == asked
    stage.on(Play())
    assert stage.asked[-1].text.strip() == "followed it past the pier."


def test_going_to_a_place_while_speaking_speaks_from_there() -> None:
    stage = playing()
    stage.on(Go(Position("two", 0)))
    stage.answer_all()
    assert stage.is_in(Mode.PLAYING)
    assert stage.said[-1] == "Rain came in the evening."
    # Behind all that is said of a story, that is its last sentence.
    stage.on(Go(Position("one", 9)))
    assert stage.asked[-1].text == "Gulls followed it past the pier."
    stage.on(Go(Position("three", 0)))
    assert stage.told == [Notice.NOTHING_TO_SAY]


def test_skip_while_stopped_counts_from_the_given_place() -> None:
    stage = Stage((ONE, TWO))
    stage.on(Skip(Unit.PARAGRAPH, True, Position("one", 0, 3)))
    assert stage.is_in(Mode.STOPPED)
    assert stage.asked == []
    assert stage.said[-1] == "Gulls followed it past the pier."


def test_skip_after_a_stop_counts_from_the_caret_and_not_from_where_it_stopped() -> None:
    stage = playing()
    stage.on(Stop())
    stage.on(Skip(Unit.SENTENCE, True, Position("two", TITLE)))
    assert stage.session.position == Position("two", 0)


def test_repeat_says_the_sentence_again() -> None:
    stage = playing(at=Position("one", 0))
    stage.play_on(3 * WORD)
    stage.words.clear()
    stage.on(Repeat())
    stage.answer_all()
    stage.play_on(WORD / 2)
    assert spoken(stage) == "The"


def test_another_rate_goes_on_with_the_word_being_said() -> None:
    stage = playing(at=Position("one", 0))
    stage.play_on(2.5 * WORD)
    assert stage.text_of(stage.words[-1]) == "left"
    before = len(stage.asked)
    stage.on(Revoice(replace(stage.session.voicing, rate=300)))
    assert stage.asked[before].rate == 300
    assert stage.asked[before].text.strip() == "left at noon."
    stage.answer_all()
    stage.play_out()
    # The word under way is said again; none is lost.
    assert spoken(stage).startswith("The ferry left at noon. Nobody")


def test_the_voice_picked_for_a_language_is_asked_for() -> None:
    stage = Stage((ONE,), Voicing(voices={"en": "espeak:gmw/en-gb-scotland"}))
    stage.on(Play(Position("one", TITLE)))
    assert stage.asked[0].voice == "espeak:gmw/en-gb-scotland"


def test_keeps_only_so_much_ahead() -> None:
    stage = playing(LONG)
    assert AHEAD < stage.stream < AHEAD + 3000
    stage.play_on(2000)
    assert stage.stream - stage.clock < AHEAD + 3000


def test_an_engine_that_is_lost_is_told_by_others_and_no_sentence_pays_for_it() -> None:
    stage = playing(LONG)
    for _ in range(3):
        stage.die()
        stage.come_back(replaced=True)
    assert stage.told == []
    asked = stage.asked[-1].text
    stage.answer_all()
    assert any(request.text.endswith(asked) for request in stage.asked)
    stage.die()
    stage.come_back()
    assert stage.told == [Notice.SPEECH_RESTARTED]


def test_a_lost_worker_costs_nothing_that_is_in_the_stream() -> None:
    stage = playing(LONG)
    stage.play_on(1000)
    stage.die()
    stage.play_on(3000)
    assert stage.is_in(Mode.PLAYING)
    stage.come_back()
    assert stage.told == [Notice.SPEECH_RESTARTED]
    stage.answer_all()
    stage.play_out()
    whole = Stage((LONG,))
    whole.on(Play(Position("long", 0)))
    whole.answer_all()
    whole.play_out()
    assert spoken(stage) == spoken(whole)


def test_a_worker_that_comes_back_is_asked_at_once() -> None:
    stage = playing(LONG)
    stage.die()
    asked = len(stage.asked)
    stage.play_on(2000)
    assert len(stage.asked) == asked
    stage.come_back()
    assert len(stage.asked) == asked + 1


def test_a_worker_lost_in_mid_sentence_repeats_one_word_at_most() -> None:
    stage = Stage((ONE,))
    stage.on(Play(Position("one", 0)))
    stage.answer(words=3, finish=False)
    stage.die()
    stage.play_on(1000)
    stage.come_back()
    assert stage.asked[-1].text.strip() == "left at noon."
    stage.answer_all()
    stage.play_out()
    assert spoken(stage) == (
        "The ferry left at noon. Nobody waved. Gulls followed it past the pier."
    )


def test_a_worker_lost_before_its_sound_came_says_all_of_the_sentence() -> None:
    stage = Stage((ONE,))
    stage.on(Play(Position("one", 0)))
    for start in (0, 4):
        stage.on(WordMark(stage.asked[-1].id, start, 3, start * WORD))
    stage.die()
    stage.come_back()
    assert stage.asked[-1].text == "The ferry left at noon."


def test_a_sentence_that_takes_the_worker_down_twice_is_left_out() -> None:
    stage = Stage((ONE,))
    stage.on(Play(Position("one", 0)))
    for _ in range(2):
        stage.die()
        stage.come_back()
    assert Notice.SENTENCE_LEFT_OUT in stage.told
    stage.answer_all()
    stage.play_out()
    assert spoken(stage) == "Nobody waved. Gulls followed it past the pier."


def test_a_worker_that_is_lost_over_one_sentence_each_of_two_stories_says_both() -> None:
    stage = Stage((story("one", "Rain."), story("two", "Wind.")))
    for key in ("one", "two"):
        stage.on(Play(Position(key, 0)))
        stage.die()
        stage.come_back()
        stage.answer()
        stage.on(Stop())
        stage.on(Play(Position(key, 0)))
        stage.die()
        stage.come_back()
    assert Notice.SENTENCE_LEFT_OUT not in stage.told


def test_a_voice_that_is_lost_for_good_stops_and_says_so() -> None:
    stage = playing()
    stage.play_on(100)
    stage.on(Lost("too often", final=True))
    assert stage.is_in(Mode.STOPPED)
    assert stage.told[-1] is Notice.SPEECH_LOST
    assert stage.session.position is not None


def test_play_after_a_voice_was_lost_for_good_speaks_with_the_new_one() -> None:
    stage = playing()
    stage.play_on(100)
    stage.on(Lost("too often", final=True))
    stage.on(Play())
    stage.on(Ready(()))
    stage.words.clear()
    stage.answer_all()
    stage.play_out()
    assert spoken(stage).endswith("Weather Rain came in the evening.")
    assert stage.finished == ["one", "two"]


def test_what_fails_leaves_no_silence_in_its_place() -> None:
    stage = Stage((ONE,))
    stage.on(Play(Position("one", 0)))
    stage.on(Failed(stage.asked[-1].id, "no such voice"))
    assert stage.told == [Notice.SENTENCE_LEFT_OUT]
    assert stage.stream == 0
    assert stage.asked[-1].text == "Nobody waved."


def test_a_pause_after_what_failed_is_behind_it() -> None:
    stage = Stage((ONE,))
    stage.on(Play(Position("one", 0)))
    stage.on(Failed(stage.asked[-1].id, "no such voice"))
    stage.on(Pause())
    assert stage.session.position == Position("one", 0, 24)


def test_no_word_is_lit_before_its_sound_is_there() -> None:
    stage = Stage((ONE,))
    stage.on(Play(Position("one", 0)))
    stage.on(WordMark(stage.asked[-1].id, 0, 3, 0))
    stage.on(Heard(0))
    assert stage.words == []
    stage.on(Sound(stage.asked[-1].id, bytes(200), SAMPLE_RATE))
    stage.on(Heard(0))
    assert [stage.text_of(word) for word in stage.words] == ["The"]


def test_nothing_is_told_twice() -> None:
    stage = playing()
    stage.play_on(20)
    assert stage.session.on(Heard(25)) == []
    stage.on(Stop())
    assert stage.session.on(Stop()) == []


def test_a_clock_that_goes_back_takes_nobody_back() -> None:
    stage = playing(at=Position("one", 0))
    stage.play_on(2.5 * WORD)
    place = stage.session.position
    stage.on(Heard(0.5 * WORD))
    assert stage.session.position == place
    assert stage.text_of(stage.words[-1]) == "left"


def test_failures_in_a_row_stop_instead_of_running_silently_through_the_story() -> None:
    stage = Stage((LONG,))
    stage.on(Play(Position("long", 0)))
    for _ in range(FAILURES):
        stage.on(Failed(stage.asked[-1].id, "no such voice"))
    assert stage.is_in(Mode.STOPPED)
    assert stage.told.count(Notice.SPEECH_LOST) == 1


def test_a_story_that_is_played_again_begins_again() -> None:
    stage = playing(TWO)
    stage.play_out()
    stage.on(Play(Position("two", 0)))
    assert stage.began == ["two", "two"]


def test_a_story_that_is_loaded_while_the_last_one_ends_is_read_too() -> None:
    stage = playing(TWO)
    stage.play_on(stage.stream - 50)
    stage.articles = (TWO, ONE)
    stage.session.replace_queue(stage.scripts())
    stage.play_out()
    assert stage.finished == ["two", "one"]
    assert stage.told == [Notice.END_OF_QUEUE]


def test_the_story_ends_when_it_has_been_heard_and_not_before() -> None:
    stage = playing(TWO)
    stage.play_on(stage.stream - 50)
    assert stage.finished == []
    stage.play_on(100)
    assert stage.finished == ["two"]


def test_what_each_engine_has_to_say_soon_is_told() -> None:
    blocks = (
        Heading(1, (Span("News"),)),
        Paragraph((Span("Айгүл ", "kk"), Span("came to the town. "), Span("Бәрі қуанды.", "kk"))),
    )
    articles = (Article("a", "", blocks, language="en"),)
    stage = Stage(articles, Voicing(voices={"en": "piper:joe"}))
    found = stage.session.requests_at(Position("a", 1))
    assert [(one.text.strip(), one.voice) for one in found] == [
        ("Айгүл", ""),
        ("came to the town.", "piper:joe"),
    ]
    assert len(stage.session.requests_at(Position("nowhere", 0))) == 0


def test_another_engine_reads_on_when_espeak_was_lost_for_good() -> None:
    stage = playing()
    stage.play_on(100)
    stage.on(Lost("too often", final=True))
    stage.on(Play())
    stage.words.clear()
    stage.answer_all()
    stage.play_out()
    assert stage.is_in(Mode.STOPPED)
    assert len(stage.words) > 10
