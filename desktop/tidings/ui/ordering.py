"""The commands on how stories are listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QObject

from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.list_choice import (
    ListChoice,
    ListOrder,
    kept_list_choice,
    list_choice_settings,
)
from tidings.ui.listings import VIEWS, Listing
from tidings.ui.messages import Messages


class Ordering(QObject):
    """Changes the order of lists, and whether read stories are in them; keeps the choice."""

    def __init__(self, desk: Desk, keeping: Keeping, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeping = keeping
        self._messages = messages

    def use(self, settings: Mapping[str, str]) -> None:
        """List as was chosen."""
        self._desk.choice = kept_list_choice(settings)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"next-order": self.next_order, "toggle-unread-only": self.toggle_unread_only}

    def next_order(self) -> None:
        """List in another order."""
        of_page = self._desk.listed_key not in VIEWS
        self._choose(self._desk.choice.next_order(of_page=of_page), _order_words)

    def toggle_unread_only(self) -> None:
        """Leave read stories out, or list them again."""
        choice = self._desk.choice
        self._choose(replace(choice, unread_only=not choice.unread_only), _unread_words)

    def _choose(self, choice: ListChoice, words: Callable[[ListChoice, Listing], str]) -> None:
        if not self._desk.listed_key:
            self._messages.tell(_("What was found stays in its order."))
            return
        for name, value in list_choice_settings(choice).items():
            self._keeping.remember(name, value)
        self._desk.list_anew(choice, partial(self._tell, words, choice))

    def _tell(
        self, words: Callable[[ListChoice, Listing], str], choice: ListChoice, listing: Listing
    ) -> None:
        count = len(listing.rows) + listing.beyond
        stories = ngettext("{n} story", "{n} stories", count).format(n=count)
        self._messages.tell(words(choice, listing).format(stories=stories))


def _order_words(choice: ListChoice, listing: Listing) -> str:
    if choice.order is ListOrder.OLDEST:
        return _("The oldest first: {stories}.")
    if choice.order is ListOrder.NEWEST or listing.key in VIEWS:
        return _("The newest first: {stories}.")
    return _("In the order of the page: {stories}.")


def _unread_words(choice: ListChoice, listing: Listing) -> str:
    if not choice.unread_only:
        return _("Read stories are listed too: {stories}.")
    if listing.key == "unread" or listing.choice.unread_only:
        return _("Read stories are left out: {stories}.")
    return _("Nothing here is unread, so all of it is listed: {stories}.")
