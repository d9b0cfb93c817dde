"""The table of keys: read from resources, with the reader's own changes laid over it.

The same table binds the keys and lists them under F1, so the list is never wrong.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from gettext import gettext as _
from pathlib import Path
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from tidings.ui.command_words import command_words

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_MODIFIER_KEYS = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
)
_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.NoModifier


class Where(Enum):
    """Where a key works."""

    ANYWHERE = "anywhere"
    READING = "reading"
    LIST = "list"
    SOURCES = "sources"

    def meets(self, other: Where) -> bool:
        """Tell whether a key of one place could be taken for a key of the other."""
        return self is other or Where.ANYWHERE in (self, other)


class KeymapError(ValueError):
    """The program's own table of keys cannot be used."""


@dataclass(frozen=True, slots=True)
class KeyBinding:
    """The keys of one command.

    ``keys`` are in Qt's portable text ("Ctrl++"), each one key press; none where the
    reader has taken the keys away. ``group`` is the heading in the list of keys.
    """

    command: str
    where: Where
    keys: tuple[str, ...]
    group: str

    @property
    def sequences(self) -> tuple[QKeySequence, ...]:
        """The keys as Qt binds them."""
        return tuple(QKeySequence.fromString(key, _PORTABLE) for key in self.keys)

    @property
    def display(self) -> tuple[str, ...]:
        """The keys as this platform writes them, with bare signs in words."""
        return tuple(display_key(sequence) for sequence in self.sequences)

    @property
    def words(self) -> str:
        """What the command does, in the language in use."""
        return command_words()[self.command]


@dataclass(frozen=True, slots=True)
class Keymap:
    """All bindings, in the order in which they are listed."""

    bindings: tuple[KeyBinding, ...]

    def __iter__(self) -> Iterator[KeyBinding]:
        return iter(self.bindings)

    def binding(self, command: str) -> KeyBinding:
        """Return the binding of a command. Raises KeyError for an unknown one."""
        for binding in self.bindings:
            if binding.command == command:
                return binding
        raise KeyError(command)

    def of(self, where: Where) -> tuple[KeyBinding, ...]:
        """Return the bindings of exactly this place."""
        return tuple(binding for binding in self.bindings if binding.where is where)

    def find(self, sequence: QKeySequence, where: Where) -> KeyBinding | None:
        """Return what the key does in a place: its own keys first, then those of anywhere."""
        key = sequence.toString(_PORTABLE)
        for place in dict.fromkeys((where, Where.ANYWHERE)):
            for binding in self.of(place):
                if key in binding.keys:
                    return binding
        return None


