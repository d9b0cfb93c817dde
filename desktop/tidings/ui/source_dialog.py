"""One source: its name and folder, how often it is asked, what is told and kept of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from tidings.library import Source, SourceChoices
from tidings.ui import source_words
from tidings.ui.dialog_parts import button_row, scrolled, size_within_screen
from tidings.ui.form import Form
from tidings.ui.message_line import MessageLine
from tidings.ui.messages import Messages
from tidings.ui.source_words import count_words, days_words, interval_words, usual_words


@dataclass(frozen=True, slots=True)
class SourceWish:
    """What the reader wants of a source.

    ``name`` is empty for the name that its page gives, ``folder`` where it is in none.
    """

    name: str
    folder: str
    choices: SourceChoices


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """What the dialog begins with.

    ``usual`` is the interval in minutes of sources that have none of their own. ``words`` are
    offered to be watched for, empty for none. ``state`` says how the source is. ``from_web``:
    it can be asked for news.
    """

    source: Source
    folders: tuple[str, ...]
    usual: int
    words: str
    state: str
    from_web: bool = True


class SourceDialog(QDialog):
    """Asks what is wanted of a source.

    ``taken`` carries the :class:`SourceWish` once it is saved; ``ask_wanted`` is emitted where
    the source is to be asked at once.
    """

    taken = Signal(object)
    ask_wanted = Signal()

    def __init__(
        self, sheet: SourceSheet, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Source: {title}").format(title=sheet.source.title))
        self._sheet = sheet
        self.messages = messages
        form = Form()
        self._add_place(form)
        if sheet.from_web:
            self._add_asking(form)
            self._add_breaking(form)
        self._add_keeping(form)
        self._add_state(form)
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
        column.addWidget(MessageLine(messages))
        column.addWidget(button_row(save, cancel))
        self.name.setFocus()
        self.resize(size_within_screen(self, characters=56, lines=34))

    def show_state(self, state: str) -> None:
        """Say anew how the source is."""
        self.state.setText(state)

    def wish(self) -> SourceWish:
        """Return what is wanted, as the form has it now."""
        source = self._sheet.source
        name = " ".join(self.name.text().split())
        choices = replace(
            source.choices, keep_days=self.keep_days.value, keep_count=self.keep_count.value
        )
        if self._sheet.from_web:
            choices = replace(
                choices,
                followed=self.followed.isChecked(),
                every=self.every.value,
                full_text=self.full_text.isChecked(),
                watch_breaking=self.watch.isChecked(),
                watch_words=self.words.text().strip(),
            )
        return SourceWish("" if name == source.page_title else name, self._folder(), choices)

    # --- parts -----------------------------------------------------------------------------

    def _add_place(self, form: Form) -> None:
        source = self._sheet.source
        hint = _("Left empty, it is called {title}.")
        self.name = form.field(_("Name"), source.title, hint.format(title=source.page_title))
        folders: list[tuple[str, str | None]] = [(each, each) for each in self._sheet.folders]
        offered = [(_("No folder"), ""), *folders, (_("A new folder"), None)]
        self.folder = form.choice(_("Folder"), offered, source.folder)
        self.new_folder = form.field(_("Name of the new folder"), "")
        self.folder.currentIndexChanged.connect(
            lambda _index: form.offer(self.new_folder, on=self.folder.value is None)
        )
        form.offer(self.new_folder, on=False)

    def _add_asking(self, form: Form) -> None:
        choices = self._sheet.source.choices
        form.begin_group(_("New stories"))
        self.followed = form.check(_("Look there for new stories"), on=choices.followed)
        usual: list[tuple[str, int | None]] = [(usual_words(self._sheet.usual), None)]
        intervals = source_words.offered(source_words.INTERVALS, choices.every)
        offered = usual + [(interval_words(n), n) for n in intervals if n is not None]
        self.every = form.choice(_("How often"), offered, choices.every)
        self.every.setEnabled(choices.followed)
        self.followed.toggled.connect(self.every.setEnabled)
        self.full_text = form.check(
            _("Fetch whole stories ahead"),
            on=choices.full_text,
            hint=_("They open at once then, and without a network too."),
        )

    def _add_breaking(self, form: Form) -> None:
        choices = self._sheet.source.choices
        form.begin_group(_("Breaking news"))
        self.watch = form.check(
            _("Tell of breaking news"),
            on=choices.watch_breaking,
            hint=_("What its bar says, and titles that hold one of the words."),
        )
        self.words = form.field(
            _("Words to watch for"),
            choices.watch_words,
            _("With commas between them; * stands for the rest of a word: storm, flood*"),
        )
        self.usual_words = QPushButton(_("Put in usual words"))
        self.usual_words.setAccessibleDescription(self._sheet.words)
        self.usual_words.setToolTip(self._sheet.words)
        self.usual_words.clicked.connect(self._put_in_words)
        if self._sheet.words:
            form.add(button_row(self.usual_words))

    def _add_keeping(self, form: Form) -> None:
        choices = self._sheet.source.choices
        form.begin_group(_("Stories that have left the page"))
        days = source_words.offered(source_words.DAYS, choices.keep_days)
        self.keep_days = form.choice(
            _("Keep them"), [(days_words(each), each) for each in days], choices.keep_days
        )
        counts = source_words.offered(source_words.COUNTS, choices.keep_count)
        self.keep_count = form.choice(
            _("How many"),
            [(count_words(each), each) for each in counts],
            choices.keep_count,
            _("Saved stories are kept in any case."),
        )

    def _add_state(self, form: Form) -> None:
        form.begin_group(_("Where it is"))
        self.address = form.field(_("Address"), self._sheet.source.address)
        self.address.setReadOnly(True)
        self.state = QLabel(self._sheet.state)
        self.state.setWordWrap(True)
        # To be read again by ear, after asking too.
        self.state.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if self._sheet.from_web:
            form.add_said_elsewhere(self.state)
            self.ask = QPushButton(_("Ask it now"))
            self.ask.clicked.connect(self.ask_wanted)
            form.add(button_row(self.ask))

    # --- what is done ----------------------------------------------------------------------

    def _folder(self) -> str:
        """Return the folder; empty also where the new one has no name yet."""
        chosen = self.folder.value
        return " ".join(self.new_folder.text().split()) if chosen is None else chosen

    def _put_in_words(self) -> None:
        """Add the usual words to those that are there."""
        there = [word.strip() for word in self.words.text().split(",") if word.strip()]
        usual = [word.strip() for word in self._sheet.words.split(",")]
        self.words.setText(", ".join(dict.fromkeys([*there, *usual])))
        self.words.setFocus()

    def _save(self) -> None:
        if self.folder.value is None and not self._folder():
            self.new_folder.setFocus()
            self.messages.tell(_("Type the name of the new folder, or choose another."))
            return
        wish = self.wish()
        # What is told of it is for the window behind.
        self.accept()
        self.taken.emit(wish)
