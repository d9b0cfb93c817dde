"""Which messages are spoken, and when: each once, and never a flood of them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime

MOMENT = 1.0
"""Seconds within which what comes twice is spoken once, and a flood is counted."""

SAME_ANSWER = 0.2
"""The same for answers: who presses a key again is answered again."""

MANY = 3
"""How many messages of a moment are spoken as they come; of more, the last one."""

LULL = 0.3
"""Seconds without a message after which a flood is over."""


@dataclass(frozen=True, slots=True)
class Message:
    """What was told, and when.

    ``matters`` tells that it may interrupt a story that is being read aloud: a warning, an
    error, the answer to what the reader did. ``warns`` tells that it stays for a while.
    """

    text: str
    matters: bool
    when: datetime
    warns: bool = False


class Pacing:
    """Decides about one message after another; ``now`` is in seconds, of any steady clock."""

    def __init__(self) -> None:
        self._told: deque[float] = deque()
        """When messages came, within the last moment."""
        self._spoken: tuple[str, float] = ("", 0.0)
        self._held: Message | None = None
        self._held_since = 0.0

    def take(self, message: Message, now: float) -> bool:
        """Tell whether a message that comes is to be spoken at once; else it may be held."""
        while self._told and self._told[0] <= now - MOMENT:
            self._told.popleft()
        self._told.append(now)
        text, since = self._spoken
        moment = SAME_ANSWER if message.matters and not message.warns else MOMENT
        if message.text == text and now - since < moment and self._held is None:
            return False
        if self._held is None and len(self._told) <= MANY:
            self._spoken = message.text, now
            return True
        if self._held is None:
            self._held_since = now
        # Nothing that can wait pushes a warning away.
        if self._held is None or message.warns or not self._held.warns:
            self._held = message
        return False

    def wait(self, now: float) -> float | None:
        """Return the seconds until what is held is to be spoken; None where nothing is."""
        if self._held is None:
            return None
        return max(0.0, min(self._told[-1] + LULL, self._held_since + MOMENT) - now)

    def release(self, now: float) -> Message | None:
        """Return what was held, once its time has come."""
        if self._held is None or self.wait(now) != 0.0:
            return None
        held, self._held = self._held, None
        if held.text == self._spoken[0] and now - self._spoken[1] < MOMENT:
            return None
        self._spoken = held.text, now
        return held
