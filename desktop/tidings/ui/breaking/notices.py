"""Headlines shown by the desktop while another window is in front."""

from __future__ import annotations

import os
import sys
import unicodedata
from gettext import gettext as _
from itertools import count

from PySide6.QtCore import QObject, Qt, Signal

from tidings.intake.headlines import Headline
from tidings.ui.breaking.bus_notices import BusNotices, Fate, Notice
from tidings.ui.session_bus import bus_address

LONGEST = 300
"""Characters that are shown of a headline."""

_JOINERS = "\u200c\u200d"
"""Format characters that words are written with, in Persian and others."""


class Notices(QObject):
    """Shows headlines; each signal carries the :class:`Headline` that it is about.

    ``opened``: the reader wants its story. ``shown``: it can be seen now. ``missed``: the
    desktop shows no notices, or there is no way to it here.
    """

    opened = Signal(object)
    shown = Signal(object)
    missed = Signal(object)
    _happened = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = bus_address(os.environ) if sys.platform == "linux" else ""
        self._bus: BusNotices | None = None
        self._numbers = count(1)
        self._headlines: dict[int, Headline] = {}
        self._happened.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def show(self, headline: Headline) -> None:
        """Show a headline; returns at once."""
        number = next(self._numbers)
        self._headlines[number] = headline
        if not self._address:
            self._happened.emit(number, Fate.MISSED)
            return
        if self._bus is None or not self._bus.is_there:
            self._bus = BusNotices(self._address, self._happened.emit)
        text = as_plain(headline.text)
        self._bus.show(Notice(number, _("Breaking news"), text, _("Open the story")))

    def withdraw(self, headline: Headline) -> None:
        """Take a headline away that is shown."""
        for number in [each for each, of in self._headlines.items() if of == headline]:
            del self._headlines[number]
            if self._bus is not None:
                self._bus.withdraw(number)

    def close(self) -> None:
        """Take all away."""
        if self._bus is not None:
            self._bus.close()

    def _take(self, number: int, fate: Fate) -> None:
        headline = self._headlines.get(number)
        if headline is None:
            return
        match fate:
            case Fate.SHOWN:
                self.shown.emit(headline)
            case Fate.MISSED:
                del self._headlines[number]
                self.missed.emit(headline)
            case Fate.OPENED:
                self.opened.emit(headline)


def as_plain(text: str) -> str:
    """Return a text of others as one line that can do no harm: no signs but those of words.

    What turns the direction of writing would turn that of the desktop's own words.
    """
    kept = "".join(
        sign if sign in _JOINERS or unicodedata.category(sign)[0] != "C" else " " for sign in text
    )
    words = " ".join(kept.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
