"""How often sources are asked that have no time of their own, and whether at the start."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from tidings.ui.dialog_parts import button_row, scrolled, size_within_screen
from tidings.ui.form import Form
from tidings.ui.source_words import INTERVALS, interval_words


class RefreshDialog(QDialog):
    """``taken`` carries minutes (0: by hand alone), and whether at the start, once it is saved."""

    taken = Signal(int, bool)

    def __init__(self, usual: int, *, at_start: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("How sources are asked"))
        form = Form()
        offered = INTERVALS if usual in INTERVALS else (*INTERVALS, usual)
        self.every = form.choice(
            _("How often"),
            [(interval_words(minutes), minutes) for minutes in offered],
            usual,
            _("A source that has a time of its own keeps it."),
        )
        self.at_start = form.check(_("When Tidings starts, too"), on=at_start)
        save = QPushButton(_("Save"))
        save.setDefault(True)
        save.setProperty("main", True)
        save.clicked.connect(self._save)
        cancel = QPushButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(scrolled(form), 1)
        column.addWidget(button_row(save, cancel))
        self.every.setFocus()
        self.resize(size_within_screen(self, characters=48, lines=14))

    def _save(self) -> None:
        self.accept()
        self.taken.emit(self.every.value, self.at_start.isChecked())
