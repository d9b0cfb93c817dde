"""What is told to others on the session bus about what is being read aloud."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from tidings.document import Position
from tidings.ui.manner import FASTEST, SLOWEST
from tidings.ui.media_keys.interface import NO_TRACK, PLAYER, PROPERTIES_OF
from tidings.ui.media_keys.story_clock import NORMAL_RATE, StoryClock

Variant: TypeAlias = tuple[str, object]
"""A value with its signature."""


class Status(Enum):
    """What the player does, in the words of the specification."""

    PLAYING = "Playing"
    PAUSED = "Paused"
    STOPPED = "Stopped"


@dataclass(frozen=True, slots=True)
class PlayerState:
    """What is being read aloud.

    Attributes:
        clock: the story with its times; None for a headline that is spoken by itself.
        name: the story's title, or the headline.
        source: the page or the list that the story is of.
        position: the place of the voice at ``since``, a time on time.monotonic()'s clock.
        rate: words a minute.
        volume: 0 to 1.
    """

    status: Status = Status.STOPPED
    clock: StoryClock | None = None
    name: str = ""
    source: str = ""
    position: Position | None = None
    since: float = 0.0
    rate: int = NORMAL_RATE
    volume: float = 1.0
    has_next: bool = False
    has_previous: bool = False

    @property
    def track(self) -> str:
        """The object path that stands for the story."""
        if self.clock is None:
            return NO_TRACK
        # An id may hold any character, a path only few.
        digest = hashlib.blake2b(self.clock.article.id.encode(), digest_size=10)
        return f"/org/tidings/story/{digest.hexdigest()}"

    def time(self, now: float) -> int:
        """Return where the voice is ``now``, in microseconds at a rate of 1."""
        if self.clock is None or self.position is None:
            return 0
        begun = self.clock.time_of(self.position)
        if self.status is not Status.PLAYING:
            return begun
        gone = (now - self.since) * 1_000_000 * self.rate / NORMAL_RATE
        return min(begun + round(gone), self.clock.length)


def properties(state: PlayerState, interface: str, now: float) -> dict[str, Variant]:
    """Return the values of all properties of an interface, with their signatures.

    Raises KeyError for an interface that has none.
    """
    offered = PROPERTIES_OF[interface]
    values = _of_player(state, now) if interface == PLAYER else _of_program()
    return {name: (offered[name].signature, value) for name, value in values.items()}


def changed(old: PlayerState, new: PlayerState) -> dict[str, Variant]:
    """Return what others are told when one state follows the other."""
    before = properties(old, PLAYER, old.since)
    return {
        name: variant
        for name, variant in properties(new, PLAYER, new.since).items()
        if PROPERTIES_OF[PLAYER][name].told and before[name] != variant
    }


def _of_program() -> Mapping[str, object]:
    return {
        "CanQuit": True,
        "CanRaise": True,
        "HasTrackList": False,
        "Identity": "Tidings",
        "DesktopEntry": "tidings",
        "SupportedUriSchemes": [],
        "SupportedMimeTypes": [],
    }


def _of_player(state: PlayerState, now: float) -> Mapping[str, object]:
    return {
        "PlaybackStatus": state.status.value,
        "Rate": state.rate / NORMAL_RATE,
        "MinimumRate": SLOWEST / NORMAL_RATE,
        "MaximumRate": FASTEST / NORMAL_RATE,
        "Metadata": _metadata(state),
        "Volume": float(state.volume),
        "Position": state.time(now),
        "CanGoNext": state.has_next,
        "CanGoPrevious": state.has_previous,
        "CanPlay": True,
        "CanPause": True,
        "CanSeek": state.clock is not None,
        "CanControl": True,
    }


def _metadata(state: PlayerState) -> dict[str, Variant]:
    told: dict[str, Variant] = {
        "mpris:trackid": ("o", state.track),
        "xesam:title": ("s", state.name),
    }
    if state.source:
        told["xesam:album"] = ("s", state.source)
    artists = [state.source] if state.source else []
    if state.clock is not None:
        article = state.clock.article
        told["mpris:length"] = ("x", state.clock.length)
        artists = list(article.byline) or artists
        if article.url:
            told["xesam:url"] = ("s", article.url)
        if article.language:
            told["xesam:language"] = ("s", article.language)
        if article.published is not None:
            told["xesam:contentCreated"] = ("s", article.published.isoformat())
    if artists:
        told["xesam:artist"] = ("as", artists)
    return told
