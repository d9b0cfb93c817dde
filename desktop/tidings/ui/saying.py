"""The words that the reader wants said differently: at hand in the window, kept in a file."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from tidings.document import Article, Position
from tidings.playback import Remake
from tidings.speech import (
    Fix,
    Kept,
    Lexicon,
    LexiconError,
    LexiconFile,
    LexiconRewriter,
    Match,
    ScriptMaker,
    as_said,
    base_language,
    read_lexicon,
    source_of,
    word_around,
    write_lexicon,
)
from tidings.ui.desk import Desk
from tidings.ui.hearing import Hearing
from tidings.ui.listening import HEADLINE, Listening
from tidings.ui.saying_dialog import FixDialog, FixWish
from tidings.ui.saying_list import FixList
from tidings.ui.saying_words import fix_words
from tidings.ui.speaker import Speaker
from tidings.ui.tasks import Tasks
from tidings.ui.window import MainWindow

_FILTER = "*.pls *.xml"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a story: its text, its language without the region, and where it is from."""

    text: str
    language: str
    source: str
    fix: Fix | None


class Saying(QObject):
    """Connects the dialogs with what is spoken, and keeps what was chosen.

    A change holds at once for what is spoken next. It is written after that; where it cannot
    be, it holds until the program ends, and that is said.
    """

    def __init__(
        self,
        file: LexiconFile,
        scripts: ScriptMaker,
        desk: Desk,
        speaker: Speaker,
        listening: Listening,
        tasks: Tasks,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._file = file
        self._scripts = scripts
        self._desk = desk
        self._speaker = speaker
        self._listening = listening
        self._tasks = tasks
        self._window = window
        self._list: FixList | None = None
        self._undone_by: list[tuple[str, Callable[[Lexicon], Lexicon]]] = []
        """What was done, and how it is taken back."""
        self._under_way = 0
        """How many changes are not in the file yet."""
        scripts.too_slow = self._tell_slow

    @property
    def lexicon(self) -> Lexicon:
        """The fixes that hold."""
        return self._scripts.lexicon

    def begin(self) -> None:
        """Read what is kept."""
        self._keep(self._file.read)

    def fix_word(self) -> None:
        """Ask how the word that is being spoken, or the one at the caret, is to be said."""
        word = self._word_at_hand()
        if word is None:
            self._window.messages.tell(_("There is no word here. Go to one in a story."))
            return
        fix = word.fix or Fix(word.text, "", language=word.language)
        self._ask(FixWish(fix, word.fix, *_offers(word)), word, self._window)

    def list_fixes(self) -> None:
        """Show all words that are said differently."""
        dialog = FixList(self.lexicon, self._window.messages, self._window)
        self._list = dialog
        dialog.new_wanted.connect(partial(self._ask_new, dialog))
        dialog.edit_wanted.connect(partial(self._ask_again, dialog))
        dialog.remove_wanted.connect(self._remove)
        dialog.undo_wanted.connect(self._undo)
        dialog.import_wanted.connect(partial(self._import_from, dialog))
        dialog.export_wanted.connect(partial(self._export_to, dialog))
        dialog.finished.connect(self._list_closed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do that belong here."""
        return {"fix-word": self.fix_word, "list-fixes": self.list_fixes}

    # --- one word --------------------------------------------------------------------------

    def _word_at_hand(self) -> _Word | None:
        position = self._listening.place or self._window.view.position_at_caret()
        article = self._desk.stories.article(position.article) if position else None
        script = self._desk.stories.script(position.article) if position else None
        if position is None or article is None or script is None:
            return None
        text = article.part_text(position.block)
        start, end = word_around(text, position.character)
        if start == end:
            return None
        cue = script.at(Position(article.id, position.block, start))
        language = script.utterance(cue).language if cue else article.language
        source = source_of(article)
        fix = self._scripts.rewriter(source).fix_at(text, start, language)
        return _Word(text[start:end], base_language(language), source, fix)

    def _ask_new(self, parent: QWidget) -> None:
        word = self._word_at_hand()
        languages, sources = _offers(word)
        language = languages[0] if languages else ""
        self._ask(FixWish(Fix("", "", language=language), None, languages, sources), word, parent)

    def _ask_again(self, parent: QWidget, fix: Fix) -> None:
        word = self._word_at_hand()
        self._ask(FixWish(fix, fix, *_offers(word)), word, parent)

    def _ask(self, wish: FixWish, word: _Word | None, parent: QWidget) -> None:
        dialog = FixDialog(wish, self._window.messages, parent)
        hearing = Hearing(self._speaker, self._listening, self._window.view.go_to, dialog)
        hearing.changed.connect(partial(setattr, dialog, "is_heard"))
        dialog.quiet_wanted.connect(hearing.stop)
        dialog.hear_wanted.connect(partial(self._hear, hearing, word))
        dialog.saved.connect(partial(self._save, wish.old))
        dialog.remove_wanted.connect(partial(self._remove_in, dialog, wish.old))
        dialog.list_wanted.connect(partial(self._leave_for_list, dialog))
        dialog.finished.connect(hearing.end)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        if parent is self._list:
            dialog.all.hide()

    def _hear(self, hearing: Hearing, word: _Word | None, fix: Fix) -> None:
        written = word.text if word and fix.match is Match.PATTERN else fix.written
        language = fix.language or (word.language if word else "")
        alone = LexiconRewriter(Lexicon((fix,)), fix.source)
        replacements = alone.replacements(written, language)
        if fix.match is Match.PATTERN and not replacements:
            words = _("The pattern does not fit “{word}”.")
            self._window.messages.tell(words.format(word=written))
        elif said := as_said(written, replacements).strip():
            article = Article(HEADLINE, said, (), language=language)
            hearing.hear(self._scripts.as_written(article))

    def _save(self, old: Fix | None, fix: Fix) -> None:
        self._do(lambda lexicon: lexicon.put(fix, instead_of=old))
        self._tell(fix_words(fix) + ".")
        if self._list is not None:
            self._list.go_to(fix)

    def _remove_in(self, dialog: FixDialog, fix: Fix | None) -> None:
        dialog.done(FixDialog.DialogCode.Rejected)
        if fix is not None:
            self._remove(fix)

    def _leave_for_list(self, dialog: FixDialog) -> None:
        dialog.done(FixDialog.DialogCode.Rejected)
        self.list_fixes()

    # --- all words -------------------------------------------------------------------------

    def _remove(self, fix: Fix) -> None:
        self._undone_by.append((fix.written, lambda lexicon: lexicon.put(fix)))
        self._do(lambda lexicon: lexicon.without(fix))
        self._tell(_("Removed: {word}. Undo brings it back.").format(word=fix.written))

    def _undo(self) -> None:
        if not self._undone_by:
            self._tell(_("There is nothing to undo."))
            return
        name, operation = self._undone_by.pop()
        self._do(operation)
        self._tell(_("Undone: {word}").format(word=name))

    def _import_from(self, parent: QWidget) -> None:
        dialog = QFileDialog(parent, _("Import words"), "", _filters())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        # Else Delete in its list of files would delete them.
        dialog.setOption(QFileDialog.Option.ReadOnly)
        dialog.fileSelected.connect(lambda name: self.import_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def import_file(self, path: Path) -> None:
        """Take over the words of a file that are not said differently already."""

        def read() -> tuple[Lexicon, int]:
            found = read_lexicon(path)
            return found.lexicon, found.unused

        def take(found: tuple[Lexicon, int]) -> None:
            other, unused = found
            new = self.lexicon.missing(other)
            if new:
                self._undone_by.append((path.name, lambda lexicon: lexicon.without(*new)))
                self._do(lambda lexicon: Lexicon((*lexicon.fixes, *lexicon.missing(other))))
            self._tell(_import_words(len(new), len(other.fixes) - len(new), unused))

        self._tasks.at_once(read, take, self._failed)

    def _export_to(self, parent: QWidget) -> None:
        dialog = QFileDialog(parent, _("Export words"), "tidings-words.pls", _filters())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pls")
        dialog.fileSelected.connect(lambda name: self.export_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_file(self, path: Path) -> None:
        """Write all words to a file, for others to use."""
        lexicon = self.lexicon
        count = len(lexicon.fixes)
        words = ngettext(
            "{n} word was written to {file}.", "{n} words were written to {file}.", count
        )
        self._tasks.at_once(
            lambda: write_lexicon(lexicon, path),
            lambda _none: self._tell(words.format(n=count, file=path.name)),
            self._failed,
        )

    def _list_closed(self) -> None:
        self._list = None
        self._undone_by.clear()

    # --- keeping and using -----------------------------------------------------------------

    def _do(self, operation: Callable[[Lexicon], Lexicon]) -> None:
        """Change the words: at once for the ear, then in the file."""
        self._use(operation(self.lexicon))
        self._keep(lambda: self._file.change(operation))

    def _keep(self, work: Callable[[], Kept]) -> None:
        self._under_way += 1
        self._tasks.in_order(work, self._kept, self._not_kept)

    def _kept(self, kept: Kept) -> None:
        self._under_way -= 1
        # What is done meanwhile is not in this file yet.
        if not self._under_way:
            self._use(kept.lexicon)
        if kept.notice:
            self._window.messages.warn(kept.notice)

    def _not_kept(self, error: Exception) -> None:
        self._under_way -= 1
        self._failed(error)

    def _use(self, lexicon: Lexicon) -> None:
        if lexicon == self.lexicon:
            return
        self._scripts.lexicon = lexicon
        self._desk.stories.remake()
        self._speaker.on(Remake())
        if self._list is not None:
            self._list.show_lexicon(lexicon)

    def _tell(self, sentence: str) -> None:
        self._window.messages.tell(sentence)

    def _tell_slow(self, fix: Fix) -> None:
        words = _("The pattern “{pattern}” takes too long to find and is not used for now.")
        self._window.messages.warn(words.format(pattern=fix.written))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, LexiconError):
            _log.error("the words could not be kept", exc_info=error)
            error = LexiconError(_("Something went wrong with your words; they may not be kept."))
        self._window.messages.warn(str(error))


def _offers(word: _Word | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The languages and the sources that can be chosen where a word is at hand."""
    return ((word.language,), (word.source,)) if word else ((), ())


def _filters() -> str:
    return _("Words that are said differently ({files});;All files (*)").format(files=_FILTER)


def _import_words(new: int, known: int, unused: int) -> str:
    told = [ngettext("{n} new word.", "{n} new words.", new).format(n=new)]
    if known:
        told.append(
            ngettext(
                "{n} that you have already stays as you have it.",
                "{n} that you have already stay as you have them.",
                known,
            ).format(n=known)
        )
    if unused:
        told.append(ngettext("{n} cannot be used.", "{n} cannot be used.", unused).format(n=unused))
    return " ".join(told)
