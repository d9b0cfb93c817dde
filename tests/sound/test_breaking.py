"""Breaking news amid a story, heard on a null sink: nothing of the story is lost or doubled."""

from __future__ import annotations

import subprocess
import threading
import time
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import pytest

from tests.gui.window.front_page import front_page
from tests.sound.ear import LOUD, RATE, Ear
from tests.sound.pages import write_page
from tests.sound.window import Window, words
from tests.unit.source.conftest import Site, site
from tidings.library import Library, NewSource, SourceChoices
from tidings.speech import tone

__all__ = ["site"]

FERRY = "Ferry aground off Brae"
TITLE = "A boat for the bay"
SENTENCES = [
    "The new boat was carried through the town on Sunday, with a band before it.",
    "Dogs ran behind.",
    "It will cross the bay four times a day, and in winter whenever the ice allows it.",
    "Nobody has to wait any more.",
]
MESSAGE = f"Breaking news: {FERRY}"


class Recording:
    """All that a sink plays while it is open; times are on the clock of time.monotonic()."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        form = ("--format=s16le", f"--rate={RATE}", "--channels=1")
        self._process = subprocess.Popen(
            ["parec", "--device=null.monitor", *form, "--latency-msec=5", "--process-time-msec=5"],
            stdout=subprocess.PIPE,
            env=dict(environment),
        )
        self._blocks: list[bytes] = []
        self._began = 0.0
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._thread.join(5)
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._process.wait(5)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while block := self._process.stdout.read(960):
            self._began = self._began or time.monotonic()
            self._blocks.append(block)

    def samples(self, start: float, end: float) -> np.ndarray:
        """Return what was played between two times."""
        played = np.frombuffer(b"".join(self._blocks), dtype=np.int16).astype(float)
        first, last = (max(0, round((at - self._began) * RATE)) for at in (start, end))
        return played[first:last]

    def tones(self, name: str, start: float, end: float) -> list[float]:
        """Return when a tone began, each time that it was heard."""
        wanted = np.array(array("h", tone(name, RATE)), dtype=float)
        heard = self.samples(start, end)
        size = 1 << int(np.ceil(np.log2(len(heard) + len(wanted))))
        spectrum = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(wanted, size))
        likeness = np.fft.irfft(spectrum, size)[: len(heard) - len(wanted)]
        power = np.convolve(heard**2, np.ones(len(wanted)), "full")[len(wanted) - 1 :]
        scale = np.sqrt(np.maximum(power[: len(likeness)], 1.0) * (wanted**2).sum())
        likeness = likeness / scale
        found: list[float] = []
        while likeness.max() > 0.8:
            at = int(likeness.argmax())
            found.append(start + at / RATE)
            likeness[max(0, at - len(wanted)) : at + len(wanted)] = 0
        return sorted(found)

    def loud(self, start: float, end: float) -> tuple[float, float]:
        """Return when something is heard first and last between two times."""
        loud = np.flatnonzero(np.abs(self.samples(start, end)) > LOUD)
        return start + loud[0] / RATE, start + loud[-1] / RATE


@pytest.fixture
def address(site: Site, tmp_path: Path) -> str:
    """A source that is watched by the library in the test's folder; nothing breaks yet."""
    address = site.page("/front", front_page(site.address))
    library = Library.open(tmp_path / "data").library
    choices = SourceChoices(watch_breaking=True)
    library.follow(NewSource(address, "Fog", choices=choices, named_by=""))
    library.close()
    return address


@pytest.fixture
def window(pulse: dict[str, str], address: str, tmp_path: Path) -> Iterator[Window]:
    """A window on a story, that has looked at the source."""
    with Window(pulse, tmp_path, write_page(tmp_path, TITLE, [" ".join(SENTENCES)])) as opened:
        assert address
        refresh(opened)
        yield opened


def refresh(window: Window) -> None:
    before = len(window.state()["messages"])
    window.press("F5", "window")
    window.wait(lambda state: any("new stor" in each for each in state["messages"][before:]))


def times(state: dict[str, Any]) -> list[tuple[str, float, float]]:
    """What was said in its order, each with when it began and when the next thing did."""
    said = state["said"]
    ends = [at for at, _text in said[1:]]
    return [(text, at, end) for (at, text), end in zip(said, ends, strict=False) if text]


def lengths(recording: Recording, state: dict[str, Any]) -> dict[str, float]:
    """How long each was heard, in seconds, from its first sound to its last."""
    found = {}
    for text, begins, ends in times(state):
        first, last = recording.loud(begins - 0.05, ends - 0.03)
        found[text] = last - first
    return found


def read_out(window: Window) -> dict[str, Any]:
    return window.wait(lambda state: state["mode"] == "stopped" and state["said"] != [], 40)


