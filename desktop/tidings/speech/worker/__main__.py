"""Where the worker begins and ends."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable

from tidings.speech.wire import WireError
from tidings.speech.worker.channel import Answers, listen, take_standard_streams
from tidings.speech.worker.service import Engine, Service

log = logging.getLogger("tidings.speech.worker")


def make_engine(name: str, at_end: Callable[[Callable[[], None]], None]) -> Engine:
    """Return an engine by its name; nothing of the others is imported.

    ``at_end`` is given what has to be done, on another thread, before the process ends.
    """
    if name == "piper":
        from tidings.speech.worker.piper_engine import PiperEngine

        return PiperEngine()
    if name == "system":
        from tidings.speech.worker.scratch import Scratch
        from tidings.speech.worker.system_engine import SystemEngine

        scratch = Scratch()
        at_end(scratch.clear)
        return SystemEngine(scratch)
    from tidings.speech.worker.engine import EspeakEngine

    return EspeakEngine()


def main() -> None:
    """Serve until standard input ends, then go at once, whatever is being made."""
    # Ctrl+C in a terminal reaches the reader's process too, which will close our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = take_standard_streams()
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    service = Service(Answers(answers))
    endings: list[Callable[[], None]] = []

    def serve_until_end() -> None:
        status = 0
        try:
            listen(requests, service.take)
        except WireError:
            log.exception("the requests make no sense")
            status = 1
        finally:
            for end in endings:
                end()
            # The engine's thread may be inside a library: nothing softer ends it.
            os._exit(status)

    threading.Thread(target=serve_until_end, name="requests", daemon=True).start()
    try:
        service.run(make_engine("".join(sys.argv[1:2]), endings.append))
    except BrokenPipeError:
        os._exit(0)


if __name__ == "__main__":
    main()
