"""What the pane of sources lists: views, and sources in their folders, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _
from gettext import ngettext

_FOLDER = "folder:"
"""How the key of a folder begins, which no address does."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """An entry of the pane: ``key`` names a view or is a page's address.

    ``count`` stands behind the title where it is not 0; what is counted is plain from the
    title, or said by ``unread``. ``error`` is a sentence on why it could not be refreshed.
    """

    key: str
    title: str
    count: int = 0
    unread: bool = False
    error: str = ""
    folder: str = ""
    followed: bool = False

    @property
    def text(self) -> str:
        """The title and the count, and what is wrong."""
        return _with_error(self._counted, self.error)

    @property
    def said(self) -> str:
        """The same with its folder, which is seen by where it stands."""
        if not self.folder:
            return self.text
        words = _("{source}, folder {folder}")
        return _with_error(words.format(source=self._counted, folder=self.folder), self.error)

    @property
    def _counted(self) -> str:
        if not self.count:
            return self.title
        words = _("{title}, {n} unread") if self.unread else _("{title}, {n}")
        return words.format(title=self.title, n=self.count)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the pane: a shelf, or the name of a folder that is ``folded`` or not.

    ``key`` tells it from others, ``text`` is seen and ``said`` is heard. ``folder`` is the one
    that it is in, or that it is the name of.
    """

    key: str
    title: str
    text: str
    said: str
    folder: str = ""
    is_folder: bool = False
    folded: bool = False


def lines(shelves: Sequence[Shelf], folded: Collection[str] = ()) -> list[Line]:
    """Return the lines of the pane: what is in no folder, then each folder with what is in it.

    Folders stand in the order of the first that is in each. Of a ``folded`` one there is
    only its name.
    """
    found = [_line(shelf) for shelf in shelves if not shelf.folder]
    for folder in dict.fromkeys(shelf.folder for shelf in shelves if shelf.folder):
        inside = [shelf for shelf in shelves if shelf.folder == folder]
        is_folded = folder in folded
        found.append(_folder_line(folder, inside, is_folded=is_folded))
        if not is_folded:
            found += map(_line, inside)
    return found


def folder_key(folder: str) -> str:
    """Return the key of the line that names a folder."""
    return _FOLDER + folder


def place_of(key: str, shelves: Sequence[Shelf], shown: Sequence[Line]) -> int:
    """Return the number of the line of a shelf, or of its folder where that is folded.

    It is -1 where there is neither.
    """
    keys = [line.key for line in shown]
    folder = next((shelf.folder for shelf in shelves if shelf.key == key), "")
    wanted = key if key in keys else folder_key(folder)
    return keys.index(wanted) if wanted in keys else -1


def _line(shelf: Shelf) -> Line:
    return Line(shelf.key, shelf.title, shelf.text, shelf.said, shelf.folder)


def _folder_line(folder: str, inside: Sequence[Shelf], *, is_folded: bool) -> Line:
    unread = sum(shelf.count for shelf in inside)
    whole = Shelf(folder_key(folder), folder, unread, unread=True)
    if is_folded and (failed := sum(bool(shelf.error) for shelf in inside)):
        # Else each says it itself.
        words = ngettext(
            "{n} source could not be refreshed.", "{n} sources could not be refreshed.", failed
        )
        whole = replace(whole, error=words.format(n=failed))
    said = ", ".join(_said_of_folder(whole, len(inside), is_folded=is_folded))
    return Line(
        whole.key, folder, whole.text, _with_error(said, whole.error), folder, True, is_folded
    )


def _said_of_folder(whole: Shelf, count: int, *, is_folded: bool) -> Iterator[str]:
    yield whole.title
    yield ngettext("folder of {n} source", "folder of {n} sources", count).format(n=count)
    if whole.count:
        yield _("{n} unread").format(n=whole.count)
    yield _("collapsed") if is_folded else _("expanded")


def _with_error(text: str, error: str) -> str:
    return _("{text}. {error}").format(text=text, error=error) if error else text
