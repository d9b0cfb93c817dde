"""What is said after an utterance, where nobody asks for anything else."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.playback import places
from tidings.playback.asides import Aside
from tidings.playback.places import Place
from tidings.playback.queue import StoryQueue

BETWEEN_STORIES = 1200.0
"""Milliseconds of silence between two stories."""


@dataclass(frozen=True, slots=True)
class Following:
    """The next place, after so many milliseconds of silence."""

    place: Place
    silence: float = 0.0


def following(queue: StoryQueue, last: Place, *, stops_after_story: bool) -> Following | None:
    """Return what follows an utterance; None where it ends."""
    script = last.script
    cue = script.after(last.cue)
    if cue is not None:
        return Following(Place(script, cue))
    if isinstance(script, Aside):
        return Following(script.place) if script.goes_on else None
    if stops_after_story:
        return None
    other = places.neighbour(queue, last.article, forward=True)
    return Following(other, BETWEEN_STORIES) if other else None
