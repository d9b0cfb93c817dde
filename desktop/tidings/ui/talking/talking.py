"""Speaks the window where the reader wants it and no screen reader does."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from gettext import gettext as _

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tidings.playback import Mode
from tidings.ui.keeping import Keeping
from tidings.ui.message_pacing import Message
from tidings.ui.messages import Messages
from tidings.ui.screen_reader import ScreenReaderWatch
from tidings.ui.speaker import Speaker
from tidings.ui.talking.hands import Hands
from tidings.ui.talking.interface_voice import USUAL_TALK_RATE, InterfaceVoice
from tidings.ui.talking.looking import Eye
from tidings.ui.talking.offer import HeldCtrl
from tidings.ui.talking.seen import Said, Seen, Stride, control_of
from tidings.ui.talking.strides import stride_of
from tidings.ui.talking.telling import told
from tidings.ui.talking.who_speaks import Choice, Speakers, who_speaks

TALKS, TALK_RATE, WHO, OFFERED = "talk", "talk-rate", "talk-who", "talk-offered"
"""Names under which the choices are kept."""

SLOWEST, FASTEST, STEP = 80, 800, 10
"""Words a minute."""

LOOKS = 80
"""Milliseconds between two looks at what has the focus: not everything comes with a key."""

LASTS = 1.5
"""Seconds in which what changes is taken for the answer to the last key."""

AGAIN = 5.0
"""Seconds in which a second press of the key insists on the first."""

_READING = (Mode.STARTING, Mode.PLAYING)


class Talking(QObject):
    """Follows focus, values and messages, and has them said.

    ``changed`` tells that it was switched on or off, or that another one speaks.
    """

    changed = Signal()
    said = Signal(str)
    """What is being said, as it begins."""

    def __init__(
        self,
        voice: InterfaceVoice,
        eye: Eye,
        hands: Hands,
        story: Speaker,
        messages: Messages,
        watch: ScreenReaderWatch,
        keeping: Keeping,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._eye = eye
        self._story = story
        self._messages = messages
        self._watch = watch
        self._keeping = keeping
        self._wanted = False
        self._is_lost = False
        """Whether its voice stopped working, and nothing was pressed since."""
        self._choice = Choice.AUTOMATIC
        self._is_first_time = False
        self._asked_at = float("-inf")
        self._seen: Seen | None = None
        self._stride = Stride.NOT
        self._acted_at = float("-inf")
        self._mode = story.mode
        self._looks = QTimer(self)
        self._looks.setInterval(LOOKS)
        self._looks.timeout.connect(self._look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        self._held = HeldCtrl(self)
        self._held.noticed.connect(self.help)
        hands.did.connect(self._did)
        self._hands = hands
        voice.said.connect(self.said)
        voice.lost.connect(self._voice_lost)
        messages.due.connect(self._message_due)
        messages.tells_screen_reader = lambda: self.speakers.messages_told
        watch.changed.connect(self._watch_changed)
        story.mode_changed.connect(self._mode_changed)

    # --- what the reader chooses -----------------------------------------------------------

    @property
    def wanted(self) -> bool:
        """Whether the reader wants the window spoken."""
        return self._wanted

    @property
    def choice(self) -> Choice:
        """Who is to speak."""
        return self._choice

    @property
    def speaks(self) -> bool:
        """Whether something is being said."""
        return self._voice.speaks

    @property
    def worker_pid(self) -> int | None:
        """The process id of the worker of its voice, if one runs."""
        return self._voice.worker_pid

    @property
    def rate(self) -> int:
        """Words a minute."""
        return self._voice.rate

    @property
    def speakers(self) -> Speakers:
        """Who speaks what, as things stand."""
        wanted = self._wanted and not self._is_lost
        return who_speaks(wanted=wanted, listens=self._watch.listens, choice=self._choice)

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
        self._is_first_time = OFFERED not in settings
        self._follow()

    def toggle(self) -> None:
        """Switch speech of the window on or off, and tell."""
        if self._wanted and self.speakers.talks:
            self.set_wanted(False)
            words = _("Tidings does not speak its window any more.")
            self._messages.tell(words)
            self._voice.say((Said(words),))
            return
        if self._watch.listens and self._choice is Choice.AUTOMATIC:
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
            self.choose(Choice.TIDINGS)
        elif self._choice is Choice.SCREEN_READER:
            self.choose(Choice.AUTOMATIC)
        self.set_wanted(True)

    def set_wanted(self, wanted: bool) -> None:
        """Have the window spoken, or no longer."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._keeping.remember(TALKS, "on" if wanted else "off")
        self._follow()
        if self.speakers.talks:
            self._seen = None
            self._voice.say((Said(_("Tidings speaks its window now.")),))
            self._look()

    def choose(self, choice: Choice) -> None:
        """Choose who is to speak; who is left in silence by that is told how to end it."""
        talked = self.speakers.talks
        self._choice = choice
        self._keeping.remember(WHO, choice.value)
        self._follow()
        if talked and not self.speakers.talks:
            words = _("Tidings leaves its window to your screen reader. F2 has it speak again.")
            self._messages.tell(words)
            self._voice.say((Said(words),))

    def set_rate(self, words_a_minute: int) -> int:
        """Speak the window at a rate, or the nearest there is; return that."""
        rate = min(max(words_a_minute, SLOWEST), FASTEST)
        self._voice.set_rate(rate)
        self._keeping.remember(TALK_RATE, str(rate))
        return rate

    def offer(self) -> None:
        """Tell of it at the first start, where nobody speaks the window."""
        if not self._is_first_time:
            return
        if not self._watch.is_known:
            self._watch.known.connect(self.offer)
            return
        self._is_first_time = False
        self._keeping.remember(OFFERED, "yes")
        if not self._watch.listens and not self.speakers.talks:
            self.help()

    def close(self) -> None:
        """End the voice, and everything that is waited for."""
        self._looks.stop()
        self._soon.stop()
        self._voice.close()

    # --- what happens ----------------------------------------------------------------------

    def _did(self, event: QEvent) -> None:
        """Fall silent as a key goes down, then look at what has come of it."""
        self._held.take(event)
        if self._is_lost and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            # A key asks for it again.
            self._is_lost = False
            self._follow()
        if not self.speakers.talks:
            return
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            assert isinstance(event, QKeyEvent)
            self._acted(stride_of(event))
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._acted(Stride.LINE)

    def _acted(self, stride: Stride) -> None:
        self._stride, self._acted_at = stride, time.monotonic()
        self._voice.interrupt()
        self._soon.start(0)

    def _look(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self._hands.watch(popup.windowHandle())
        seen = self._eye.look()
        if seen is None:
            return
        before, self._seen = self._seen, seen
        if before is not None and before == seen:
            return
        if time.monotonic() - self._acted_at > LASTS:
            self._stride = Stride.NOT
        if not self._comes_by_itself(before, seen):
            self._voice.say(told(before, seen, self._stride))

    def _comes_by_itself(self, before: Seen | None, seen: Seen) -> bool:
        """Whether it changed where the focus is, while a story is read, and by no key."""
        stays = before is not None and control_of(before).key == control_of(seen).key
        return stays and self._stride is Stride.NOT and self._story.mode in _READING

    def _mode_changed(self, mode: Mode) -> None:
        before, self._mode = self._mode, mode
        # At the end of a list, or where the sleep timer stops it, a message says so.
        by_key = time.monotonic() - self._acted_at < LASTS
        if not self.speakers.talks or mode is before or not by_key:
            return
        if mode is Mode.PAUSED:
            self._voice.say((Said(_("Paused")),))
        elif mode is Mode.STOPPED and before is not Mode.PAUSED:
            self._voice.say((Said(_("Stopped")),))

    def _message_due(self, message: Message) -> None:
        if self.speakers.talks:
            self._voice.say((Said(message.text),))

    def _voice_lost(self) -> None:
        self._is_lost = True
        self._follow()
        self._messages.warn(
            _("The voice of the window stopped working. Press any key to try again.")
        )

    def _watch_changed(self, _listens: bool) -> None:
        self._follow()

    def _follow(self) -> None:
        """Look at the focus while the window is spoken, and only then."""
        if self.speakers.talks:
            self._looks.start()
        else:
            self._looks.stop()
            self._voice.interrupt()
            self._seen = None
        self.changed.emit()

    def help(self) -> None:
        """Tell who cannot see which key makes the window speak."""
        words = (
            _("Tidings speaks its window. F2 switches that off.")
            if self.speakers.talks
            else _("Tidings can speak everything in its window. Press F2 to switch that on.")
        )
        self._messages.tell(words)
        if not self.speakers.talks and not self._watch.listens:
            self._voice.say((Said(words),))

    def _change_rate(self, by: int) -> None:
        rate = self.set_rate(self.rate + by)
        words = _("The window is spoken at {n} words a minute.")
        self._messages.tell(words.format(n=rate))


def _kept_rate(text: str) -> int:
    if text.isascii() and text.isdecimal():
        return min(max(int(text), SLOWEST), FASTEST)
    return USUAL_TALK_RATE
