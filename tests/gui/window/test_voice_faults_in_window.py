"""A natural voice that is gone, spoilt or killed while the window reads with it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.gui.window.conftest import Open
from tests.gui.window.steps import Opened, wait_until
from tests.processes import speech_workers
from tests.unit.speech.laid_voice import ANNA, WAYS, LaidVoice
from tidings.document import Range
from tidings.playback import Mode
from tidings.speech.natural import ENGINE

TEXT = "On Monday the old mill by the river was opened to all who came, and nobody paid. "
LOADING = 60_000
"""Milliseconds that a natural voice may take to be loaded on a machine that has much to do."""


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "mill.html"
    body = f"<p>{TEXT * 2}</p>" * 4
    file.write_text(
        f'<html lang="en"><body><article><h1>The mill</h1>{body}</article></body></html>',
        encoding="utf-8",
    )
    return str(file)


class Reading:
    """Hears a window read, word by word."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.speaker = opened.reader.speaker
        self.words: list[Range] = []
        self.speaker.lit.connect(self._lit)

    def _lit(self, _sentence: Range | None, word: Range | None) -> None:
        if word is not None and self.words[-1:] != [word]:
            self.words.append(word)

    def play(self) -> None:
        """Press Play, and wait for some words."""
        self.opened.press("Space", on=self.opened.window.view)
        self.hear_more(3)

    def stop(self) -> None:
        self.opened.press("Esc", on=self.opened.window.view)
        wait_until(lambda: self.speaker.mode is Mode.STOPPED)

    def hear_more(self, count: int) -> None:
        """Wait for so many more words."""
        until = len(self.words) + count
        wait_until(lambda: len(self.words) >= until, "it does not read on", LOADING)

    def text_of(self, word: Range) -> str:
        article = self.opened.reader.stories.article(word.article)
        assert article is not None
        return article.part_text(word.block)[word.start : word.end]

    @property
    def natural(self) -> int | None:
        """The process of the natural voice."""
        running = speech_workers(os.getpid()).items()
        return next((worker for worker, engine in running if engine == ENGINE), None)

    def troubles(self) -> list[str]:
        return [told for told in self.opened.told if "eSpeak reads" in told]


def in_order(words: list[Range]) -> bool:
    """Tell whether every word was lit in its turn, without one said again."""
    places = [(word.block, word.start) for word in words]
    return places == sorted(set(places))


def pick(opened: Opened) -> None:
    wait_until(lambda: any(one.id == ANNA for one in opened.reader.speaker.voices))
    opened.reader.manner.choose_voice("en", ANNA)


@pytest.mark.parametrize("how", WAYS)
def test_a_spoilt_voice_is_told_once_and_speaks_again_when_it_is_whole(
    opening: Open, voice: LaidVoice, page: str, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    opened = opening(page)
    reading = Reading(opened)
    wait_until(lambda: bool(reading.speaker.voices))
    voice.spoil(how)
    opened.reader.manner.choose_voice("en", ANNA)
    reading.play()
    told = reading.troubles()[-1]
    assert "Anna" in told
    assert "eSpeak reads in its place." in told
    assert "or choose another voice." in told
    assert (str(voice.model) in told) is (how != "gone")
    reading.stop()
    reading.play()
    assert len(reading.troubles()) == 1
    assert "Traceback" not in caplog.text
    reading.stop()
    voice.put()
    reading.play()
    assert reading.natural
    worker = reading.natural
    reading.hear_more(3)
    assert len(reading.troubles()) == 1
    assert reading.natural == worker
    assert in_order(reading.words[-6:])


def test_a_voice_that_went_while_tidings_was_closed_is_told(
    opening: Open, voice: LaidVoice, page: str
) -> None:
    first = opening(page)
    pick(first)
    first.end()
    voice.take()
    again = opening(page)
    wait_until(lambda: again.reader.speaker.voicing.voices.get("en") == ANNA)
    reading = Reading(again)
    reading.play()
    again.wait_for_message("The voice Anna is not there any more; eSpeak reads in its place.")
    voice.put()
    reading.stop()
    reading.play()
    assert reading.natural
    # It can be chosen again, too.
    assert any(one.id == ANNA for one in reading.speaker.voices)
    assert again.window.player.voice.currentData() == ANNA


@pytest.fixture
def reading(opening: Open, voice: LaidVoice, page: str) -> Reading:
    """A window that will read with the natural voice."""
    opened = opening(page)
    pick(opened)
    return Reading(opened)


STOPPED = "The voice Anna stopped working; eSpeak reads until it is back."


def test_a_natural_voice_that_is_killed_while_it_is_awaited_is_named(
    reading: Reading,
) -> None:
    opened = reading.opened
    opened.press("Space", on=opened.window.view)
    wait_until(lambda: reading.natural is not None)
    assert reading.speaker.mode is Mode.STARTING
    worker = reading.natural
    assert worker is not None
    os.kill(worker, signal.SIGKILL)
    opened.wait_for_message(STOPPED)
    check_it_reads_on(reading, worker)


def test_a_natural_voice_that_hangs_is_named_and_no_word_is_lost(
    reading: Reading,
) -> None:
    opened = reading.opened
    reading.play()
    worker = reading.natural
    assert worker is not None
    os.kill(worker, signal.SIGSTOP)
    opened.wait_for_message(STOPPED)
    check_it_reads_on(reading, worker)


def check_it_reads_on(reading: Reading, lost: int) -> None:
    """From the first word of all, in their order, with nothing else told."""
    assert not any("started again" in told for told in reading.opened.told)
    reading.hear_more(12)
    assert in_order(reading.words)
    text = " ".join(reading.text_of(word) for word in reading.words)
    assert f"The mill {TEXT * 8}".replace(",", "").replace(".", "").startswith(text)
    wait_until(lambda: reading.natural not in (None, lost), "it does not come back")
    assert len(reading.troubles()) == 1


def test_a_natural_voice_that_is_killed_and_owes_nothing_is_not_missed(
    reading: Reading,
) -> None:
    reading.play()
    worker = reading.natural
    assert worker is not None
    os.kill(worker, signal.SIGKILL)
    wait_until(lambda: reading.natural not in (None, worker))
    reading.hear_more(30)
    assert in_order(reading.words)
