"""How long a story with ten pictures takes to be there whole, from the network and from the disk.

Run as ``python -m tests.benchmarks.pictures``: photographs of 12 megapixels on a server of its
own, which takes as long to answer as one far away; a real window without a screen, in this
process. Work is the processor time of the window's thread in one turn.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QTimer
from PySide6.QtGui import QImage

from tests.benchmarks.figures import Cell, Figures, table
from tests.benchmarks.stalls import Watch, settle
from tests.gui.window.pictures import MILL, mill
from tidings.resources import resource_folder
from tidings.speech import ScriptMaker, load_announcements
from tidings.ui.application import make_window_application
from tidings.ui.reader import Folders, Reader

PICTURES, RUNS = 10, 5
WIDTH, HEIGHT = 4000, 3000
ANSWERS = 0.1
"""Seconds until the server answers."""


def main() -> int:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_window_application(resource_folder() / "icons" / "tidings.svg")
    photograph = _photograph()
    server = _server(photograph)
    at = f"http://127.0.0.1:{server.server_port}"
    fetched: list[tuple[float, ...]] = []
    had: list[tuple[float, ...]] = []
    try:
        for _run in range(RUNS):
            with tempfile.TemporaryDirectory() as name:
                for found in (fetched, had):
                    found.append(_measure(Path(name), f"{at}/mill"))
    finally:
        server.shutdown()
        server.server_close()
    rows: list[tuple[str, list[Cell]]] = [
        (words, [Figures(tuple(run[place] for run in runs)) for runs in (fetched, had)])
        for place, words in enumerate(
            (f"{PICTURES} pictures are shown", "longest stall of the window", "most work in one")
        )
    ]
    size = f"{len(photograph) / 1e6:.1f} MB each"
    sys.stdout.write(table([f"fetched, {size}", "kept"], rows) + "\n")
    return 0


def _measure(folder: Path, page: str) -> tuple[float, float, float]:
    """Return the milliseconds from the story to its last picture, the longest stall, its work."""
    folders = Folders(resource_folder(), folder / "data", folder / "config", folder / "cache")
    reader = Reader(folders, ScriptMaker(load_announcements()))
    view, watch = reader.window.view, Watch()
    reader.show()
    reader.begin((), str(resource_folder() / "samples" / "harbour-watch.html"))
    settle(3_000)
    begun: list[float] = []
    ended: list[float] = []

    def look() -> None:
        is_mill = view.article is not None and view.article.title == MILL
        if begun and is_mill and not view.pictures_waited_for and not ended:
            ended.append(time.perf_counter())

    reader.desk.story_shown.connect(lambda *_shown: begun.append(time.perf_counter()))
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(2)
    stall, work = watch.during(lambda: reader.desk.open(page), 6_000)
    assert ended, "the pictures did not come"
    assert not view.pictures_missing
    reader.close()
    reader.window.deleteLater()
    reader.deleteLater()
    settle(50)
    return (ended[0] - begun[0]) * 1000, stall, work


def _photograph() -> bytes:
    grain = QImage(os.urandom(4 * 800 * 600), 800, 600, QImage.Format.Format_RGB32)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    grain.scaled(WIDTH, HEIGHT).save(buffer, "JPEG", 60)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _server(photograph: bytes) -> ThreadingHTTPServer:
    pictures = [f"/{n}.jpg" for n in range(PICTURES)]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = photograph if self.path in pictures else mill(*pictures)
            time.sleep(ANSWERS)
            self.send_response(200)
            self.send_header("Content-Type", "image/jpeg" if body is photograph else "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


if __name__ == "__main__":
    raise SystemExit(main())
