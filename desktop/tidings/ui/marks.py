"""The reader's marks: read and saved, and the place in every story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from tidings.document import Position
from tidings.library import ArticleState, Library, LibraryError
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

    def set_read(self, article: str, read: bool, *, of_itself: bool = False) -> None:
        """Mark a story as read or unread: from now on it is what it says by then.

        What comes ``of_itself`` stays shown where it cannot be kept: nobody will try again.
        """
        mark = self.of(article)
        if mark.read != read or mark.changed:
            work = partial(Library.set_read, article_id=article, read=read)
            if of_itself:
                self._keeping.do(work)
            else:
                self._keep_mark(article, work)
            self._change(article, replace(mark, read=read, changed=False))

    def set_saved(self, article: str, saved: bool) -> None:
        """Save a story, or take it off the saved ones."""
        mark = self.of(article)
        if mark.saved != saved:
            self._keep_mark(article, partial(Library.set_saved, article_id=article, saved=saved))
            self._change(article, replace(mark, saved=saved))

    def _keep_mark(self, article: str, work: Callable[[Library], None]) -> None:
        """Keep a mark; where that cannot be done, show the one that is kept."""

        def keep(library: Library) -> bool:
            work(library)
            return True

        def kept(is_kept: bool) -> None:
            if not is_kept:
                self._show_what_is_kept(article)

        self._keeping.do(keep, kept, False)

    def _show_what_is_kept(self, article: str) -> None:
        shown = self.of(article)

        def find(library: Library) -> Mark | None:
            try:
                summary = library.summary(article)
            except LibraryError:
                # That it could not be kept has been told.
                return None
            return Mark(summary.read, summary.saved, summary.changed)

        def show(mark: Mark | None) -> None:
            # One that was set since is on its way to be kept, or to come here again.
            if mark not in (None, shown) and self._marks.get(article) is shown:
                self._change(article, mark)

        self._keeping.do(find, show)

    def _change(self, article: str, mark: Mark) -> None:
        # Told when the keeping is under way: who counts then, counts behind it.
        self._marks[article] = mark
        self.changed.emit(article, mark)

    def _keep_place(self, position: Position) -> None:
        self._keeping.do(lambda library: library.set_place(position), in_passing=True)
