"""The name of a folder of sources."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from tidings.ui.dialog_parts import button_row, scrolled, size_within_screen
from tidings.ui.form import Form


class FolderDialog(QDialog):
    """``taken`` carries the name once it is saved; an empty one is for no folder."""

    taken = Signal(str)

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Folder: {title}").format(title=folder))
        form = Form()
        hint = _("Left empty, its sources are in no folder. That of another puts them in there.")
        self.name = form.field(_("Name"), folder, hint)
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
        self.name.setFocus()
        self.resize(size_within_screen(self, characters=48, lines=12))

    def _save(self) -> None:
        name = " ".join(self.name.text().split())
        self.accept()
        self.taken.emit(name)
