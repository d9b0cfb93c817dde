"""One door to all engines: each has a worker of its own, and eSpeak stands in for the others."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from tidings.speech import natural
from tidings.speech.client import SpeechClient
from tidings.speech.messages import (
    Failed,
    Finished,
    Lost,
    Ready,
    Sound,
    SpeechEvent,
    SynthesisRequest,
    Voice,
    WordMark,
)
from tidings.speech.process import worker_command

log = logging.getLogger(__name__)

ESPEAK = "espeak"
SYSTEM = "system"
ENGINES = (ESPEAK, natural.ENGINE, SYSTEM)
_SYSTEMS = ("win32", "darwin")
"""Where :mod:`tidings.speech.worker.system_engine` has voices to offer."""


@dataclass(slots=True)
class _Asked:
    """A request under way, and who has it."""

    request: SynthesisRequest
    engine: str
    begun: bool = False


class SpeechEngines:
    """Speaks with the voices of all engines; used as a :class:`SpeechClient`.

    eSpeak's worker is started at once, the others when a voice of theirs is asked for. A
    request for a voice that is not there, or whose engine is down, goes to eSpeak's voice
    for the language. When another engine than eSpeak is lost in the middle of a request,
    that is told as ``Lost`` and ``Ready(restarted=True, replaced=True)`` at once: what is
    asked for again is spoken by eSpeak until the engine is back, which is not told.

    ``listener`` is called from several threads, but by one at a time; it may call all
    methods but :meth:`close`.
    """

    def __init__(
        self,
        listener: Callable[[SpeechEvent], None],
        commands: Mapping[str, tuple[str, ...]] | None = None,
        find_natural: Callable[[], tuple[Voice, ...]] = natural.natural_voices,
    ) -> None:
        self._listener = listener
        self._find_natural = find_natural
        self._lock = threading.RLock()
        self._telling = threading.RLock()
        self._closing = False
        self._clients = {
            engine: SpeechClient(
                self._ear(engine), (commands or {}).get(engine) or worker_command(engine)
            )
            for engine in ENGINES
        }
        self._voices: dict[str, tuple[Voice, ...]] = {}
        self._started: set[str] = set()
        self._down: set[str] = set()
        """Lost, and not back."""
        self._given_up = False
        """eSpeak's worker died too often."""
        self._asked: dict[int, _Asked] = {}

    @property
    def worker_pid(self) -> int | None:
        """The process id of eSpeak's worker, if it runs."""
        return self.pid_of(ESPEAK)

    def pid_of(self, engine: str) -> int | None:
        """Return the process id of an engine's worker; None where none is up."""
        with self._lock:
            return None if engine in self._down else self._clients[engine].worker_pid

    def start(self) -> None:
        """Start eSpeak's worker; ``Ready`` tells when it is up. Does nothing where it runs.

        After a final ``Lost`` it begins anew, with all engines.
        """
        with self._lock:
            self._closing = False
            if self._given_up:
                self._given_up = False
                self._down.clear()
            self._start(ESPEAK)

    def synthesise(self, request: SynthesisRequest) -> None:
        """Ask for the sound of a text, in the voice that the request names."""
        with self._lock:
            engine = self._engine_of(request.voice)
            self._hand(request, engine)

    def prepare(self, request: SynthesisRequest) -> None:
        """Get ready for a request like this one: its voice is loaded, its beginning made.

        The id does not count, and no text means the voice alone. Does not wait.
        """
        with self._lock:
            engine = self._engine_of(request.voice)
            if engine == ESPEAK and request.voice.partition(":")[0] != ESPEAK:
                request = replace(request, voice="")
            self._start(engine)
            self._clients[engine].prepare(request)

    def cancel_below(self, request_id: int) -> None:
        """Give up all requests with a smaller id; see :meth:`SpeechClient.cancel_below`."""
        with self._lock:
            for number in [number for number in self._asked if number < request_id]:
                del self._asked[number]
            for engine in self._started:
                self._clients[engine].cancel_below(request_id)

    def close(self) -> None:
        """End all workers; no event is told after this returns."""
        with self._lock:
            self._closing = True
            started = [self._clients[engine] for engine in self._started]
        for client in started:
            client.close()

    def _start(self, engine: str) -> None:
        self._started.add(engine)
        self._clients[engine].start()

    def _engine_of(self, voice: str) -> str:
        engine = voice.partition(":")[0]
        known = any(one.id == voice for one in self._voices.get(engine, ()))
        return engine if known and engine not in self._down else ESPEAK

    def _hand(self, request: SynthesisRequest, engine: str) -> None:
        self._asked[request.id] = _Asked(request, engine)
        if engine == ESPEAK and request.voice.partition(":")[0] != ESPEAK:
            request = replace(request, voice="")
        self._start(engine)
        self._clients[engine].synthesise(request)

    def _ear(self, engine: str) -> Callable[[SpeechEvent], None]:
        return lambda event: self._take(engine, event)

    def _take(self, engine: str, event: SpeechEvent) -> None:
        if isinstance(event, Ready) and engine == ESPEAK and natural.ENGINE not in self._voices:
            # Here rather than at the start: the folders are on a disk.
            self._voices[natural.ENGINE] = self._find_natural()
            if sys.platform in _SYSTEMS:
                with self._lock:
                    self._start(SYSTEM)
        with self._lock:
            told = self._answers_to(engine, event)
        for one in told:
            self._tell(one)

    def _answers_to(self, engine: str, event: SpeechEvent) -> list[SpeechEvent]:
        """Return what the listener is told of an engine's event; the lock is held."""
        match event:
            case Ready():
                self._down.discard(engine)
                if engine != natural.ENGINE:
                    self._voices[engine] = event.voices
                if engine == ESPEAK:
                    return [replace(event, voices=self._all_voices())]
                return [Ready(self._all_voices())] if engine == SYSTEM else []
            case Lost() if engine == ESPEAK:
                self._given_up = event.final
                self._forget(engine)
                return [event]
            case Lost():
                return self._replace(engine, event)
            case WordMark() | Sound() | Finished() | Failed():
                asked = self._asked.get(event.request)
                if asked is None or asked.engine != engine:
                    return []
                if isinstance(event, Failed) and engine != ESPEAK and not asked.begun:
                    log.warning("%s failed, eSpeak speaks in its place: %s", engine, event.reason)
                    self._hand(asked.request, ESPEAK)
                    return []
                asked.begun = True
                if isinstance(event, Finished | Failed):
                    del self._asked[event.request]
                return [event]

    def _replace(self, engine: str, lost: Lost) -> list[SpeechEvent]:
        self._down.add(engine)
        if lost.final:
            log.warning("%s is left alone from now on", engine)
        if not self._forget(engine):
            return []
        return [
            Lost(lost.reason, final=False),
            Ready(self._all_voices(), restarted=True, replaced=True),
        ]

    def _forget(self, engine: str) -> bool:
        """Forget what a lost engine owed; tell whether it owed anything."""
        owed = [number for number, asked in self._asked.items() if asked.engine == engine]
        for number in owed:
            del self._asked[number]
        return bool(owed)

    def _all_voices(self) -> tuple[Voice, ...]:
        return tuple(voice for name in ENGINES for voice in self._voices.get(name, ()))

    def _tell(self, event: SpeechEvent) -> None:
        if self._closing:
            return
        with self._telling:
            self._listener(event)
