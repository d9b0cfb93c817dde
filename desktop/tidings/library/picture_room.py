"""How much of pictures is kept, and which are let go of first. Decisions only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Room:
    """How many bytes and how many pictures may be kept."""

    size: int
    count: int

    @property
    def slack(self) -> Room:
        """What may come between two looks at what there is."""
        return Room(self.size // 16, max(1, self.count // 16))


ROOM = Room(size=300_000_000, count=20_000)


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture that is kept: its file's name and bytes, and when it was last of use.

    ``used`` is in seconds since 1970.
    """

    name: str
    size: int
    used: float


def let_go(kept: Iterable[Kept], room: Room, now: float) -> list[Kept]:
    """Return what has to go for the rest to have room, the longest unused first.

    A picture that was used tomorrow is of a clock that was wrong: it goes before all others.
    """
    by_age = sorted(kept, key=lambda one: (one.used <= now + _DAY, one.used, one.name))
    size, count = sum(one.size for one in by_age), len(by_age)
    gone: list[Kept] = []
    for one in by_age:
        if size <= room.size and count <= room.count:
            break
        gone.append(one)
        size -= one.size
        count -= 1
    return gone
