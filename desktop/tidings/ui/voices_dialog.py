"""Voices by language, to be heard before one is taken; and how fast, high and loud they speak."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tidings.playback import Voicing
from tidings.speech import Voice, choose, family, offered, voices_of
from tidings.ui.amount import Amount
from tidings.ui.choice_box import ChoiceBox
from tidings.ui.dialog_parts import HEAR_KEY, button_row, scrolled, size_within_screen, wrap_lines
from tidings.ui.language_words import language_words
from tidings.ui.manner import (
    FASTEST,
    PITCH_STEP,
    RATE_STEP,
    SLOWEST,
    VOLUME_STEP,
    percent,
)
from tidings.ui.theme import Colours
from tidings.ui.voice_words import group_words, grouped, in_group_words, voice_words
from tidings.ui.wrapping_button import WrappingButton

_VOICE = Qt.ItemDataRole.UserRole
_ROWS = 6
"""As many voices are seen at least."""
_CHARACTERS = 64
"""As wide it is, where the screen is."""
_SLIDER, _AROUND = 128, 80
"""Pixels: the least length of a slider, and what is neither slider nor words in its row."""


class VoicesDialog(QDialog):
    """The voices of one language at a time, in their groups.

    ``hear_wanted`` and ``voice_chosen`` carry a language and the id of a voice, empty for
    the language's own; the others the number that was set. ``missing`` gives what is to be
    said of a language without a voice.
    """

    hear_wanted = Signal(str, str)
    voice_chosen = Signal(str, str)
    rate_changed = Signal(int)
    pitch_changed = Signal(int)
    volume_changed = Signal(int)

    def __init__(
        self,
        voices: tuple[Voice, ...],
        voicing: Voicing,
        language: str,
        missing: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Voices"))
        self._voices = voices
        self._picks = voicing.voices
        self._missing = missing
        self.language = ChoiceBox()
        self.language.set_ink(Colours.from_palette(self.palette()).ink)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.list = _VoiceList()
        self.list.setAccessibleDescription(_("Space: hear the voice. Enter: use it."))
        self._list_label = QLabel()
        hint = QLabel(self.list.accessibleDescription())
        hint.setProperty("quiet", True)
        hint.setWordWrap(True)
        self.hear = self._button(_("Hear the voice"), self._hear)
        self.hear.setAccessibleDescription(HEAR_KEY)
        self.use = self._button(_("Use the voice"), self._use)
        self.use.setProperty("main", True)
        self.usual = WrappingButton(_("Usual speed, pitch and volume"))
        self.usual.clicked.connect(self._back_to_usual)
        self.close_button = self._button(_("Close"), self.reject)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(_label(_("Language"), self.language))
        column.addWidget(self.language)
        column.addWidget(self.note)
        column.addWidget(self._list_label)
        column.addWidget(self.list, 1)
        column.addWidget(hint)
        column.addWidget(button_row(self.hear, self.use))
        width = size_within_screen(self, _CHARACTERS).width()
        column.addLayout(self._amounts(voicing, width))
        column.addWidget(button_row(self.usual, self.close_button))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(inside))
        QShortcut(QKeySequence(HEAR_KEY), self, self._hear)
        self.list.hear_wanted.connect(self._hear)
        self.list.taken.connect(self._use)
        self.show_voices(voices, language)
        self.language.currentIndexChanged.connect(lambda _index: self._fill())
        self.list.setFocus()
        metrics = self.list.fontMetrics()
        self.list.setMinimumHeight(_ROWS * (metrics.height() + 16) + 8)
        self.resize(
            size_within_screen(self, _CHARACTERS, lines=34, height=self.sizeHint().height())
        )

    def show_voices(self, voices: tuple[Voice, ...], language: str = "") -> None:
        """Offer these voices, those of a language first; without one, of that in hand."""
        self._voices = voices
        wanted = family(language) or self._language
        families = {wanted, *(family(voice.language) for voice in offered(voices))}
        names = sorted((language_words(each), each) for each in families)
        self.language.blockSignals(True)
        self.language.clear()
        for name, each in names:
            self.language.addItem(name, each)
        self.language.setCurrentIndex(self.language.findData(wanted))
        self.language.blockSignals(False)
        self._fill()

    # --- parts -----------------------------------------------------------------------------

    def _amounts(self, voicing: Voicing, width: int) -> QGridLayout:
        """Speed, pitch and volume within ``width`` pixels."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rate = (SLOWEST, FASTEST, RATE_STEP)
        self.rate = Amount(_("Speed, words a minute"), rate, voicing.rate)
        self.pitch = Amount(_("Pitch"), (0, 100, PITCH_STEP), voicing.pitch)
        self.volume = Amount(_("Volume"), (0, 100, VOLUME_STEP), percent(voicing.volume))
        self.rate.valueChanged.connect(self.rate_changed)
        self.pitch.valueChanged.connect(self.pitch_changed)
        self.volume.valueChanged.connect(self.volume_changed)
        amounts = (self.rate, self.pitch, self.volume)
        names = [_label(amount.accessibleName(), amount) for amount in amounts]
        words = sum(
            max(label.sizeHint().width() for label in labels)
            for labels in (names, [amount.shown for amount in amounts])
        )
        are_beside = words + _SLIDER + _AROUND < width
        for row, (name, amount) in enumerate(zip(names, amounts, strict=True)):
            line = row if are_beside else 2 * row
            grid.addWidget(name, line, 0)
            grid.addWidget(amount.shown, line, 2)
            if are_beside:
                grid.addWidget(amount, line, 1)
            else:
                grid.addWidget(amount, line + 1, 0, 1, 3)
        return grid

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: do())
        return button

    # --- voices ----------------------------------------------------------------------------

    @property
    def _language(self) -> str:
        return str(self.language.currentData() or "")

    def _fill(self) -> None:
        language = self._language
        name = _("Voices for {language}").format(language=language_words(language))
        self._list_label.setText(name)
        self.list.setAccessibleName(name)
        note = self._missing(language) if self._voices else _("The voices are being fetched.")
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.language.setAccessibleDescription(note)
        chosen = self._picks.get(language, "")
        own = choose(self._voices, language)
        automatic = _("Automatic")
        if own is not None:
            automatic = _("Automatic: {voice}").format(voice=in_group_words(own))
        self.list.clear()
        self._add(automatic, automatic, "", chosen)
        group = ""
        for voice in grouped(voices_of(self._voices, language)):
            if group != group_words(voice):
                group = group_words(voice)
                self.list.add_heading(group)
            self._add(voice_words(voice), in_group_words(voice), voice.id, chosen)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _add(self, text: str, spoken: str, voice: str, chosen: str) -> None:
        form = _("{voice} (in use)") if voice == chosen else "{voice}"
        item = QListWidgetItem(form.format(voice=text))
        item.setData(_VOICE, voice)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, form.format(voice=spoken))
        self.list.addItem(item)
        if voice == chosen:
            self.list.setCurrentItem(item)

    def _hear(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.hear_wanted.emit(self._language, str(item.data(_VOICE)))

    def _use(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.voice_chosen.emit(self._language, str(item.data(_VOICE)))
            self.accept()

    def _back_to_usual(self) -> None:
        usual = Voicing()
        self.rate.setValue(usual.rate)
        self.pitch.setValue(usual.pitch)
        self.volume.setValue(percent(usual.volume))


class _VoiceList(QListWidget):
    """Voices under headings: Space hears one, Enter or a double click takes it."""

    hear_wanted = Signal()
    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        wrap_lines(self)
        self.itemDoubleClicked.connect(lambda _item: self.taken.emit())

    def add_heading(self, text: str) -> None:
        """Add a line that cannot be chosen."""
        heading = QListWidgetItem(text)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self.addItem(heading)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear or take the voice."""
        if event.key() == Qt.Key.Key_Space:
            self.hear_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(buddy)
    return label
