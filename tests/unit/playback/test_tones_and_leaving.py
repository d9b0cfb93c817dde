"""Tones in the stream, leaving what is enclosed, and scripts made anew on the way."""

from __future__ import annotations

import pytest

from tests.unit.playback.stage import PICTURE, SAMPLE_RATE, Stage, spans
from tidings.document import (
    Article,
    Block,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Position,
    Quote,
    Span,
    Table,
)
from tidings.playback import Mode, Notice, Pause, Play, Remake, Skip, Stop, Unit, Voicing
from tidings.speech import PRESETS, USUAL_RATE, table_from_text, tone

SOUNDS = table_from_text("some heading=sound quote=sound")


def figure(caption: str) -> Figure:
    return Figure(PICTURE, "", spans(caption))


def article(key: str, *blocks: Block) -> Article:
    return Article(key, "", blocks, language="en")


HEADED = article("a", Heading(2, spans("Rain")), Paragraph(spans("It fell for days.")))


def playing(*blocks: Block, at: int = 0) -> Stage:
    stage = Stage((article("a", *blocks), article("b", Paragraph(spans("Another day.")))))
    stage.on(Play(Position("a", at)))
    stage.answer_all()
    return stage


# --- tones ---------------------------------------------------------------------------------


def test_a_tone_is_heard_at_once_and_nobody_is_asked_for_it() -> None:
    stage = Stage((HEADED,), announcing=SOUNDS)
    stage.on(Play(Position("a", 0)))
    assert stage.is_in(Mode.PLAYING)
    assert stage.emitted == [(tone("heading", USUAL_RATE), USUAL_RATE)]
    # The voice is asked for what follows while the tone is heard.
    assert [request.text for request in stage.asked] == ["Rain"]
    assert stage.said == ["Heading:"]


def test_a_tone_is_as_loud_as_the_voice_is_set() -> None:
    stage = Stage((HEADED,), Voicing(volume=0.5), announcing=SOUNDS)
    stage.on(Play(Position("a", 0)))
    assert stage.emitted == [(tone("heading", USUAL_RATE, 0.5), USUAL_RATE)]
    assert stage.emitted != [(tone("heading", USUAL_RATE), USUAL_RATE)]


def test_a_tone_is_lit_for_as_long_as_it_is_heard() -> None:
    stage = Stage((HEADED,), announcing=SOUNDS)
    stage.on(Play(Position("a", 0)))
    stage.answer_all()
    stage.play_on(100)
    assert (stage.said, stage.words) == (["Heading:"], [])
    stage.play_on(100)
    assert stage.said == ["Heading:", "Rain"]
    assert [stage.text_of(word) for word in stage.words] == ["Rain"]
    stage.play_out()
    assert stage.finished == ["a"]
    assert stage.told == [Notice.END_OF_QUEUE]


def test_a_tone_between_has_the_sample_rate_of_the_voice() -> None:
    stage = Stage((article("a", Paragraph(spans("He said.")), Quote(spans("No."))),))
    stage.remake(SOUNDS)
    stage.on(Play(Position("a", 0)))
    stage.answer_all()
    stage.play_out()
    assert {rate for _, rate in stage.emitted} == {SAMPLE_RATE}
    for name in ("quote", "quote-end"):
        assert (tone(name, SAMPLE_RATE), SAMPLE_RATE) in stage.emitted
    assert stage.said == ["He said.", "Quote:", "No.", "End of quote."]
    assert stage.told == [Notice.END_OF_QUEUE]


def test_a_pause_in_a_tone_goes_on_in_it() -> None:
    stage = Stage((HEADED,), announcing=SOUNDS)
    stage.on(Play(Position("a", 0)))
    stage.answer_all()
    stage.play_on(50)
    stage.on(Pause())
    emitted = len(stage.emitted)
    stage.on(Play())
    assert stage.is_in(Mode.PLAYING)
    assert len(stage.emitted) == emitted
    stage.play_out()
    assert stage.said == ["Heading:", "Rain", "It fell for days."]


def test_a_skip_goes_over_a_tone_with_what_it_announces() -> None:
    stage = Stage((HEADED,), announcing=SOUNDS)
    stage.on(Play(Position("a", 0)))
    stage.on(Skip(Unit.SENTENCE, forward=True))
    assert stage.asked[-1].text == "It fell for days."
    stage.on(Skip(Unit.SENTENCE, forward=False))
    assert stage.said[-1] == "Heading:"
    assert stage.is_in(Mode.PLAYING)


# --- leaving -------------------------------------------------------------------------------

AFTER = Paragraph(spans("Then the sun came out."))


