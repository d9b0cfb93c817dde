"""Places in the queue: a story, an utterance of it, and a character of that."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.document import Position
from tidings.playback.queue import StoryQueue
from tidings.playback.walk import word_start
from tidings.speech import Cue, Script, Utterance


@dataclass(frozen=True, slots=True)
class Place:
    """Where speech goes on: a character of the text of an utterance."""

    script: Script
    cue: Cue
    character: int = 0

    @property
    def utterance(self) -> Utterance:
        """What is said there."""
        return self.script.utterance(self.cue)

    @property
    def article(self) -> str:
        """The id of the story."""
        return self.script.article.id

    @property
    def position(self) -> Position:
        """The place in the story."""
        return self.utterance.position_at(self.character)


def beginning(script: Script | None) -> Place | None:
    """Return where a story begins; None where there is none, or nothing to say in it."""
    cue = script.first() if script else None
    return Place(script, cue) if script and cue else None


def end(script: Script | None) -> Place | None:
    """Return the last utterance of a story."""
    if script is None:
        return None
    article = script.article
    for part in reversed(article.parts):
        # The end of a part may be skipped, and only its beginning be said.
        for character in (len(article.part_text(part).rstrip()) - 1, 0):
            cue = script.at(Position(article.id, part, max(character, 0)))
            while cue is not None and (following := script.after(cue)) is not None:
                cue = following
            if cue is not None:
                return Place(script, cue)
    return None


def at(queue: StoryQueue, position: Position) -> Place | None:
    """Return the place of the word at a position, or of what is said next after it."""
    script = queue.script(position.article)
    return within(script, position) if script else None


def within(script: Script, position: Position) -> Place | None:
    """Return the place of the word at a position of a story, as :func:`at` does."""
    cue = script.at(position)
    if cue is None:
        return None
    utterance = script.utterance(cue)
    if not (utterance.stretches and utterance.range.holds(position)):
        return Place(script, cue)
    offset = utterance.offset_of(position.character)
    return Place(script, cue, word_start(utterance.text, offset))


def neighbour(queue: StoryQueue, article: str, *, forward: bool) -> Place | None:
    """Return the beginning of the next or previous story that has something to say."""
    step = queue.after if forward else queue.before
    other = step(article)
    while other is not None:
        place = beginning(queue.script(other))
        if place is not None:
            return place
        other = step(other)
    return None
