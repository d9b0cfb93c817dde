"""What the pane of sources lists: views, and sources in their folders, in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
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
    words = _Words()
    found = [words.line(shelf) for shelf in shelves if not shelf.folder]
    folders: dict[str, list[Shelf]] = {}
    for shelf in shelves:
        if shelf.folder:
            folders.setdefault(shelf.folder, []).append(shelf)
    for folder, inside in folders.items():
        is_folded = folder in folded
        found.append(words.folder_line(folder, inside, is_folded=is_folded))
        if not is_folded:
            found += map(words.line, inside)
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


class _Words:
    """What is said of shelves and folders.

    The words are looked up once for all of them: that takes longer than all else.
    """

    def __init__(self) -> None:
        self._counted = _("{title}, {n}")
        self._unread = _("{title}, {n} unread")
        self._in_folder = _("{source}, folder {folder}")
        self._failed = _("{text}. {error}")
        self._unread_alone = _("{n} unread")
        self._states = _("expanded"), _("collapsed")

    def line(self, shelf: Shelf) -> Line:
        """Return the line of a shelf: what is seen and heard differs by its folder."""
        text = said = self._count(shelf)
        if shelf.folder:
            said = self._in_folder.format(source=text, folder=shelf.folder)
        text, said = (self._with_error(words, shelf.error) for words in (text, said))
        return Line(shelf.key, shelf.title, text, said, shelf.folder)

    def folder_line(self, folder: str, inside: Sequence[Shelf], *, is_folded: bool) -> Line:
        """Return the line that names a folder, with what is in it."""
        unread = sum(shelf.count for shelf in inside)
        key = folder_key(folder)
        # Of one that is open, each says it itself.
        error = _failed_words(inside) if is_folded else ""
        text = self._count(Shelf(key, folder, unread, unread=True))
        count = len(inside)
        parts = [
            folder,
            ngettext("folder of {n} source", "folder of {n} sources", count).format(n=count),
            self._unread_alone.format(n=unread) if unread else "",
            self._states[is_folded],
        ]
        said = ", ".join(filter(None, parts))
        text, said = (self._with_error(words, error) for words in (text, said))
        return Line(key, folder, text, said, folder, True, is_folded)

    def _count(self, shelf: Shelf) -> str:
        if not shelf.count:
            return shelf.title
        words = self._unread if shelf.unread else self._counted
        return words.format(title=shelf.title, n=shelf.count)

    def _with_error(self, text: str, error: str) -> str:
        return self._failed.format(text=text, error=error) if error else text


def _failed_words(inside: Sequence[Shelf]) -> str:
    failed = sum(bool(shelf.error) for shelf in inside)
    words = ngettext(
        "{n} source could not be refreshed.", "{n} sources could not be refreshed.", failed
    )
    return words.format(n=failed) if failed else ""
