"""Taking stories out of the list, and bringing them back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from gettext import gettext as _

from PySide6.QtCore import QObject

from tidings.ui.day import Day
from tidings.ui.keeping import Keeping
from tidings.ui.listed import Listed
from tidings.ui.marks import Marks
from tidings.ui.stories import Stories


@dataclass(frozen=True, slots=True)
class _TakenOut:
    """A story that was removed, and where it stood."""

    article: str
    name: str
    place: int


class Removing(Listed):
    """Remembers what was removed, in the order in which it is brought back."""

    def __init__(
        self,
        keeping: Keeping,
        marks: Marks,
        stories: Stories,
        day: Day,
        is_read: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(keeping, marks, stories, day, is_read, parent)
        self._taken_out: list[_TakenOut] = []

    def remove(self, article: str) -> None:
        """Take a story out of the list; it can be brought back."""
        story = self.stories.article(article)
        place = self.stories.remove(article)
        if story is None or place < 0:
            self.told.emit(_("No story is chosen."))
            return
        self._taken_out.append(_TakenOut(article, story.name, place))
        self._keeping.do(lambda library: library.remove(article))
        self.removed.emit(article, story.name)
        self._show_shelves()

    def undo_remove(self) -> None:
        """Bring the story back that was removed last, also one of another page."""
        if not self._taken_out:
            self.told.emit(_("There is no removed story to bring back."))
            return
        last = self._taken_out.pop()
        self._keeping.do(lambda library: library.restore(last.article))
        if self.stories.bring_back(last.article, last.place):
            place = self.stories.order.index(last.article)
            mark = self.marks.of(last.article)
            row = next(row for row in self._listing.rows if row.id == last.article)
            row = replace(row, read=mark.read, saved=mark.saved, changed=mark.changed)
            self.rows_came.emit(self._listing.name, ((place, (row,)),), ())
            self.show_story(last.article)
        self._show_shelves()
        self.told.emit(_("Brought back: {title}").format(title=last.name))
