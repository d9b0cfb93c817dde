"""What the worker does with a request."""

from __future__ import annotations

import logging
import queue
import sys
from collections import deque
from collections.abc import Callable
from typing import Protocol

from tidings.speech.messages import (
    Failed,
    Finished,
    Ready,
    Sound,
    SynthesisRequest,
    Voice,
    WordMark,
)
from tidings.speech.wire import Cancel, Message, Patience, Ping, Pong, Prepare
from tidings.speech.worker.channel import Answers
from tidings.speech.worker.words import Word

log = logging.getLogger(__name__)

PREPARED = 4
"""How many preparations wait; older ones are given up."""

Give = Callable[[Word | bytes], bool]
"""Takes a word, or 16-bit samples; False tells that no more is wanted."""


class Engine(Protocol):
    """What turns a request into words and sound."""

    before_long_work: Callable[[], None]
    """Is called before what may take seconds."""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The voices it has."""
        ...

    @property
    def sample_rate(self) -> int:
        """Samples a second of all its sound."""
        ...

    def synthesise(self, request: SynthesisRequest, give: Give) -> bool:
        """Give words and sound away; tell whether all of it was. Raises RuntimeError."""
        ...

    def prepare(self, request: SynthesisRequest, wanted: Callable[[], bool]) -> bool:
        """Do ahead what can be done; False where it was broken off. Raises RuntimeError."""
        ...


class Service:
    """Requests are taken on one thread and answered, in their order, on another.

    A cancellation is seen as soon as it is taken: it is asked for before each piece of
    sound is sent.
    """

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._requests: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._preparations: deque[SynthesisRequest] = deque(maxlen=PREPARED)
        self._cancelled_below = 0

    def take(self, message: Message) -> None:
        """Take a request."""
        if isinstance(message, Cancel):
            self._cancelled_below = max(self._cancelled_below, message.below)
        else:
            self._requests.put(message)

    def run(self, engine: Engine) -> None:
        """Answer requests for ever; raises OSError when nobody listens any more."""
        engine.before_long_work = lambda: self._answers.send(Patience())
        self._answers.send(Ready(engine.voices))
        while True:
            if self._preparations and self._requests.empty():
                self._prepare(engine)
                continue
            match self._requests.get():
                case SynthesisRequest() as request if self._is_wanted(request):
                    self._synthesise(engine, request)
                case Prepare(like):
                    self._preparations.append(like)
                case Ping(number):
                    self._answers.send(Pong(number))

    def _prepare(self, engine: Engine) -> None:
        """Use the time while nothing is asked for."""
        request = self._preparations[0]
        try:
            if not engine.prepare(request, self._requests.empty):
                return
        except RuntimeError as error:
            log.warning("nothing was prepared: %s", error)
        self._preparations.popleft()

    def _is_wanted(self, request: SynthesisRequest) -> bool:
        return request.id >= self._cancelled_below

    def _synthesise(self, engine: Engine, request: SynthesisRequest) -> None:
        def give(piece: Word | bytes) -> bool:
            if not self._is_wanted(request):
                return False
            if isinstance(piece, Word):
                self._answers.send(
                    WordMark(request.id, piece.start, piece.length, piece.milliseconds)
                )
            else:
                self._answers.send(Sound(request.id, _little(piece), engine.sample_rate))
            return True

        try:
            complete = engine.synthesise(request, give)
        except RuntimeError as error:
            log.warning("request %d could not be spoken: %s", request.id, error)
            self._answers.send(Failed(request.id, str(error)))
            return
        if complete:
            self._answers.send(Finished(request.id))


def _little(samples: bytes) -> bytes:
    if sys.byteorder == "little":
        return samples
    swapped = bytearray(samples)
    swapped[0::2], swapped[1::2] = samples[1::2], samples[0::2]
    return bytes(swapped)
