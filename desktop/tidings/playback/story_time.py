"""How long a story takes to hear, from any place in it."""

from __future__ import annotations

from bisect import bisect_left

from tidings.document import Position
from tidings.speech import ArticleScript, ListeningTime, guessed_time

CHARACTERS_A_WORD = 6
"""With the space after it: what a part is guessed by until it is measured."""

LONG = 50_000
"""Characters of a part that is guessed for good: measuring it would hold up the window."""


class StoryTime:
    """Measures a story part by part, whenever there is time for it; guesses until then."""

    def __init__(self, script: ArticleScript) -> None:
        self.script = script
        self._parts = script.article.parts
        self._lengths = [len(script.article.part_text(part)) for part in self._parts]
        guess = guessed_time(1 / CHARACTERS_A_WORD)
        self._words = [guess.words * length for length in self._lengths]
        self._silence = [guess.silence * length for length in self._lengths]
        self._measured = 0

    @property
    def is_measured(self) -> bool:
        """Tell whether there is nothing left to measure."""
        return self._measured == len(self._parts)

    @property
    def whole(self) -> ListeningTime:
        """The time from its beginning to its end."""
        return ListeningTime(sum(self._words), sum(self._silence))

    def measure_part(self) -> None:
        """Measure the next part."""
        part = self._measured
        if self._lengths[part] < LONG:
            time = self.script.time_of_part(part)
            self._words[part], self._silence[part] = time.words, time.silence
        self._measured += 1

    def left(self, position: Position) -> ListeningTime:
        """Return the time from a place in the story to its end."""
        part = bisect_left(self._parts, position.block)
        rest = ListeningTime()
        if part < len(self._parts) and self._parts[part] == position.block:
            # What is announced is spread over the part: one sentence more or less.
            length = max(self._lengths[part], 1)
            to_come = max(length - position.character, 0) / length
            rest = ListeningTime(self._words[part], self._silence[part]).times(to_come)
            part += 1
        return rest + ListeningTime(sum(self._words[part:]), sum(self._silence[part:]))
