"""Where steps lead, against walking there one by one; and nothing is made on the way."""

from __future__ import annotations

import pytest

from tests.unit.playback.stage import PICTURE, spans
from tidings.document import (
    Article,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Position,
    Quote,
    Table,
)
from tidings.playback import Unit
from tidings.playback.places import end
from tidings.playback.walk import next_in, paragraph_start, previous_in
from tidings.speech import ArticleScript, Cue, load_announcements, table_from_text

RICH = Article(
    "rich",
    "A day at sea",
    (
        Heading(2, spans("Rain")),
        Quote(spans("I did. Twice.")),
        Figure(PICTURE, "A grey dog.", spans("Rex at home. He sleeps."), "A. Reed"),
        ListBlock((spans("tea"), spans("milk. Cold."))),
        Paragraph(spans("Sentence by sentence. " * 150)),
        Table(((spans("Oslo"), spans("3 mm")), (spans("Bergen"), spans("9 mm")))),
        Figure(PICTURE, "", spans("The end of the pier."), "B. Reed"),
    ),
    byline=("Ada Reed",),
    dateline="PORT",
    language="en",
)
TABLES = ("none", "some", "most", "some credit=skip", "some image=skip caption=skip credit=skip")


def cues(script: ArticleScript) -> list[Cue]:
    found, cue = [], script.first()
    while cue is not None:
        found.append(cue)
        cue = script.after(cue)
    return found


@pytest.mark.parametrize("table", TABLES)
def test_a_paragraph_ends_where_walking_on_leaves_it(table: str) -> None:
    script = ArticleScript(RICH, load_announcements(), announcing=table_from_text(table))
    every = cues(script)
    for cue in every:
        same = [other for other in every if other.part == cue.part]
        later = [other for other in every if other.part > cue.part]
        earlier = [other for other in every if other.part < cue.part]
        assert paragraph_start(script, cue) == same[0]
        assert next_in(script, cue, Unit.PARAGRAPH) == (later[0] if later else None)
        before = [other for other in every if earlier and other.part == earlier[-1].part]
        assert previous_in(script, cue, Unit.PARAGRAPH) == (before[0] if before else None)
    last = end(script)
    assert last is not None
    assert last.cue == every[-1]


def test_a_story_without_anything_to_say_has_no_end() -> None:
    assert end(None) is None
    assert end(ArticleScript(Article("a", "", ()), load_announcements())) is None


class Counting:
    """Says everything as it is written, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def replacements(self, text: str, language: str) -> tuple[()]:
        self.asked += 1
        return ()


def test_a_step_over_a_paragraph_as_long_as_a_book_makes_nothing_of_it() -> None:
    counting = Counting()
    long = Paragraph(spans("Nothing happened on that day either. " * 5000))
    article = Article("long", "", (Paragraph(spans("Before.")), long, long), language="en")
    script = ArticleScript(article, load_announcements(), rewriter=counting)
    cue = script.at(Position("long", 1, 90_000))
    assert cue is not None
    counting.asked = 0
    assert next_in(script, cue, Unit.PARAGRAPH) == script.at(Position("long", 2))
    assert paragraph_start(script, cue) == script.at(Position("long", 1))
    assert previous_in(script, cue, Unit.PARAGRAPH) == script.first()
    last = end(script)
    assert last is not None
    assert last.cue.part == 2
    assert counting.asked < 12
