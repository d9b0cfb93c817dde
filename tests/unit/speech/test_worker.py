"""The worker by itself: what it says on the wire, and that nothing else gets there."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tidings.speech.messages import Failed, Finished, Ready, Sound, SynthesisRequest, WordMark
from tidings.speech.process import worker_command
from tidings.speech.wire import Cancel, Message, Ping, Pong, encode, read

LONG = "The committee said that the measures would take effect at the end of the month. " * 500


class Wire:
    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            worker_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"TMPDIR": str(folder), "HOME": str(folder)},
            cwd=folder,
        )

    def ask(self, *messages: Message) -> None:
        assert self.process.stdin
        self.process.stdin.write(b"".join(map(encode, messages)))
        self.process.stdin.flush()

    def hear(self) -> Message:
        assert self.process.stdout
        message = read(self.process.stdout)
        assert message is not None
        return message


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[Wire]:
    # A module of this name in the current folder must not be taken for the library's.
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")
    wire = Wire(tmp_path)
    with wire.process:
        yield wire
        wire.process.kill()


def test_a_request_and_its_answers(wire: Wire) -> None:
    wire.ask(SynthesisRequest(7, "Hello brave world.", "en"), Ping(3))
    ready = wire.hear()
    assert isinstance(ready, Ready)
    assert not ready.restarted
    answers = []
    while not isinstance(answer := wire.hear(), Pong):
        answers.append(answer)
    assert answer == Pong(3)
    assert isinstance(answers[0], WordMark)
    assert isinstance(answers[1], Sound)
    assert answers[-1] == Finished(7)
    assert {one.request for one in answers if isinstance(one, WordMark | Sound)} == {7}


def test_a_cancelled_request_is_left_and_gets_no_end(wire: Wire) -> None:
    assert isinstance(wire.hear(), Ready)
    wire.ask(SynthesisRequest(1, LONG, "en"), SynthesisRequest(2, LONG, "en"))
    assert isinstance(wire.hear(), WordMark)
    wire.ask(Cancel(3), SynthesisRequest(3, "Next.", "en"))
    seconds = 0.0
    while not isinstance(answer := wire.hear(), Finished):
        assert not isinstance(answer, Failed)
        if isinstance(answer, Sound) and answer.request < 3:
            assert answer.request == 1
            seconds += len(answer.samples) / 2 / answer.sample_rate
    assert answer == Finished(3)
    # What was made before the cancellation was read: the pipe's 64 KiB, and some.
    assert seconds < 30 < len(LONG) / 20


def test_it_ends_when_its_input_does_even_in_the_middle(wire: Wire, tmp_path: Path) -> None:
    assert isinstance(wire.hear(), Ready)
    wire.ask(SynthesisRequest(1, LONG, "en"))
    assert isinstance(wire.hear(), WordMark)
    assert wire.process.stdin
    begun = time.monotonic()
    wire.process.stdin.close()
    assert wire.process.wait(timeout=5) == 0
    assert time.monotonic() - begun < 1
    assert [path.name for path in tmp_path.iterdir()] == ["json.py"]


def test_nonsense_ends_it(wire: Wire) -> None:
    assert wire.process.stdin
    wire.process.stdin.write(b"say hello please\n")
    wire.process.stdin.flush()
    assert wire.process.wait(timeout=15) == 1


def test_what_prints_goes_to_standard_error() -> None:
    program = (
        "import ctypes, os;"
        "from tidings.speech.worker.channel import take_standard_streams;"
        "requests, answers = take_standard_streams();"
        "print('from Python', flush=True); os.write(1, b'from C');"
        "answers.write(b'the wire')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=b"", capture_output=True, check=True
    )
    assert done.stdout == b"the wire"
    assert b"from Python" in done.stderr
    assert b"from C" in done.stderr


def test_speech_needs_no_system_library() -> None:
    program = (
        "from tidings.speech.worker.library import load_library; load_library();"
        "import pyttsx3.drivers._espeak as espeak, re;"
        "maps = open('/proc/self/maps').read();"
        "print(sorted({line.split()[-1] for line in maps.splitlines() if 'espeak' in line}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert b"espeakng_loader" in done.stdout
    assert b"/usr/lib" not in done.stdout
