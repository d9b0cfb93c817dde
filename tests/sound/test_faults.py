"""What goes wrong under the window's hands while it reads aloud, and what the reader is told."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.sound.ear import Ear
from tests.sound.pages import write_page
from tests.sound.server import SoundServer
from tests.sound.test_devices import NO_DEVICE, SOUND_GOES
from tests.sound.tone import RATE, tone
from tests.sound.window import Window, words
from tidings.ui.sound import SoundOutput

RESTARTED = "The voice had stopped working and was started again."
GIVEN_UP = "The voice stopped working. Press Play to try again."
LAST = "That was the last story."
TEXT = "On Monday the old mill by the river was opened to all who came. "


@pytest.fixture
def window(pulse: dict[str, str], tmp_path: Path) -> Iterator[Window]:
    with Window(pulse, tmp_path, write_page(tmp_path, "The mill", [TEXT * 3] * 6)) as opened:
        yield opened


def test_a_worker_that_hangs_while_it_speaks_costs_no_word(window: Window, ear: Ear) -> None:
    window.press("Space")
    state = window.wait(lambda state: len(state["words"]) > 3)
    worker = state["worker"]
    os.kill(worker, signal.SIGSTOP)
    # It owes nothing until the sound that is there grows short, and then two seconds.
    state = window.wait(lambda state: RESTARTED in state["messages"], 15)
    assert state["worker"] not in (None, worker)
    heard = len(state["words"])
    state = window.wait(lambda state: len(state["words"]) > heard + 8, 15)
    said = re.sub(r"[.,]", "", " ".join(words(state)))
    assert f"The mill {TEXT * 3}".replace(".", "").startswith(said)


def test_a_worker_that_hangs_in_the_silence_is_told_and_replaced(window: Window, ear: Ear) -> None:
    os.kill(window.state()["worker"], signal.SIGSTOP)
    pressed = window.press("Space")
    assert ear.onset(pressed, timeout=6) < 5
    assert RESTARTED in window.state()["messages"]


def test_a_voice_that_was_given_up_speaks_again_at_play(window: Window, ear: Ear) -> None:
    window.press("Space")
    state = window.wait(lambda state: len(state["words"]) > 1)
    while GIVEN_UP not in state["messages"]:
        if state["worker"]:
            os.kill(state["worker"], signal.SIGKILL)
        worker = state["worker"]
        state = window.wait(
            lambda state: GIVEN_UP in state["messages"] or state["worker"] not in (None, worker)  # noqa: B023
        )
    assert state["mode"] == "stopped"
    assert ear.onset(window.press("Space")) < 3
    assert window.wait(lambda state: state["mode"] == "playing")


ODD = {
    "symbols": "★ ☆ ¶ § → ⇒ ∞ ≠ ⌘ ♪ ✓ □ ■ ● ○",
    "dashes and points": "— … ––– ··· !!! ??? ,,, ;;; ((( )))",
    "private use and unassigned": "\ue000\ue001 \uf8ff \U000f0000 \u0378",
    "control characters": "soft\u00adhyphen zero\u200bwidth line\u2028separator \ufeff mark",
    "marks of direction": "\u202eevig si siht\u202c and \u2066this\u2069 \u200eis\u200f",
    "marks upon marks": "Z" + "\u0301\u0332\u0489" * 60 + " algo",
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇺🇦",
    "one long word": "x" * 400,
}


def test_odd_text_is_read_to_the_end(pulse: dict[str, str], ear: Ear, tmp_path: Path) -> None:
    page = write_page(tmp_path, "The mill", ["It begins.", *ODD.values(), "It ends here."])
    with Window(pulse, tmp_path, page) as window:
        for _ in range(60):
            window.press("Ctrl+]")
        worker = window.state()["worker"]
        assert ear.onset(window.press("Space")) < 0.3
        state = window.wait(lambda state: LAST in state["messages"], 90)
        assert words(state)[-3:] == ["It", "ends", "here"]
        assert state["worker"] == worker
        assert window.complaints() == []


def test_a_word_without_end_can_be_left(pulse: dict[str, str], ear: Ear, tmp_path: Path) -> None:
    page = write_page(tmp_path, "The mill", ["x" * 50_000, "It ends here."])
    with Window(pulse, tmp_path, page) as window:
        window.press("Space")
        window.press("Alt+Down")
        state = window.wait(lambda state: state["mode"] == "playing")
        assert ear.onset(state["at"] - 0.2) < 0.5
        window.press("Alt+Down")
        state = window.wait(lambda state: words(state)[-3:] == ["It", "ends", "here"])
        window.wait(lambda state: LAST in state["messages"])
        assert window.complaints() == []


def test_a_device_of_another_sample_rate_takes_over(sound_tools: None, tmp_path: Path) -> None:
    with SoundServer() as server:
        page = write_page(tmp_path, "The mill", [TEXT * 3] * 6)
        with Window(server.environment, tmp_path, page) as window:
            window.press("Space")
            window.wait(lambda state: state["mode"] == "playing")
            server.control("load-module", "module-null-sink", "sink_name=other", "rate=44100")
            begun = len(window.state()["words"])
            with Ear(server.environment, "other.monitor") as ear:
                server.control("move-sink-input", stream(server), "other")
                assert ear.onset(time.monotonic(), timeout=3) < 1
                state = window.wait(lambda state: len(state["words"]) > begun + 8)
                # As fast as ever: by the clock of the other device.
                seconds = state["words"][begun + 7][0] - state["words"][begun][0]
                assert 1 < seconds < 5
                assert ear.silence(window.press("Escape")) < 0.15
            assert window.complaints() == []


def test_a_sound_server_that_hangs_is_told_and_found_again(
    sound_tools: None, tmp_path: Path
) -> None:
    with SoundServer() as server:
        page = write_page(tmp_path, "The mill", [TEXT * 3] * 6)
        with Window(server.environment, tmp_path, page) as window:
            window.press("Space")
            window.wait(lambda state: len(state["words"]) > 3)
            server.hang(hanging=True)
            state = window.wait(lambda state: NO_DEVICE in state["messages"], 7)
            said = len(state["words"])
            window.wait(lambda state: len(state["words"]) > said + 3)
            server.hang(hanging=False)
            window.wait(lambda state: state["messages"][-1] == SOUND_GOES, 5)
            with Ear(server.environment) as ear:
                assert ear.onset(time.monotonic(), timeout=3) < 3
                # A server that is well is left alone, whatever the window is busy with.
                window.block(4_500)
                assert ear.onset(time.monotonic(), timeout=3) < 3
            assert window.state()["messages"][-1] == SOUND_GOES


def stream(server: SoundServer) -> str:
    """The number of the stream that plays."""
    return server.control("list", "short", "sink-inputs").split()[0]


def test_sounds_of_several_rates_are_heard_one_after_another(
    output: SoundOutput, ear: Ear, qtbot: QtBot
) -> None:
    begun = time.monotonic()
    for rate in (16_000, 48_000, RATE, 16_000):
        output.stream.append(resampled_tone(rate), rate)
    output.stream.append_silence(100)
    output.stream.append(resampled_tone(RATE), RATE)
    qtbot.wait_until(lambda: output.stream.heard() == pytest.approx(1_600, abs=1), timeout=6000)
    onset = begun + ear.onset(begun)
    # Not a break in what came without one, and the silence where it was put.
    moments = ear.loudness(onset, onset + 1.6)
    quiet = [moment.time - onset for moment in moments if moment.peak < 300]
    assert len(quiet) <= 24
    assert sum(1.18 < when < 1.34 for when in quiet) >= 18


def resampled_tone(rate: int) -> bytes:
    """0.3 s of a tone that is as long at every rate."""
    whole = tone(0.3 * rate / RATE)
    return whole[: round(0.3 * rate) * 2]