@pytest.mark.parametrize(
    "blocks",
    [
        (ListBlock((spans("tea"), spans("milk"))),),
        (Table(((spans("Oslo"), spans("3 mm")), (spans("Bergen"), spans("9 mm")))),),
        (Quote(spans("I did.\nTwice.")), Quote(spans("And again."))),
        (figure("Rex at home. He sleeps."), figure("Rex abroad.")),
    ],
)
def test_what_is_enclosed_is_left_for_what_follows(blocks: tuple[Block, ...]) -> None:
    stage = playing(*blocks, AFTER)
    stage.on(Skip(Unit.ENCLOSURE, forward=True))
    assert stage.asked[-1].text == "Then the sun came out."
    stage.on(Skip(Unit.ENCLOSURE, forward=True))
    assert stage.told == [Notice.NOTHING_TO_LEAVE]
    assert stage.asked[-1].text == "Then the sun came out."


def test_two_lists_are_left_one_by_one() -> None:
    stage = playing(ListBlock((spans("tea"),)), ListBlock((spans("rye"),)), AFTER)
    stage.on(Skip(Unit.ENCLOSURE, forward=True))
    assert stage.asked[-1].text == "List, 1 item."


def test_a_list_at_the_end_is_left_for_the_next_story() -> None:
    stage = playing(AFTER, ListBlock((spans("tea"),)), at=1)
    stage.on(Skip(Unit.ENCLOSURE, forward=True))
    assert stage.asked[-1].text == "Another day."


def test_while_nothing_is_spoken_the_caret_leaves() -> None:
    stage = Stage((article("a", ListBlock((spans("tea"),)), AFTER),))
    stage.on(Skip(Unit.ENCLOSURE, forward=True, origin=Position("a", 0, 1)))
    assert stage.session.position == Position("a", 1)
    assert not stage.asked
    stage.on(Skip(Unit.ENCLOSURE, forward=True, origin=Position("a", 1, 5)))
    assert stage.told == [Notice.NOTHING_TO_LEAVE]


# --- scripts made anew ---------------------------------------------------------------------


def test_scripts_made_anew_go_on_at_the_word_that_is_heard() -> None:
    stage = playing(ListBlock((spans("green tea"), spans("cold milk at night"))))
    while not stage.words or stage.text_of(stage.words[-1]) != "milk":
        stage.play_on(10)
    stage.remake(PRESETS["none"])
    assert stage.asked[-1].text == "milk at night"
    stage.answer_all()
    stage.play_out()
    assert "Item." not in stage.said[stage.said.index("cold milk at night") :]


@pytest.mark.parametrize("event", [Pause(), Stop()])
def test_scripts_made_anew_in_silence_are_silent_and_keep_the_place(event: Pause | Stop) -> None:
    stage = playing(Heading(2, spans("Rain")), AFTER, at=1)
    stage.play_on(210)
    stage.on(event)
    place, asked = stage.session.position, len(stage.asked)
    stage.remake(SOUNDS)
    assert stage.session.position == place
    assert len(stage.asked) == asked
    stage.on(Play())
    assert stage.asked[-1].text == "sun came out."


def test_scripts_made_anew_after_a_stop_light_nothing() -> None:
    stage = playing(AFTER)
    stage.play_on(210)
    stage.on(Stop())
    assert stage.session.on(Remake()) == []


@pytest.mark.parametrize("table", ["some quote=sound", "none", "some heading=skip"])
def test_scripts_made_anew_at_the_end_of_a_quote_do_not_say_it_again(table: str) -> None:
    stage = playing(Quote(spans("I did. Twice.")), AFTER)
    while stage.said[-1] != "End of quote.":
        stage.play_on(10)
    heard = len(stage.said)
    stage.remake(table_from_text(table))
    stage.answer_all()
    stage.play_out()
    again = [said for said in stage.said[heard:] if said != "End of quote."]
    assert again == ["Then the sun came out.", "Another day."]


@pytest.mark.parametrize("said", ["End of quote.", "sun came"])
def test_a_place_that_was_told_is_one_to_go_on_at(said: str) -> None:
    link = Span("sun came", link="https://news.example/")
    linked = Paragraph((*spans("Then the "), link, *spans(" out.")))
    stage = playing(Quote(spans("I did. Twice.")), linked)
    while stage.said[-1] != said and not (stage.words and stage.text_of(stage.words[-1]) == "the"):
        stage.play_on(10)
    if said != "End of quote.":
        # The word "link" is heard, which is not written.
        stage.play_on(100)
    place = stage.session.position
    assert place is not None
    stage.on(Stop())
    asked = len(stage.asked)
    stage.on(Play(place))
    assert stage.asked[asked].text.startswith(said)


def test_scripts_made_anew_where_the_place_is_skipped_lead_on() -> None:
    stage = playing(figure("Rex at home."), AFTER)
    stage.remake(table_from_text("some image=skip caption=skip"))
    assert stage.asked[-1].text == "Then the sun came out."
    stage.on(Stop())
    stage.remake(PRESETS["most"])
    assert stage.session.position == Position("a", 1)
