"""Reading aloud: from the caret, lit in the view, told in the player."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QObject, QTimer

from tidings.document import TITLE, Article, Position, Range
from tidings.playback import (
    Mode,
    Notice,
    Pause,
    Play,
    Repeat,
    ScriptList,
    Skip,
    Stop,
    Unit,
)
from tidings.ui.desk import Desk
from tidings.ui.speaker import Speaker
from tidings.ui.time_left import where_words, words_left
from tidings.ui.window import MainWindow

HEADLINE = "headline"
"""Stands for the id of a headline that is spoken by itself: it is no story of the list."""


class Listening(QObject):
    """Connects the speaker with what is shown."""

    def __init__(self, speaker: Speaker, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._speaker = speaker
        self._desk = desk
        self._window = window
        self._spoken = ""
        """The story that is or was being spoken."""
        self._sentence: Range | None = None
        self._left_at: Position | None = None
        """Where the caret was put when speech paused or stopped."""
        self._interrupted: Position | None = None
        """Where to go on after a headline."""
        speaker.lit.connect(self._light)
        speaker.mode_changed.connect(self._mode_changed)
        speaker.noticed.connect(self._tell)
        speaker.story_began.connect(self._story_began)
        speaker.story_finished.connect(self._story_finished)
        speaker.device_lost.connect(lambda _reason: self._say(_no_device()))
        speaker.device_found.connect(
            lambda name: self._say(_("Sound goes to {device}.").format(device=name))
        )
        desk.story_shown.connect(self._story_shown)
        desk.nothing_shown.connect(lambda *_shown: window.player.show_time_left(None))

    # --- commands --------------------------------------------------------------------------

    def play_or_pause(self) -> None:
        """Pause; go on where the pause was; or speak from the caret."""
        speaker, caret = self._speaker, self._window.view.position_at_caret()
        if self._is_speaking():
            speaker.on(Pause())
        elif speaker.mode is Mode.PAUSED and caret in (None, self._left_at):
            speaker.on(Play())
        elif caret is not None:
            if not speaker.device:
                self._say(_no_device())
            speaker.on(Play(caret))
        else:
            self._say(_("No story is open."))

    def play_from_caret(self) -> None:
        """As :meth:`play_or_pause`, but a story that is shown takes over from another one."""
        caret = self._window.view.position_at_caret()
        if self._is_speaking() and caret is not None and caret.article != self._spoken:
            self._speaker.on(Play(caret))
        else:
            self.play_or_pause()

    def stop(self) -> bool:
        """Stop speaking; tell whether there was anything to stop."""
        self._interrupted = None
        speaking = self._speaker.mode is not Mode.STOPPED
        self._speaker.on(Stop())
        return speaking

    def skip(self, unit: Unit, *, forward: bool) -> None:
        """Go to the next or previous sentence or paragraph, speaking or not."""
        caret = self._window.view.position_at_caret()
        if caret is None and self._speaker.mode is Mode.STOPPED:
            self._say(_("No story is open."))
        self._speaker.on(Skip(unit, forward, caret))

    def skip_story(self, *, forward: bool) -> bool:
        """Go to the next story if one is being spoken; tell whether that is so."""
        if not self._is_speaking() or self._spoken == HEADLINE:
            self.stop()
            return False
        self._speaker.on(Skip(Unit.STORY, forward))
        return True

    def repeat(self) -> None:
        """Say the sentence again; while nothing is spoken, the one at the caret."""
        caret = self._window.view.position_at_caret()
        if self._speaker.mode is Mode.STOPPED:
            if caret is None:
                self._say(_("No story is open."))
                return
            self._speaker.on(Play(caret))
        self._speaker.on(Repeat())

    def hear_headline(self, text: str) -> None:
        """Speak a headline by itself; a story that was being spoken goes on after it."""
        if self._spoken != HEADLINE:
            self._interrupted = self._speaker.position if self._is_speaking() else None
        edition = self._desk.edition
        article = Article(HEADLINE, text, (), language=edition.language if edition else "")
        script = self._desk.stories.make_script(article)
        self._speaker.replace_queue(ScriptList((script,)))
        self._speaker.on(Play(Position(HEADLINE, TITLE)))
        # The session has its place in the headline, and comes back to the list after it.
        self._speaker.replace_queue(self._desk.stories)

    def where_am_i(self) -> None:
        """Tell story, paragraph and time left."""
        article = self._desk.article
        position = self._place() or self._window.view.position_at_caret()
        if article is None or position is None:
            self._say(_("No story is open."))
            return
        order = self._desk.stories.order
        self._say(where_words(article, position, order, self._speaker.voicing.rate))

    # --- what the speaker tells ------------------------------------------------------------

    def _light(self, sentence: Range | None, word: Range | None) -> None:
        self._window.view.highlight(sentence, word)
        if sentence is None or sentence == self._sentence:
            return
        self._sentence = sentence
        if sentence.article == HEADLINE:
            return
        if self._is_speaking():
            self._desk.marks.keep_place(sentence.position)
        else:
            # A step over the end of a story, taken in silence, takes the view along.
            self._desk.follow(sentence.article, quietly=False)
            self._leave_caret(sentence.position)
        self._show_time_left(sentence.position)

    def _mode_changed(self, mode: Mode) -> None:
        self._window.player.show_mode(mode)
        position = self._speaker.position
        if mode in (Mode.PAUSED, Mode.STOPPED):
            if position and self._shows(position.article):
                self._leave_caret(position)
            else:
                self._left_at = self._window.view.position_at_caret()
        if mode is Mode.STOPPED:
            self._sentence = None

    def _leave_caret(self, position: Position) -> None:
        self._window.view.go_to(position)
        self._left_at = self._window.view.position_at_caret()

    def _story_began(self, article: str) -> None:
        # The view goes with the voice unless the reader has gone elsewhere meanwhile.
        shown = self._desk.article
        if shown is None or shown.id == self._spoken:
            self._desk.follow(article, quietly=True)
        self._spoken = article

    def _story_finished(self, article: str) -> None:
        if article != HEADLINE:
            self._desk.marks.set_read(article, True)

    def _tell(self, notice: Notice) -> None:
        if notice is Notice.END_OF_QUEUE and self._spoken == HEADLINE:
            # Not before the session has done what it is about.
            QTimer.singleShot(0, self, self._after_headline)
            return
        self._say(
            {
                Notice.END_OF_QUEUE: _("That was the last story."),
                Notice.NOTHING_TO_SAY: _("There is nothing to read aloud here."),
                Notice.SPEECH_RESTARTED: _("The voice had stopped working and was started again."),
                Notice.SPEECH_LOST: _("The voice stopped working. Press Play to try again."),
                Notice.SENTENCE_LEFT_OUT: _("One sentence could not be spoken and is left out."),
                Notice.AT_THE_BEGINNING: _("This is the beginning."),
                Notice.AT_THE_END: _("This is the end."),
                Notice.NOTHING_TO_LEAVE: _("There is no list, table, quote or picture to leave."),
            }[notice]
        )

    def _after_headline(self) -> None:
        position, self._interrupted = self._interrupted, None
        shown = self._desk.article
        self._spoken = shown.id if shown else ""
        if position is not None and self._speaker.mode is Mode.STOPPED:
            self._spoken = position.article
            self._speaker.on(Play(position))

    # --- details ---------------------------------------------------------------------------

    def _is_speaking(self) -> bool:
        return self._speaker.mode in (Mode.PLAYING, Mode.STARTING)

    def _story_shown(self, article: Article) -> None:
        self._window.view.highlight(None, None)
        if self._spoken == article.id and self._sentence is not None:
            self._window.view.highlight(self._sentence, None)
        caret = self._window.view.position_at_caret()
        if caret is not None:
            self._show_time_left(caret)

    def _place(self) -> Position | None:
        if self._speaker.mode is Mode.STOPPED:
            return None
        position = self._speaker.position
        return position if position and self._shows(position.article) else None

    def _shows(self, article: str) -> bool:
        shown = self._window.view.article
        return shown is not None and shown.id == article

    def _show_time_left(self, position: Position) -> None:
        article = self._desk.stories.article(position.article)
        if article is None:
            self._window.player.show_time_left(None)
            return
        left = words_left(article, position) / self._speaker.voicing.rate
        self._window.player.show_time_left(left)

    def _say(self, text: str) -> None:
        self._window.messages.tell(text)


def _no_device() -> str:
    return _("There is no sound device. The text is lit as it would be spoken.")
