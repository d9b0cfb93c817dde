"""The sound server goes away, comes back, or comes late; and what a pause keeps."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.sound.ear import Ear
from tests.sound.pages import write_page
from tests.sound.server import SoundServer
from tests.sound.tone import RATE, tone
from tests.sound.window import Window, words
from tidings.ui import pulse_sound
from tidings.ui.sound import SoundOutput

NO_DEVICE = "There is no sound device. The text is lit as it would be spoken."
SOUND_GOES = "Sound goes to Null Output."
SENTENCES = (
    "The ferry left the quay at seven and nobody waved.",
    "An hour later the fog had come down to the water.",
    "They rang the bell, and from the island another one answered.",
)


@pytest.fixture
def server(sound_tools: None) -> Iterator[SoundServer]:
    """A server for one test alone, which may kill it. It does not run yet."""
    with SoundServer(running=False) as private:
        yield private


@pytest.fixture
def page(tmp_path: Path) -> str:
    return write_page(tmp_path, "The ferry", SENTENCES * 4)


def processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def test_a_server_that_dies_is_told_and_one_that_comes_back_is_heard(
    server: SoundServer, tmp_path: Path, page: str
) -> None:
    server.start()
    with Window(server.environment, tmp_path, page) as window:
        with Ear(server.environment) as ear:
            assert ear.onset(window.press("Space")) < 0.3
            window.wait(lambda state: len(state["words"]) > 4)
            server.kill()
        state = window.wait(lambda state: state["messages"][-1] == NO_DEVICE, 2)
        assert state["device"] == ""
        state = window.wait(lambda state: state["mode"] == "playing")
        # The light walks on, and nothing runs wild.
        before, busy = len(state["words"]), processor_seconds(window.pid)
        time.sleep(2)
        assert processor_seconds(window.pid) - busy < 0.6
        state = window.state()
        assert before + 3 < len(state["words"]) < before + 15
        # Every key still does its work.
        for key in ("Alt+Right", "Space", "Space", "Alt+Left", "Escape", "Space"):
            window.press(key)
        assert window.wait(lambda state: state["mode"] == "playing")
        server.start()
        state = window.wait(lambda state: state["messages"][-1] == SOUND_GOES, 5)
        with Ear(server.environment) as ear:
            assert ear.onset(time.monotonic(), timeout=3) < 3
            assert ear.silence(window.press("Escape")) < 0.15
        # One line for the log, no traceback.
        lost = "the sound device was lost: the sound server does not answer"
        assert window.complaints() == [lost]


def test_a_device_lost_in_a_pause_goes_on_in_silence(
    server: SoundServer, tmp_path: Path, page: str
) -> None:
    server.start()
    with Window(server.environment, tmp_path, page) as window:
        window.press("Space")
        window.wait(lambda state: state["mode"] == "playing")
        window.press("Space")
        server.kill()
        state = window.wait(lambda state: state["device"] == "", 2)
        said = len(state["words"])
        assert state["mode"] == "paused"
        time.sleep(0.5)
        assert len(window.state()["words"]) == said
        window.press("Space")
        window.wait(lambda state: len(state["words"]) > said + 3)


def test_a_device_that_is_taken_out_is_told_and_the_next_one_found(
    server: SoundServer, tmp_path: Path, page: str
) -> None:
    server.start()
    with Window(server.environment, tmp_path, page) as window:
        window.press("Space")
        window.wait(lambda state: state["mode"] == "playing")
        server.control("unload-module", "module-null-sink")
        state = window.wait(lambda state: state["messages"][-1] == NO_DEVICE, 2)
        said = len(state["words"])
        window.wait(lambda state: len(state["words"]) > said + 3)
        server.control("load-module", "module-null-sink", "sink_name=null", "rate=48000")
        window.wait(lambda state: state["messages"][-1] == SOUND_GOES, 2)
        with Ear(server.environment) as ear:
            assert ear.onset(time.monotonic(), timeout=3) < 3


def test_a_server_that_comes_late_is_found_and_told(
    server: SoundServer, tmp_path: Path, page: str
) -> None:
    with Window(server.environment, tmp_path, page) as window:
        assert window.state()["device"] == ""
        window.press("Space")
        window.wait(lambda state: NO_DEVICE in state["messages"])
        server.start()
        state = window.wait(lambda state: SOUND_GOES in state["messages"], 5)
        assert state["device"] == "Null Output"
        with Ear(server.environment) as ear:
            assert ear.onset(time.monotonic(), timeout=3) < 3


def test_a_long_pause_loses_no_sound(pulse: dict[str, str], ear: Ear, tmp_path: Path) -> None:
    loud: list[int] = []
    with Window(pulse, tmp_path, write_page(tmp_path, "The ferry", SENTENCES)) as window:
        for _ in range(20):  # slow enough for each word to be lit
            window.press("Ctrl+]")
        for pause in (0.0, 5.0):
            window.press("Ctrl+Home")
            begun = window.press("Space")
            window.wait(lambda state: words(state)[-1:] == ["fog"], 20)
            if pause:
                window.press("Space")
                time.sleep(pause)
                window.press("Space")
            state = window.wait(lambda state: state["mode"] == "stopped", 20)
            loud.append(sum(moment.peak > 0 for moment in ear.loudness(begun, state["at"])))
        said = words(state)
        assert window.complaints() == []
    assert said[: len(said) // 2] == said[len(said) // 2 :]
    whole, paused = loud
    # 5 ms a moment; those that the edges of the pause fall into may be counted twice.
    assert paused == pytest.approx(whole, abs=8)


def test_the_clock_tells_what_is_heard(
    request: pytest.FixtureRequest, output: SoundOutput, ear: Ear, qtbot: QtBot
) -> None:
    # Qt does not tell how late the device is.
    allowed = 40 if "Qt" in request.node.name else 15
    assert output.device == "Null Output"
    begun = time.monotonic()
    output.stream.append(tone(1.0), RATE)
    qtbot.wait_until(lambda: output.stream.heard() > 0)
    onset = begun + ear.onset(begun)
    late = []
    while time.monotonic() < onset + 0.8:
        qtbot.wait(20)
        late.append(output.stream.heard() - (time.monotonic() - onset) * 1000)
    assert sorted(late)[len(late) // 2] == pytest.approx(0, abs=allowed)
    qtbot.wait_until(lambda: output.stream.heard() == 1000.0, timeout=2000)


def test_the_clock_stands_in_a_pause_and_begins_anew(
    output: SoundOutput, ear: Ear, qtbot: QtBot
) -> None:
    stream = output.stream
    stream.append(tone(1.0), RATE)
    qtbot.wait_until(lambda: stream.heard() > 200, timeout=3000)
    held = time.monotonic()
    stream.hold()
    assert ear.silence(held, hold=0.2) < 0.05
    stood = stream.heard()
    qtbot.wait(300)
    assert stream.heard() == stood
    stream.release()
    qtbot.wait_until(lambda: stream.heard() > stood + 100, timeout=1000)
    stream.clear()
    assert stream.heard() == 0.0


def test_more_sound_than_the_server_holds_is_heard_whole(
    monkeypatch: pytest.MonkeyPatch, output: SoundOutput, ear: Ear, qtbot: QtBot
) -> None:
    monkeypatch.setattr(pulse_sound, "BUFFER", 0.5)
    output.stream.append(tone(0.1), RATE)
    output.stream.clear()  # begun anew, with the small buffer
    begun = time.monotonic()
    for _ in range(20):
        output.stream.append(tone(0.1), RATE)
    assert time.monotonic() - begun < 0.1
    qtbot.wait_until(lambda: output.stream.heard() > 0)
    onset = ear.onset(begun)
    qtbot.wait_until(lambda: output.stream.heard() == 2000.0, timeout=4000)
    moments = ear.loudness(begun + onset, begun + onset + 1.9)
    # 5 ms a moment: one that is missed at times is the ear's, not a break
    assert sum(moment.peak == 0 for moment in moments) <= 2
