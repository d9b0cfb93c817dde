"""Nothing further that way: told in words, and by a short tone."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QObject

from tidings.ui.reading import Landmark
from tidings.ui.speaker import Speaker
from tidings.ui.window import MainWindow

NO_MORE = "no-more"
"""The name of the tone."""


class NoMore(QObject):
    """Tells who steps from one thing to the next that there is no other."""

    def __init__(self, speaker: Speaker, window: MainWindow) -> None:
        super().__init__(window)
        self._speaker = speaker
        self._window = window
        window.view.no_more.connect(lambda landmark: self.tell(_landmark_words(landmark)))

    def tell(self, words: str) -> None:
        """Tell it with a tone before the words, also while a story is being read."""
        self._speaker.sound_tone(NO_MORE)
        self._window.messages.tell(words)


def _landmark_words(landmark: Landmark) -> str:
    return {
        Landmark.HEADING: _("No more headings that way."),
        Landmark.PARAGRAPH: _("No more paragraphs that way."),
        Landmark.PICTURE: _("No more pictures that way."),
        Landmark.LINK: _("No more links that way."),
        Landmark.LIST: _("No more lists that way."),
        Landmark.QUOTE: _("No more quotes that way."),
        Landmark.TABLE: _("No more tables that way."),
    }[landmark]
