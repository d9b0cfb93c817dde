"""How who cannot see learns that the window can speak: told once, and when Ctrl is held."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtCore import QObject

from tidings.ui.keeping import Keeping
from tidings.ui.messages import Messages
from tidings.ui.screen_reader import ScreenReaderWatch
from tidings.ui.speaker import Speaker
from tidings.ui.talking.interface_voice import InterfaceVoice
from tidings.ui.talking.seen import Said
from tidings.ui.talking.talk_choices import TalkChoices

OFFERED = "talk-offered"
"""The name under which it is kept that it was told."""


class Offer(QObject):
    """Tells of the key that has the window speak; where a screen reader listens, it does."""

    def __init__(
        self,
        choices: TalkChoices,
        voice: InterfaceVoice,
        story: Speaker,
        messages: Messages,
        watch: ScreenReaderWatch,
        keeping: Keeping,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._voice = voice
        self._story = story
        self._messages = messages
        self._watch = watch
        self._keeping = keeping
        self._is_first_time: bool | None = None
        """Whether it was never told; None until that is known."""
        self._is_due = False
        watch.known.connect(self._make_if_due)

    def use(self, settings: Mapping[str, str]) -> None:
        """Learn whether it was told before."""
        self._is_first_time = OFFERED not in settings
        self._make_if_due()

    def make(self) -> None:
        """Tell it at the first start, once it is known that nobody speaks the window."""
        self._is_due = True
        self._make_if_due()

    def help(self) -> None:
        """Tell it, whatever was told before."""
        talks = self._choices.speakers.talks
        words = (
            _("Tidings speaks its window. F2 switches that off.")
            if talks
            else _("Tidings can speak everything in its window. Press F2 to switch that on.")
        )
        self._messages.tell(words)
        if not talks and not self._watch.listens:
            self._voice.say((Said(words),))

    def _make_if_due(self) -> None:
        if not self._is_due or self._is_first_time is None or not self._watch.is_known:
            return
        self._is_due = False
        if not self._is_first_time:
            return
        self._is_first_time = False
        if self._story.device:
            # Who could not hear it is told again.
            self._keeping.remember(OFFERED, "yes")
        if not self._watch.listens and not self._choices.speakers.talks:
            self.help()
