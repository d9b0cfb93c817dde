"""How far a key leads in a text, and who speaks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tidings.ui.talking.seen import Stride
from tidings.ui.talking.strides import stride
from tidings.ui.talking.who_speaks import Choice, who_speaks

Key = Qt.Key


@pytest.mark.parametrize(
    ("key", "ctrl", "alt", "expected"),
    [
        (Key.Key_Left, False, False, Stride.CHARACTER),
        (Key.Key_Right, True, False, Stride.WORD),
        (Key.Key_Right, False, True, Stride.SENTENCE),
        (Key.Key_Down, False, True, Stride.SENTENCE),
        (Key.Key_End, False, True, Stride.SENTENCE),
        (Key.Key_Down, False, False, Stride.LINE),
        (Key.Key_PageUp, False, False, Stride.LINE),
        (Key.Key_Home, False, False, Stride.CHARACTER),
        (Key.Key_Home, True, False, Stride.LINE),
        (Key.Key_H, False, False, Stride.PASSAGE),
        (Key.Key_Tab, False, False, Stride.PASSAGE),
        (Key.Key_Space, False, False, Stride.NOT),
        (Key.Key_Space, True, False, Stride.NOT),
        (Key.Key_Escape, False, False, Stride.NOT),
        (Key.Key_MediaPlay, False, False, Stride.NOT),
    ],
)
def test_a_key_leads_so_far(key: int, ctrl: bool, alt: bool, expected: Stride) -> None:
    assert stride(key, ctrl=ctrl, alt=alt) is expected


@pytest.mark.parametrize(
    ("wanted", "listens", "choice", "talks", "told"),
    [
        (False, False, Choice.AUTOMATIC, False, True),
        (False, True, Choice.AUTOMATIC, False, True),
        (True, False, Choice.AUTOMATIC, True, False),
        (True, True, Choice.AUTOMATIC, False, True),
        (True, True, Choice.TIDINGS, True, False),
        (False, True, Choice.TIDINGS, False, True),
        (True, False, Choice.SCREEN_READER, False, True),
        (True, True, Choice.SCREEN_READER, False, True),
    ],
)
def test_there_is_one_voice(
    wanted: bool, listens: bool, choice: Choice, talks: bool, told: bool
) -> None:
    speakers = who_speaks(wanted=wanted, listens=listens, choice=choice)
    assert (speakers.talks, speakers.messages_told) == (talks, told)
    assert not (speakers.talks and speakers.messages_told)
