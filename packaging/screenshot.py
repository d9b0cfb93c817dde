"""Draw docs/screenshot.png: the window of the program itself, reading the sample edition aloud.

`make screenshot ARGS="--to FILE SOURCE"` draws another page into another file.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parents[1]
WIDTH, HEIGHT = 1400, 1000
# Until the window, the pages and pictures are there, until they are laid out anew, then until
# the voice is within the title.
SETTLING_MS, RESIZING_MS, SPEAKING_MS = 2000, 500, 1200


def main() -> int:
    """Show the window where nobody sees or hears it, and save its picture; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "screenshot.png")
    parser.add_argument("source", nargs="?")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, served_samples() as sample, silent_sound(home):
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = home
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return show_and_save(options.source or sample, options.to)


def show_and_save(source: str, target: Path) -> int:
    """Run the program and leave it as soon as its picture is taken; return the exit code."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from tidings.app import run_window
    from tidings.ui import application

    def resize() -> None:
        shown_window().resize(WIDTH, HEIGHT)
        QTimer.singleShot(RESIZING_MS, play)

    def play() -> None:
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(shown_window(), Qt.Key.Key_Space, control)
        QTimer.singleShot(SPEAKING_MS, save)

    def save() -> None:
        saved = shown_window().grab().save(str(target))
        QApplication.exit(0 if saved else 1)

    def execute(app: QCoreApplication) -> int:
        QTimer.singleShot(SETTLING_MS, resize)
        return run_events(app)

    # The program has no door for this, and needs none for anybody else.
    run_events, application.execute = application.execute, execute
    return run_window((source,))


def shown_window() -> QWidget:
    """Return the program's window."""
    from PySide6.QtWidgets import QApplication

    return max(QApplication.topLevelWidgets(), key=lambda w: w.isVisible() * w.width())


class Quiet(SimpleHTTPRequestHandler):
    """Hands out files and does not talk about it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextlib.contextmanager
def served_samples() -> Iterator[str]:
    """Serve the samples, and yield the address of the first: no path of this machine shows."""
    handler = partial(Quiet, directory=str(ROOT / "resources" / "samples"))
    with ThreadingHTTPServer(("localhost", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/harbour-watch.html"
        server.shutdown()


@contextlib.contextmanager
def silent_sound(home: str) -> Iterator[None]:
    """Run a sound server whose only device is heard by nobody."""
    socket = f"{home}/sound.socket"
    os.environ |= {"HOME": home, "XDG_RUNTIME_DIR": home}
    os.environ.pop("PULSE_SERVER", None)
    server = subprocess.Popen(
        [
            *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"),
            *("--use-pid-file=no", "--log-level=error"),
            "--load=module-null-sink rate=48000",
            f"--load=module-native-protocol-unix socket={socket} auth-anonymous=1",
        ]
    )
    os.environ["PULSE_SERVER"] = f"unix:{socket}"
    try:
        yield
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main())
