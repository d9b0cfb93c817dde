"""Sources to begin with, by language, to be chosen from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from gettext import gettext as _

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tidings.intake import Suggestion, why
from tidings.ui.dialog_parts import (
    button_row,
    scrolled,
    size_within_screen,
    tell_of_entry,
    wrap_lines,
)
from tidings.ui.form import FormChoice
from tidings.ui.language_words import language_words
from tidings.ui.message_line import MessageLine
from tidings.ui.messages import Messages

_LINES = 6
"""Lines of the list that are seen at least, however low the screen."""


class SuggestionsDialog(QDialog):
    """The sources of one language at a time, each with a check; none has one at first.

    ``chosen`` carries those that were chosen, in all languages, once they are to be followed.
    """

    chosen = Signal(object)

    def __init__(
        self,
        suggestions: Sequence[Suggestion],
        followed: Collection[str],
        own_languages: Sequence[str],
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        """Offer them, those in the reader's own languages (BCP 47) first.

        ``followed`` are the addresses of those that need not be offered any more.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Sources to begin with"))
        self._suggestions = suggestions
        self._followed = followed
        self._chosen: set[str] = set()
        """The addresses that were chosen."""
        self._shown: list[Suggestion] = []
        self.messages = messages
        languages = _in_order({each.language for each in suggestions}, own_languages)
        self.language = FormChoice(
            [(language_words(each), each) for each in languages], languages[0]
        )
        language_label = QLabel(_("Language"))
        language_label.setBuddy(self.language)
        self._label = QLabel()
        self.list = QListWidget()
        self._label.setBuddy(self.list)
        wrap_lines(self.list)
        self.list.setMinimumHeight(_LINES * self.fontMetrics().height())
        hint = QLabel(_("Space chooses a source. None is asked before you follow it."))
        hint.setWordWrap(True)
        hint.setProperty("quiet", True)
        self.list.setAccessibleDescription(hint.text())
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(4, 4, 8, 4)
        parts.setSpacing(8)
        for part in (language_label, self.language, self._label, self.list, hint):
            parts.addWidget(part, int(part is self.list))
        follow = QPushButton(_("Follow"))
        follow.setDefault(True)
        follow.setProperty("main", True)
        follow.clicked.connect(self._follow)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(scrolled(inside), 1)
        column.addWidget(MessageLine(messages))
        column.addWidget(button_row(follow, close))
        self._show()
        self.language.currentIndexChanged.connect(lambda _index: self._show())
        self.list.itemChanged.connect(self._take_check)
        self.list.setFocus()
        self.resize(size_within_screen(self, characters=56, lines=30))

    def _show(self) -> None:
        """Show the sources of the language that is chosen."""
        name = _("Sources in {language}")
        self._label.setText(name.format(language=self.language.currentText()))
        self.list.setAccessibleName(self._label.text())
        self._shown = [each for each in self._suggestions if each.language == self.language.value]
        with QSignalBlocker(self.list):
            self.list.clear()
            for suggestion in self._shown:
                self.list.addItem(self._entry(suggestion))
        self.list.setCurrentRow(0)

    def _entry(self, suggestion: Suggestion) -> QListWidgetItem:
        followed = suggestion.address in self._followed
        reason = _("You follow it already.") if followed else why(suggestion)
        item = QListWidgetItem(f"{suggestion.title}\n{reason}")
        said = _("{title}. {why}").format(title=suggestion.title, why=reason)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        if followed:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        else:
            is_chosen = suggestion.address in self._chosen
            item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        return item

    def _take_check(self, item: QListWidgetItem) -> None:
        address = self._shown[self.list.row(item)].address
        if item.checkState() is Qt.CheckState.Checked:
            self._chosen.add(address)
            tell_of_entry(self.list, item, _("Chosen."))
        else:
            self._chosen.discard(address)
            tell_of_entry(self.list, item, _("Not chosen."))

    def _follow(self) -> None:
        chosen = tuple(each for each in self._suggestions if each.address in self._chosen)
        if not chosen:
            self.list.setFocus()
            self.messages.tell(_("No source is chosen yet."))
            return
        self.accept()
        self.chosen.emit(chosen)


def _in_order(languages: Collection[str], own: Sequence[str]) -> list[str]:
    """Return the reader's own languages first, then the others by their names."""
    bases = [each.replace("_", "-").partition("-")[0].casefold() for each in own]

    def place(language: str) -> tuple[int, str]:
        known = bases.index(language) if language in bases else len(bases)
        return known, language_words(language).casefold()

    return sorted(languages, key=place)
