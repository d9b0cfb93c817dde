"""The record of messages: all kept, each spoken once, of a flood the last."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.gui.window.steps import wait_until
from tidings.ui.message_list import time_words
from tidings.ui.message_pacing import LULL, MANY, MOMENT, Message, Pacing
from tidings.ui.messages import Messages

WHEN = datetime(2026, 11, 20, 10, 42).astimezone()


def message(text: str, *, matters: bool = True, warns: bool = False) -> Message:
    return Message(text, matters, WHEN, warns)


def spoken(*told: tuple[float, Message], until: float = 60.0) -> list[tuple[float, str]]:
    """Return when each message is spoken that is told at a time, in seconds."""
    pacing, said = Pacing(), list[tuple[float, str]]()

    def let_go(until: float, now: float) -> None:
        while (wait := pacing.wait(now)) is not None and now + wait <= until:
            now += wait
            if (held := pacing.release(now)) is not None:
                said.append((round(now, 3), held.text))

    last = 0.0
    for now, one in told:
        let_go(now, last)
        if pacing.take(one, now):
            said.append((now, one.text))
        last = now
    let_go(until, last)
    return said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ([(0.0, message("A")), (0.5, message("B"))], [(0.0, "A"), (0.5, "B")]),
        ([(0.0, message("A")), (0.1, message("A"))], [(0.0, "A")]),
        ([(0.0, message("A")), (0.4, message("A"))], [(0.0, "A"), (0.4, "A")]),
        ([(0.0, message("A", matters=False)), (0.9, message("A", matters=False))], [(0.0, "A")]),
        ([(0.0, message("A", warns=True)), (0.9, message("A", warns=True))], [(0.0, "A")]),
        (
            [(0.0, message("A", warns=True)), (1.1, message("A", warns=True))],
            [(0.0, "A"), (1.1, "A")],
        ),
        (
            [(n / 10, message(str(n))) for n in range(6)],
            [(0.0, "0"), (0.1, "1"), (0.2, "2"), (0.8, "5")],
        ),
        (
            [(n / 10, message(str(n))) for n in range(3)] + [(0.3, message("2"))],
            [(0.0, "0"), (0.1, "1"), (0.2, "2")],
        ),
        (
            [(0.0, message(str(n))) for n in range(4)]
            + [(0.1, message("!", warns=True)), (0.2, message("5"))],
            [(0.0, "0"), (0.0, "1"), (0.0, "2"), (0.5, "!")],
        ),
    ],
    ids=[
        "as they come",
        "twice at once",
        "an answer asked for again",
        "twice in a moment",
        "a warning twice in a moment",
        "a warning later",
        "a flood",
        "a flood that ends as it began",
        "a warning in a flood",
    ],
)
def test_what_is_spoken_of_it(
    told: list[tuple[float, Message]], said: list[tuple[float, str]]
) -> None:
    assert spoken(*told) == said


@given(st.lists(st.tuples(st.floats(0, 0.5), st.sampled_from("abcdefgh"), st.booleans())))
def test_there_is_never_a_flood_and_the_last_is_spoken(
    steps: list[tuple[float, str, bool]],
) -> None:
    now, told = 0.0, []
    for pause, text, matters in steps:
        now += pause
        told.append((now, message(text, matters=matters)))
    said = spoken(*told)
    assert all(late >= early for (early, _one), (late, _other) in pairwise(said))
    for at, _text in said:
        assert len([one for one, _text in said if at <= one < at + MOMENT]) <= 2 * MANY + 1
    if told:
        heard = [text for at, text in said if at >= told[-1][0] - MOMENT]
        assert told[-1][1].text in heard
        assert said[-1][0] <= told[-1][0] + max(LULL, MOMENT) + 0.001


def test_a_flood_is_kept_and_the_last_of_it_is_due(qtbot: QtBot) -> None:
    messages, due, told = Messages(), list[str](), list[str]()
    messages.due.connect(lambda one: due.append(one.text))
    messages.told.connect(lambda one: told.append(one.text))
    texts = [str(number) for number in range(20)]
    for text in texts:
        messages.tell(text)
    assert due == texts[:MANY]
    wait_until(lambda: due == [*texts[:MANY], texts[-1]])
    assert told == texts == [one.text for one in messages.past]


def test_what_comes_of_itself_waits_for_no_story(qtbot: QtBot) -> None:
    messages, due = Messages(), list[str]()
    messages.due.connect(lambda one: due.append(one.text))
    messages.is_reading = lambda: True
    messages.tell("A page: 5 stories.", of_itself=True)
    messages.tell_if_it_lasts("Loading more stories.")
    wait_until(lambda: len(messages.past) == 2)
    assert due == []
    messages.tell("Saved.")
    messages.warn("The disk is full.")
    assert due == ["Saved.", "The disk is full."]
    messages.is_reading = lambda: False
    messages.tell("Sound goes to somewhere.", of_itself=True)
    assert due[2:] == ["Sound goes to somewhere."]
    assert [one.matters for one in messages.past] == [False, False, True, True, False]


def test_the_last_is_repeated_and_not_kept_twice(qtbot: QtBot) -> None:
    messages, due = Messages(), list[Message]()
    messages.due.connect(due.append)
    messages.repeat()
    assert [one.text for one in due] == ["There is no message yet."]
    assert not messages.past
    messages.is_reading = lambda: True
    messages.tell("A page: 5 stories.", of_itself=True)
    for _ in range(2):
        messages.repeat()
    assert [one.text for one in due[1:]] == ["A page: 5 stories."] * 2
    assert all(one.matters for one in due)
    assert len(messages.past) == 1


def test_a_time_has_its_day_where_that_is_another(qtbot: QtBot) -> None:
    assert time_words(WHEN, WHEN) == "10:42"
    later = time_words(WHEN, WHEN + timedelta(days=1))
    assert "10:42" in later
    assert "20" in later
