"""What a recording leaves where the voice or the disk fails."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.processes import children
from tidings.document import Article, Paragraph, Span
from tidings.playback import ScriptList, Voicing
from tidings.playback.recording import RecordingError, record
from tidings.speech import ArticleScript, Utterance, load_announcements

TEXT = tuple(f"Parcel number {number} was carried over the hill." for number in range(4))


def script(*texts: str) -> ArticleScript:
    blocks = tuple(Paragraph((Span(text),)) for text in texts)
    return ArticleScript(Article("a", "", blocks, language="en"), load_announcements())


def seconds(file: Path) -> float:
    with wave.open(str(file)) as sound:
        return float(sound.getnframes() / sound.getframerate())


def kill_worker_at(text: str) -> Callable[[Utterance], None]:
    before = set(children(os.getpid()))

    def told(utterance: Utterance) -> None:
        if utterance.text == text:
            (worker,) = set(children(os.getpid())) - before
            os.kill(worker, signal.SIGKILL)

    return told


def test_a_killed_worker_costs_nothing(tmp_path: Path) -> None:
    whole, saved = tmp_path / "whole.wav", tmp_path / "saved.wav"
    queue, voicing = ScriptList((script(*TEXT),)), Voicing()
    record(queue, "a", voicing, whole, lambda _: None)
    restarts: list[int] = []
    record(queue, "a", voicing, saved, kill_worker_at(TEXT[2]), lambda: restarts.append(1))
    assert restarts == [1]
    assert seconds(saved) == pytest.approx(seconds(whole), abs=0.1)


def test_a_voice_that_stops_for_good_leaves_the_old_recording(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "old.wav"
    file.write_bytes(b"old")
    monkeypatch.setattr(
        "tidings.speech.engines.worker_command",
        lambda _engine: (sys.executable, "-c", "raise SystemExit(3)"),
    )
    with pytest.raises(RecordingError, match="stopped working"):
        record(ScriptList((script(*TEXT),)), "a", Voicing(), file, lambda _: None)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_story_without_words_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="nothing to read"):
        record(ScriptList((script(),)), "a", Voicing(), tmp_path / "a.wav", lambda _: None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["a file", "/dev/full"])
def test_a_full_disk_is_told_in_plain_words(tmp_path: Path, target: str) -> None:
    page, old = tmp_path / "page.html", tmp_path / "old.wav"
    body = "".join(f"<p>{text}</p>" for text in TEXT * 20)
    page.write_text(f'<html lang="en"><body>{body}</body></html>', encoding="utf-8")
    old.write_bytes(b"old")
    output = str(old) if target == "a file" else target
    command = [sys.executable, "-m", "tidings", "speak", str(page), "--output", output]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        # In place of a small disk: the same error but for its number.
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (300_000, 300_000))
        _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert told == f"tidings: There is no room for the recording: {output} was not written.\n"
    assert old.read_bytes() == b"old"
    assert set(tmp_path.iterdir()) == {page, old}
