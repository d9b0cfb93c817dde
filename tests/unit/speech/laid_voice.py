"""A natural voice in a folder of the test's own, that can be taken away, spoilt and put back."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.unit.speech.natural_voice import JOE, need_joe
from tidings.speech.natural import find, folders

ANNA = "piper:en_US-anna-medium"


class LaidVoice:
    """Joe under another name, in a folder to be named in ``TIDINGS_VOICES``."""

    def __init__(self, folder: Path) -> None:
        need_joe()
        self._joe = next(one.model for one in find(folders(os.environ)) if one.voice.id == JOE)
        self.folder = folder
        self.model = folder / "en_US-anna-medium.onnx"
        self.description = Path(f"{self.model}.json")

    def put(self) -> None:
        """Lay all of it there, whole."""
        self.folder.mkdir(exist_ok=True)
        self.take()
        self.model.symlink_to(self._joe)
        told = json.loads(Path(f"{self._joe}.json").read_text("utf-8"))
        self.description.write_text(json.dumps({**told, "dataset": "anna"}), encoding="utf-8")

    def take(self) -> None:
        """Take all of it away."""
        self.model.unlink(missing_ok=True)
        self.description.unlink(missing_ok=True)

    def spoil(self, how: str) -> None:
        """Take a part away or spoil it: see :data:`WAYS`."""
        if how == "gone":
            self.take()
        elif how == "no description":
            self.description.unlink()
        elif how == "spoilt description":
            self.description.unlink()
            self.description.write_text("{", encoding="utf-8")
        elif how == "cut short":
            whole = self.model.read_bytes()
            self.model.unlink()
            self.model.write_bytes(whole[: len(whole) // 2])
        else:
            assert how == "garbage"
            self.model.unlink()
            self.model.write_bytes(bytes(range(256)) * 400)


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LaidVoice:
    """Anna, whole, where Tidings looks for voices."""
    laid = LaidVoice(tmp_path / "laid")
    laid.put()
    monkeypatch.setenv("TIDINGS_VOICES", str(laid.folder))
    return laid


WAYS = ("gone", "no description", "spoilt description", "cut short", "garbage")
