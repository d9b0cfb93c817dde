"""Follows what the reader does, and has said what comes of it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from tidings.playback import Mode
from tidings.ui.keymap import Keymap
from tidings.ui.message_pacing import Message
from tidings.ui.messages import Messages
from tidings.ui.speaker import Speaker
from tidings.ui.talking.hands import Hands
from tidings.ui.talking.interface_voice import InterfaceVoice
from tidings.ui.talking.looking import Eye
from tidings.ui.talking.seen import Said, Seen, Story, Stride, Words, control_of
from tidings.ui.talking.strides import stride_of
from tidings.ui.talking.talk_choices import TalkChoices
from tidings.ui.talking.telling import told

LOOKS = 80
"""Milliseconds between two looks at what has the focus: not everything comes with a key."""

LASTS = 1.5
"""Seconds in which what changes is taken for the answer to the last key."""

_log = logging.getLogger(__name__)

_READING = (Mode.STARTING, Mode.PLAYING)
_STOPS = ("play-pause", "play-from-caret", "stop")
"""Commands by which the reader pauses or stops a story."""
_IN_DIALOGS = ("toggle-talking", "repeat-message")
"""Commands whose keys work in a dialog, too."""
_READS = ("hear-headlines", "play-list", "play-unread")
"""Commands that go to a list or a story to read it at once."""


class Talking(QObject):
    """Follows focus, values and messages while the window is spoken.

    ``said`` carries what is being said, as it begins.
    """

    said = Signal(str)

    def __init__(
        self,
        choices: TalkChoices,
        voice: InterfaceVoice,
        eye: Eye,
        hands: Hands,
        story: Speaker,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._voice = voice
        self._eye = eye
        self._story = story
        self._command = ""
        """The command that is being carried out."""
        self._outcome = ""
        """What came of it, to be said where nothing else tells."""
        self._keys: dict[str, Callable[[], None]] = {}
        self._seen: Seen | None = None
        self._stride = Stride.NOT
        self._acted_at = float("-inf")
        self._looks = QTimer(self)
        self._looks.setInterval(LOOKS)
        self._looks.timeout.connect(self._look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        hands.did.connect(self._did)
        hands.takes = self._takes
        self._hands = hands
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._state_changed)
        voice.said.connect(self.said)
        choices.changed.connect(self._follow)
        messages.due.connect(self._message_due)
        messages.tells_screen_reader = lambda: choices.speakers.messages_told
        story.mode_changed.connect(self._mode_changed)

    @property
    def talks(self) -> bool:
        """Whether the window is spoken."""
        return self._choices.speakers.talks

    def use_keys(self, keymap: Keymap, run: Callable[[str], None]) -> None:
        """Have the keys of some commands work in dialogs, where shortcuts do not."""
        for command in _IN_DIALOGS:
            for key in keymap.binding(command).keys:
                self._keys[key] = partial(run, command)

    def command_runs(self, command: str) -> None:
        """Take note of a command that is about to be carried out."""
        self._command = command
        QTimer.singleShot(0, self, self._command_over)

    def close(self) -> None:
        """End the voice, and everything that is waited for."""
        self._looks.stop()
        self._soon.stop()
        self._voice.close()

    # --- what happens ----------------------------------------------------------------------

    def _did(self, event: QEvent) -> None:
        """Fall silent as a key goes down, then look at what has come of it."""
        kind = event.type()
        is_key = kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if is_key:
            self._choices.try_again()
        if not self.talks:
            if is_key and self._voice.speaks:
                self._voice.interrupt()
        elif is_key:
            assert isinstance(event, QKeyEvent)
            self._acted(stride_of(event))
        elif kind == QEvent.Type.MouseButtonPress:
            self._acted(Stride.LINE)

    def _takes(self, event: QEvent) -> bool:
        """Carry out a command in a dialog, where its shortcut does not work; tell whether."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if QApplication.activeModalWidget() is None or event.isAutoRepeat():
            return False
        key = QKeySequence(event.keyCombination()).toString(
            QKeySequence.SequenceFormat.PortableText
        )
        doing = self._keys.get(key)
        if doing is not None:
            doing()
        return doing is not None

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            # Who comes back is told where they are.
            self._seen = None
            _log.info("another program is in front")

    def _acted(self, stride: Stride) -> None:
        self._stride, self._acted_at = stride, time.monotonic()
        self._voice.interrupt()
        self._soon.start(0)

    def _look(self) -> None:
        if not self.talks:
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self._hands.watch(popup.windowHandle())
        seen = self._eye.look()
        if seen is None:
            return
        by_key = time.monotonic() - self._acted_at <= LASTS
        if not by_key:
            self._stride = Stride.NOT
        before, self._seen = self._seen, seen
        words: Words = ()
        if before != seen and not self._is_for_the_story(before, seen, by_key=by_key):
            words = told(before, seen, self._stride)
        outcome, self._outcome = self._outcome, ""
        self._voice.say(words or (Said(outcome),))

    def _is_for_the_story(self, before: Seen | None, seen: Seen, *, by_key: bool) -> bool:
        """Whether what has changed comes with a story that is read, which says it itself."""
        if self._story.mode not in _READING:
            return False
        if self._command in _READS:
            return True
        if before is None:
            return isinstance(seen, Story)
        if control_of(before).key != control_of(seen).key:
            return False
        if isinstance(before, Story) and isinstance(seen, Story):
            return not by_key or before.article != seen.article
        one, other = control_of(before), control_of(seen)
        # A button that becomes another one as reading begins would talk over the beginning.
        return not by_key or (one.name != other.name and one.value == other.value)

    def _command_over(self) -> None:
        if self._command in (*_READS, *_STOPS):
            self._look()
        self._command = ""

    def _mode_changed(self, mode: Mode) -> None:
        # At the end of a list, or where the sleep timer stops it, a message says so.
        if self.talks and self._command in _STOPS:
            words = {Mode.PAUSED: _("Paused"), Mode.STOPPED: _("Stopped")}
            self._outcome = words.get(mode, "")

    def _message_due(self, message: Message) -> None:
        if self.talks:
            self._voice.say((Said(message.text),))

    def _follow(self) -> None:
        """Look at the focus while the window is spoken, and only then."""
        # A dialog of the system's would be silent.
        native = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
        QCoreApplication.setAttribute(native, self.talks)
        if self.talks:
            self._looks.start()
        else:
            self._looks.stop()
            self._voice.interrupt()
            self._seen = None
