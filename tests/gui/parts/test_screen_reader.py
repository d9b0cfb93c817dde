"""Who is a screen reader, and what becomes of a bus that is not there, hangs, or goes away."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.gui.window.steps import wait_until
from tests.sound.bus import SessionBus, missing_tools
from tidings.ui.screen_reader import ScreenReaderWatch
from tidings.ui.screen_reader.listeners import Listener, a_screen_reader_listens, without

ORCA_43 = (
    *("Focus::", "Document:Reload:", "Document:LoadComplete:", "Mouse:Button:"),
    *(
        "Object:PropertyChange:AccessibleName",
        "Object:TextCaretMoved:",
        "Object:TextChanged:Insert",
    ),
    *("Object:ActiveDescendantChanged:", "Object:ChildrenChanged:Add"),
    *("Object:StateChanged:Active", "Object:StateChanged:Focused", "Object:StateChanged:Showing"),
    *("Object:TextSelectionChanged:", "Object:SelectionChanged:", "Window:Activate:"),
)
"""What Orca 43 was seen to listen to, in part; the next stands in the source of newer ones."""
NEWER_ORCA = (
    *("Document:LoadComplete:", "Object:ActiveDescendantChanged:", "Object:Announcement:"),
    *("Object:ChildrenChanged:Add", "Object:StateChanged:Focused", "Object:TextCaretMoved:"),
    *("Object:TextSelectionChanged:", "Object:ValueChanged:", "Window:Activate:"),
)
KEYBOARD = ("Object:StateChanged:Focused", "Object:TextCaretMoved:", "Object:TextChanged:")
MAGNIFIER = ("Object:StateChanged:", "Object:TextCaretMoved:")


def listening(name: str, *events: str) -> set[Listener]:
    return {(name, event) for event in events}


@pytest.mark.parametrize(
    ("listeners", "is_one"),
    [
        (set(), False),
        (listening(":1.4", *ORCA_43), True),
        (listening(":1.4", *NEWER_ORCA), True),
        (listening(":1.4", "object:"), True),
        (
            listening(":1.4", "object:state-changed", "object:text-caret-moved", *NEWER_ORCA[2:3]),
            True,
        ),
        (listening(":1.1", "Object:StateChanged:Focused"), False),
        (listening(":1.1", *KEYBOARD), False),
        (listening(":1.1", *MAGNIFIER), False),
        (listening(":1.1", *KEYBOARD) | listening(":1.2", *NEWER_ORCA[1:3]), False),
        (listening(":1.1", *KEYBOARD) | listening(":1.2", *ORCA_43), True),
        (listening(":1.4", *(e for e in ORCA_43 if "Caret" not in e)), False),
        (listening(":1.4", *(e for e in ORCA_43 if "Focused" not in e)), False),
    ],
    ids=[
        "nobody",
        "Orca 43",
        "a newer Orca",
        "all that objects do",
        "as programs write events",
        "our walker of the tree",
        "a keyboard on the screen",
        "a magnifier",
        "two that would be one together",
        "a keyboard and Orca",
        "no caret",
        "no focus",
    ],
)
def test_who_is_a_screen_reader(listeners: set[Listener], is_one: bool) -> None:
    assert a_screen_reader_listens(listeners) is is_one


@pytest.mark.parametrize(
    ("event", "left"),
    [
        ("", set()),
        ("Object:StateChanged", {"Object:TextCaretMoved:", "Focus::"}),
        ("Object:TextCaretMoved:", {"Object:StateChanged:Focused", "Focus::"}),
        (
            "Object:TextChanged",
            {"Object:StateChanged:Focused", "Object:TextCaretMoved:", "Focus::"},
        ),
    ],
    ids=["a program that has gone", "all of a kind", "one event", "an event it did not listen to"],
)
def test_who_is_left_when_a_program_listens_no_more(event: str, left: set[str]) -> None:
    other = listening(":1.2", "Object:TextCaretMoved:")
    one = listening(":1.4", "Object:StateChanged:Focused", "Object:TextCaretMoved:", "Focus::")

    assert without(one | other, ":1.4", event) == other | listening(":1.4", *left)


@pytest.fixture
def bus() -> Iterator[SessionBus]:
    if missing := missing_tools():
        told = f"missing for the tests of the buses: {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    with SessionBus() as private:
        yield private


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[ScreenReaderWatch]:
    watching = ScreenReaderWatch()
    yield watching
    watching.close()


def longest_wait(watch: ScreenReaderWatch) -> float:
    """Start; return the seconds that the main thread was held up, until it is known."""
    beats = [time.monotonic()]
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    heart.start(1)
    watch.start()
    wait_until(lambda: watch.is_known)
    heart.stop()
    return max(late - early for early, late in pairwise(beats))


def the_thread_is_there() -> bool:
    return any(thread.name == "screen reader" for thread in threading.enumerate())


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "nonsense", "tcp:host=nowhere"])
def test_without_a_bus_nobody_listens(
    address: str, watch: ScreenReaderWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    told: list[bool] = []
    watch.changed.connect(told.append)

    longest_wait(watch)

    assert not watch.listens
    assert told == []
    used, began = time.process_time(), time.monotonic()
    wait_until(lambda: time.monotonic() > began + 0.3)
    assert time.process_time() - used < 0.15


def test_on_a_bus_without_accessibility_nobody_listens(
    bus: SessionBus, watch: ScreenReaderWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    longest_wait(watch)
    assert not watch.listens
    bus.kill()
    assert the_thread_is_there()
    watch.close()
    wait_until(lambda: not the_thread_is_there())


def test_a_bus_that_hangs_holds_up_nothing(
    bus: SessionBus, watch: ScreenReaderWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    bus.freeze()
    used = time.process_time()
    held_up = longest_wait(watch)
    assert held_up < 0.3
    assert time.process_time() - used < 1
    assert not watch.listens
    watch.close()
    wait_until(lambda: not the_thread_is_there())


def test_a_bus_that_hangs_is_not_waited_for_at_the_end(
    bus: SessionBus, watch: ScreenReaderWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    bus.freeze()
    watch.start()
    wait_until(the_thread_is_there)
    closing = time.monotonic()
    watch.close()
    assert time.monotonic() - closing < 0.3
    wait_until(lambda: not the_thread_is_there())
    assert not watch.is_known
