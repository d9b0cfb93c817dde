from __future__ import annotations

from pytestqt.qtbot import QtBot

from tidings.document import TITLE, Article, Paragraph, Position, Span
from tidings.resources import resource_folder
from tidings.ui.icons import Icons
from tidings.ui.player_bar import PlayerBar
from tidings.ui.time_left import place_words, queue_words, where_words

STORY = Article(
    id="a",
    title="Two words",
    byline=("Ada Reed",),
    dateline="PORT",
    blocks=(Paragraph((Span("one two three"),)), Paragraph((Span("four five"),))),
)


def test_paragraphs_are_counted_from_one() -> None:
    assert place_words(STORY, Position("a", TITLE)) == (1, 2)
    assert place_words(STORY, Position("a", 1)) == (2, 2)


def test_minutes_are_told_as_a_listener_counts_them() -> None:
    place = Position("a", 1)
    told = [where_words(STORY, place, ("b", "a"), minutes) for minutes in (0.4, 0.6, 2.4)]
    assert told == [
        f"Story 2 of 2, paragraph 2 of 2, {left} left."
        for left in ("less than a minute", "1 minute", "2 minutes")
    ]
    assert queue_words(1.4) == ""
    assert queue_words(1.6) == "2 minutes to the end of the list."


def test_the_player_and_the_key_tell_the_same_time(qtbot: QtBot) -> None:
    player = PlayerBar(Icons(resource_folder() / "icons"))
    qtbot.addWidget(player)
    for minutes in (0.4, 0.6, 1.4, 2.6):
        player.show_time_left(minutes)
        assert f", {player.left.text()}." in where_words(STORY, Position("a", 1), ("a",), minutes)
