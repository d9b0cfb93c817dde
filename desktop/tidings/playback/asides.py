"""What is said amid a story and is none of it: a word's letters, or a headline."""

from __future__ import annotations

from tidings.document import Article, Position
from tidings.playback.events import Mode
from tidings.playback.places import Place
from tidings.speech import Cue, Utterance


class Aside:
    """Stands in for a story's script while something else is said, as a word's letters are.

    ``place`` is where it is in the story, ``mode_before`` what was done then: if it was
    speaking, that goes on from the place afterwards.
    """

    def __init__(self, place: Place, said: tuple[Utterance, ...], mode_before: Mode) -> None:
        self.place = place
        self.mode_before = mode_before
        self._said = said

    @property
    def goes_on(self) -> bool:
        """Tell whether speech goes on from the place afterwards."""
        return self.mode_before in (Mode.STARTING, Mode.PLAYING)

    @property
    def article(self) -> Article:
        """The story that it is said in."""
        return self.place.script.article

    def first(self) -> Cue | None:
        """Return the cue of what is said first."""
        return self._cue(0)

    def at(self, position: Position) -> Cue | None:
        """Return the first cue for any place in the story."""
        return self.first() if position.article == self.article.id else None

    def after(self, cue: Cue) -> Cue | None:
        """Return the cue that follows; None after the last one."""
        return self._cue(cue.number + 1)

    def before(self, cue: Cue) -> Cue | None:
        """Return the cue before; None at the first one."""
        return self._cue(cue.number - 1)

    def utterance(self, cue: Cue) -> Utterance:
        """Return what is said at the cue."""
        return self._said[cue.number]

    def _cue(self, number: int) -> Cue | None:
        return Cue(0, 0, number) if 0 <= number < len(self._said) else None


class Interjection(Aside):
    """Is said between two sentences; what is lit of the story meanwhile is nothing."""
