"""A story of many hours, spoken as fast as it can be: what is kept ahead, and the memory.

Run as ``python -m tests.benchmarks.hours HOURS [VOICE]``; prints one line of JSON. Speaker,
session, client and worker are the real ones. Only the sound device is not: what is handed to it
counts as heard at the next look at the clock, so that hours pass in minutes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from tests.benchmarks.figures import Figures
from tests.benchmarks.memory import resident, resident_workers

_WORDS_A_MINUTE = 175
_SETTLED = 600_000.0
"""Milliseconds of sound after which nothing is loaded any more that is needed once."""


@dataclass(frozen=True, slots=True)
class HoursFigures:
    """Memory in MB at the beginning and at the end, and what was ahead of the ear at most.

    ``worker`` is all speech workers together: beside a natural voice's runs eSpeak's.
    """

    hours: float
    window: tuple[float, float]
    worker: tuple[float, float]
    ahead: Figures


def measure_hours(hours: float, voice: str = "") -> HoursFigures:
    """Speak a story of about so many hours with a voice, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.hours", str(hours), voice]
    told = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    (window, worker), (window_after, worker_after) = told["begin"], told["end"]
    ahead = Figures((told["ahead"] / 1000,), "s")
    return HoursFigures(
        told["heard"] / 3_600_000, (window, window_after), (worker, worker_after), ahead
    )


def main(hours: float, voice: str) -> int:
    """Speak for so long, and print what was seen."""
    from PySide6.QtCore import QCoreApplication

    from tests.benchmarks.stories import story
    from tidings.document import TITLE, Article, Paragraph, Position, Span
    from tidings.playback import Mode, Play, ScriptList, Voicing
    from tidings.speech import ArticleScript, load_announcements
    from tidings.ui.speaker import Speaker

    app = QCoreApplication([])
    # Six characters a word are enough: the words of the story are shorter.
    lines = story(round(hours * 60 * _WORDS_A_MINUTE * 6)).splitlines()
    # What was said once may be kept: here nothing is said twice.
    text = [
        line.replace("Nora", f"Nora {number}").replace("Nine", f"{number}")
        for number, line in enumerate(lines)
    ]
    article = Article(
        "long", "A long story", tuple(Paragraph((Span(line),)) for line in text), language="en"
    )
    sound = FastSound(hours * 3_600_000)
    queue = ScriptList((ArticleScript(article, load_announcements()),))
    voicing = Voicing(rate=_WORDS_A_MINUTE, voices={"en": voice} if voice else {})
    speaker = Speaker(queue, voicing, lambda: sound)  # type: ignore[arg-type, return-value]
    memory: list[tuple[float, float]] = []

    def look() -> None:
        if not memory and sound.total >= _SETTLED:
            memory.append(_memory())
        if sound.is_over():
            memory.append(_memory())
            app.quit()

    sound.looked = look
    speaker.voices_known.connect(lambda _voices: speaker.on(Play(Position("long", TITLE))))
    speaker.mode_changed.connect(lambda mode: app.quit() if mode is Mode.STOPPED else None)
    speaker.start()
    app.exec()
    speaker.close()
    told = {"heard": sound.total, "ahead": sound.ahead, "begin": memory[0], "end": memory[-1]}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


class FastSound:
    """Stands for device and stream: what was appended has been heard when it is asked."""

    device = "none"

    def __init__(self, enough: float) -> None:
        from PySide6.QtCore import QObject, Signal

        class Signals(QObject):
            lost = Signal(str)
            found = Signal(str)

        signals = Signals()
        self._signals = signals
        self.device_lost, self.device_found = signals.lost, signals.found
        self.stream = self
        self.looked: Callable[[], None] = lambda: None
        self.total = 0.0
        self.ahead = 0.0
        self._heard = 0.0
        self._enough = enough

    def is_over(self) -> bool:
        return self.total >= self._enough

    def append(self, samples: bytes, sample_rate: int) -> None:
        self.append_silence(len(samples) / 2 / sample_rate * 1000)

    def append_silence(self, milliseconds: float) -> None:
        self.total += milliseconds
        self.ahead = max(self.ahead, self.total - self._heard)

    def heard(self) -> float:
        self._heard = self.total
        self.looked()
        return self._heard

    def clear(self) -> None: ...

    def hold(self) -> None: ...

    def release(self) -> None: ...

    def close(self) -> None: ...

    def setParent(self, _parent: object) -> None: ...  # noqa: N802


def _memory() -> tuple[float, float]:
    from os import getpid

    return resident(getpid()), resident_workers(getpid())


if __name__ == "__main__":
    raise SystemExit(main(float(sys.argv[1]), "".join(sys.argv[2:])))
