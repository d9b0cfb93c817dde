"""How long 200 sources take to be asked, and how long the window stands still meanwhile.

Run as ``python -m tests.benchmarks.refreshing``: 200 feeds of 20 stories on a server of its
own, followed in a library of its own, asked with F5 in a real window. The first time all is
new, the second time nothing is.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.benchmarks.figures import Figures, table
from tests.sound.window import Window
from tidings.library import Library, NewSource, SourceKind
from tidings.resources import resource_folder

SOURCES, STORIES = 200, 20
_ITEM = (
    "<item><title>Story {n} of source {of}</title><link>{at}/{of}/{n}</link>"
    "<guid>{at}/{of}/{n}</guid><description>{text}</description></item>"
)
_FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Source {of}</title>'
    "<language>en</language>{items}</channel></rss>"
)
_TEXT = "The harbour office was opened again on Monday, and everybody came to see it. " * 30


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        server = _server()
        try:
            rows = _measure(Path(name), f"http://127.0.0.1:{server.server_port}")
        finally:
            server.shutdown()
            server.server_close()
    sys.stdout.write(table(["all new", "nothing new"], rows) + "\n")
    return 0


def _measure(folder: Path, at: str) -> list[tuple[str, list[Figures | str]]]:
    with Library.open(folder / "data").library as library:
        library.follow_all(
            NewSource(f"{at}/{of}", f"Source {of}", SourceKind.FEED, named_by="")
            for of in range(SOURCES)
        )
    took, stalls = [], []
    sample = str(resource_folder() / "samples" / "harbour-watch.html")
    with Window(os.environ, folder, sample) as window:
        time.sleep(2)
        for sentence in (f"{SOURCES * STORIES} new stories in {SOURCES} sources.", "No new stor"):
            window.stall()
            begun = window.press("F5", "window")
            window.wait(partial(_told, sentence), 300)
            took.append(Figures((time.monotonic() - begun,), "s"))
            stalls.append(Figures((window.stall(),)))
    return [
        (f"{SOURCES} feeds of {STORIES} stories", list(took)),
        ("longest stall of the window meanwhile", list(stalls)),
    ]


def _told(sentence: str, state: dict[str, object]) -> bool:
    messages = state["messages"]
    assert isinstance(messages, list)
    return any(str(each).startswith(sentence) for each in messages)


def _server() -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            of, at = self.path.strip("/"), f"http://{self.headers['Host']}"
            items = "".join(_ITEM.format(n=n, of=of, at=at, text=_TEXT) for n in range(STORIES))
            body = _FEED.format(of=of, items=items).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


if __name__ == "__main__":
    raise SystemExit(main())
