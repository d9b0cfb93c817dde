from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tidings.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def test_works_elsewhere_and_answers_on_the_main_thread(qtbot: QtBot, tasks: Tasks) -> None:
    answered: list[tuple[threading.Thread, threading.Thread]] = []
    tasks.at_once(
        threading.current_thread,
        lambda worker: answered.append((worker, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(answered))
    worker, receiver = answered[0]
    assert receiver is threading.main_thread()
    assert worker is not receiver


def test_in_order_is_in_order_also_when_the_first_takes_long(qtbot: QtBot, tasks: Tasks) -> None:
    gate, done = threading.Event(), list[int]()
    tasks.in_order(lambda: gate.wait(5) and 1, lambda _: done.append(1))
    for number in (2, 3):
        tasks.in_order(lambda number=number: done.append(number))  # type: ignore[misc]
    assert done == []
    gate.set()
    qtbot.waitUntil(lambda: sorted(done) == [1, 2, 3])
    assert done.index(2) < done.index(3)


def test_a_failure_is_told_to_who_asked_for_it(qtbot: QtBot, tasks: Tasks) -> None:
    failures: list[Exception] = []
    tasks.at_once(lambda: 1 / 0, lambda _: failures.append(AssertionError()), failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ZeroDivisionError)


def test_a_failure_nobody_asked_for_goes_to_the_log(
    qtbot: QtBot, tasks: Tasks, caplog: pytest.LogCaptureFixture
) -> None:
    tasks.at_once(lambda: 1 / 0)
    qtbot.waitUntil(lambda: "ZeroDivisionError" in caplog.text)


def test_closing_finishes_what_is_to_be_kept_and_calls_nobody(qtbot: QtBot) -> None:
    made, kept, told = Tasks(), list[int](), list[int]()
    for number in range(20):
        made.in_order(lambda number=number: kept.append(number), lambda _: told.append(0))  # type: ignore[misc]
    made.close()
    assert kept == list(range(20))
    made.in_order(lambda: kept.append(99))
    qtbot.wait(20)
    assert kept == list(range(20))
    assert told == []


def test_a_slow_picture_does_not_hold_up_a_page(qtbot: QtBot, tasks: Tasks) -> None:
    gate, done = threading.Event(), list[str]()
    for _ in range(20):
        tasks.in_passing(lambda: gate.wait(5), lambda _: done.append("picture"))
    tasks.at_once(lambda: None, lambda _: done.append("page"))
    qtbot.waitUntil(lambda: done == ["page"])
    gate.set()
    qtbot.waitUntil(lambda: len(done) == 21)


def test_no_more_threads_are_started_than_are_needed(qtbot: QtBot, tasks: Tasks) -> None:
    workers = set[str]()

    def name() -> str:
        return threading.current_thread().name

    for _ in range(10):
        before = len(workers)
        tasks.at_once(name, workers.add)
        qtbot.waitUntil(lambda: bool(workers))
        assert len(workers) >= before
        qtbot.wait(5)
    assert len(workers) == 1


def test_closing_does_not_wait_for_the_network(qtbot: QtBot) -> None:
    made, gate = Tasks(), threading.Event()
    began = threading.Event()

    def fetch() -> None:
        began.set()
        gate.wait(20)

    made.at_once(fetch)
    assert began.wait(5)
    made.close()
    assert not gate.is_set()
    gate.set()
