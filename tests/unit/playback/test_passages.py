"""Some passages of a story are said alone, at their places in the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.playback.stage import Stage
from tidings.document import TITLE, Article, Figure, Heading, Paragraph, Picture, Position, Span
from tidings.playback import Notice, Passages, Play, ScriptList, Skip, Unit
from tidings.speech import ArticleScript, Cue, Script, load_announcements

ANNOUNCEMENTS = load_announcements()


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


BLOCKS = (
    paragraph("One. And one more."),
    paragraph(""),
    Heading(2, (Span("Two"),)),
    paragraph("Three. " * 400),
    paragraph("Four."),
    Figure(Picture(("http://localhost/a.png",)), None),
    paragraph("Six."),
)
STORY = Article("a", "The title", BLOCKS, byline=("A writer",), language="en")


def script() -> ArticleScript:
    return ArticleScript(STORY, ANNOUNCEMENTS)


def walked(script: Script) -> list[Cue]:
    found = []
    cue = script.first()
    while cue is not None:
        found.append(cue)
        cue = script.after(cue)
    return found


WANTED = st.sets(st.integers(0, len(BLOCKS)))


@given(WANTED)
def test_all_of_what_is_wanted_and_nothing_else_is_said(blocks: set[int]) -> None:
    whole, passages = script(), Passages(script(), blocks)
    wanted = [cue for cue in walked(whole) if whole.utterance(cue).range.block in blocks]
    found = walked(passages)
    assert found == wanted
    assert [passages.before(cue) for cue in found] == [None, *found][: len(found)]


@given(WANTED, st.integers(-1, len(BLOCKS) - 1))
def test_any_place_leads_to_the_next_that_is_wanted(blocks: set[int], block: int) -> None:
    passages = Passages(script(), blocks)
    cue = passages.at(Position("a", block))
    later = [c for c in walked(passages) if passages.utterance(c).range.block >= block]
    assert cue == (later[0] if later else None)


def test_they_are_spoken_lit_and_stepped_through() -> None:
    stage = Stage((STORY,))
    passages = Passages(script(), (0, 4, 6))
    stage.session.replace_queue(ScriptList((passages,)))
    stage.on(Play(Position("a", 0)))
    stage.answer_all()
    stage.on(Skip(Unit.PARAGRAPH, forward=True))
    stage.answer_all()
    stage.on(Skip(Unit.PARAGRAPH, forward=False))
    stage.answer_all()
    stage.play_out()
    assert stage.told == [Notice.END_OF_QUEUE]
    assert {place.block for place in stage.sentences} == {0, 4, 6}
    assert [place.block for place in stage.sentences][-1] == 6


@pytest.mark.parametrize("blocks", [(), (TITLE,), (99,)])
def test_without_a_passage_there_is_nothing_to_say(blocks: tuple[int, ...]) -> None:
    assert TITLE in STORY.parts
    passages = Passages(script(), [block for block in blocks if block >= 0])
    assert passages.first() is None
    assert passages.at(Position("a", 0)) is None
