from __future__ import annotations

from tests.unit.playback.stage import Stage, story
from tidings.document import TITLE, Position
from tidings.playback import Notice, Play, ScriptList, Selection, Skip, Titles, TwicePressed, Unit
from tidings.speech import ArticleScript, load_announcements

STORIES = tuple(story(key, f"Text of {key}.", title=f"Title of {key}") for key in "abcd")


def scripts() -> ScriptList:
    announcements = load_announcements()
    return ScriptList(tuple(ArticleScript(each, announcements) for each in STORIES))


def test_stories_that_are_not_wanted_are_passed_over_both_ways() -> None:
    wanted = {"a", "d"}
    selection = Selection(scripts(), wanted.__contains__)
    assert selection.after("a") == "d"
    assert selection.before("d") == "a"
    wanted.add("c")
    assert selection.after("a") == "c"
    assert selection.after("d") is None


def test_only_the_titles_are_said_one_after_another_to_the_end() -> None:
    stage = Stage(STORIES)
    announcements = load_announcements()
    titles = Titles(scripts(), lambda article: ArticleScript(article, announcements))
    stage.session.replace_queue(titles)
    stage.on(Play(Position("a", TITLE)))
    stage.answer_all()
    stage.on(Skip(Unit.SENTENCE, forward=True))
    stage.answer_all()
    stage.play_out()
    assert stage.said == [f"Title of {key}" for key in "abcd"]
    assert {place.block for place in stage.sentences} == {TITLE}
    assert stage.told == [Notice.END_OF_QUEUE]


def test_two_presses_are_one_wish_only_when_they_come_together() -> None:
    now = [0.0]
    presses = TwicePressed(lambda: now[0])
    here, there = Position("a", 0, 3), Position("a", 0, 0)
    assert presses.press(here) is None
    now[0] = 0.3
    assert presses.press(there) == here
    now[0] = 0.5
    assert presses.press(here) is None, "a third press begins anew"
    now[0] = 2.0
    assert presses.press(here) is None
