"""A client of the real worker, with an ear for what it tells."""

from __future__ import annotations

import queue
import time
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Self, TypeVar

from tidings.speech import (
    Failed,
    Finished,
    Lost,
    Ready,
    Sound,
    SpeechClient,
    SpeechEngines,
    SpeechEvent,
    SynthesisRequest,
    WordMark,
)

PATIENCE = 20.0
Listener = Callable[[SpeechEvent], None]
Door = SpeechClient | SpeechEngines
Event = TypeVar("Event", WordMark, Sound, Finished, Failed, Ready, Lost)


@dataclass
class Told:
    """What came for one request, in order, with its times."""

    events: list[WordMark | Sound] = field(default_factory=list)
    end: Finished | Failed | None = None

    @property
    def words(self) -> list[WordMark]:
        return [event for event in self.events if isinstance(event, WordMark)]

    @property
    def samples(self) -> array[int]:
        return array("h", b"".join(e.samples for e in self.events if isinstance(e, Sound)))

    @property
    def milliseconds(self) -> float:
        rates = {event.sample_rate for event in self.events if isinstance(event, Sound)}
        return len(self.samples) * 1000 / rates.pop() if rates else 0.0


class Speaker:
    """Asks a client and keeps what it tells."""

    def __init__(self, door: Callable[[Listener], Door] = SpeechClient) -> None:
        self.events: queue.Queue[tuple[float, SpeechEvent]] = queue.Queue()
        self.client = door(lambda event: self.events.put((time.monotonic(), event)))
        self.ids = count(1)

    @contextmanager
    def up(self) -> Iterator[Self]:
        """Have a worker from beginning to end of ``with``."""
        self.client.start()
        try:
            self.hear(Ready)
            yield self
        finally:
            self.client.close()

    def ask(self, text: str, language: str = "en", **wishes: object) -> int:
        number = next(self.ids)
        self.client.synthesise(SynthesisRequest(number, text, language, **wishes))  # type: ignore[arg-type]
        return number

    def hear(
        self, kind: type[Event], where: Callable[[Event], bool] = lambda _: True
    ) -> tuple[float, Event]:
        """Wait for an event of a kind, passing over others; return when it came, and it."""
        while True:
            came, event = self.events.get(timeout=PATIENCE)
            if isinstance(event, kind) and where(event):
                return came, event

    def say(self, text: str, language: str = "en", **wishes: object) -> Told:
        """Ask, and wait for all of it."""
        number = self.ask(text, language, **wishes)
        told = Told()
        while told.end is None:
            match self.events.get(timeout=PATIENCE)[1]:
                case (WordMark() | Sound() | Finished() | Failed()) as event if (
                    event.request < number
                ):
                    continue  # told before it was cancelled
                case (WordMark() | Sound()) as event:
                    told.events.append(event)
                case (Finished() | Failed()) as event:
                    told.end = event
        return told
