"""What is announced of a story, as a table of choices."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tidings.speech import (
    PRESETS,
    WITH_WORDS,
    Announced,
    Announcing,
    Way,
    preset_of,
    ways_for,
)
from tidings.ui.announcing_words import kind_words, preset_words, way_words
from tidings.ui.choice_box import ChoiceBox
from tidings.ui.dialog_parts import button_row, scrolled, size_within_screen
from tidings.ui.theme import Colours

_AROUND = 96
"""Pixels of a row that are neither label nor box: margins, spacing, and the scroll bar."""


class AnnouncingDialog(QDialog):
    """The presets, and below them every kind with its way.

    ``changed`` carries the :class:`Announcing` at every change: there is nothing to confirm.
    ``tone_chosen`` carries a kind that is to be a tone from now on.
    """

    changed = Signal(object)
    tone_chosen = Signal(object)

    def __init__(self, table: Announcing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What is announced"))
        self._table = table
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        self.preset = _Choice()
        for name, words in preset_words().items():
            self.preset.addItem(words, name)
        label = QLabel(_("How much"))
        label.setBuddy(self.preset)
        note = QLabel(
            _(
                "What is skipped is left out of what you hear, not muted. "
                "The text on the screen stays whole."
            )
        )
        note.setWordWrap(True)
        note.setProperty("quiet", True)
        self.kinds = {kind: _Choice() for kind in Announced}
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        column.addWidget(label)
        column.addWidget(self.preset)
        column.addWidget(note)
        size = size_within_screen(self, characters=72, lines=30)
        column.addWidget(scrolled(self._rows(size.width())), 1)
        column.addWidget(button_row(close))
        self._show()
        self.preset.activated.connect(self._take_preset)
        self.preset.setFocus()
        self.resize(size)

    def _rows(self, width: int) -> QWidget:
        """Every kind beside its box; above it, where ``width`` pixels are too few for both."""
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 8, 8, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        words = kind_words()
        labels = {kind: QLabel(words[kind]) for kind in self.kinds}
        for kind, box in self.kinds.items():
            label = labels[kind]
            label.setWordWrap(True)
            label.setBuddy(box)
            for way in ways_for(kind):
                box.addItem(way_words(way, has_words=kind in WITH_WORDS), way.value)
            box.currentIndexChanged.connect(lambda _index, kind=kind: self._take(kind))
        widest = max(label.sizeHint().width() for label in labels.values())
        widest += max(box.sizeHint().width() for box in self.kinds.values())
        are_beside = widest + _AROUND < width
        for row, (kind, box) in enumerate(self.kinds.items()):
            grid.addWidget(labels[kind], row if are_beside else 2 * row, 0)
            grid.addWidget(box, row if are_beside else 2 * row + 1, int(are_beside))
        return inside

    def _take_preset(self, _index: int) -> None:
        self._change(PRESETS.get(self.preset.currentData(), self._table))

    def _take(self, kind: Announced) -> None:
        way = Way(self.kinds[kind].currentData())
        self._change(self._table.put(kind, way))
        if way is Way.SOUND:
            self.tone_chosen.emit(kind)

    def _change(self, table: Announcing) -> None:
        if table.ways == self._table.ways:
            self._show()
            return
        self._table = table
        self._show()
        self.changed.emit(table)

    def _show(self) -> None:
        """Show the table in the boxes; only the one in use tells of its change."""
        name = preset_of(self._table)
        own = self.preset.findData("")
        if name and own >= 0:
            self.preset.removeItem(own)
        elif not name and own < 0:
            self.preset.addItem(_("My own"), "")
        _choose(self.preset, name)
        for kind, box in self.kinds.items():
            _choose(box, self._table.of(kind).value)


class _Choice(ChoiceBox):
    """A box among many: turning the wheel scrolls the table, and changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Its longest words may be wider than a small screen.
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)
        self.set_ink(Colours.from_palette(self.palette()).ink)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the table."""
        event.ignore()


def _choose(box: ChoiceBox, data: str) -> None:
    index = box.findData(data)
    if index != box.currentIndex():
        was = box.blockSignals(True)
        box.setCurrentIndex(index)
        box.blockSignals(was)
