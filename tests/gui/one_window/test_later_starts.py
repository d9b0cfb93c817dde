"""The first start, and everything that a program of the same user may say to it."""

from __future__ import annotations

import contextlib
import logging
import random
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tidings.ui.later_starts import HEARD, MOST, LaterStarts
from tidings.ui.one_window import (
    LARGEST_GIVEN,
    LONGEST_LINE,
    Claim,
    Wish,
    claim,
    encode_greeting,
    encode_taken,
    encode_wish,
)

GREETING = encode_greeting("1")
WISH = Wish(("/a/page.html", "https://example.org/"), token="t")
LONG = 15_000
"""Milliseconds."""


class Desk:
    """Takes wishes, and fulfils them at once or later."""

    def __init__(self) -> None:
        self.wishes: list[Wish] = []
        self.held: list[Callable[[], None]] = []
        self.holds = False

    def take(self, wish: Wish, taken: Callable[[], None]) -> None:
        self.wishes.append(wish)
        if self.holds:
            self.held.append(taken)
        else:
            taken()


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Claim]:
    first = claim(tmp_path, "1", {})
    assert first is not None
    yield first
    first.close()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def later(qtbot: QtBot, held: Claim, desk: Desk) -> Iterator[LaterStarts]:
    made = LaterStarts(held, "1", desk.take)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def call(held: Claim, later: LaterStarts) -> Iterator[Callable[[], socket.socket]]:
    assert held.listener is not None
    place, lines = held.listener.getsockname(), list[socket.socket]()

    def connect() -> socket.socket:
        line = socket.socket(socket.AF_UNIX)
        lines.append(line)
        line.connect(place)
        line.setblocking(False)
        return line

    yield connect
    for line in lines:
        line.close()


Call = Callable[[], socket.socket]


def hear(qtbot: QtBot, line: socket.socket, until: Callable[[bytes], bool]) -> bytes:
    """Return what is said on a line, once that is enough or the line is at its end."""
    heard = bytearray()

    def is_enough() -> bool:
        try:
            piece = line.recv(1000)
        except BlockingIOError:
            return False
        except ConnectionResetError:
            return True
        heard.extend(piece)
        return not piece or until(bytes(heard))

    qtbot.waitUntil(is_enough, timeout=LONG)
    return bytes(heard)


def hear_end(qtbot: QtBot, line: socket.socket) -> bytes:
    return hear(qtbot, line, lambda _heard: False)


def send(qtbot: QtBot, line: socket.socket, data: bytes) -> None:
    """Send all of it while the other side reads; it may hang up meanwhile."""
    rest = memoryview(data)

    def is_sent() -> bool:
        nonlocal rest
        try:
            rest = rest[line.send(rest) :]
        except BlockingIOError:
            return False
        except (BrokenPipeError, ConnectionResetError):
            return True
        return not rest

    qtbot.waitUntil(is_sent, timeout=LONG)


def test_a_wish_is_greeted_taken_and_answered(qtbot: QtBot, call: Call, desk: Desk) -> None:
    line = call()
    assert hear(qtbot, line, lambda heard: heard == GREETING) == GREETING
    line.send(encode_wish(WISH))
    assert hear_end(qtbot, line) == encode_taken()
    assert desk.wishes == [WISH]


def test_it_is_not_answered_before_it_is_done(qtbot: QtBot, call: Call, desk: Desk) -> None:
    desk.holds = True
    line = call()
    line.send(encode_wish(WISH))
    qtbot.waitUntil(lambda: len(desk.held) == 1)
    assert hear(qtbot, line, lambda heard: heard == GREETING) == GREETING
    with pytest.raises(BlockingIOError):
        line.recv(1)
    desk.held[0]()
    assert hear_end(qtbot, line) == encode_taken()


def test_a_caller_that_has_gone_meanwhile_is_no_trouble(
    qtbot: QtBot, call: Call, desk: Desk
) -> None:
    desk.holds = True
    line = call()
    line.send(encode_wish(WISH))
    line.close()
    qtbot.waitUntil(lambda: len(desk.held) == 1)
    desk.held[0]()
    assert desk.wishes == [WISH]


def test_a_last_word_is_heard_of_one_that_did_not_wait(
    qtbot: QtBot, call: Call, desk: Desk
) -> None:
    line = call()
    line.send(encode_wish(Wish(beside=True)))
    line.close()
    qtbot.waitUntil(lambda: desk.wishes == [Wish(beside=True)])


def test_much_is_taken_in_turns(qtbot: QtBot, call: Call, desk: Desk) -> None:
    content = random.Random(7).randbytes(LARGEST_GIVEN)
    line = call()
    send(qtbot, line, encode_wish(Wish(("-",), content)))
    qtbot.waitUntil(lambda: bool(desk.wishes))
    assert desk.wishes[0].given == content


