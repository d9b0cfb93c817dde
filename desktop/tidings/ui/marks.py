"""The reader's marks: read and saved, and the place in every story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from tidings.document import Position
from tidings.library import ArticleState
from tidings.ui.keeping import Keeping


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether a story is read, whether it has changed since, and whether it is saved."""

    read: bool = False
    saved: bool = False
    changed: bool = False


class Marks(QObject):
    """The one place where marks and places change; each change is kept at once.

    ``changed`` carries the id of a story and its :class:`Mark`.
    """

    changed = Signal(str, object)

    def __init__(self, keeping: Keeping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._marks: dict[str, Mark] = {}
        self._places: dict[str, Position] = {}
        self._visited: list[str] = []
        """The stories the reader was in, the latest last."""

    def learn(self, states: Iterable[ArticleState]) -> None:
        """Take over what the library knows; a place that is newer here stays."""
        for state in states:
            self.learn_mark(state.id, Mark(state.read, state.saved, state.changed))
            if state.place is not None:
                self._places.setdefault(state.id, state.place)

    def learn_places(self, places: Mapping[str, Position]) -> None:
        """Take over where the reader was; a place that is newer here stays."""
        for article, place in places.items():
            self._places.setdefault(article, place)

    def learn_mark(self, article: str, mark: Mark) -> None:
        """Take over a mark that is kept already."""
        self._marks[article] = mark

    def of(self, article: str) -> Mark:
        """Return the mark of a story."""
        return self._marks.get(article, Mark())

    def place(self, article: str) -> Position | None:
        """Return where the reader was in a story; None where they were not in it."""
        return self._places.get(article)

    def keep_place(self, position: Position) -> None:
        """Remember where the reader is, and that they are in that story."""
        if self._places.get(position.article) != position:
            self._places[position.article] = position
            self._keep_place(position)

    def come_back(self, article: str, beginning: Position) -> None:
        """Remember that the reader is in this story now, where they were in it before."""
        self._visited = [*(other for other in self._visited if other != article), article]
        self._keep_place(self._places.setdefault(article, beginning))

    def latest(self, articles: Iterable[str]) -> str:
        """Return which of the stories the reader was in last since the start; "" for none."""
        among = set(articles)
        return next((article for article in reversed(self._visited) if article in among), "")

    def set_read(self, article: str, read: bool) -> None:
        """Mark a story as read or unread: from now on it is what it says by then."""
        mark = self.of(article)
        if mark.read != read or mark.changed:
            self._keeping.do(lambda library: library.set_read(article, read))
            self._change(article, replace(mark, read=read, changed=False))

    def set_saved(self, article: str, saved: bool) -> None:
        """Save a story, or take it off the saved ones."""
        mark = self.of(article)
        if mark.saved != saved:
            self._keeping.do(lambda library: library.set_saved(article, saved))
            self._change(article, replace(mark, saved=saved))

    def _change(self, article: str, mark: Mark) -> None:
        # Told when the keeping is under way: who counts then, counts behind it.
        self._marks[article] = mark
        self.changed.emit(article, mark)

    def _keep_place(self, position: Position) -> None:
        self._keeping.do(lambda library: library.set_place(position), in_passing=True)
