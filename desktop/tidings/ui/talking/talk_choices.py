"""Whether the window is spoken, by whom, and how fast: the reader's choices, kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from gettext import gettext as _

from PySide6.QtCore import QObject, Signal

from tidings.ui.keeping import Keeping
from tidings.ui.messages import Messages
from tidings.ui.screen_reader import ScreenReaderWatch
from tidings.ui.talking.interface_voice import USUAL_TALK_RATE, InterfaceVoice
from tidings.ui.talking.seen import Said
from tidings.ui.talking.who_speaks import Choice, Speakers, who_speaks

TALKS, TALK_RATE, WHO = "talk", "talk-rate", "talk-who"
"""Names under which the choices are kept."""

SLOWEST, FASTEST, STEP = 80, 800, 10
"""Words a minute."""

AGAIN = 15.0
"""Seconds in which a second press of the key insists on the first: the sentence that asks for
it takes some six to hear.
"""


class TalkChoices(QObject):
    """Holds the choices and tells of them; ``changed`` is emitted when another one speaks."""

    changed = Signal()

    def __init__(
        self,
        voice: InterfaceVoice,
        messages: Messages,
        watch: ScreenReaderWatch,
        keeping: Keeping,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._messages = messages
        self._watch = watch
        self._keeping = keeping
        self._wanted = False
        self._is_lost = False
        """Whether its voice stopped working, and nothing was pressed since."""
        self._choice = Choice.AUTOMATIC
        self._asked_at = float("-inf")
        voice.lost.connect(self._voice_lost)
        watch.changed.connect(lambda _listens: self.changed.emit())
        watch.known.connect(self.changed)

    @property
    def wanted(self) -> bool:
        """Whether the reader wants the window spoken."""
        return self._wanted

    @property
    def choice(self) -> Choice:
        """Who is to speak."""
        return self._choice

    @property
    def rate(self) -> int:
        """Words a minute."""
        return self._voice.rate

    @property
    def speakers(self) -> Speakers:
        """Who speaks what, as things stand."""
        wanted = self._wanted and not self._is_lost
        # As long as it is not known, one may listen.
        listens = self._watch.listens or not self._watch.is_known
        return who_speaks(wanted=wanted, listens=listens, choice=self._choice)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {
            "toggle-talking": self.toggle,
            "talk-faster": lambda: self._change_rate(STEP),
            "talk-slower": lambda: self._change_rate(-STEP),
        }

    def use(self, settings: Mapping[str, str]) -> None:
        """Take over the choices that were kept."""
        self._voice.set_rate(_kept_rate(settings.get(TALK_RATE, "")))
        kept = settings.get(WHO, "")
        if kept in {choice.value for choice in Choice}:
            self._choice = Choice(kept)
        self._wanted = settings.get(TALKS) == "on"
        self.changed.emit()

    def toggle(self) -> None:
        """Switch speech of the window on or off, and tell."""
        if self.speakers.talks:
            self.set_wanted(False)
            return
        if self._watch.listens and self._choice is not Choice.TIDINGS:
            insists = time.monotonic() - self._asked_at < AGAIN
            self._asked_at = time.monotonic()
            if not insists:
                self._messages.tell(
                    _(
                        "Your screen reader speaks here, so Tidings is silent. "
                        "Press the key again to have Tidings speak as well."
                    )
                )
                return
            self._take(Choice.TIDINGS)
        elif self._choice is Choice.SCREEN_READER:
            self._take(Choice.AUTOMATIC)
        # Also where it was wanted already: it is to be told.
        self._wanted = False
        self.set_wanted(True)

    def set_wanted(self, wanted: bool) -> None:
        """Have the window spoken, or no longer, and tell."""
        if wanted == self._wanted:
            return
        talked = self.speakers.talks
        self._wanted = wanted
        self._keeping.remember(TALKS, "on" if wanted else "off")
        self.changed.emit()
        if self.speakers.talks:
            self._voice.say((Said(_("Tidings speaks its window now.")),))
        elif talked:
            self._fall_silent(_("Tidings does not speak its window any more."))

    def choose(self, choice: Choice) -> None:
        """Choose who is to speak; who is left in silence by that is told how to end it."""
        talked = self.speakers.talks
        self._take(choice)
        if talked and not self.speakers.talks:
            self._fall_silent(
                _("Tidings leaves its window to your screen reader. F2 has it speak again.")
            )

    def set_rate(self, words_a_minute: int) -> int:
        """Speak the window at a rate, or the nearest there is; return that."""
        rate = min(max(words_a_minute, SLOWEST), FASTEST)
        self._voice.set_rate(rate)
        self._keeping.remember(TALK_RATE, str(rate))
        return rate

    def try_again(self) -> None:
        """Speak with a voice that had stopped working."""
        if self._is_lost:
            self._is_lost = False
            self.changed.emit()

    def _take(self, choice: Choice) -> None:
        self._choice = choice
        self._keeping.remember(WHO, choice.value)
        self.changed.emit()

    def _fall_silent(self, words: str) -> None:
        """Tell that it is silent from now on: by a screen reader where one listens."""
        self._messages.tell(words)
        if not self._watch.listens:
            self._voice.say((Said(words),))

    def _voice_lost(self) -> None:
        self._is_lost = True
        self.changed.emit()
        self._messages.warn(
            _("The voice of the window stopped working. Press any key to try again.")
        )

    def _change_rate(self, by: int) -> None:
        rate = self.set_rate(self.rate + by)
        words = _("The window is spoken at {n} words a minute.")
        self._messages.tell(words.format(n=rate))


def _kept_rate(text: str) -> int:
    if text.isascii() and text.isdecimal():
        return min(max(int(text), SLOWEST), FASTEST)
    return USUAL_TALK_RATE
