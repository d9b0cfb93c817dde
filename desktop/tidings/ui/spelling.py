"""The word that is spelled when the sentence is asked for twice."""

from __future__ import annotations

import time

from tidings.document import Position, Range
from tidings.playback import Spell, TwicePressed
from tidings.speech import load_speller, word_at
from tidings.ui.stories import Stories


class Spelling:
    """Tells a second press from a first, and spells the word that was under way."""

    def __init__(self, stories: Stories) -> None:
        self._stories = stories
        self._presses = TwicePressed(time.monotonic)
        self._speller = load_speller()

    def press(self, position: Position) -> Position | None:
        """Return the place of the word to be spelled; None where it is the first press."""
        return self._presses.press(position)

    def spelled(self, position: Position) -> Spell | None:
        """Return what spells the word at a position; None where nothing is said there."""
        script = self._stories.script(position.article)
        cue = script.at(position) if script else None
        if script is None or cue is None:
            return None
        text = script.article.part_text(position.block)
        start, end = word_at(text, position.character)
        place = Range(position.article, position.block, start, end)
        letters = self._speller.spell(text[start:end], script.utterance(cue).language, place)
        return Spell(place.position, letters)
