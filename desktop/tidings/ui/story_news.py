"""What else is known of the story in hand: who tells it too, and what is new in it."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import QLocale, QObject

from tidings.document import Article
from tidings.library import Library
from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.listening import Listening
from tidings.ui.window import MainWindow


class StoryNews(QObject):
    """Connects the commands about the story in hand with what the library knows of it."""

    def __init__(
        self, desk: Desk, keeping: Keeping, listening: Listening, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._listening = listening
        self._shown_new: dict[str, tuple[Article, tuple[int, ...]]] = {}
        """What was new in stories when they were shown: where their end is seen at once they
        count as read by the time one asks.
        """
        desk.story_shown.connect(lambda story, *_shown: self._note_new(story))
        self._desk = desk
        self._keeping = keeping
        self._messages = window.messages

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"say-sources": self.say_sources, "hear-new": self.hear_new}

    def hear_new(self) -> None:
        """Speak what the story says by now and did not say when it was read."""
        story = self._desk.article
        if story is None:
            self._messages.tell(_("No story is open."))
            return
        id_, is_read = story.id, self._desk.marks.of(story.id).read

        def found(new: tuple[Article, tuple[int, ...]]) -> None:
            article, blocks = new
            shown, shown_blocks = self._shown_new.get(id_, (None, ()))
            if not blocks and shown == article:
                blocks = shown_blocks
            if self._desk.article is None or self._desk.article.id != id_:
                return
            if blocks:
                self._desk.renew_story(article)
            if blocks and self._listening.play_new(id_, blocks):
                return
            self._messages.tell(
                _("Nothing is new in this story since it was read.")
                if is_read
                else _("This story has not been read yet, so all of it is new.")
            )

        self._keeping.do(lambda library: _new_in(library, id_), found)

    def _note_new(self, story: Article) -> None:
        if self._desk.marks.of(story.id).changed:
            self._keeping.do(
                lambda library: _new_in(library, story.id),
                lambda new: self._shown_new.update({story.id: new}),
                in_passing=True,
            )

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


def _new_in(library: Library, story: str) -> tuple[Article, tuple[int, ...]]:
    return library.article(story), library.new_blocks(story)
