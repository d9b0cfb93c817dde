"""Never two voices: who speaks the window, a screen reader or Tidings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Choice(Enum):
    """What the reader has chosen."""

    AUTOMATIC = "automatic"
    """A screen reader where one listens, else Tidings."""
    SCREEN_READER = "screen-reader"
    TIDINGS = "tidings"


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who speaks what. ``messages_told``: a screen reader is told of messages."""

    talks: bool
    messages_told: bool


def who_speaks(*, wanted: bool, listens: bool, choice: Choice) -> Speakers:
    """Tell who speaks the window.

    ``wanted`` is whether speech of the window is switched on, ``listens`` whether a screen
    reader does. A screen reader is told of messages also where none is known to listen: it
    may be of a kind that does not say so.
    """
    match choice:
        case Choice.SCREEN_READER:
            return Speakers(talks=False, messages_told=True)
        case Choice.TIDINGS:
            return Speakers(talks=wanted, messages_told=not wanted)
        case Choice.AUTOMATIC:
            talks = wanted and not listens
            return Speakers(talks=talks, messages_told=not talks)
