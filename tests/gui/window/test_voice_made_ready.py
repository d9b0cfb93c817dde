"""The voice is made ready while nothing is said, so that Play finds it."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

import pytest

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import wait_until
from tidings.playback import Revoice
from tidings.speech import SpeechEngines, SynthesisRequest


def test_the_voice_is_made_ready_once_it_is_chosen_and_once_it_is_known(
    opening: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A natural voice takes a second to load, and is known only after the story is shown."""
    prepared: list[SynthesisRequest] = []
    monkeypatch.setattr(SpeechEngines, "prepare", lambda _self, request: prepared.append(request))
    speaker = opening(str(SAMPLES / "harbour-watch.html")).reader.speaker
    wait_until(lambda: bool(speaker.voices and prepared))
    speaker.on(Revoice(replace(speaker.voicing, voices={"en": "piper:somebody"})))
    wait_until(lambda: prepared[-1].voice == "piper:somebody")
    prepared.clear()
    assert speaker.worker_pid is not None
    os.kill(speaker.worker_pid, signal.SIGKILL)
    wait_until(lambda: bool(prepared))
