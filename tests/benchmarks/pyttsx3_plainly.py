"""pyttsx3 as its own documentation uses it: init, say, runAndWait.

Run as ``python -m tests.benchmarks.pyttsx3_plainly FILE``. It answers "ready"; at the line
"say" it tells the time and speaks the file, at "stop" it calls the engine's stop.
"""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import pyttsx3


def main() -> None:
    """Speak once, and stay until killed: runAndWait may return with the speech still coming."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    engine = pyttsx3.init()
    _tell("ready")
    assert sys.stdin.readline() == "say\n"
    threading.Thread(target=_stop_when_told, args=(engine,), daemon=True).start()
    _tell(str(time.monotonic()))
    engine.say(text)
    engine.runAndWait()
    threading.Event().wait()


def _stop_when_told(engine: pyttsx3.Engine) -> None:
    assert sys.stdin.readline() == "stop\n"
    _tell(str(time.monotonic()))
    engine.stop()


def _tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
