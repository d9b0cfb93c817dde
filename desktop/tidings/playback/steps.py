"""Where a step of the reader leads: a pure decision over the queue."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.document import Position
from tidings.playback import places
from tidings.playback.events import Notice, Skip, Unit
from tidings.playback.places import Place
from tidings.playback.queue import StoryQueue
from tidings.playback.walk import is_enclosed, next_in, previous_in


@dataclass(frozen=True, slots=True)
class Step:
    """Where it leads, and what the reader is told of it; without a place, it stays."""

    place: Place | None
    notice: Notice | None = None


def step_from(queue: StoryQueue, place: Place, skip: Skip) -> Step:
    """Return where a step from a place leads."""
    if skip.unit is Unit.ENCLOSURE and not is_enclosed(place.script, place.cue):
        return Step(None, Notice.NOTHING_TO_LEAVE)
    if skip.unit is not Unit.STORY:
        step = next_in if skip.forward else previous_in
        target = step(place.script, place.cue, skip.unit)
        if target is not None:
            return Step(Place(place.script, target))
        if not skip.forward:
            return Step(places.beginning(place.script), Notice.AT_THE_BEGINNING)
    other = places.neighbour(queue, place.article, forward=skip.forward)
    if other is None:
        return Step(None, Notice.AT_THE_END if skip.forward else Notice.AT_THE_BEGINNING)
    return Step(other)


def nearest(queue: StoryQueue, position: Position) -> Place | None:
    """Return the place at a position, or the last one of its story; None where none is."""
    return places.at(queue, position) or places.end(queue.script(position.article))
