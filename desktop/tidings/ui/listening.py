"""Reading aloud: from the caret, lit in the view, told in the player."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible

from tidings.document import TITLE, Article, Position, Range
from tidings.playback import (
    Go,
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
from tidings.speech import Script
from tidings.ui.desk import Desk
from tidings.ui.no_more import NO_MORE
from tidings.ui.notice_words import notice_words
from tidings.ui.sleeping import Sleeping
from tidings.ui.speaker import Speaker
from tidings.ui.spelling import Spelling
from tidings.ui.time_left import queue_words, where_words
from tidings.ui.time_shown import TimeShown
from tidings.ui.tours import Tour, Tours, nothing_words
from tidings.ui.window import MainWindow, Pane

HEADLINE = "headline"
"""Stands for the id of a headline that is spoken by itself: it is no story of the list."""


class Listening(QObject):
    """Connects the speaker with what is shown.

    ``headline_heard`` carries the text of a headline that was heard to its end by itself.
    """

    headline_heard = Signal(str)

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
        self._headline = ""
        """The headline that is being heard by itself."""
        self._tours = Tours(desk.stories, lambda article: desk.marks.of(article).read)
        self._time_shown = TimeShown(speaker, desk, self._tours, window)
        self._sleeping = Sleeping(speaker, window)
        self._spelling = Spelling(desk.stories)
        speaker.lit.connect(self._light)
        speaker.mode_changed.connect(self._mode_changed)
        speaker.noticed.connect(self._tell)
        speaker.revoiced.connect(lambda voicing: window.list.show_rate(voicing.rate))
        speaker.story_began.connect(self._story_began)
        speaker.story_finished.connect(self._story_finished)
        speaker.device_lost.connect(lambda _reason: self._say(_no_device()))
        speaker.device_found.connect(
            lambda name: window.messages.tell(
                _("Sound goes to {device}.").format(device=name), of_itself=True
            )
        )
        desk.story_shown.connect(self._story_shown)
        desk.nothing_shown.connect(lambda *_shown: self._time_shown.show(None))

    @property
    def place(self) -> Position | None:
        """The place in the story shown that is being spoken or paused at; None where none is."""
        return self._place()

    # --- commands --------------------------------------------------------------------------

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what the commands about the queue do, by id."""
        return self._sleeping.table() | {
            "play-list": partial(self.play_tour, Tour.LIST),
            "play-unread": partial(self.play_tour, Tour.UNREAD),
            "hear-headlines": partial(self.play_tour, Tour.HEADLINES),
        }

    def play_tour(self, tour: Tour) -> None:
        """Read the whole list, what is unread of it, or its headlines, from its first story."""
        first = self._tours.begin(tour)
        script = self._desk.stories.script(first) if first else None
        if first is None or script is None:
            self._say(nothing_words(tour))
            return
        shown = self._desk.article
        self._spoken = shown.id if shown else ""
        self._speaker.replace_queue(self._tours.queue)
        titled = tour is Tour.HEADLINES
        self._speaker.on(Play(Position(first, TITLE if titled else script.article.parts[0])))
        if titled:
            # Enter opens the one that is being said there.
            self._window.go_to_pane(Pane.LIST)

    def play_new(self, story: str, blocks: Iterable[int]) -> bool:
        """Read some blocks of a story alone; tell whether there is anything to say in them."""
        script = self._desk.stories.script(story)
        first = self._tours.begin_new(script, blocks) if script else None
        if first is None:
            return False
        self._spoken = story
        self._speaker.replace_queue(self._tours.queue)
        self._speaker.on(Play(first))
        return True

    def take_headline(self) -> str:
        """Fall silent in the midst of the headlines; return the story of the one being said."""
        if self._tours.tour is not Tour.HEADLINES or self._speaker.mode is Mode.STOPPED:
            return ""
        said = self._spoken
        self.stop()
        return said

    def _play_from(self, position: Position) -> None:
        if not self._tours.holds(position.article):
            self._leave_tour()
        self._speaker.on(Play(position))

    def _leave_tour(self) -> None:
        self._tours.leave()
        self._speaker.replace_queue(self._desk.stories)

    def play_or_pause(self) -> None:
        """Pause; go on where the pause was; or speak from the caret."""
        speaker, caret = self._speaker, self._window.view.position_at_caret()
        if self._is_speaking():
            speaker.on(Pause())
        elif speaker.mode is Mode.PAUSED and not self._has_moved_caret():
            speaker.on(Play())
        elif caret is not None:
            if not speaker.device:
                self._say(_no_device())
            self._play_from(caret)
        else:
            self._say(_("No story is open."))

    def go_to(self, position: Position) -> None:
        """Speak from a place; in silence, go on from there at the next Play."""
        if self._is_speaking():
            self._play_from(position)
        else:
            if not self._tours.holds(position.article):
                self._leave_tour()
            self._desk.follow(position.article, quietly=False)
            self._speaker.on(Go(position))
            self._leave_caret(position)

    def play_from_caret(self) -> None:
        """As :meth:`play_or_pause`, but a story that is shown takes over from another one."""
        caret = self._window.view.position_at_caret()
        if self._is_speaking() and caret is not None and caret.article != self._spoken:
            self._play_from(caret)
        else:
            self.play_or_pause()

    def stop(self) -> bool:
        """Stop speaking; tell whether there was anything to stop."""
        self._interrupted = None
        speaking = self._speaker.mode is not Mode.STOPPED
        self._speaker.on(Stop())
        if self._tours.tour in (Tour.HEADLINES, Tour.NEW):
            self._leave_tour()
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
        if self._tours.tour is Tour.NEW:
            self._leave_tour()
        self._speaker.on(Skip(Unit.STORY, forward))
        return True

    def repeat(self) -> None:
        """Say the sentence again; pressed twice, spell the word that was under way.

        While nothing is spoken, it is the sentence, or the word, at the caret.
        """
        stopped = self._speaker.mode is Mode.STOPPED
        caret = self._window.view.position_at_caret()
        place = caret if stopped else self._speaker.position
        if place is None:
            self._say(_("No story is open."))
            return
        word = self._spelling.press(place)
        if word is not None:
            spelled = self._spelling.spelled(word)
            if spelled is not None:
                self._speaker.on(spelled)
            return
        if stopped:
            self._play_from(place)
        self._speaker.on(Repeat())

    def hear_headline(self, text: str, language: str = "") -> bool:
        """Speak a headline by itself; a story that was being spoken goes on after it.

        It is in the language of the page where none is given. Return whether it can be heard:
        without a sound device it is lit alone.
        """
        edition = self._desk.edition
        language = language or (edition.language if edition else "")
        article = Article(HEADLINE, text, (), language=language)
        self.hear_aside(self._desk.stories.make_script(article))
        self._headline = text
        return bool(self._speaker.device)

    def hear_aside(self, script: Script) -> None:
        """Speak a script of :data:`HEADLINE`; a story that was being spoken goes on after it."""
        self._headline = ""
        if self._spoken != HEADLINE:
            self._interrupted = self._speaker.position if self._is_speaking() else None
        self._speaker.replace_queue(ScriptList((script,)))
        self._speaker.on(Play(Position(HEADLINE, TITLE)))
        # The session has its place in the headline, and comes back to the list after it.
        self._speaker.replace_queue(self._tours.queue)

    def leave_headline(self) -> None:
        """Cut a headline short; a story that was being spoken goes on."""
        if self._spoken == HEADLINE and self._speaker.mode is not Mode.STOPPED:
            self._speaker.on(Stop())
            self._after_headline()

    def where_am_i(self) -> None:
        """Tell story, paragraph and time left."""
        article = self._desk.article
        position = self._place() or self._window.view.position_at_caret()
        if article is None or position is None:
            self._say(_("No story is open."))
            return
        story, whole = self._time_shown.minutes_left(position)
        told = (
            where_words(article, position, self._desk.stories.order, story),
            queue_words(whole) if self._tours.tour not in (Tour.HEADLINES, Tour.NEW) else "",
            self._sleeping.words(),
        )
        self._say(" ".join(sentence for sentence in told if sentence))

    # --- what the speaker tells ------------------------------------------------------------

    def _light(self, sentence: Range | None, word: Range | None) -> None:
        self._window.view.highlight(sentence, word)
        if sentence is None or sentence == self._sentence:
            return
        self._sentence = sentence
        if sentence.article == HEADLINE:
            return
        if self._tours.tour is Tour.HEADLINES:
            self._show_row(sentence.article)
            return
        if self._is_speaking():
            self._desk.marks.keep_place(sentence.position)
        else:
            # A step over the end of a story, taken in silence, takes the view along.
            self._desk.follow(sentence.article, quietly=False)
            self._leave_caret(sentence.position)
        self._time_shown.show(sentence.position)

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
        if self._tours.tour is Tour.HEADLINES:
            self._spoken = article
            return
        self._tours.came_to(article)
        # The view goes with the voice unless the reader has gone elsewhere meanwhile.
        shown = self._desk.article
        if shown is None or shown.id == self._spoken:
            self._desk.follow(article, quietly=True)
        self._spoken = article

    def _story_finished(self, article: str) -> None:
        if article != HEADLINE and self._tours.tour is not Tour.HEADLINES:
            self._desk.finish(article)

    def _tell(self, notice: Notice) -> None:
        if notice is Notice.END_OF_QUEUE and self._spoken == HEADLINE:
            # Not before the session has done what it is about.
            QTimer.singleShot(0, self, self._headline_over)
            return
        tour = self._tours.tour
        if notice is Notice.END_OF_QUEUE:
            self._leave_tour()
        if notice in (Notice.AT_THE_BEGINNING, Notice.AT_THE_END, Notice.NOTHING_TO_LEAVE):
            self._speaker.sound_tone(NO_MORE)
        words = notice_words(notice, tour)
        if notice is Notice.FELL_ASLEEP:
            # Not aloud: it has grown softer for somebody who may sleep by now.
            self._window.messages.note(words)
        else:
            self._say(words)

    def _headline_over(self) -> None:
        heard, self._headline = self._headline, ""
        self._after_headline()
        if heard:
            self.headline_heard.emit(heard)

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
            self._time_shown.show(caret)

    def _has_moved_caret(self) -> bool:
        """Tell whether Play would go on at the caret, rather than where it was paused."""
        caret = self._window.view.position_at_caret()
        return self._speaker.mode is Mode.PAUSED and caret not in (None, self._left_at)

    def _place(self) -> Position | None:
        if self._speaker.mode is Mode.STOPPED or self._has_moved_caret():
            return None
        position = self._speaker.position
        return position if position and self._shows(position.article) else None

    def _shows(self, article: str) -> bool:
        shown = self._window.view.article
        return shown is not None and shown.id == article

    def _show_row(self, article: str) -> None:
        # A screen reader would say the title of the row as well.
        if not QAccessible.isActive():
            self._window.list.go_to(article)

    def _say(self, text: str) -> None:
        self._window.messages.tell(text)


def _no_device() -> str:
    return _("There is no sound device. The text is lit as it would be spoken.")
