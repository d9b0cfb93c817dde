"""Voices that were asked for and cannot speak: what is known of them, and what was told."""

from __future__ import annotations

from tidings.speech.messages import Replaced, Trouble
from tidings.speech.voice_files import Condition


class VoicesOut:
    """Decides whether a voice is tried, looked for, or replaced; voices are named by id.

    A voice that cannot speak is tried again when its files have changed, which are looked at
    once for each thing that is begun.
    """

    def __init__(self) -> None:
        self._out: dict[str, Condition] = {}
        self._looked_for: set[str] = set()
        self._told: dict[str, Trouble] = {}

    def __contains__(self, voice: object) -> bool:
        return voice in self._out

    def begin_anew(self) -> None:
        """Take it that something else is asked for from now on."""
        self._looked_for.clear()

    def is_looked_for(self, voice: str) -> bool:
        """Tell whether its files were looked at since something was begun."""
        return voice in self._looked_for

    def refuse(self, voice: str, condition: Condition) -> None:
        """Note that a voice could not speak, and how its files were found then."""
        self._out[voice] = condition
        self._looked_for.add(voice)

    def look(self, voice: str, condition: Condition, *, is_there: bool) -> None:
        """Note how a voice's files were found, and whether they seem to be a voice."""
        before = self._out.pop(voice, None)
        if not is_there or (before and before.stamp == condition.stamp):
            self._out[voice] = condition
        self._looked_for.add(voice)

    def trouble(self, voice: str) -> Replaced | None:
        """Return what keeps a voice from speaking; None where nothing does."""
        condition = self._out.get(voice)
        return Replaced(voice, condition.trouble, condition.file) if condition else None

    def is_news(self, told: Replaced) -> bool:
        """Tell whether this has not been told since the voice spoke; from now on it has."""
        known = self._told.get(told.voice)
        self._told[told.voice] = told.trouble
        return known is not told.trouble

    def has_spoken(self, voice: str) -> None:
        """Note that a voice speaks: the next trouble is news again."""
        self._told.pop(voice, None)
