"""What is read one after another: the whole list, what is unread of it, or its headlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from gettext import gettext as _

from tidings.document import Position
from tidings.playback import Passages, ScriptList, Selection, StoryQueue, Titles
from tidings.speech import Script
from tidings.ui.stories import Stories


class Tour(Enum):
    """A way through the list."""

    LIST = "list"
    UNREAD = "unread"
    HEADLINES = "headlines"
    NEW = "new"
    """What one story says that it did not say when it was read."""


class Tours:
    """The queue of the tour that is taken; ``is_read`` tells it of a story."""

    def __init__(self, stories: Stories, is_read: Callable[[str], bool]) -> None:
        self._stories = stories
        self._is_read = is_read
        self._heard: set[str] = set()
        self._queues: dict[Tour, StoryQueue] = {
            Tour.LIST: stories,
            Tour.UNREAD: Selection(stories, self._is_wanted),
            Tour.HEADLINES: Titles(stories, stories.make_script),
            Tour.NEW: ScriptList(()),
        }
        self.tour = Tour.LIST

    @property
    def queue(self) -> StoryQueue:
        """What is read, in its order."""
        return self._queues[self.tour]

    def begin(self, tour: Tour) -> str | None:
        """Take a tour; return its first story, or None, with nothing changed, where none is."""
        wanted = (a for a in self._stories.order if tour is not Tour.UNREAD or not self._is_read(a))
        first = next(wanted, None)
        if first is not None:
            self.tour = tour
            self._heard.clear()
        return first

    def begin_new(self, script: Script, blocks: Iterable[int]) -> Position | None:
        """Take the way through some blocks of a story; return where they begin.

        None, with nothing changed, where there is nothing to say in them.
        """
        passages = Passages(script, blocks)
        first = passages.first()
        if first is None:
            return None
        self._queues[Tour.NEW] = ScriptList((passages,))
        self.tour = Tour.NEW
        return passages.utterance(first).range.position

    def leave(self) -> None:
        """Take the way through the whole list again."""
        self.tour = Tour.LIST

    def holds(self, article: str) -> bool:
        """Tell whether a story is on the tour, to be read from any place in it."""
        return self.tour is Tour.LIST or (self.tour is Tour.UNREAD and self._is_wanted(article))

    def came_to(self, article: str) -> None:
        """Note a story that is being read: one can go back to it, though it is read then."""
        self._heard.add(article)

    def following(self, article: str) -> tuple[str, ...]:
        """Return the ids of what comes after a story."""
        order = self._stories.order
        rest = order[order.index(article) + 1 :] if article in order else ()
        if self.tour is Tour.NEW:
            return ()
        if self.tour is Tour.UNREAD:
            return tuple(other for other in rest if self._is_wanted(other))
        return rest

    def _is_wanted(self, article: str) -> bool:
        return article in self._heard or not self._is_read(article)


def end_words(tour: Tour) -> str:
    """Return the sentence that tells the end of a tour."""
    return {
        Tour.LIST: _("That was the last story."),
        Tour.UNREAD: _("That was the last unread story."),
        Tour.HEADLINES: _("That was the last headline."),
        Tour.NEW: _("That was all that is new."),
    }[tour]


def nothing_words(tour: Tour) -> str:
    """Return the sentence that tells that a tour has no story."""
    if tour is Tour.UNREAD:
        return _("There is no unread story in the list.")
    return _("There is no story in the list.")
