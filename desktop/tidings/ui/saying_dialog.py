"""One word, and how it is to be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tidings.speech import Fix, FixError, Match
from tidings.ui.choice_box import ChoiceBox
from tidings.ui.dialog_parts import HEAR_KEY, button_row, scrolled, size_within_screen
from tidings.ui.field import Field
from tidings.ui.message_line import MessageLine
from tidings.ui.messages import Messages
from tidings.ui.saying_words import all_or_one, match_words, source_words
from tidings.ui.theme import Colours


@dataclass(frozen=True, slots=True)
class FixWish:
    """What the dialog begins with.

    ``old`` is the fix that is edited, None for a new one. ``languages`` and ``sources`` are
    offered beside all languages and all stories.
    """

    fix: Fix
    old: Fix | None = None
    languages: Sequence[str] = ()
    sources: Sequence[str] = ()


class FixDialog(QDialog):
    """Asks how a word is to be said.

    ``hear_wanted`` and ``saved`` carry the :class:`Fix` as it is typed, which can be used;
    ``quiet_wanted`` is emitted by the first Escape while ``is_heard`` tells that something
    is being spoken; the next one closes.
    """

    hear_wanted = Signal(object)
    quiet_wanted = Signal()
    saved = Signal(object)
    remove_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, wish: FixWish, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Say a word differently"))
        self.is_heard = False
        self._wish = wish
        fix = wish.fix
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self.written = self._field(_("It is written"), fix.written)
        self.said = self._field(_("Say it like this"), fix.said)
        words = match_words()
        self.match = self._choice(_("Find"), [(words[each], each.value) for each in Match])
        self._choose(self.match, fix.match.value)
        languages = dict.fromkeys(["", *filter(None, (fix.language, *wish.languages))])
        self.language = self._choice(
            _("Language"), [(all_or_one(each), each) for each in languages]
        )
        self._choose(self.language, fix.language)
        sources = dict.fromkeys(["", *filter(None, (fix.source, *wish.sources))])
        self.source = self._choice(_("Stories"), [(source_words(each), each) for each in sources])
        self._choose(self.source, fix.source)
        if fix.phoneme:
            self._column.addWidget(self._phoneme_note(fix.phoneme))
        self._column.addStretch(1)
        self.messages = messages
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.setSpacing(8)
        inside = QWidget()
        inside.setLayout(self._column)
        outer.addWidget(scrolled(inside), 1)
        outer.addWidget(MessageLine(messages))
        outer.addWidget(self._buttons())
        QShortcut(QKeySequence(HEAR_KEY), self, self._hear)
        self.said.setFocus()
        height = self._column.sizeHint().height() + self.fontMetrics().height() * 10
        self.resize(size_within_screen(self, characters=56, height=height))

    def fix(self) -> Fix:
        """Return the fix as it is typed. Raises FixError where it cannot be used."""
        fix = self._typed()
        fix.check()
        return fix

    def reject(self) -> None:
        """Fall silent first; close when nothing is heard."""
        if self.is_heard:
            self.quiet_wanted.emit()
        else:
            super().reject()

    def _typed(self) -> Fix:
        return Fix(
            self.written.text(),
            self.said.text(),
            Match(self.match.currentData()),
            self.language.currentData(),
            self.source.currentData(),
            self._wish.fix.phoneme,
        ).tidied()

    def _hear(self) -> None:
        """Hear it as it is typed; with nothing typed, as it is said now."""
        typed = self._typed()
        if not typed.said and typed.match is not Match.PATTERN:
            self.hear_wanted.emit(typed)
        elif (fix := self._checked()) is not None:
            self.hear_wanted.emit(fix)

    def _save(self) -> None:
        if (fix := self._checked()) is not None:
            self.is_heard = False
            # What is told of it is for the window behind.
            self.accept()
            self.saved.emit(fix)

    def _checked(self) -> Fix | None:
        """Return the fix, or tell what is wrong and go there."""
        try:
            return self.fix()
        except FixError as error:
            field = self.said if error.of_said else self.written
            field.setFocus()
            self.messages.tell(str(error))
            return None

    # --- parts -----------------------------------------------------------------------------

    def _field(self, name: str, text: str) -> Field:
        label = QLabel(name)
        field = Field(name)
        field.setText(text)
        label.setBuddy(field)
        self._column.addWidget(label)
        self._column.addWidget(field)
        return field

    def _choice(self, name: str, offered: list[tuple[str, str]]) -> ChoiceBox:
        label = QLabel(name)
        box = ChoiceBox()
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.set_ink(Colours.from_palette(self.palette()).ink)
        for words, data in offered:
            box.addItem(words, data)
        label.setBuddy(box)
        self._column.addWidget(label)
        self._column.addWidget(box)
        return box

    def _choose(self, box: ChoiceBox, data: str) -> None:
        box.setCurrentIndex(max(0, box.findData(data)))

    def _phoneme_note(self, phoneme: str) -> QLabel:
        words = _(
            "Its sounds, {sounds}, are kept for other programs. These voices do not use them."
        )
        note = QLabel(words.format(sounds=f"/{phoneme}/"))
        note.setWordWrap(True)
        note.setProperty("quiet", True)
        return note

    def _buttons(self) -> QWidget:
        self.hear = QPushButton(_("Hear it"))
        self.hear.setAccessibleDescription(HEAR_KEY)
        self.hear.clicked.connect(self._hear)
        self.save = QPushButton(_("Save"))
        self.save.setProperty("main", True)
        self.save.clicked.connect(self._save)
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        self.all = QPushButton(_("All words"))
        self.all.clicked.connect(self.list_wanted)
        self.remove = QPushButton(_("Remove"))
        self.remove.clicked.connect(self.remove_wanted)
        self.remove.setVisible(self._wish.old is not None)
        self.save.setDefault(True)
        return button_row(self.hear, self.save, self.cancel, self.remove, self.all)

    def _cancel(self) -> None:
        self.is_heard = False
        super().reject()
