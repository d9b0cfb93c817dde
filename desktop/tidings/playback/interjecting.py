"""When something is said between two sentences of a story: a pure decision."""

from __future__ import annotations

from dataclasses import replace

from tidings.document import Range
from tidings.playback.asides import Aside, Interjection
from tidings.playback.events import Mode
from tidings.playback.following import Following
from tidings.playback.timeline import Segment
from tidings.playback.walk import begins_sentence
from tidings.speech import Kind, Utterance


def is_between(segment: Segment, heard: float, following: Following) -> bool:
    """Tell whether a sentence was heard to its end, and nothing of what follows it.

    ``heard`` is in milliseconds of the stream. Between an announcement and what it announces
    there is no room, nor amid what is no story itself.
    """
    if isinstance(segment.script, Aside) or segment.utterance.kind is not Kind.TEXT:
        return False
    place = following.place
    inside = place.script is segment.script and not begins_sentence(place.script, place.cue)
    return segment.complete and not inside and heard >= segment.ends


def interjection(said: tuple[Utterance, ...], following: Following) -> Interjection:
    """Return what is said in the place of a story's next sentence, and before it.

    It has no range of its own: nothing of the story is meant by it.
    """
    position = following.place.position
    nothing = Range(position.article, position.block, position.character, position.character)
    utterances = tuple(replace(each, range=nothing, stretches=(), place=None) for each in said)
    return Interjection(following.place, utterances, Mode.PLAYING)
