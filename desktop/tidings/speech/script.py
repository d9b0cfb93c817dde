"""An article as it will be spoken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tidings.document import Article, Position
from tidings.speech.utterance import Utterance


@dataclass(frozen=True, slots=True, order=True)
class Cue:
    """The address of an utterance in its script; cues sort in the order of speaking.

    ``part`` is the part's ordinal in :attr:`Article.parts`, ``window`` and ``number`` count
    inside it.
    """

    part: int
    window: int
    number: int


class Script(Protocol):
    """The utterances of one article, made when they are asked for."""

    @property
    def article(self) -> Article:
        """The article that is spoken."""
        ...

    def first(self) -> Cue | None:
        """Return the first utterance's cue; None when there is nothing to say."""
        ...

    def at(self, position: Position) -> Cue | None:
        """Return the cue of the utterance at the position, or the next one after it."""
        ...

    def after(self, cue: Cue) -> Cue | None:
        """Return the cue that follows; None at the end."""
        ...

    def before(self, cue: Cue) -> Cue | None:
        """Return the cue before; None at the beginning."""
        ...

    def utterance(self, cue: Cue) -> Utterance:
        """Return what is said at the cue."""
        ...
