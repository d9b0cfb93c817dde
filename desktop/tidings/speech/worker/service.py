"""What the worker does with a request."""

from __future__ import annotations

import logging
import queue
import sys

from tidings.speech.messages import Failed, Finished, Ready, Sound, SynthesisRequest, WordMark
from tidings.speech.wire import Cancel, Message, Ping, Pong
from tidings.speech.worker.channel import Answers
from tidings.speech.worker.engine import EspeakEngine
from tidings.speech.worker.words import Word

log = logging.getLogger(__name__)


class Service:
    """Requests are taken on one thread and answered, in their order, on another.

    A cancellation is seen as soon as it is taken: it is asked for before each piece of
    sound is sent.
    """

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._requests: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._cancelled_below = 0

    def take(self, message: Message) -> None:
        """Take a request."""
        if isinstance(message, Cancel):
            self._cancelled_below = max(self._cancelled_below, message.below)
        else:
            self._requests.put(message)

    def run(self, engine: EspeakEngine) -> None:
        """Answer requests for ever; raises OSError when nobody listens any more."""
        self._answers.send(Ready(engine.voices))
        while True:
            match self._requests.get():
                case SynthesisRequest() as request if self._is_wanted(request):
                    self._synthesise(engine, request)
                case Ping(number):
                    self._answers.send(Pong(number))

    def _is_wanted(self, request: SynthesisRequest) -> bool:
        return request.id >= self._cancelled_below

    def _synthesise(self, engine: EspeakEngine, request: SynthesisRequest) -> None:
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