def test_sentence_tone_headline_and_the_next_sentence(
    window: Window, pulse: dict[str, str], site: Site, ear: Ear
) -> None:
    with Recording(pulse) as recording:
        ear.silence(time.monotonic())
        window.press("Space")
        undisturbed = read_out(window)
        alone = lengths(recording, undisturbed)
        window.press("Ctrl+Home")
        begun = window.press("Space")
        window.wait(lambda state: state["said"][-1][1] == SENTENCES[0])
        site.page("/front", front_page(site.address, FERRY))
        window.press("F5", "window")
        state = read_out(window)
        time.sleep(0.3)
        state["said"] = [each for each in state["said"] if each[0] >= begun]
        said = [text for text, _begins, _ends in times(state)]
        place = said.index(FERRY)
        assert [*said[:place], *said[place + 1 :]] == [TITLE, *SENTENCES]
        assert 0 < place < len(said) - 1
        # The tone is in the pause after the sentence, and the headline follows it.
        (sounded,) = recording.tones("breaking", begun, time.monotonic() - 0.2)
        _before, begins, ends = times(state)[place - 1]
        _first, last = recording.loud(begins - 0.05, sounded - 0.01)
        assert 0 < sounded - last < 0.35
        assert abs(sounded - ends) < 0.08
        _text, _begins, next_begins = times(state)[place]
        first, last = recording.loud(sounded + 0.13, next_begins - 0.05)
        assert first - sounded < 0.5
        assert last - first > 0.8
        # Then there is a silence, so that it is not taken for the story.
        following, _ = recording.loud(next_begins - 0.05, next_begins + 1)
        assert 0.4 < following - last < 1.2
        # No sentence lost a syllable, and none was begun before.
        together = lengths(recording, state)
        for sentence in (TITLE, *SENTENCES):
            assert together[sentence] == pytest.approx(alone[sentence], abs=0.05), sentence
        lit = [word for at, word in state["words"] if at >= begun]
        expected = " ".join([TITLE, *SENTENCES]).split()
        assert [word.strip(".,") for word in lit] == [word.strip(".,") for word in expected]
        assert state["messages"].count(MESSAGE) == 1
        assert state["talked"] == []
    assert words(state)
    assert window.complaints() == []


def test_in_a_pause_it_is_a_tone_and_a_message(
    window: Window, pulse: dict[str, str], site: Site, ear: Ear
) -> None:
    with Recording(pulse) as recording:
        window.press("Space")
        window.wait(lambda state: len(words(state)) > 3)
        window.press("Ctrl+Space", "window")
        ear.silence(time.monotonic(), hold=0.4)
        quiet = time.monotonic()
        site.page("/front", front_page(site.address, FERRY))
        refresh(window)
        state = window.wait(lambda state: MESSAGE in state["messages"])
        time.sleep(0.5)
        (sounded,) = recording.tones("breaking", quiet, time.monotonic() - 0.1)
        # Nobody was asked to speak, and nobody does.
        first, last = recording.loud(quiet, time.monotonic() - 0.05)
        assert last - first < 0.15
        assert abs(first - sounded) < 0.02
        assert state["mode"] == "paused"
        assert state["talked"] == []
        # The story goes on where it was.
        window.press("Ctrl+Space", "window")
        window.wait(lambda other: len(words(other)) > len(words(state)) + 3)


def test_a_window_that_speaks_says_it(window: Window, site: Site, ear: Ear) -> None:
    window.press("F2", "window")
    window.wait(lambda state: state["talked"] != [])
    window.press("Shift", "window")
    site.page("/front", front_page(site.address, FERRY))
    window.press("F5", "window")
    state = window.wait(lambda state: MESSAGE in [text for _at, text in state["talked"]])
    assert [text for _at, text in state["talked"]].count(MESSAGE) == 1
    assert ear.onset(time.monotonic() - 0.2, timeout=2) < 2


def test_while_the_window_speaks_over_a_story_the_voice_of_the_story_says_it(
    window: Window, site: Site, ear: Ear
) -> None:
    window.press("F2", "window")
    window.wait(lambda state: state["talked"] != [])
    window.press("Shift", "window")
    window.press("Space")
    window.wait(lambda state: state["said"] != [] and state["said"][-1][1] == SENTENCES[0])
    site.page("/front", front_page(site.address, FERRY))
    window.press("F5", "window")
    state = window.wait(lambda state: FERRY in [text for _at, text in state["said"]], 20)
    state = read_out(window)
    assert MESSAGE not in [text for _at, text in state["talked"]]
    assert [text for _at, text in state["said"]].count(FERRY) == 1
    assert ear is not None
