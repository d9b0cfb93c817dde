"""Where the worker begins and ends."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading

from tidings.speech.wire import WireError
from tidings.speech.worker.channel import Answers, listen, take_standard_streams
from tidings.speech.worker.engine import EspeakEngine
from tidings.speech.worker.service import Service

log = logging.getLogger("tidings.speech.worker")


def main() -> None:
    """Serve until standard input ends, then go at once, whatever is being made."""
    # Ctrl+C in a terminal reaches the reader's process too, which will close our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = take_standard_streams()
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    service = Service(Answers(answers))

    def serve_until_end() -> None:
        status = 0
        try:
            listen(requests, service.take)
        except WireError:
            log.exception("the requests make no sense")
            status = 1
        finally:
            # The engine's thread may be inside a library: nothing softer ends it.
            os._exit(status)

    threading.Thread(target=serve_until_end, name="requests", daemon=True).start()
    try:
        service.run(EspeakEngine())
    except BrokenPipeError:
        os._exit(0)


if __name__ == "__main__":
    main()
