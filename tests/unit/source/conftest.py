"""A real web server on the loopback interface, with pages that tests put into it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Respond = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """The server's pages by path, and the headers of every request it got."""

    address: str
    closing: threading.Event
    pages: dict[str, Respond] = field(default_factory=dict)
    requests: list[dict[str, str]] = field(default_factory=list)

    def page(
        self, path: str, body: bytes, kind: str = "text/html", status: int = 200, **headers: str
    ) -> str:
        """Serve ``body`` under ``path`` and return its address."""

        def respond(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            if kind:
                handler.send_header("Content-Type", kind)
            handler.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(body)

        return self.answer(path, respond)

    def answer(self, path: str, respond: Respond) -> str:
        """Let ``respond`` answer requests for ``path``; return its address."""
        self.pages[path] = respond
        return f"{self.address}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    closing = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.requests.append({name.lower(): value for name, value in self.headers.items()})
            respond = served.pages.get(self.path.partition("?")[0])
            if respond is None:
                self.send_error(404)
                return
            try:
                respond(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served = Site(f"http://127.0.0.1:{server.server_port}", closing)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield served
    closing.set()
    server.shutdown()
    server.server_close()
    thread.join()
