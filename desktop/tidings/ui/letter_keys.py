"""Keys that are one letter, digit or sign: they can be turned off, as WCAG 2.1.4 asks for."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

LETTER_KEYS = "letter-keys"
"""The name under which it is kept whether they are on."""

_ON, _OFF = "on", "off"
_FIRST_THAT_IS_NO_SIGN = 0x01000000
"""From here on Qt counts keys that write nothing, such as Escape."""


def is_letter_key(sequence: QKeySequence) -> bool:
    """Tell whether a key is a single letter, digit or sign, alone or with Shift.

    Speech that is recognised, or a hand that slips, types such a key unasked. Space is none.
    """
    if sequence.count() != 1:
        return False
    pressed: QKeyCombination = sequence[0]  # type: ignore[index]  # missing in PySide's stubs
    only_shift = not pressed.keyboardModifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    return only_shift and Qt.Key.Key_Space < pressed.key() < _FIRST_THAT_IS_NO_SIGN


def kept_letter_keys(settings: Mapping[str, str]) -> bool:
    """Tell whether letter keys were left on; they are where nothing sensible was kept."""
    return settings.get(LETTER_KEYS, _ON) != _OFF


def letter_keys_to_text(on: bool) -> str:
    """Return how it is kept whether they are on."""
    return _ON if on else _OFF


def letter_keys_words(on: bool, key: str) -> str:
    """Return what is told of it; ``key`` changes it, and is empty where there is none."""
    state = _("Letter keys are on.") if on else _("Letter keys are off.")
    if on or not key:
        return state
    return f"{state} {_('{key} turns them on.').format(key=key)}"
