"""What to follow of a page that gives its stories in several ways."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from tidings.document import FeedLink
from tidings.ui.dialog_parts import button_row, size_within_screen, wrap_lines


class FollowDialog(QDialog):
    """``chosen`` carries the number of the feed, -1 for the page itself."""

    chosen = Signal(int)

    def __init__(self, feeds: Sequence[FeedLink], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What to follow"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        label = QLabel(
            _("This page gives its stories in several ways. What do you want to follow?")
        )
        label.setWordWrap(True)
        self.choices = QListWidget()
        self.choices.setAccessibleName(label.text())
        label.setBuddy(self.choices)
        wrap_lines(self.choices)
        # A feed first: it is made for this.
        for feed in feeds:
            self.choices.addItem(_("feed: {title}").format(title=feed.title or feed.url))
        self.choices.addItem(_("This page itself"))
        self._pages = len(feeds)
        self.choices.setCurrentRow(0)
        self.choices.itemActivated.connect(lambda _item: self.accept())
        take = QPushButton(_("Follow"))
        take.setDefault(True)
        take.setProperty("main", True)
        take.clicked.connect(self.accept)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        for part in (label, self.choices, button_row(take, close)):
            column.addWidget(part)
        self.choices.setFocus()
        self.resize(size_within_screen(self, characters=48, lines=16))

    def accept(self) -> None:
        """Take the choice the list stands on; a second Enter on its way changes nothing."""
        if self.isVisible():
            super().accept()
            row = self.choices.currentRow()
            self.chosen.emit(-1 if row == self._pages else row)
