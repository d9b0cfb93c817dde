"""A natural voice whose files are gone, cut short or garbage: told once, and used when whole."""

from __future__ import annotations

import os
import queue
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.speech.laid_voice import ANNA, WAYS, LaidVoice
from tests.unit.speech.speaking import PATIENCE, Speaker
from tidings.speech import (
    Finished,
    Lost,
    Ready,
    Replaced,
    SpeechEngines,
    SpeechEvent,
    Trouble,
)
from tidings.speech.client import DEATHS
from tidings.speech.engines import ESPEAK
from tidings.speech.natural import ENGINE
from tidings.speech.voice_files import examine

CLOSED = "The mill, by the river, is closed."
OPEN = "The mill, at last, is open."
OPEN_STILL = "The mill, by the river, is open still."
NOTHING = bytes(2 * 1_000)
"""45 ms of samples that are nothing at all."""


class Listening(Speaker):
    """Asks all engines, and keeps what is told of voices."""

    def __init__(self) -> None:
        self.replaced: queue.SimpleQueue[Replaced] = queue.SimpleQueue()
        self.lost: list[Lost] = []
        super().__init__(self._open)

    def _open(self, listener: Callable[[SpeechEvent], None]) -> SpeechEngines:
        def listen(event: SpeechEvent) -> None:
            if isinstance(event, Lost):
                self.lost.append(event)
            listener(event)

        return SpeechEngines(listen, replaced=self.replaced.put)

    def pid_of(self, engine: str) -> int | None:
        assert isinstance(self.client, SpeechEngines)
        return self.client.pid_of(engine)

    def begin(self, text: str) -> bool:
        """Begin anew with a text; tell whether the natural voice says it."""
        self.client.cancel_below(next(self.ids) + 1)
        told = self.say(text, voice=ANNA)
        assert isinstance(told.end, Finished)
        assert len(told.words) == len(text.split())
        # Where eSpeak pauses there is nothing at all; where Piper does, it breathes.
        return NOTHING not in told.samples.tobytes()


@pytest.mark.parametrize("how", WAYS)
def test_a_voice_spoilt_before_it_is_used_is_told_once_and_used_when_whole(
    voice: LaidVoice, how: str
) -> None:
    with Listening().up() as speaker:
        voice.spoil(how)
        assert not speaker.begin(CLOSED)
        told = speaker.replaced.get(timeout=1)
        gone = how == "gone"
        assert told == Replaced(
            ANNA,
            Trouble.MISSING if gone else Trouble.BROKEN,
            "" if gone else str(voice.model),
        )
        assert not speaker.begin(CLOSED)
        voice.put()
        assert speaker.begin(OPEN)
        assert speaker.replaced.empty()
        # Once it has spoken it can be told of again; what is loaded speaks on.
        voice.spoil("gone")
        assert speaker.begin(OPEN_STILL)


@pytest.mark.parametrize("how", ["gone", "spoilt description"])
def test_a_voice_spoilt_before_the_start_is_told_of_and_offered_when_whole(
    voice: LaidVoice, how: str
) -> None:
    voice.spoil(how)
    with Listening().up() as speaker:
        assert not speaker.begin(CLOSED)
        gone = how == "gone"
        told = speaker.replaced.get(timeout=1)
        assert told.trouble is (Trouble.MISSING if gone else Trouble.BROKEN)
        voice.put()
        assert speaker.begin(OPEN)
        assert speaker.pid_of(ENGINE)


def test_a_voice_of_before_the_start_speaks_from_the_first_word(voice: LaidVoice) -> None:
    """What is asked for before anybody has looked at the folders waits for that."""
    speaker = Listening()
    try:
        speaker.client.start()
        assert speaker.begin(OPEN)
        assert speaker.replaced.empty()
    finally:
        speaker.client.close()


def test_espeak_that_dies_while_another_voice_reads_is_not_missed(voice: LaidVoice) -> None:
    with Listening().up() as speaker:
        assert speaker.begin(OPEN)
        for _ in range(DEATHS):
            worker = wait_for_espeak(speaker)
            os.kill(worker, signal.SIGKILL)
            wait(lambda: speaker.pid_of(ESPEAK) != worker)  # noqa: B023
        assert speaker.begin(CLOSED)
        told = speaker.say("And eSpeak speaks.")
        assert isinstance(told.end, Finished)
        assert speaker.lost == []
        # Now it is eSpeak that speaks.
        os.kill(wait_for_espeak(speaker), signal.SIGKILL)
        speaker.hear(Lost)
        assert speaker.hear(Ready)[1].restarted


def wait(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def wait_for_espeak(speaker: Listening) -> int:
    wait(lambda: speaker.pid_of(ESPEAK) is not None)
    worker = speaker.pid_of(ESPEAK)
    assert worker is not None
    return worker


def test_a_voice_of_another_system_is_told_of() -> None:
    with Listening().up() as speaker:
        told = speaker.say("The mill.", voice="system:com.apple.ada")
        assert isinstance(told.end, Finished)
        speaker.say("The mill.", voice="system:com.apple.ada")
        assert speaker.replaced.get(timeout=1).trouble is Trouble.MISSING
        assert speaker.replaced.empty()


def test_the_files_of_a_voice(tmp_path: Path) -> None:
    places = (tmp_path, tmp_path / "nowhere")
    gone = examine(ANNA, places, can_speak=True)
    assert (gone.trouble, gone.file) == (Trouble.MISSING, "")
    model = tmp_path / "deeper" / "en_US-anna-medium.onnx"
    model.parent.mkdir()
    model.write_bytes(b"1")
    alone = examine(ANNA, places, can_speak=True)
    assert (alone.trouble, alone.file) == (Trouble.BROKEN, str(model))
    Path(f"{model}.json").write_bytes(b"{}")
    both = examine(ANNA, places, can_speak=True)
    assert len({gone.stamp, alone.stamp, both.stamp}) == 3
    assert both == examine(ANNA, places, can_speak=True)
    assert examine(ANNA, places, can_speak=False).trouble is Trouble.NOT_INSTALLED
