"""The voice of the window: the reader's own voice, at a speed of its own, and never beside
the one that reads a story.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from tidings.document import Article, Paragraph, Position, Range, Span
from tidings.playback import Notice, Play, Revoice, ScriptList, Stop, Voicing
from tidings.speech import Script, Speller
from tidings.ui.speaker import Speaker
from tidings.ui.talking.seen import Words

TALK = "talk"
"""Stands for the id of what is said: it is no story."""

USUAL_TALK_RATE = 230
"""Words a minute: short, known words are understood at a higher speed than a story is."""

_log = logging.getLogger("tidings.talking")

LEAST_VOLUME = 0.3
"""However soft stories are read: who turned them down is to hear how to turn them up."""

_ENDS = ".!?…:;,。؟"


class InterfaceVoice(QObject):
    """Says words one after another; a story that is being read is silent meanwhile.

    ``said`` carries each text as it begins to be said. Its worker and its stream are made
    when there is something to say for the first time.
    """

    said = Signal(str)
    lost = Signal()
    """It stopped working for good; it is tried again when there is something more to say."""

    def __init__(
        self,
        story: Speaker,
        open_speaker: Callable[[QObject], Speaker],
        script_of: Callable[[Article], Script],
        speller: Speller,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        """``language`` is the one of the window's words."""
        super().__init__(parent)
        self._story = story
        self._open_speaker = open_speaker
        self._script_of = script_of
        self._speller = speller
        self._language = language
        self._rate = USUAL_TALK_RATE
        self._speaker: Speaker | None = None
        self._waiting: deque[Words] = deque()
        self._speaks = False
        self._round = 0
        """Which one of all that was said is under way; what was cut short is not gone on with."""
        story.revoiced.connect(self._revoice)

    @property
    def speaks(self) -> bool:
        """Whether something is being said, or about to be."""
        return self._speaks

    @property
    def worker_pid(self) -> int | None:
        """The process id of its worker, if one runs."""
        return self._speaker.worker_pid if self._speaker else None

    @property
    def voicing(self) -> Voicing | None:
        """How it speaks; None before it has spoken."""
        return self._speaker.voicing if self._speaker else None

    @property
    def rate(self) -> int:
        """Words a minute."""
        return self._rate

    def set_rate(self, words_a_minute: int) -> None:
        """Speak at another rate from the word that is being said."""
        self._rate = words_a_minute
        self._revoice(self._story.voicing)

    def say(self, words: Words) -> None:
        """Say words after what is being said."""
        if any(said.text.strip() for said in words):
            self._waiting.append(words)
            if not self._speaks:
                self._next()

    def interrupt(self) -> None:
        """Fall silent, and drop what was still to be said."""
        self._waiting.clear()
        if self._speaks and self._speaker is not None:
            self._round += 1
            self._speaker.on(Stop())
        self._rest()

    def close(self) -> None:
        """End the worker."""
        self._waiting.clear()
        if self._speaker is not None:
            self._speaker.close()

    def _next(self) -> None:
        if not self._waiting:
            self._rest()
            return
        words = self._waiting.popleft()
        speaker = self._speaker or self._start()
        self._speaks = True
        self._round += 1
        # Before all else: there are never two voices.
        self._story.hush()
        article = Article(TALK, "", (Paragraph(self._spans(words)),), language=self._language)
        text = " ".join(said.text for said in words)
        _log.info("says: %s", text)
        self.said.emit(text)
        speaker.replace_queue(ScriptList((self._script_of(article),)))
        speaker.on(Play(Position(TALK, 0)))

    def _rest(self) -> None:
        if self._speaks:
            self._speaks = False
            self._story.go_on()

    def _start(self) -> Speaker:
        speaker = self._speaker = self._open_speaker(self)
        speaker.noticed.connect(self._noticed)
        self._revoice(self._story.voicing)
        speaker.start()
        return speaker

    def _noticed(self, notice: Notice) -> None:
        over = (Notice.END_OF_QUEUE, Notice.NOTHING_TO_SAY, Notice.SPEECH_LOST)
        if notice not in over:
            return
        if notice is Notice.SPEECH_LOST:
            self._waiting.clear()
            self.lost.emit()
        # Not before the session has done what it is about.
        under_way = self._round
        QTimer.singleShot(0, self, lambda: self._over(under_way))

    def _over(self, under_way: int) -> None:
        if under_way == self._round:
            self._next()

    def _revoice(self, voicing: Voicing) -> None:
        if self._speaker is not None:
            volume = max(voicing.volume, LEAST_VOLUME)
            self._speaker.on(Revoice(replace(voicing, rate=self._rate, volume=volume)))

    def _spans(self, words: Words) -> tuple[Span, ...]:
        spans = []
        for said in words:
            text, language = said.text.strip(), said.language or self._language
            if len(text) == 1:
                # A sign by itself is left out by voices, and a capital sounds like any letter.
                place = Range(TALK, 0, 0, 1)
                letters = self._speller.spell(text, language, place)
                spans += [Span(f"{each.text} ", each.language) for each in letters]
            elif text:
                end = " " if text[-1] in _ENDS else ", "
                spans.append(Span(text + end, language))
        return tuple(spans)
