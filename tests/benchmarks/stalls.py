"""For how long the window does not answer at the longest, one thing after another done in it.

Run by ``python -m tests.benchmarks.stalls``; ``--runs 5`` is quicker. The window is the real
one, without a screen, in this process. Work is the processor time of its thread in the same
stretch: what is left of a stall where nothing else is at work on the machine.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tests.benchmarks.figures import Cell, Figures, table
from tests.benchmarks.stories import story, write_page
from tests.sound.window_process import BEAT
from tidings.resources import resource_folder
from tidings.speech import ScriptMaker, load_announcements
from tidings.ui.application import collect_what_is_new, make_window_application
from tidings.ui.reader import Folders, Reader

SHORT, LONG = 200, 300_000
"""Characters of a story."""
SIDE_BY_SIDE, SIDE = 12, 20_000
"""Stories of a page with several, and characters of each."""
SETTLING = 1500
"""Milliseconds for which each thing is watched."""


class Watch:
    """Beats, and notes for how long it could not."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)
        self._last = time.perf_counter(), time.thread_time()
        self.longest = self.work = 0.0

    def during(self, do: Callable[[], object], milliseconds: int = SETTLING) -> tuple[float, float]:
        """Do something; return its longest stall, and the most work in one, in milliseconds."""
        self._beat()
        self.longest = self.work = 0.0
        QTimer.singleShot(BEAT, do)
        settle(milliseconds)
        self._beat()
        return self.longest, self.work

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        before, worked_before = self._last
        self._last = now, worked
        self.longest = max(self.longest, (now - before) * 1000 - BEAT)
        self.work = max(self.work, (worked - worked_before) * 1000)


def settle(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def write_stories(folder: Path) -> Path:
    """Write a page with several stories and a link to more of them; return where."""
    paragraphs = "".join(f"<p>{text}</p>" for text in story(SIDE).splitlines())
    for name, following in (("one", "two"), ("two", "")):
        articles = "".join(
            f"<article><h2><a href='{name}-{n}.html'>Lane {name} {n}</a></h2>{paragraphs}</article>"
            for n in range(SIDE_BY_SIDE)
        )
        more = f'<a class="btn link-showMore" href="{following}.html">Load more</a>'
        (folder / f"{name}.html").write_text(
            f'<!doctype html><html lang="en"><head><title>Lanes</title></head>'
            f"<body><main>{articles}{more if following else ''}</main></body></html>",
            encoding="utf-8",
        )
    return folder / "one.html"


@contextmanager
def reading(folder: Path) -> Iterator[Reader]:
    """Open the window, and close it."""
    scripts = ScriptMaker(load_announcements())
    folders = Folders(resource_folder(), folder / "data", folder / "config", folder / "cache")
    reader = Reader(folders, scripts)
    page = str(write_page(folder, SHORT))
    reader.show()
    reader.begin((page,), page)
    settle(2 * SETTLING)
    collect_what_is_new()
    try:
        yield reader
    finally:
        reader.close()


def deeds(reader: Reader, folder: Path) -> list[tuple[str, Callable[[], object]]]:
    """Return what is done in one run, in its order."""
    run, desk = reader.commands.run, reader.desk
    short, long = (str(write_page(folder, size)) for size in (SHORT, LONG))
    several = str(write_stories(folder))
    voices = [voice.id for voice in reader.speaker.voices if voice.language.startswith("en")]

    def dress(*, dark: bool) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(QPalette(QColor("#202020" if dark else "#f0f0f0")))

    return [
        (f"a story of {LONG:,} characters is opened", lambda: desk.open(long)),
        ("its text becomes larger", lambda: run("larger-text")),
        ("its text becomes smaller", lambda: run("smaller-text")),
        ("it is played", lambda: run("play-pause")),
        ("the next paragraph is heard", lambda: run("hear-next-paragraph")),
        ("another voice speaks", lambda: reader.manner.choose_voice("en", voices[-1])),
        ("the first voice speaks again", lambda: reader.manner.choose_voice("en", voices[0])),
        ("it falls silent", lambda: run("stop")),
        ("the colours become dark", lambda: dress(dark=True)),
        ("the colours become light", lambda: dress(dark=False)),
        (f"a page of {SIDE_BY_SIDE} stories is opened", lambda: desk.open(several)),
        ("the next story is shown", lambda: run("next-article")),
        ("more stories are loaded", lambda: run("load-more")),
        ("all stories are listed", lambda: desk.show_shelf("all")),
        ("a short story is opened", lambda: desk.open(short)),
        ("its text becomes larger", lambda: run("larger-text")),
        ("its text becomes smaller", lambda: run("smaller-text")),
    ]


def measure(reader: Reader, folder: Path, runs: int) -> Sequence[tuple[str, Sequence[Cell]]]:
    """Return a row for everything that is done: the stall, and the work in it."""
    watch = Watch()
    done = deeds(reader, folder)
    met = [[watch.during(do) for _, do in done] for _ in range(runs)]
    each = zip(*met, strict=True)
    return [
        (name, [Figures(tuple(part)) for part in zip(*values, strict=True)])
        for (name, _), values in zip(done, each, strict=True)
    ]


def main() -> int:
    """Measure and print."""
    wish = argparse.ArgumentParser(description=__doc__)
    wish.add_argument("--runs", type=int, default=12, help="of each (12)")
    runs = wish.parse_args().runs
    app = make_window_application(resource_folder() / "icons" / "tidings.svg")
    with tempfile.TemporaryDirectory(prefix="stalls-") as name, reading(Path(name)) as reader:
        rows = measure(reader, Path(name), runs)
    sys.stdout.write(f"{table(['longest stall', 'work'], rows)}\n")
    app.quit()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
