"""Where to go and what to look for: the fields above the sources."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tidings.ui.field import Field


class Header(QWidget):
    """Fields for an address and for a search.

    ``address_given`` and ``search_given`` carry what was typed when Enter was pressed.
    """

    address_given = Signal(str)
    search_given = Signal(str)
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(4)
        self.address = self._field(_("Address"))
        self.address.returnPressed.connect(self._give_address)
        self.file = QPushButton(_("Open file"))
        self.file.clicked.connect(self.file_wanted)
        self._column.addWidget(self.file)
        self.search = self._field(_("Search stories"))
        self.search.returnPressed.connect(lambda: self.search_given.emit(self.search.text()))

    def show_address(self, address: str) -> None:
        """Show where the page came from, unless the reader is typing."""
        if not self.address.hasFocus():
            self.address.setText(address)
            self.address.setCursorPosition(0)

    def _give_address(self) -> None:
        self.address_given.emit(self.address.text().strip())

    def _field(self, name: str) -> Field:
        label = QLabel(name)
        field = Field(name)
        label.setBuddy(field)
        self._column.addWidget(label)
        self._column.addWidget(field)
        return field
