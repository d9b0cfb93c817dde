"""Who speaks the window, and how fast."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tidings.ui.amount import Amount
from tidings.ui.dialog_parts import button_row, scrolled, size_within_screen, wrap_lines
from tidings.ui.talking.who_speaks import Choice

_CHARACTERS = 56
"""As wide it is, where the screen is."""


class TalkingDialog(QDialog):
    """``wanted_changed`` carries whether the window is to be spoken, ``rate_changed`` words a
    minute, both at once; ``choice_changed`` a :class:`Choice` as the dialog closes. The arrows
    lead over all choices, and one of them may be silent.
    """

    wanted_changed = Signal(bool)
    choice_changed = Signal(object)
    rate_changed = Signal(int)

    def __init__(
        self,
        choice: Choice,
        rate: int,
        bounds: tuple[int, int, int],
        *,
        wanted: bool,
        parent: QWidget | None = None,
    ) -> None:
        """``bounds`` are the lowest and the highest rate, and the step between two."""
        super().__init__(parent)
        self.setWindowTitle(_("Speech of the window"))
        note = QLabel(
            _(
                "Tidings can say what has the focus, what you type, and every message, "
                "in the voice that reads stories."
            )
        )
        note.setWordWrap(True)
        self.talks = QCheckBox(_("Speak the window"))
        self.talks.setAccessibleDescription("F2")
        self.talks.setChecked(wanted)
        self.talks.toggled.connect(self.wanted_changed)
        who = QLabel(_("Who speaks it"))
        self.who = QListWidget()
        self.who.setAccessibleName(who.text())
        who.setBuddy(self.who)
        wrap_lines(self.who)
        self.who.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.who.setMinimumHeight(len(Choice) * (self.who.fontMetrics().height() + 24))
        for words in _choice_words().values():
            self.who.addItem(words)
        self.who.setCurrentRow(list(Choice).index(choice))
        self._choice = choice
        self.rate = Amount(_("Speed of the window, words a minute"), bounds, rate)
        self.rate.valueChanged.connect(self.rate_changed)
        label = QLabel(self.rate.accessibleName())
        label.setBuddy(self.rate)
        label.setWordWrap(True)
        speed = QHBoxLayout()
        speed.addWidget(label, 1)
        speed.addWidget(self.rate.shown)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for part in (note, self.talks, who, self.who):
            column.addWidget(part)
        column.addLayout(speed)
        column.addWidget(self.rate)
        column.addWidget(button_row(close))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolled(inside))
        self.talks.setFocus()
        self.resize(
            size_within_screen(self, _CHARACTERS, lines=18, height=inside.sizeHint().height())
        )

    def done(self, result: int) -> None:
        """Take the choice."""
        super().done(result)
        chosen = list(Choice)[self.who.currentRow()]
        if chosen is not self._choice:
            self.choice_changed.emit(chosen)


def _choice_words() -> dict[Choice, str]:
    return {
        Choice.AUTOMATIC: _("Your screen reader where one runs, else Tidings"),
        Choice.SCREEN_READER: _("Always your screen reader"),
        Choice.TIDINGS: _("Always Tidings"),
    }
