"""Some passages of a story, as a script of their own."""

from __future__ import annotations

from collections.abc import Iterable

from tidings.document import Article, Position
from tidings.speech import Cue, Script, Utterance


class Passages:
    """The blocks of a story that are wanted, one after another, in the places of the whole.

    It is asked and steps like the script of the whole story; what is not wanted is passed
    over both ways.
    """

    def __init__(self, script: Script, blocks: Iterable[int]) -> None:
        """``blocks`` are indices; one that the story does not have is left out."""
        self._script = script
        wanted = set(blocks)
        parts = script.article.parts
        self._wanted = [number for number, block in enumerate(parts) if block in wanted]

    @property
    def article(self) -> Article:
        """The whole story."""
        return self._script.article

    def first(self) -> Cue | None:
        """Return the first utterance's cue; None when there is nothing to say."""
        return self._at_part(self._wanted[0]) if self._wanted else None

    def at(self, position: Position) -> Cue | None:
        """Return the cue of the utterance at the position, or the next one that is wanted."""
        return self._on(self._script.at(position))

    def after(self, cue: Cue) -> Cue | None:
        """Return the cue that follows; None at the end."""
        return self._on(self._script.after(cue))

    def before(self, cue: Cue) -> Cue | None:
        """Return the cue before; None at the beginning."""
        found = self._script.before(cue)
        while found is not None and found.part not in self._wanted:
            earlier = [part for part in self._wanted if part < found.part]
            if not earlier:
                return None
            # The last of that part is what comes before the part behind it.
            behind = self._script.at(self._beginning(earlier[-1] + 1))
            found = self._script.before(behind) if behind is not None else None
        return found

    def utterance(self, cue: Cue) -> Utterance:
        """Return what is said at the cue."""
        return self._script.utterance(cue)

    def _on(self, cue: Cue | None) -> Cue | None:
        """Return the cue, or the first one behind it that is wanted."""
        if cue is None or cue.part in self._wanted:
            return cue
        later = (part for part in self._wanted if part > cue.part)
        following = next(later, None)
        return None if following is None else self._at_part(following)

    def _at_part(self, part: int) -> Cue | None:
        # A part of which nothing is said leads to one behind it, which may not be wanted.
        return self._on(self._script.at(self._beginning(part)))

    def _beginning(self, part: int) -> Position:
        return Position(self.article.id, self.article.parts[part])