def load_keymap(default: Path, own: Path | None = None) -> tuple[Keymap, tuple[str, ...]]:
    """Return the keys, and plain sentences on what of the reader's own could not be used.

    A command whose own keys cannot be used keeps its default ones. Raises KeymapError when
    the default table, which ships with the program, is damaged.
    """
    try:
        keymap = _default_keymap(tomllib.loads(default.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KeymapError(f"{default}: {error}") from error
    if own is None or not own.exists():
        return keymap, ()
    try:
        changes = tomllib.loads(own.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return keymap, (
            _("Your own keys in {file} could not be read, so the usual ones hold: {reason}").format(
                file=own, reason=error
            ),
        )
    return overlay(keymap, changes)


def overlay(default: Keymap, changes: Mapping[str, Any]) -> tuple[Keymap, tuple[str, ...]]:
    """Lay the reader's own keys over the default ones; see :func:`load_keymap`."""
    notices: list[str] = []
    bindings = {binding.command: binding for binding in default}
    changed: list[str] = []
    for command, entry in changes.items():
        if command not in bindings:
            notices.append(
                _("Your own keys name “{command}”, which Tidings does not know.").format(
                    command=command
                )
            )
            continue
        try:
            keys = _own_keys(entry, bindings[command].where)
        except ValueError as error:
            notices.append(_keeps(bindings[command], str(error)))
            continue
        bindings[command] = replace(bindings[command], keys=keys)
        changed.append(command)
    # Only when all is laid over can doubles be told from two commands that swap their keys.
    while clash := _first_clash(bindings, changed):
        command, key, other = clash
        bindings[command] = default.binding(command)
        changed.remove(command)
        reason = _("{key} already means “{words}”").format(
            key=display_key(QKeySequence.fromString(key, _PORTABLE)), words=bindings[other].words
        )
        notices.append(_keeps(bindings[command], reason))
    return Keymap(tuple(bindings.values())), tuple(notices)


def _default_keymap(table: Mapping[str, Any]) -> Keymap:
    bindings = {
        command: KeyBinding(
            command,
            where := Where(entry["where"]),
            tuple(_portable(key, where) for key in entry["keys"]),
            entry["group"],
        )
        for command, entry in table.items()
    }
    if unknown := bindings.keys() ^ command_words().keys():
        raise KeymapError(f"commands without words or words without commands: {sorted(unknown)}")
    if clash := _first_clash(bindings, list(bindings)):
        raise KeymapError(f"{clash[0]} and {clash[2]} share {clash[1]}")
    return Keymap(tuple(bindings.values()))


def _own_keys(entry: object, where: Where) -> tuple[str, ...]:
    keys = entry.get("keys") if isinstance(entry, dict) else entry
    if isinstance(keys, str):
        keys = [keys]
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise ValueError(_('it needs a line such as keys = ["F2"]'))
    return tuple(dict.fromkeys(_portable(key, where) for key in keys))


def _portable(text: str, where: Where) -> str:
    """Return one key in Qt's portable text. Raises ValueError with a plain reason."""
    parts = {part.strip().casefold().replace(" ", "") for part in text.split("+")}
    if parts & {"ins", "insert", "capslock", "kp_insert", "num"} or parts <= {"ctrl", "control"}:
        raise ValueError(_("{key} belongs to screen readers").format(key=text))
    spelled = _spelled_out(text)
    sequence = QKeySequence.fromString(spelled, _PORTABLE)
    pressed: QKeyCombination | None = None
    if sequence.count() == 1:
        pressed = sequence[0]  # type: ignore[index]  # missing in PySide's own stubs
    if pressed is None or pressed.key() == Qt.Key.Key_unknown:
        raise ValueError(_("{key} is not a key that Tidings can read").format(key=text or "“”"))
    key, modifiers = pressed.key(), pressed.keyboardModifiers()
    if key in _MODIFIER_KEYS:
        raise ValueError(_("{key} is not a key of its own").format(key=text))
    if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        raise ValueError(_("{key} moves through the window").format(key=text))
    if where is Where.ANYWHERE and not modifiers & ~_TYPING and not _never_typed(key):
        raise ValueError(
            _("{key} is needed for typing; add Ctrl or Alt to it").format(key=display_key(sequence))
        )
    return sequence.toString(_PORTABLE)


def _never_typed(key: Qt.Key) -> bool:
    """Tell whether a key alone means nothing to a text field."""
    return (
        key == Qt.Key.Key_Escape
        or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
        or Qt.Key.Key_Back <= key < Qt.Key.Key_unknown  # media and browser keys
    )


def _spelled_out(text: str) -> str:
    """Put the signs in the place of the words Plus and Minus, which Qt does not know."""
    head, plus, last = text.rpartition("+")
    signs = {"plus": "+", "minus": "-"}
    return head + plus + signs.get(last.strip().casefold(), last)


def display_key(sequence: QKeySequence) -> str:
    """Return the key for eye and ear: a sign at the end of "Ctrl++" is easily lost by both."""
    text = sequence.toString(_NATIVE)
    names = {"+": _("Plus"), "-": _("Minus"), "=": _("Equals")}
    return text[:-1] + names[text[-1]] if text and text[-1] in names else text


def _first_clash(
    bindings: Mapping[str, KeyBinding], candidates: list[str]
) -> tuple[str, str, str] | None:
    """Return (command, key, other command) where one of the candidates is not alone."""
    for command in reversed(candidates):
        mine = bindings[command]
        for other in bindings.values():
            if other.command == command or not mine.where.meets(other.where):
                continue
            for key in mine.keys:
                if key in other.keys:
                    return command, key, other.command
    return None


def _keeps(binding: KeyBinding, reason: str) -> str:
    return _("“{words}” keeps its usual key {keys}: {reason}.").format(
        words=binding.words, keys=", ".join(binding.display), reason=reason
    )
