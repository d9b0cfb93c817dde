"""How it is told what breaks: between two sentences, or by a tone and a message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from tidings.document import TITLE, Article, Range
from tidings.intake.headlines import Headline
from tidings.playback import Interject, Mode, Notice
from tidings.speech import Kind, Script, Utterance
from tidings.ui.breaking.notices import Notices
from tidings.ui.breaking.watch import BreakingWatch
from tidings.ui.listening import HEADLINE
from tidings.ui.messages import Messages
from tidings.ui.speaker import Speaker

TONE = "breaking"
"""The name of the tone that goes before a headline."""

SETTLES = 200
"""Milliseconds after which a story that has stopped does not go on by itself: after a
headline that was asked for it does.
"""

AFTER_TONE = 300
"""Milliseconds from a tone by itself to the message: nobody is to speak over it, nor the last
message on what the sources gave to take the headline's place.
"""

_AFTER_TONE = 150
_BEFORE_STORY = 600
"""Milliseconds of silence around a headline amid a story."""


class BreakingTelling(QObject):
    """Tells each headline once.

    While a story is read the voice that reads it says the headline, at the end of the
    sentence: so there is one voice, whoever speaks the window, and no word of the story is
    lost. Where nothing is read it is a message like others, after a tone: a screen reader or
    the voice of the window says it, and where neither speaks it is on the screen: who has
    switched no voice on is not to be spoken to. It is said once, so no other message pushes it
    away. ``listens`` is whether a screen reader does.
    """

    def __init__(
        self,
        watch: BreakingWatch,
        speaker: Speaker,
        script_of: Callable[[Article], Script],
        messages: Messages,
        notices: Notices,
        listens: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.is_in_front: Callable[[], bool] = _is_in_front
        """Whether the reader has the window before them."""
        self._watch = watch
        self._speaker = speaker
        self._script_of = script_of
        self._messages = messages
        self._notices = notices
        self._listens = listens
        self._waiting: tuple[Headline, int] | None = None
        """What is to be said at the end of a sentence, and how many wait behind it."""
        self._asleep = False
        """Whether the sleep timer has ended the listening, and nothing was done since."""
        self._settles = QTimer(self)
        self._settles.setSingleShot(True)
        self._settles.setInterval(SETTLES)
        self._settles.timeout.connect(self._say)
        watch.may_tell = lambda: not self._asleep
        watch.announced.connect(self._announce)
        watch.settled.connect(self._settled)
        speaker.interjected.connect(self._interjected)
        speaker.mode_changed.connect(self._mode_changed)
        speaker.noticed.connect(self._noticed)
        notices.missed.connect(self._missed)
        notices.shown.connect(self._shown_outside)
        self._outside: dict[Headline, str] = {}
        """What a desktop is to show, and a screen reader to say of that; with the words."""

    def wake(self) -> None:
        """Take note that the reader does something."""
        if self._asleep:
            self._asleep = False
            self._watch.look()

    def _announce(self, headline: Headline, more: int) -> None:
        self._waiting = headline, more
        self._say()

    def _say(self) -> None:
        if self._waiting is None:
            return
        headline, more = self._waiting
        said = self._utterances(headline) if self._is_reading() else ()
        if said:
            self._speaker.on(Interject(said))
            return
        self._waiting = None
        self._speaker.on(Interject(()))
        if self._asleep or self._is_reading():
            # Nobody is to be woken; and of signs alone a voice makes nothing.
            self._messages.note(_words(headline, more))
            return
        self._speaker.sound_tone(TONE)
        QTimer.singleShot(AFTER_TONE, self, lambda: self._tell(headline, more))

    def _tell(self, headline: Headline, more: int) -> None:
        if self._is_reading():
            # Begun since the tone.
            self._announce(headline, more)
            return
        words = _words(headline, more)
        if self.is_in_front():
            self._messages.warn(words)
        elif self._listens():
            # It reads what the desktop shows: told here as well, it would say it twice.
            self._outside[headline] = words
            self._notices.show(headline)
        else:
            self._messages.warn(words)
            self._notices.show(headline)

    def _interjected(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        headline, more = waiting
        self._watch.began(headline)
        self._messages.note(_words(headline, more))
        # A screen reader would read it over the voice that says it.
        if not self.is_in_front() and not self._listens():
            self._notices.show(headline)

    def _settled(self, headline: Headline) -> None:
        """Leave out what the reader has dealt with."""
        self._notices.withdraw(headline)
        if self._waiting is not None and self._waiting[0].words == headline.words:
            self._waiting = None
            self._speaker.on(Interject(()))

    def _shown_outside(self, headline: Headline) -> None:
        words = self._outside.pop(headline, "")
        if words:
            self._messages.note(words)

    def _missed(self, headline: Headline) -> None:
        words = self._outside.pop(headline, "")
        if words:
            self._messages.warn(words)

    def _mode_changed(self, mode: Mode) -> None:
        if mode in (Mode.STARTING, Mode.PLAYING):
            self.wake()
        elif self._waiting is not None:
            self._settles.start()

    def _noticed(self, notice: Notice) -> None:
        if notice is Notice.FELL_ASLEEP:
            self._asleep = True

    def _is_reading(self) -> bool:
        return self._speaker.mode in (Mode.STARTING, Mode.PLAYING)

    def _utterances(self, headline: Headline) -> tuple[Utterance, ...]:
        script = self._script_of(Article(HEADLINE, headline.text, (), language=headline.language))
        said: list[Utterance] = []
        cue = script.first()
        while cue is not None:
            said.append(script.utterance(cue))
            cue = script.after(cue)
        if not said:
            return ()
        tone = Utterance(
            headline.text,
            said[0].language,
            Range(HEADLINE, TITLE, 0, 0),
            kind=Kind.TONE,
            tone=TONE,
            pause_after=_AFTER_TONE,
        )
        pause = max(said[-1].pause_after, _BEFORE_STORY)
        return (tone, *said[:-1], replace(said[-1], pause_after=pause))


def _words(headline: Headline, more: int) -> str:
    words = _("Breaking news: {headline}").format(headline=headline.text)
    if more:
        others = ngettext("And {n} more.", "And {n} more.", more)
        words = _("{text}. {more}").format(text=words.rstrip("."), more=others.format(n=more))
    return words


def _is_in_front() -> bool:
    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