@pytest.mark.parametrize(
    "said",
    [
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\0" * 10_000 + b"\n",
        random.Random(3).randbytes(3_000) + b"\n",
        b"[" * 500_000 + b"\n",
        b" " * 3 * LONGEST_LINE,
        encode_wish(WISH) + b"more",
        encode_wish(WISH).replace(b'"tidings": 1', b'"tidings": 2'),
    ],
    ids=["http", "zeros", "random", "nested", "endless", "more", "protocol"],
)
def test_who_says_something_else_is_put_out(
    qtbot: QtBot, call: Call, desk: Desk, said: bytes
) -> None:
    line, began = call(), time.monotonic()
    send(qtbot, line, said)
    assert hear_end(qtbot, line) in (GREETING, b"")
    assert time.monotonic() - began < HEARD / 2000
    assert desk.wishes == []
    after = call()
    after.send(encode_wish(WISH))
    qtbot.waitUntil(lambda: desk.wishes == [WISH])


def test_half_a_wish_is_none(qtbot: QtBot, call: Call, desk: Desk) -> None:
    line = call()
    line.send(encode_wish(WISH)[:-1])
    line.shutdown(socket.SHUT_WR)
    hear_end(qtbot, line)
    assert desk.wishes == []


def test_who_says_nothing_is_put_out_after_a_while(
    qtbot: QtBot, call: Call, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tidings.ui.later_starts.HEARD", 100)
    line = call()
    began = time.monotonic()
    assert hear_end(qtbot, line) == GREETING
    assert time.monotonic() - began < HEARD / 1000


def test_of_many_only_some_are_heard_at_a_time(qtbot: QtBot, call: Call) -> None:
    lines = [call() for _each in range(MOST + 5)]
    greeted: set[socket.socket] = set()
    for line in lines[:MOST]:
        hear(qtbot, line, lambda heard: heard == GREETING)
    qtbot.wait(50)
    for line in lines[MOST:]:
        with contextlib.suppress(BlockingIOError):
            line.recv(1000)
            greeted.add(line)
    assert greeted == set()
    lines[0].close()
    assert hear(qtbot, lines[MOST], lambda heard: heard == GREETING) == GREETING


def test_many_silent_ones_do_not_keep_others_out_for_long(
    qtbot: QtBot, call: Call, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tidings.ui.later_starts.HEARD", 200)
    silent = [call() for _each in range(3 * MOST)]
    line = call()
    line.send(encode_wish(WISH))
    qtbot.waitUntil(lambda: desk.wishes == [WISH], timeout=LONG)
    assert len(silent) > MOST


def test_forty_at_once_are_all_taken(qtbot: QtBot, call: Call, desk: Desk) -> None:
    lines = [call() for _each in range(40)]
    for number, line in enumerate(lines):
        line.send(encode_wish(Wish((f"/{number}",))))
    for line in lines:
        assert hear_end(qtbot, line).endswith(encode_taken())
    assert sorted(int(wish.sources[0][1:]) for wish in desk.wishes) == list(range(40))


def test_once_closed_nobody_is_heard(
    qtbot: QtBot, call: Call, later: LaterStarts, held: Claim, desk: Desk
) -> None:
    desk.holds = True
    waiting, line = call(), call()
    waiting.send(encode_wish(WISH))
    qtbot.waitUntil(lambda: len(desk.held) == 1)
    later.close()
    later.close()
    assert held.listener is None
    assert hear_end(qtbot, waiting) == GREETING
    hear_end(qtbot, line)
    with pytest.raises(FileNotFoundError):
        call()
    desk.held[0]()


def test_a_window_that_cannot_listen_is_a_window(qtbot: QtBot, desk: Desk) -> None:
    made = LaterStarts(Claim(), "1", desk.take)
    made.close()
    made.deleteLater()


def test_the_right_is_taken_over_when_the_other_ends(
    qtbot: QtBot, held: Claim, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tidings.ui.later_starts.AGAIN", 20)
    beside = LaterStarts(Claim(), "1", desk.take)
    attempts: list[Claim | None] = []

    def claim_again() -> Claim | None:
        attempts.append(claim(tmp_path, "1", {}))
        return attempts[-1]

    beside.take_over(claim_again)
    qtbot.waitUntil(lambda: len(attempts) > 3)
    assert set(attempts) == {None}
    held.close()
    qtbot.waitUntil(lambda: attempts[-1] is not None)
    got = attempts[-1]
    assert got is not None
    assert got.listener is not None
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(got.listener.getsockname())
        line.setblocking(False)
        line.send(encode_wish(WISH))
        assert hear_end(qtbot, line).endswith(encode_taken())
    count = len(attempts)
    qtbot.wait(100)
    assert len(attempts) == count
    beside.release()
    again = claim(tmp_path, "1", {})
    assert again is not None
    again.close()
    beside.deleteLater()


def test_nothing_is_said_of_it_but_in_the_log(
    qtbot: QtBot, call: Call, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    line = call()
    line.send(b"rubbish\n")
    hear_end(qtbot, line)
    assert [record.levelname for record in caplog.records] == ["INFO"]
