"""What a desktop's player control sees of the window, on a session bus of the test's own."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, wait_until
from tests.sound.bus import SessionBus, missing_tools
from tidings.playback import Mode


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionBus]:
    if missing := missing_tools():
        told = f"missing for the tests of the media keys: {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    with SessionBus() as private:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private.address)
        yield private


@pytest.fixture
def opened(bus: SessionBus, opening: Open) -> Opened:
    return opening(str(SAMPLES / "harbour-watch.html"))


def begin(opened: Opened, bus: SessionBus) -> None:
    opened.press("Space", on=opened.window.view)
    wait_until(lambda: bus.players() == ["tidings"], "the keys were not taken")


def test_the_keys_are_given_back_a_while_after_the_voice_has_stopped(
    opened: Opened, bus: SessionBus
) -> None:
    begin(opened, bus)
    opened.press("Escape")
    wait_until(lambda: bus.control("status") == "Stopped")
    assert opened.reader.media_keys.stay > 60_000
    opened.reader.media_keys.stay = 50
    # Speech that goes on in time keeps them.
    opened.press("Space", on=opened.window.view)
    wait_until(lambda: bus.control("status") == "Playing")
    opened.press("Escape")
    wait_until(lambda: bus.players() == [], "the keys were not given back")
    begin(opened, bus)


def test_a_pause_keeps_the_keys(opened: Opened, bus: SessionBus) -> None:
    opened.reader.media_keys.stay = 50
    begin(opened, bus)
    opened.press("Space", on=opened.window.view)
    wait_until(lambda: bus.control("status") == "Paused")
    paused = time.monotonic()
    wait_until(lambda: time.monotonic() > paused + 4 * opened.reader.media_keys.stay / 1000)
    assert bus.players() == ["tidings"]


def test_a_window_out_of_sight_is_brought_back(opened: Opened, bus: SessionBus) -> None:
    begin(opened, bus)
    opened.window.showMinimized()
    assert opened.window.isMinimized()
    bus.call("org.mpris.MediaPlayer2.Raise")
    wait_until(lambda: not opened.window.isMinimized())


def test_a_headline_is_told_by_its_words(opened: Opened, bus: SessionBus) -> None:
    opened.reader.manner.set_rate(80)
    opened.reader.listening.hear_headline("A boat from the north is late")
    wait_until(lambda: bus.players() == ["tidings"])
    assert bus.control("metadata", "title") == "A boat from the north is late"
    assert "TrackList/NoTrack" in bus.control("metadata", "mpris:trackid")
    assert opened.reader.speaker.mode is Mode.PLAYING


def test_without_a_bus_nothing_is_said(
    opening: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    for address in ("", "autolaunch:", "unix:path=/nowhere/bus", "nonsense"):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        opened = opening(str(SAMPLES / "harbour-watch.html"))
        said = opened.told
        opened.press("Space", on=opened.window.view)
        wait_until(lambda: opened.reader.speaker.mode is Mode.PLAYING)  # noqa: B023
        opened.press("Space", on=opened.window.view)
        no_device = "There is no sound device. The text is lit as it would be spoken."
        assert [line for line in opened.told if line != no_device] == said
