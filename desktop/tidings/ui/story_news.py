"""What else is known of the story in hand: who tells it too."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import QLocale, QObject

from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.window import MainWindow


class StoryNews(QObject):
    """Connects the commands about the story in hand with what the library knows of it."""

    def __init__(self, desk: Desk, keeping: Keeping, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._keeping = keeping
        self._messages = window.messages

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"say-sources": self.say_sources}

    def say_sources(self) -> None:
        """Say which other sources tell the story."""
        story = self._desk.article
        if story is None:
            self._messages.tell(_("No story is open."))
            return
        own, id_ = self._desk.page_of(story.id), story.id

        def found(sources: list[tuple[str, str]]) -> None:
            others = [title or address for address, title in sources if address != own]
            if not others:
                self._messages.tell(_("No other source tells this story."))
                return
            named = QLocale().createSeparatedList(others)
            self._messages.tell(_("Also told by: {sources}.").format(sources=named))

        self._keeping.do(lambda library: library.also_in(id_), found)
