"""A word that is said letter by letter, as a script of its own."""

from __future__ import annotations

from tidings.document import Article, Position
from tidings.playback.events import Mode
from tidings.playback.places import Place
from tidings.speech import Cue, Utterance


class SpelledWord:
    """Stands in for a story's script while one of its words is spelled.

    ``word`` is the place of the word in the story, ``mode_before`` what was done then: if it
    was speaking, that goes on from the word afterwards.
    """

    def __init__(self, word: Place, letters: tuple[Utterance, ...], mode_before: Mode) -> None:
        self.word = word
        self.mode_before = mode_before
        self._letters = letters

    @property
    def goes_on(self) -> bool:
        """Tell whether speech goes on from the word afterwards."""
        return self.mode_before in (Mode.STARTING, Mode.PLAYING)

    @property
    def article(self) -> Article:
        """The story that the word is of."""
        return self.word.script.article

    def first(self) -> Cue | None:
        """Return the first letter's cue."""
        return self._cue(0)

    def at(self, position: Position) -> Cue | None:
        """Return the first letter's cue for any place in the story."""
        return self.first() if position.article == self.article.id else None

    def after(self, cue: Cue) -> Cue | None:
        """Return the cue of the next letter; None after the last one."""
        return self._cue(cue.number + 1)

    def before(self, cue: Cue) -> Cue | None:
        """Return the cue of the letter before; None at the first one."""
        return self._cue(cue.number - 1)

    def utterance(self, cue: Cue) -> Utterance:
        """Return what is said of a letter."""
        return self._letters[cue.number]

    def _cue(self, number: int) -> Cue | None:
        return Cue(0, 0, number) if 0 <= number < len(self._letters) else None
