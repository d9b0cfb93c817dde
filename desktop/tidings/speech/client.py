"""The reader's side of the speech worker: asks, listens, and replaces a worker that is lost."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from gettext import gettext as _

from tidings.speech.messages import (
    Failed,
    Finished,
    Lost,
    Ready,
    Sound,
    SpeechEvent,
    SynthesisRequest,
    WordMark,
)
from tidings.speech.process import WorkerProcess, worker_command
from tidings.speech.watchdog import Watchdog
from tidings.speech.wire import Cancel, Message, Patience, Ping, Pong, Prepare, WireError

log = logging.getLogger(__name__)

ANSWER_SECONDS = 2.0
"""A worker that owes an answer and gives no sign for so long is taken to hang."""
START_SECONDS = 15.0
"""The same for a worker that is starting, on a cold disk."""
DEATHS = 3
DEATHS_SECONDS = 10.0


def is_hopeless(deaths: Sequence[float]) -> bool:
    """Tell whether to give up, from the times (s) of the deaths since a request was finished."""
    return len(deaths) >= DEATHS and deaths[-1] - deaths[-DEATHS] <= DEATHS_SECONDS


class SpeechClient:
    """Turns text into words and sound, by a worker process.

    ``listener`` is called on the client's reader thread, one event at a time. Ids of
    requests only grow. All methods may be called from any thread, from the listener too,
    and none waits for the worker, but :meth:`close`.
    """

    def __init__(
        self, listener: Callable[[SpeechEvent], None], command: Sequence[str] | None = None
    ) -> None:
        self._listener = listener
        self._command = tuple(command or worker_command())
        self._lock = threading.Lock()
        self._supervisor: threading.Thread | None = None
        self._watchdog: Watchdog | None = None
        self._worker: WorkerProcess | None = None
        self._unsent: list[Message] = []
        self._awaited: set[int] = set()
        self._pings = 0
        self._pongs = 0
        self._cancelled_below = 0
        self._ready = False
        self._taking = False
        self._closing = False
        self._hung = False
        self._patient = False
        self._deaths: list[float] = []

    @property
    def worker_pid(self) -> int | None:
        """The process id of the worker that runs now, if one does."""
        worker = self._worker
        return worker.pid if worker else None

    def start(self) -> None:
        """Start a worker; ``Ready`` tells when it is up. Does nothing where one runs.

        After a final ``Lost`` it begins anew.
        """
        with self._lock:
            if self._supervisor is not None and self._supervisor.is_alive():
                return
            self._closing = False
            self._deaths.clear()
            self._supervisor = threading.Thread(
                target=self._supervise, name="speech-reader", daemon=True
            )
            self._supervisor.start()

    def synthesise(self, request: SynthesisRequest) -> None:
        """Ask for the sound of a text; what is asked for before ``Ready`` waits for it."""
        with self._lock:
            if request.id >= self._cancelled_below:
                self._awaited.add(request.id)
                self._send(request)

    def prepare(self, request: SynthesisRequest) -> None:
        """Get ready for a request like this one: its id does not count."""
        with self._lock:
            self._send(Prepare(request))

    def cancel_below(self, request_id: int) -> None:
        """Give up all requests with a smaller id; no event of theirs is told from now on.

        An event that the listener is being told at this moment is not taken back.
        """
        with self._lock:
            if request_id <= self._cancelled_below:
                return
            self._cancelled_below = request_id
            self._awaited = {number for number in self._awaited if number >= request_id}
            self._pings += 1
            self._send(Cancel(request_id))
            # Without requests that are answered, this tells that the worker is alive.
            self._send(Ping(self._pings))

    def close(self) -> None:
        """End the worker; no event is told after this returns."""
        with self._lock:
            self._closing = True
            supervisor, worker = self._supervisor, self._worker
        if worker is not None:
            worker.finish()
        if supervisor is not None and supervisor is not threading.current_thread():
            supervisor.join()

    def _send(self, message: Message) -> None:
        if self._worker is None:
            self._unsent.append(message)
            return
        self._worker.send(message)
        self._watch()

    def _watch(self) -> None:
        """Have the watchdog expect what the worker owes now; to be called with the lock."""
        if self._watchdog is None or not self._ready:
            return
        # While the listener is busy the worker is not to blame for its silence.
        if self._taking or not (self._awaited or self._pongs < self._pings):
            self._watchdog.rest()
        else:
            self._watchdog.expect(START_SECONDS if self._patient else ANSWER_SECONDS)

    def _supervise(self) -> None:
        self._watchdog = watchdog = Watchdog(self._end_hung_worker)
        restarted = False
        try:
            while (reason := self._run_worker(watchdog, restarted)) is not None:
                self._deaths.append(time.monotonic())
                final = is_hopeless(self._deaths)
                log.warning("the speech worker was lost: %s", reason)
                self._tell(Lost(reason, final))
                if final:
                    return
                restarted = True
        finally:
            watchdog.close()

    def _run_worker(self, watchdog: Watchdog, restarted: bool) -> str | None:
        """Run one worker to its end; return why it ended, None where that was wanted."""
        try:
            worker = WorkerProcess(self._command)
        except OSError as error:
            self._forget()
            return _("it could not be started: {error}").format(error=error)
        with self._lock:
            self._hung = False
            self._worker = worker
            for message in self._unsent:
                worker.send(message)
            self._unsent.clear()
            if self._closing:
                worker.finish()
        watchdog.expect(START_SECONDS)
        reason = ""
        try:
            while (answer := worker.read()) is not None:
                self._take(answer, restarted)
        except WireError as error:
            reason = str(error)
        finally:
            watchdog.rest()
            self._forget()
            status = worker.close()
        if self._closing:
            return None
        if self._hung:
            return _("it gave no answer")
        return reason or _("it ended with status {status}").format(status=status)

    def _forget(self) -> None:
        """Drop everything that a lost worker owed."""
        with self._lock:
            self._worker = None
            self._ready = False
            self._awaited.clear()
            self._unsent.clear()
            self._pongs = self._pings

    def _take(self, message: Message, restarted: bool) -> None:
        event: SpeechEvent | None = None
        with self._lock:
            self._taking = True
            self._patient = isinstance(message, Patience)
            match message:
                case Ready():
                    self._ready = True
                    event = replace(message, restarted=restarted)
                case Pong(number):
                    self._pongs = number
                case WordMark() | Sound() if message.request in self._awaited:
                    event = message
                case Finished() | Failed() if message.request in self._awaited:
                    self._awaited.discard(message.request)
                    self._deaths.clear()
                    event = message
            self._watch()
        if event is not None:
            self._tell(event)
        with self._lock:
            self._taking = False
            self._watch()

    def _tell(self, event: SpeechEvent) -> None:
        if self._closing:
            return
        try:
            self._listener(event)
        except Exception:
            log.exception("the listener failed on %s", type(event).__name__)

    def _end_hung_worker(self) -> None:
        with self._lock:
            if self._worker is not None:
                self._hung = True
                self._worker.kill()
