"""How far a key leads in a text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from tidings.ui.talking.seen import Stride

_Key = Qt.Key
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SIDEWAYS = (_Key.Key_Left, _Key.Key_Right)
_UPRIGHT = (_Key.Key_Up, _Key.Key_Down)
_PAGES = (_Key.Key_PageUp, _Key.Key_PageDown)
_ENDS = (_Key.Key_Home, _Key.Key_End)
_NOWHERE = (_Key.Key_Space, _Key.Key_Escape)


def stride_of(event: QKeyEvent) -> Stride:
    """Return how much of a story is to be said when this key has moved the caret."""
    return stride(event.key(), ctrl=bool(event.modifiers() & _CTRL), alt=_has_alt(event))


def stride(key: int, *, ctrl: bool, alt: bool) -> Stride:
    """Return the stride of a key; letters lead to whole passages, Space and Escape nowhere."""
    if key in _NOWHERE or key >= _Key.Key_MediaPlay:
        return Stride.NOT
    if alt and key in (*_SIDEWAYS, *_UPRIGHT, *_ENDS):
        return Stride.SENTENCE
    if key in _SIDEWAYS:
        return Stride.WORD if ctrl else Stride.CHARACTER
    if key in _ENDS:
        return Stride.LINE if ctrl else Stride.CHARACTER
    if key in (*_UPRIGHT, *_PAGES):
        return Stride.LINE
    return Stride.PASSAGE


def _has_alt(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & _ALT)
