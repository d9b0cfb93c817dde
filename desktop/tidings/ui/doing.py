"""What every command does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QLineEdit

from tidings.playback import Unit
from tidings.ui import text_size
from tidings.ui.announcing import AnnouncingChoice
from tidings.ui.browsing import Browsing
from tidings.ui.commands import Commands
from tidings.ui.desk import Desk
from tidings.ui.finding import Finding
from tidings.ui.help import CommandList
from tidings.ui.keeping import Keeping
from tidings.ui.letter_keys import LETTER_KEYS, letter_keys_to_text, letter_keys_words
from tidings.ui.listed import Step
from tidings.ui.listening import Listening
from tidings.ui.manner import Manner
from tidings.ui.message_list import MessageList
from tidings.ui.no_more import NoMore
from tidings.ui.reading import Landmark
from tidings.ui.row_parts_choice import RowPartsChoice
from tidings.ui.size_group import size_words
from tidings.ui.voice_choice import VoiceChoice
from tidings.ui.window import MainWindow, Pane

TEXT_SIZE = "text-size"
"""The name under which the size of the text is kept."""


class Doing:
    """The doings of the window, for the table of keys, the palette and the buttons."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        keeping: Keeping,
        browsing: Browsing,
        finding: Finding,
        listening: Listening,
        manner: Manner,
        announcing: AnnouncingChoice,
        voice_choice: VoiceChoice,
        row_parts: RowPartsChoice,
        no_more: NoMore,
    ) -> None:
        self._window = window
        self._desk = desk
        self._keeping = keeping
        self._browsing = browsing
        self._finding = finding
        self._listening = listening
        self._manner = manner
        self._announcing = announcing
        self._voice_choice = voice_choice
        self._row_parts = row_parts
        self._no_more = no_more
        self.commands: Commands | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        window, desk, listening = self._window, self._desk, self._listening
        doing: dict[str, Callable[[], None]] = {
            "next-pane": partial(window.step_pane, True),
            "previous-pane": partial(window.step_pane, False),
            "go-to-address": partial(self._enter, window.header.address),
            "open-file": self._browsing.open_file,
            "command-palette": partial(self._list_commands, _("All commands"), True),
            "show-keys": partial(self._list_commands, _("Keys"), False),
            "explain-key": self._explain_key,
            "repeat-message": window.messages.repeat,
            "list-messages": self._list_messages,
            "toggle-letter-keys": self._toggle_letter_keys,
            "larger-text": lambda: self._tell_text_size(text_size.larger(window.points)),
            "smaller-text": lambda: self._tell_text_size(text_size.smaller(window.points)),
            "normal-text": lambda: self._tell_text_size(text_size.DEFAULT),
            "find-in-article": self._finding.begin,
            "search-library": partial(self._enter, window.header.search),
            "play-pause": listening.play_or_pause,
            "play-from-caret": listening.play_from_caret,
            "stop": self._stop_or_leave,
            "faster": partial(self._manner.change_rate, 1),
            "slower": partial(self._manner.change_rate, -1),
            "usual-rate": self._manner.usual_rate,
            "higher-pitch": partial(self._manner.change_pitch, 1),
            "lower-pitch": partial(self._manner.change_pitch, -1),
            "louder": partial(self._manner.change_volume, 1),
            "softer": partial(self._manner.change_volume, -1),
            "listening-menu": window.player.open_menu,
            "choose-voice": self._voice_choice.open,
            "hear-next-sentence": partial(listening.skip, Unit.SENTENCE, forward=True),
            "hear-previous-sentence": partial(listening.skip, Unit.SENTENCE, forward=False),
            "hear-next-paragraph": partial(listening.skip, Unit.PARAGRAPH, forward=True),
            "hear-previous-paragraph": partial(listening.skip, Unit.PARAGRAPH, forward=False),
            "hear-after-this": partial(listening.skip, Unit.ENCLOSURE, forward=True),
            "choose-announcements": self._announcing.open,
            "repeat-sentence": listening.repeat,
            "where-am-i": listening.where_am_i,
            "next-article": partial(self._step, Step.NEXT),
            "previous-article": partial(self._step, Step.PREVIOUS),
            "open-article": lambda: self._browsing.open_story(
                listening.take_headline() or window.list.current
            ),
            "load-more": desk.load_more,
            "toggle-saved": lambda: desk.toggle_saved(window.list.current),
            "toggle-read": lambda: desk.toggle_read(window.list.current),
            "remove-article": lambda: desk.remove(window.list.current),
            "undo-remove": desk.undo_remove,
            "choose-details": self._row_parts.open,
        }
        for landmark in Landmark:
            doing |= self._walking(landmark.value, landmark, None)
        for level in range(1, 7):
            doing |= self._walking(f"heading-{level}", Landmark.HEADING, level)
        return doing

    def set_text_size(self, points: int) -> None:
        """Set the size of text and controls, and remember it."""
        self._window.set_text_size(points)
        self._keeping.remember(TEXT_SIZE, str(points))

    def _tell_text_size(self, points: int) -> None:
        words = size_words(points)
        if points == self._window.points == text_size.STEPS[-1]:
            words = _("{size}. There is no larger one.").format(size=words)
        elif points == self._window.points == text_size.STEPS[0]:
            words = _("{size}. There is no smaller one.").format(size=words)
        self.set_text_size(points)
        self._window.messages.tell(words)

    def _walking(
        self, name: str, landmark: Landmark, level: int | None
    ) -> dict[str, Callable[[], None]]:
        view = self._window.view
        return {
            f"next-{name}": lambda: _ignore(view.next_of(landmark, level)),
            f"previous-{name}": lambda: _ignore(view.next_of(landmark, level, backwards=True)),
        }

    def _enter(self, field: QLineEdit) -> None:
        self._window.go_to_pane(Pane.SOURCES)
        field.setFocus()
        field.selectAll()

    def _stop_or_leave(self) -> None:
        """Stop speaking first; with nothing to stop, leave the field."""
        if self._listening.stop() or self._finding.end():
            return
        self._window.go_to_pane(Pane.READING)

    def _step(self, step: Step) -> None:
        if self._listening.skip_story(forward=step is Step.NEXT):
            return
        if not self._desk.step(step):
            words = (
                _("This is the last story.") if step is Step.NEXT else _("This is the first story.")
            )
            self._no_more.tell(words)

    def _toggle_letter_keys(self) -> None:
        assert self.commands is not None
        on = not self.commands.letter_keys
        self.commands.use_letter_keys(on)
        self._keeping.remember(LETTER_KEYS, letter_keys_to_text(on))
        key = next(iter(self.commands.keys("toggle-letter-keys")), "")
        self._window.messages.tell(letter_keys_words(on, key))

    def _explain_key(self) -> None:
        assert self.commands is not None
        self._window.messages.tell(_("Press a key to hear what it does."))
        self.commands.explain_next_key(self._window.messages.tell)

    def _list_messages(self) -> None:
        dialog = MessageList(self._window.messages, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _list_commands(self, title: str, runs: bool) -> None:
        assert self.commands is not None
        dialog = CommandList(title, self.commands.entries(), runs=runs, parent=self._window)
        dialog.chosen.connect(self.commands.run)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _ignore(_found: bool) -> None:
    """Drop whether a landmark was found: the view tells it itself."""
