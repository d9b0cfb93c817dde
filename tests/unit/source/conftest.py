"""Real servers on the loopback interface: with pages that tests put into them, and hostile."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

CERTIFICATES = Path(__file__).parent / "certificates"
Respond = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """The server's pages by path, and the headers of every request it got."""

    address: str
    closing: threading.Event
    pages: dict[str, Respond] = field(default_factory=dict)
    requests: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    """What each of the requests was for."""
    handler: type[BaseHTTPRequestHandler] = BaseHTTPRequestHandler
    server_names: list[str | None] = field(default_factory=list)
    """The names that TLS was begun with."""
    stop: Callable[[], None] = lambda: None
    """Takes the server away, as if there were no network."""

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
            served.paths.append(self.path)
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
    served = Site(f"http://127.0.0.1:{server.server_port}", closing, handler=Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()

    def stop() -> None:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join()

    served.stop = stop
    yield served
    stop()


@dataclass
class RawServer:
    """A server that answers every connection with what a test has it do, HTTP or not."""

    port: int
    closing: threading.Event
    behave: Callable[[socket.socket], None]
    connections: int = 0

    @property
    def address(self) -> str:
        """Its address, as if it were a web server."""
        return f"http://127.0.0.1:{self.port}/"


RawServing = Callable[[Callable[[socket.socket], None]], RawServer]


@pytest.fixture
def raw_server() -> Iterator[RawServing]:
    """Start servers; each reads the request's head, behaves once, and closes."""
    closing = threading.Event()
    threads: list[threading.Thread] = []
    listening: list[socket.socket] = []

    def serve(behave: Callable[[socket.socket], None]) -> RawServer:
        listener = socket.create_server(("127.0.0.1", 0))
        listener.settimeout(0.05)
        listening.append(listener)
        served = RawServer(listener.getsockname()[1], closing, behave)

        def run() -> None:
            while not closing.is_set():
                with contextlib.suppress(TimeoutError):
                    connection, _ = listener.accept()
                    served.connections += 1
                    connection.settimeout(5)
                    with connection, contextlib.suppress(OSError):
                        connection.recv(65_536)
                        served.behave(connection)

        threads.append(threading.Thread(target=run))
        threads[-1].start()
        return served

    yield serve
    closing.set()
    for thread in threads:
        thread.join()
    for listener in listening:
        listener.close()


@pytest.fixture
def secure_site(site: Site) -> Iterator[Callable[[str], Site]]:
    """Serve the site's pages over TLS too, with one of the certificates beside this file."""
    ended: list[Callable[[], None]] = []

    def serve(certificate: str) -> Site:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATES / f"{certificate}.pem", CERTIFICATES / "key.pem")
        context.sni_callback = lambda _socket, name, _context: site.server_names.append(name)
        server = ThreadingHTTPServer(("127.0.0.1", 0), site.handler)
        server.daemon_threads = True
        # the handshake is each connection's own affair: a refused one ends no server
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()

        def end() -> None:
            server.shutdown()
            server.server_close()
            thread.join()

        ended.append(end)
        return replace(site, address=f"https://localhost:{server.server_port}")

    yield serve
    for end in ended:
        end()
