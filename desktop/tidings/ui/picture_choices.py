"""What the reader says of pictures: whether they come ahead, and that none are to stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject

from tidings.library import PictureStore, Removed
from tidings.ui.keeping import Keeping
from tidings.ui.messages import Messages
from tidings.ui.pictures_ahead import PicturesAhead
from tidings.ui.tasks import Tasks

AHEAD = "pictures-ahead"
"""The name under which it is kept whether pictures come ahead."""

_ON, _OFF = "on", "off"
_MEGABYTE = 1_000_000


class PictureChoices(QObject):
    """Does what the reader wishes, and tells so."""

    def __init__(
        self,
        ahead: PicturesAhead,
        store: PictureStore,
        tasks: Tasks,
        keeping: Keeping,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ahead = ahead
        self._store = store
        self._tasks = tasks
        self._keeping = keeping
        self._messages = messages

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"toggle-pictures-ahead": self._toggle, "remove-pictures": self._remove}

    def use(self, settings: Mapping[str, str]) -> None:
        """Do as was kept."""
        self._ahead.is_wanted = settings.get(AHEAD, _ON) != _OFF

    def _toggle(self) -> None:
        on = not self._ahead.is_wanted
        self._ahead.is_wanted = on
        self._keeping.remember(AHEAD, _ON if on else _OFF)
        self._messages.tell(
            _("Pictures of new stories are fetched ahead, for when there is no network.")
            if on
            else _("Pictures are fetched only when their story is opened.")
        )

    def _remove(self) -> None:
        self._messages.tell_if_it_lasts(_("Removing the pictures that are kept."))
        self._tasks.near(self._store.clear, lambda done: self._messages.tell(_removed_words(done)))


def _removed_words(done: Removed) -> str:
    if done.left:
        words = ngettext(
            "{n} picture could not be removed from {folder}.",
            "{n} pictures could not be removed from {folder}.",
            done.left,
        )
        return words.format(n=done.left, folder=done.folder)
    if not done.count:
        return _("No pictures are kept.")
    words = ngettext(
        "{n} picture was removed, {size} MB in all.",
        "{n} pictures were removed, {size} MB in all.",
        done.count,
    )
    return words.format(n=done.count, size=max(1, round(done.size / _MEGABYTE)))
