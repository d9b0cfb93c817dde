"""Pictures for the story that is shown: brought to it, and tried again when asked to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from tidings.document import Article
from tidings.source import SourceError
from tidings.ui.messages import Messages
from tidings.ui.picture_supply import PictureSupply
from tidings.ui.reading import ReadingView


@dataclass(slots=True)
class _Trial:
    """Pictures of a story that are tried again: how many, and why one did not come."""

    story: Article
    count: int
    is_cut_off: bool = False
    reason: str = ""


class PictureFetching(QObject):
    """Brings a view the pictures that it asks for, or the word that they cannot be had."""

    def __init__(
        self,
        view: ReadingView,
        supply: PictureSupply,
        page_of: Callable[[str], str],
        messages: Messages,
    ) -> None:
        """Fetch for a view; ``page_of`` tells by a story's id which page it is of."""
        super().__init__(view)
        self._view = view
        self._supply = supply
        self._page_of = page_of
        self._messages = messages
        self._trial: _Trial | None = None
        view.pictures_wanted.connect(self._fetch_all)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"fetch-pictures": self.try_again}

    def try_again(self) -> None:
        """Fetch the pictures of the story that could not be had, and tell what came of it."""
        view = self._view
        if view.article is None:
            self._messages.tell(_("No story is chosen."))
        elif not view.picture_count:
            self._messages.tell(_("This story has no pictures."))
        elif view.pictures_missing:
            self._trial = _Trial(view.article, view.pictures_missing)
            self._messages.tell_if_it_lasts(_("Fetching the pictures of this story."))
            view.try_pictures_again()
        elif view.pictures_waited_for:
            self._messages.tell(_("The pictures of this story are still being fetched."))
        else:
            self._messages.tell(_("All pictures of this story are here."))

    def _fetch_all(self, addresses: list[str]) -> None:
        article = self._view.article
        page = self._page_of(article.id) if article is not None else ""
        for address in addresses:
            self._fetch(address, page)

    def _fetch(self, address: str, page: str) -> None:
        def came(image: QImage) -> None:
            self._view.set_picture(address, image)
            self._tell_of_trial()

        def failed(error: Exception) -> None:
            self._view.picture_failed(address)
            self._tell_of_trial(error)

        self._supply.ask(address, page, came, failed)

    def _tell_of_trial(self, error: Exception | None = None) -> None:
        """Tell what came of trying again, once all of it has come or failed."""
        trial = self._trial
        if trial is None:
            return
        if trial.story is not self._view.article:
            # Another story is read by now: nobody wants to hear of this one.
            self._trial = None
            return
        if isinstance(error, SourceError):
            trial.is_cut_off |= error.again
            trial.reason = str(error)
        if not self._view.pictures_waited_for:
            self._trial = None
            self._messages.tell(_result(trial, missing=self._view.pictures_missing))


def _result(trial: _Trial, missing: int) -> str:
    came = max(0, trial.count - missing)
    if not missing:
        words = ngettext(
            "{n} picture has come: none is missing now.",
            "{n} pictures have come: none is missing now.",
            came,
        )
        return words.format(n=came)
    if came:
        words = ngettext(
            "{n} picture has come, {missing} could not be had.",
            "{n} pictures have come, {missing} could not be had.",
            came,
        )
        return words.format(n=came, missing=missing)
    if trial.is_cut_off:
        return _("No picture could be had: there is no connection to where they are.")
    words = ngettext(
        "The picture could not be had. {reason}",
        "None of the {n} pictures could be had. {reason}",
        missing,
    )
    return words.format(n=missing, reason=trial.reason)
