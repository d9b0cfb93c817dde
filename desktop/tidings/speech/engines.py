"""One door to all engines: each has a worker of its own, and eSpeak stands in for the others."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from tidings.speech import natural
from tidings.speech.client import SpeechClient
from tidings.speech.messages import (
    Failed,
    Finished,
    Lost,
    Ready,
    Replaced,
    Sound,
    SpeechEvent,
    SynthesisRequest,
    Trouble,
    Voice,
    WordMark,
)
from tidings.speech.process import worker_command
from tidings.speech.voice_files import natural_condition
from tidings.speech.voices_out import VoicesOut

log = logging.getLogger(__name__)

ESPEAK = "espeak"
SYSTEM = "system"
ENGINES = (ESPEAK, natural.ENGINE, SYSTEM)
_SYSTEMS = ("win32", "darwin")
"""Where :mod:`tidings.speech.worker.system_engine` has voices to offer."""


@dataclass(slots=True)
class _Asked:
    """A request under way, and who has it; nobody yet where its voice is being looked for."""

    request: SynthesisRequest
    engine: str
    begun: bool = False


class SpeechEngines:
    """Speaks with the voices of all engines; used as a :class:`SpeechClient`.

    eSpeak's worker is started at once, the others when a voice of theirs is asked for. In
    the place of a voice that is not there, that cannot be loaded, or whose engine is down,
    eSpeak's voice for the language speaks. ``replaced`` is told of it: once, until the voice
    has spoken again. It is tried again when its engine is back, or when its files have
    changed and something new is begun (:meth:`cancel_below`). What was lost in the middle of
    a request is told as ``Lost`` and ``Ready(restarted=True, replaced=True)`` at once, to be
    asked for again.

    ``listener`` and ``replaced`` are called from several threads, but by one at a time; they
    may call all methods but :meth:`close`.
    """

    def __init__(
        self,
        listener: Callable[[SpeechEvent], None],
        commands: Mapping[str, tuple[str, ...]] | None = None,
        find_natural: Callable[[], tuple[Voice, ...]] = natural.natural_voices,
        replaced: Callable[[Replaced], None] = lambda _told: None,
    ) -> None:
        self._listener = listener
        self._replaced = replaced
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
        self._down: dict[str, Trouble] = {}
        """Lost, and not back."""
        self._given_up = False
        """eSpeak's worker died too often."""
        self._spoke_last = ESPEAK
        self._is_missed = True
        """Whether the listener was told that eSpeak's worker was lost."""
        self._asked: dict[int, _Asked] = {}
        self._out = VoicesOut()
        self._disk: ThreadPoolExecutor | None = None

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
            if engine is None:
                self._asked[request.id] = _Asked(request, "")
                self._look_for(request.voice, lambda: self._synthesise_if_asked(request))
                return
            self._hand(request, engine)
        self._tell_trouble(request.voice)

    def prepare(self, request: SynthesisRequest) -> None:
        """Get ready for a request like this one: its voice is loaded, its beginning made.

        The id does not count, and no text means the voice alone. Does not wait.
        """
        with self._lock:
            engine = self._engine_of(request.voice)
            if engine is None:
                self._look_for(request.voice, lambda: self.prepare(request))
                return
            self._start(engine)
            self._clients[engine].prepare(_for_engine(request, engine))

    def cancel_below(self, request_id: int) -> None:
        """Give up all requests with a smaller id; see :meth:`SpeechClient.cancel_below`."""
        with self._lock:
            self._out.begin_anew()
            for number in [number for number in self._asked if number < request_id]:
                del self._asked[number]
            for engine in self._started:
                self._clients[engine].cancel_below(request_id)

    def close(self) -> None:
        """End all workers; no event is told after this returns."""
        with self._lock:
            self._closing = True
            started = [self._clients[engine] for engine in self._started]
            disk, self._disk = self._disk, None
        for client in started:
            client.close()
        if disk is not None:
            disk.shutdown(cancel_futures=True)

    def _start(self, engine: str) -> None:
        self._started.add(engine)
        self._clients[engine].start()

    def _hand(self, request: SynthesisRequest, engine: str) -> None:
        self._asked[request.id] = _Asked(request, engine)
        self._spoke_last = engine
        self._start(engine)
        self._clients[engine].synthesise(_for_engine(request, engine))

    def _synthesise_if_asked(self, request: SynthesisRequest) -> None:
        with self._lock:
            wanted = request.id in self._asked
        if wanted:
            self.synthesise(request)

    # --- voices and their troubles ---------------------------------------------------------

    def _engine_of(self, voice: str) -> str | None:
        """Return who speaks in a voice's place; None where its files must be looked at first."""
        engine = voice.partition(":")[0]
        if engine not in ENGINES or engine in self._down:
            return ESPEAK
        if self._is_known(voice) and voice not in self._out:
            return engine
        if engine == natural.ENGINE and not self._out.is_looked_for(voice):
            return None
        return ESPEAK

    def _is_known(self, voice: str) -> bool:
        engine = voice.partition(":")[0]
        return any(one.id == voice for one in self._voices.get(engine, ()))

    def _look_for(self, voice: str, then: Callable[[], None]) -> None:
        """Look at a natural voice's files, on a thread of its own: they are on a disk."""
        if self._disk is None:
            self._disk = ThreadPoolExecutor(1, "speech-disk")
        self._disk.submit(self._look, voice, then)

    def _look(self, voice: str, then: Callable[[], None]) -> None:
        found, condition = self._search(), natural_condition(voice)
        with self._lock:
            if self._closing:
                return
            changed = ESPEAK in self._voices and found != self._voices.get(natural.ENGINE)
            self._voices[natural.ENGINE] = found
            self._out.look(voice, condition, is_there=self._is_known(voice))
            ready = Ready(self._all_voices())
        if changed:
            self._tell(ready)
        then()

    def _search(self) -> tuple[Voice, ...]:
        try:
            return self._find_natural()
        except OSError as error:
            log.warning("the folders of voices cannot be read: %s", error)
            return ()

    def _trouble_of(self, voice: str) -> Replaced | None:
        engine = voice.partition(":")[0]
        if engine in self._down:
            return Replaced(voice, self._down[engine])
        if voice in self._out:
            return self._out.trouble(voice)
        is_expected = sys.platform in _SYSTEMS and SYSTEM not in self._voices
        if engine == SYSTEM and not is_expected and not self._is_known(voice):
            return Replaced(voice, Trouble.MISSING)
        return None

    def _tell_trouble(self, voice: str) -> None:
        """Tell why eSpeak speaks in a voice's place, unless it does not or that was told."""
        with self._lock:
            trouble = self._trouble_of(voice)
            if trouble is None or not self._out.is_news(trouble):
                return
        if not self._closing:
            with self._telling:
                self._replaced(trouble)

    # --- what the workers tell -------------------------------------------------------------

    def _ear(self, engine: str) -> Callable[[SpeechEvent], None]:
        return lambda event: self._take(engine, event)

    def _take(self, engine: str, event: SpeechEvent) -> None:
        if isinstance(event, Ready) and engine == ESPEAK and natural.ENGINE not in self._voices:
            # Here rather than at the start: the folders are on a disk.
            self._voices[natural.ENGINE] = self._search()
        if isinstance(event, Ready) and engine == ESPEAK and sys.platform in _SYSTEMS:
            with self._lock:
                if SYSTEM not in self._started:
                    self._start(SYSTEM)
        voice = self._voice_under_way(engine, event)
        # A system's voice has no file of ours to look at: only that request is handed on.
        refused = isinstance(event, Failed) and engine == natural.ENGINE and voice
        condition = natural_condition(voice) if refused else None
        with self._lock:
            if condition is not None:
                self._out.refuse(voice, condition)
            told = self._answers_to(engine, event)
        if isinstance(event, Failed | Lost) and voice:
            self._tell_trouble(voice)
        for one in told:
            self._tell(one)

    def _voice_under_way(self, engine: str, event: SpeechEvent) -> str:
        """Return the voice of what has failed; empty where nothing has."""
        with self._lock:
            match event:
                case Failed(number):
                    asked = self._asked.get(number)
                    return asked.request.voice if asked and asked.engine == engine else ""
                case Lost() if engine != ESPEAK:
                    owed = [one for one in self._asked.values() if one.engine == engine]
                    return owed[-1].request.voice if owed else ""
        return ""

    def _answers_to(self, engine: str, event: SpeechEvent) -> list[SpeechEvent]:
        """Return what the listener is told of an engine's event; the lock is held."""
        match event:
            case Ready():
                self._down.pop(engine, None)
                if engine != natural.ENGINE:
                    self._voices[engine] = event.voices
                if engine == ESPEAK:
                    restarted = event.restarted and self._is_missed
                    return [replace(event, voices=self._all_voices(), restarted=restarted)]
                return [Ready(self._all_voices())] if engine == SYSTEM else []
            case Lost() if engine == ESPEAK:
                # Where it owes nothing and another voice reads, it is not missed: the next
                # request starts it again, if need be.
                self._is_missed = self._forget(engine) or self._spoke_last == engine
                self._given_up = event.final and self._is_missed
                return [event] if self._is_missed else []
            case Lost():
                self._down[engine] = Trouble.GIVEN_UP if event.final else Trouble.STOPPED
                return self._replace(engine, event.reason)
            case WordMark() | Sound() | Finished() | Failed():
                return self._pass_on(engine, event)

    def _pass_on(
        self, engine: str, event: WordMark | Sound | Finished | Failed
    ) -> list[SpeechEvent]:
        asked = self._asked.get(event.request)
        if asked is None or asked.engine != engine:
            return []
        if isinstance(event, Failed) and engine != ESPEAK:
            log.info("%s failed, eSpeak speaks in its place: %s", engine, event.reason)
            if asked.begun:
                return self._replace(engine, event.reason)
            self._hand(asked.request, ESPEAK)
            return []
        asked.begun = True
        if isinstance(event, Finished | Failed):
            del self._asked[event.request]
            if engine != ESPEAK:
                self._out.has_spoken(asked.request.voice)
        return [event]

    def _replace(self, engine: str, reason: str) -> list[SpeechEvent]:
        if not self._forget(engine):
            return []
        return [
            Lost(reason, final=False),
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


def _for_engine(request: SynthesisRequest, engine: str) -> SynthesisRequest:
    """Let eSpeak choose a voice of its own where another engine's is asked for."""
    own = request.voice.partition(":")[0] == engine
    return request if own else replace(request, voice="")
