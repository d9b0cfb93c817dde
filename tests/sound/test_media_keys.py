"""The media keys, as a desktop's player control uses them: a real bus, window, voice and ear."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sound.bus import SessionBus, missing_tools
from tests.sound.ear import Ear
from tests.sound.window import Window

STORIES = (
    ("The lighthouse gets a new lamp", "Ada Berg", "The keeper carried it up the stairs herself."),
    ("A bridge for hedgehogs", "Tom Reed", "It is two planks wide and covered with moss."),
    ("The clock of Elm Street", "Ada Berg", "It has been four minutes late since the spring."),
)
PAGE = (
    '<!doctype html><html lang="en"><head><title>The Shore Gazette</title></head><body><main>'
    + "".join(
        f"<article><h2>{title}</h2><span class='author'>{name}</span>"
        + f"<p>{text} {text}</p>" * 12
        + "</article>"
        for title, name, text in STORIES
    )
    + "</main></body></html>"
)
TITLES = [title for title, _, _ in STORIES]


@pytest.fixture(scope="module")
def bus_tools() -> None:
    if missing := missing_tools():
        told = f"missing for the tests of the media keys: {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)


@pytest.fixture
def bus(bus_tools: None) -> Iterator[SessionBus]:
    with SessionBus() as private:
        yield private


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "gazette.html"
    file.write_text(PAGE, encoding="utf-8")
    return str(file)


def environment(pulse: dict[str, str], bus: SessionBus) -> dict[str, str]:
    return {**pulse, "DBUS_SESSION_BUS_ADDRESS": bus.address}


@pytest.fixture
def window(pulse: dict[str, str], bus: SessionBus, tmp_path: Path, page: str) -> Iterator[Window]:
    with Window(environment(pulse, bus), tmp_path, page) as opened:
        yield opened


def begin(window: Window, bus: SessionBus) -> None:
    """Have the window read aloud, and wait until the desktop knows of it."""
    window.press("Space")
    window.wait(lambda state: state["mode"] == "playing")
    bus.wait(lambda: bus.players() == ["tidings"])


def test_the_keys_are_taken_with_the_voice_and_given_back_with_the_window(
    window: Window, bus: SessionBus
) -> None:
    assert bus.players() == []
    begin(window, bus)
    assert window.complaints() == []
    assert bus.players() == []


def test_keys_are_heard_and_told(window: Window, bus: SessionBus, ear: Ear) -> None:
    begin(window, bus)
    assert bus.control("status") == "Playing"
    pressed = time.monotonic()
    bus.control("play-pause")
    # A process starts, too.
    assert ear.silence(pressed) < 0.6
    bus.wait(lambda: bus.control("status") == "Paused")
    assert window.state()["mode"] == "paused"
    bus.control("pause")
    pressed = time.monotonic()
    bus.control("play")
    assert ear.onset(pressed) < 0.6
    bus.wait(lambda: bus.control("status") == "Playing")
    bus.control("play")
    assert window.state()["mode"] == "playing"
    pressed = time.monotonic()
    bus.control("stop")
    assert ear.silence(pressed) < 0.6
    bus.wait(lambda: bus.control("status") == "Stopped")
    # Kept for a while: Play goes on.
    bus.control("play-pause")
    window.wait(lambda state: state["mode"] == "playing")


def test_the_story_is_told_and_next_and_previous_lead_to_another(
    window: Window, bus: SessionBus
) -> None:
    begin(window, bus)
    assert bus.control("metadata", "title") == TITLES[0]
    assert bus.control("metadata", "artist") == "Ada Berg"
    assert bus.control("metadata", "album") == "The Shore Gazette"
    assert bus.control("metadata", "xesam:language") == "en"
    # 240 words or so at 175 a minute.
    assert 60e6 < int(bus.control("metadata", "mpris:length")) < 120e6
    track = bus.control("metadata", "mpris:trackid")
    bus.control("next")
    window.wait(lambda state: state["story"] == TITLES[1])
    bus.wait(lambda: bus.control("metadata", "title") == TITLES[1])
    assert bus.control("metadata", "mpris:trackid") != track
    assert bus.control("status") == "Playing"
    bus.control("next")
    bus.wait(lambda: bus.control("metadata", "title") == TITLES[2])
    assert "false" in bus.call(
        "org.freedesktop.DBus.Properties.Get", "org.mpris.MediaPlayer2.Player", "CanGoNext"
    )
    bus.control("previous")
    bus.wait(lambda: bus.control("metadata", "title") == TITLES[1])
    window.wait(lambda state: state["story"] == TITLES[1])


def test_whoever_follows_is_told_of_every_change(window: Window, bus: SessionBus) -> None:
    begin(window, bus)
    with bus.follow("metadata", "--format", "{{status}} {{title}}") as follower:
        assert follower.stdout is not None
        try:
            assert follower.stdout.readline().strip() == f"Playing {TITLES[0]}"
            window.press("Space")
            assert follower.stdout.readline().strip() == f"Paused {TITLES[0]}"
            window.press("Space")
            assert follower.stdout.readline().strip() == f"Playing {TITLES[0]}"
            window.press("N")
            assert follower.stdout.readline().strip() == f"Playing {TITLES[1]}"
        finally:
            follower.kill()
            follower.communicate()


def test_rate_volume_and_place_are_told_and_changed(window: Window, bus: SessionBus) -> None:
    begin(window, bus)
    properties = "org.freedesktop.DBus.Properties"
    player = "org.mpris.MediaPlayer2.Player"
    assert bus.call(f"{properties}.Get", player, "Rate") == "(<1.0>,)"
    bus.call(f"{properties}.Set", player, "Rate", "<2.0>")
    assert window.wait(lambda state: state["rate"] == 350)
    bus.wait(lambda: bus.call(f"{properties}.Get", player, "Rate") == "(<2.0>,)")
    bus.control("volume", "0.5")
    bus.wait(lambda: float(bus.control("volume")) == 0.5)
    before = float(bus.control("position"))
    bus.wait(lambda: float(bus.control("position")) > before + 0.5)
    assert before < 8
    bus.control("position", "40")
    bus.wait(lambda: 39 < float(bus.control("position")) < 44)
    bus.control("position", "30-")
    bus.wait(lambda: 9 < float(bus.control("position")) < 16)
    assert window.state()["mode"] == "playing"
    # Past the end is the next story.
    bus.control("position", "1000+")
    window.wait(lambda state: state["story"] == TITLES[1])


def test_a_pause_keeps_its_place_until_another_one_is_asked_for(
    window: Window, bus: SessionBus
) -> None:
    begin(window, bus)
    bus.control("pause")
    window.wait(lambda state: state["mode"] == "paused")
    bus.wait(lambda: bus.control("status") == "Paused")
    bus.control("position", "40")
    window.wait(lambda state: state["caret"][0] > 3)
    assert window.state()["mode"] == "paused"
    bus.wait(lambda: 39 < float(bus.control("position")) < 44)
    window.press("W")
    told = window.wait(lambda state: "paragraph" in state["messages"][-1])["messages"][-1]
    assert int(re.findall(r"paragraph (\d+)", told)[0]) == window.state()["caret"][0] + 1
    bus.control("position", "20-")
    bus.wait(lambda: 19 < float(bus.control("position")) < 24)
    bus.control("position", "40")
    bus.control("play")
    bus.wait(lambda: 39 < float(bus.control("position")) < 44)


def test_what_makes_no_sense_is_refused_and_harms_nothing(window: Window, bus: SessionBus) -> None:
    begin(window, bus)
    properties = "org.freedesktop.DBus.Properties"
    player = "org.mpris.MediaPlayer2.Player"
    for wrong, told in (
        ((f"{player}.Rewind",), "UnknownMethod"),
        (("org.example.Kettle.Boil",), "UnknownInterface"),
        ((f"{player}.OpenUri", "file:///etc/passwd"), "NotSupported"),
        ((f"{properties}.Get", player, "Colour"), "UnknownProperty"),
        ((f"{properties}.GetAll", "org.example.Kettle"), "UnknownInterface"),
        ((f"{properties}.Set", player, "Metadata", "<'mine'>"), "PropertyReadOnly"),
        ((f"{properties}.Set", player, "Rate", "<'fast'>"), "InvalidArgs"),
    ):
        with pytest.raises(RuntimeError, match=rf"{told}|(?i:method|interface)"):
            bus.call(*wrong)
    bus.call(f"{player}.SetPosition", "/org/tidings/story/other", "5")
    bus.call(f"{properties}.Set", player, "Rate", "<-3.0>")
    bus.call(f"{properties}.Set", player, "Volume", "<nan>")
    told = bus.call(f"{properties}.GetAll", "org.mpris.MediaPlayer2")
    assert re.search(r"'Identity': <'Tidings'>.*'DesktopEntry': <'tidings'>", told)
    assert window.state()["rate"] == 175
    assert bus.control("status") == "Playing"


def test_another_window_has_a_name_beside_the_first(
    window: Window, bus: SessionBus, pulse: dict[str, str], tmp_path: Path, page: str
) -> None:
    begin(window, bus)
    other_folder = tmp_path / "other"
    with Window(environment(pulse, bus), other_folder, page) as other:
        other.press("Space")
        name = f"tidings.instance{other.pid}"
        bus.wait(lambda: bus.players() == ["tidings", name])
        bus.control("pause", player=name)
        other.wait(lambda state: state["mode"] == "paused")
        assert window.state()["mode"] == "playing"


def test_a_bus_that_dies_breaks_nothing_and_is_not_mentioned(
    window: Window, bus: SessionBus
) -> None:
    begin(window, bus)
    bus.kill()
    said = len(window.state()["words"])
    window.wait(lambda state: len(state["words"]) > said + 4)
    window.press("Space")
    window.wait(lambda state: state["mode"] == "paused")
    window.press("Space")
    window.wait(lambda state: state["mode"] == "playing")
    assert window.complaints() == []


def test_a_bus_that_hangs_holds_up_nothing(window: Window, bus: SessionBus, ear: Ear) -> None:
    bus.freeze()
    assert ear.onset(window.press("Space")) < 0.3
    window.wait(lambda state: len(state["words"]) > 4)
    assert ear.silence(window.press("Space")) < 0.15
    closing = time.monotonic()
    assert window.complaints() == []
    assert time.monotonic() - closing < 4


def test_a_blocked_window_is_answered_for(window: Window, bus: SessionBus) -> None:
    begin(window, bus)
    blocked = threading.Thread(target=window.block, args=(3000,))
    blocked.start()
    began = time.monotonic()
    assert bus.control("status") == "Playing"
    bus.control("pause")
    assert time.monotonic() - began < 2
    assert blocked.is_alive()
    blocked.join()
    window.wait(lambda state: state["mode"] == "paused")


def test_the_desktop_may_close_the_window(window: Window, bus: SessionBus) -> None:
    begin(window, bus)
    bus.call("org.mpris.MediaPlayer2.Quit")
    bus.wait(lambda: bus.players() == [])
    assert window.complaints() == []
