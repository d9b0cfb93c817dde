"""A later start and a first one that answers otherwise than a healthy one does."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tidings.ui.one_window import (
    LARGEST_GIVEN,
    LOCK_NAME,
    Claim,
    Incoming,
    NoWindowError,
    OwnWindow,
    Wish,
    claim,
    claim_or_hand_over,
    encode_greeting,
    encode_taken,
)
from tidings.ui.one_window.wire import PROTOCOL, Note, encode_note

WISH = Wish(("/a/page.html",))
SHORT = 0.4


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Claim]:
    """The first start, which is there and does nothing."""
    first = claim(tmp_path, "1", {})
    assert first is not None
    yield first
    first.close()


def start(folder: Path, wish: Wish = WISH, patience: float = SHORT) -> OwnWindow | None:
    return claim_or_hand_over(folder, "1", {}, lambda: wish, patience)


@contextlib.contextmanager
def answering(held: Claim, answer: Callable[[socket.socket], None]) -> Iterator[None]:
    """Answer callers in a thread, one after another, until there is nobody to answer for."""
    listener = held.listener
    assert listener is not None
    listener.settimeout(0.05)
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            with contextlib.suppress(TimeoutError):
                line, _address = listener.accept()
                with line, contextlib.suppress(ConnectionError):
                    line.settimeout(5)
                    answer(line)

    thread = threading.Thread(target=serve)
    thread.start()
    yield
    over.set()
    thread.join()


def test_where_there_is_no_other_nothing_is_made_ready(tmp_path: Path) -> None:
    def fail() -> Wish:
        raise AssertionError

    own = claim_or_hand_over(tmp_path, "1", {}, fail)
    assert own is not None
    assert (own.wish, own.beside, own.notices) == (None, False, ())
    own.claim.close()


def test_it_is_handed_over_after_the_greeting(tmp_path: Path, held: Claim) -> None:
    wishes: list[Wish | None] = []

    def answer(line: socket.socket) -> None:
        line.settimeout(0.1)
        with pytest.raises(TimeoutError):
            line.recv(1)
        line.sendall(encode_greeting("another version, the same words"))
        wishes.append(Incoming().take(line.recv(1000)))
        line.sendall(encode_taken())

    with answering(held, answer):
        assert start(tmp_path) is None
    assert wishes == [WISH]


def test_much_is_handed_over_too(tmp_path: Path, held: Claim) -> None:
    wish, wishes = Wish(("-",), bytes(LARGEST_GIVEN)), list[Wish]()

    def answer(line: socket.socket) -> None:
        line.sendall(encode_greeting("1"))
        incoming = Incoming()
        while (came := incoming.take(line.recv(1_000_000))) is None:
            pass
        wishes.append(came)
        line.sendall(encode_taken())

    with answering(held, answer):
        assert start(tmp_path, wish, patience=10) is None
    assert wishes == [wish]


def test_one_that_is_silent_is_left_to_itself_and_told(tmp_path: Path, held: Claim) -> None:
    began = time.monotonic()
    own = start(tmp_path)
    assert SHORT <= time.monotonic() - began < SHORT + 2
    assert own is not None
    assert own.beside
    assert own.wish == WISH
    assert "does not answer" in own.notices[0]
    assert held.listener is not None
    # What it finds when it comes back: no old wish.
    line, _address = held.listener.accept()
    with line:
        assert Incoming().take(line.recv(1000)) == Wish(beside=True)


def test_one_that_stops_in_the_middle_is_left_to_itself(tmp_path: Path, held: Claim) -> None:
    def answer(line: socket.socket) -> None:
        line.sendall(encode_greeting("1"))
        time.sleep(2 * SHORT)

    with answering(held, answer):
        own = start(tmp_path)
    assert own is not None
    assert own.beside


def test_one_that_takes_no_more_calls_is_left_to_itself(tmp_path: Path, held: Claim) -> None:
    assert held.listener is not None
    held.listener.listen(0)
    waiting = [socket.socket(socket.AF_UNIX) for _each in range(2)]
    for line in waiting:
        line.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            line.connect(held.listener.getsockname())
    own = start(tmp_path)
    assert own is not None
    assert own.beside
    for line in waiting:
        line.close()


def test_where_the_first_is_just_ending_the_later_is_the_next(tmp_path: Path, held: Claim) -> None:
    ending = threading.Timer(0.3, held.close)
    ending.start()
    own = start(tmp_path, patience=10)
    ending.join()
    assert own is not None
    assert (own.beside, own.wish) == (False, WISH)
    assert own.claim.listener is not None
    own.claim.close()


def test_one_that_hangs_up_before_it_is_done_has_not_taken_it(tmp_path: Path, held: Claim) -> None:
    calls: list[int] = []

    def answer(line: socket.socket) -> None:
        calls.append(1)
        line.sendall(encode_greeting("1"))
        if len(calls) == 3:
            line.recv(1000)
            line.sendall(encode_taken())

    with answering(held, answer):
        assert start(tmp_path, patience=10) is None
    assert len(calls) == 3


def test_another_protocol_is_told_with_both_versions(tmp_path: Path, held: Claim) -> None:
    greeting = {"tidings": PROTOCOL + 1, "version": "9.7"}
    with (
        answering(held, lambda line: line.sendall(json.dumps(greeting).encode() + b"\n")),
        pytest.raises(NoWindowError) as told,
    ):
        start(tmp_path)
    assert str(told.value) == (
        "Tidings 9.7 is open with this library, and this is Tidings 1. "
        "Close the other window, then start again."
    )


@pytest.mark.parametrize("rubbish", [b"HTTP/1.1 400 Bad Request\r\n", b"x" * 5000, b"\0\n", b""])
def test_rubbish_is_no_answer(tmp_path: Path, held: Claim, rubbish: bytes) -> None:
    with answering(held, lambda line: line.sendall(rubbish)):
        own = start(tmp_path)
    assert own is not None
    assert own.beside


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        (encode_note(Note("0.9", socket.gethostname(), "")), "Tidings 0.9 is open"),
        (encode_note(Note("1", "elsewhere", "")), "open with this library on “elsewhere”"),
        (b"", "does not answer. End it"),
    ],
    ids=["version", "host", "nothing"],
)
def test_beside_one_that_may_do_harm_no_window_is_opened(
    tmp_path: Path, held: Claim, note: bytes, sentence: str
) -> None:
    (tmp_path / LOCK_NAME).write_bytes(note)
    with pytest.raises(NoWindowError, match=sentence):
        start(tmp_path)


def test_too_much_is_told_at_once(tmp_path: Path, held: Claim) -> None:
    with pytest.raises(NoWindowError, match="too much"):
        start(tmp_path, Wish(("a" * 1_000_000,)), patience=60)
