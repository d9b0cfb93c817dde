from __future__ import annotations

from tests.unit.playback.stage import WORD, Stage, letters, story
from tidings.document import Position
from tidings.playback import Mode, Notice, Pause, Play, Repeat, ScriptList, Skip, Spell, Stop, Unit

ONE = story("one", "The ferry left at noon. Nobody waved.", "Gulls followed it past the pier.")
FERRY = Position("one", 0, 4)
SPELL = Spell(FERRY, letters(FERRY, "ferry"))
LETTERS = ["f", "e", "r", "r", "y"]


def playing() -> Stage:
    stage = Stage((ONE,))
    stage.on(Play(Position("one", 0)))
    stage.answer_all()
    stage.play_on(1.5 * WORD)
    return stage


def test_spells_letter_by_letter_and_goes_on_with_the_word() -> None:
    stage = playing()
    stage.said.clear()
    stage.on(SPELL)
    stage.answer_all()
    stage.play_out()
    texts = [request.text for request in stage.asked]
    assert texts[texts.index("f") :][:6] == [*LETTERS, "ferry left at noon."]
    # One "r" after the other is lit as one.
    assert stage.said[:4] == ["f", "e", "r", "y"]
    assert stage.began == ["one"]
    assert stage.finished == ["one"]
    assert stage.told == [Notice.END_OF_QUEUE]


def test_a_word_is_spelled_of_what_is_in_no_queue_any_more() -> None:
    stage = playing()
    stage.session.replace_queue(ScriptList(()))
    stage.on(SPELL)
    assert stage.asked[-1].text == "f"


def test_the_word_is_lit_while_its_letters_are_heard() -> None:
    stage = playing()
    stage.on(SPELL)
    stage.answer_all()
    stage.play_on(2 * WORD)
    assert stage.text_of(stage.sentences[-1]) == "ferry"


def test_the_place_is_the_word_while_it_is_spelled() -> None:
    stage = playing()
    stage.on(SPELL)
    stage.answer_all()
    stage.play_on(2.5 * WORD)
    assert stage.session.position == FERRY
    stage.on(Pause())
    assert stage.is_held()
    stage.on(Play())
    stage.play_on(0.6 * WORD)
    assert stage.said[-1] == "r"
    stage.on(Stop())
    assert stage.session.position == FERRY


def test_a_skip_leaves_the_spelling() -> None:
    stage = playing()
    stage.on(SPELL)
    stage.answer_all()
    stage.on(Skip(Unit.SENTENCE, forward=True))
    stage.answer_all()
    assert stage.said[-1] == "Nobody waved."


def test_from_a_pause_it_spells_and_pauses_again() -> None:
    stage = playing()
    stage.on(Pause())
    stage.on(SPELL)
    stage.answer_all()
    assert not stage.is_held()
    stage.play_out()
    assert stage.is_in(Mode.PAUSED)
    assert stage.session.position == FERRY
    stage.on(Play())
    stage.answer_all()
    assert stage.asked[-2].text.strip() == "Nobody waved."


def test_while_stopped_it_spells_and_is_silent_again() -> None:
    stage = Stage((ONE,))
    stage.on(SPELL)
    stage.answer_all()
    stage.play_out()
    assert [request.text for request in stage.asked] == LETTERS
    assert stage.is_in(Mode.STOPPED)
    assert stage.told == []
    assert stage.finished == []


def test_spelled_twice_it_still_knows_how_it_was_before() -> None:
    stage = playing()
    stage.on(Pause())
    stage.on(SPELL)
    stage.answer_all()
    stage.on(SPELL)
    stage.answer_all()
    stage.play_out()
    assert stage.is_in(Mode.PAUSED)


def test_a_lost_worker_spells_on_from_the_letter_it_was_at() -> None:
    stage = playing()
    stage.on(SPELL)
    stage.answer()
    stage.answer(words=0, finish=False)
    stage.die()
    stage.come_back()
    stage.answer_all()
    stage.play_out()
    texts = [request.text for request in stage.asked]
    assert texts[texts.index("f") :][:3] == ["f", "e", "e"]
    assert stage.finished == ["one"]


def test_repeat_in_a_pause_is_heard() -> None:
    stage = playing()
    stage.on(Pause())
    stage.on(Repeat())
    stage.answer_all()
    assert stage.is_in(Mode.PLAYING)
    assert stage.said[-1] == "The ferry left at noon."
