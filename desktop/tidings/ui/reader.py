"""The reader: the window with everything it needs, from first to last."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QTimer

from tidings.document import Article
from tidings.library import Library, LibraryError
from tidings.playback import Mode, ScriptList, Voicing
from tidings.source import fetch
from tidings.speech import LexiconFile, ScriptMaker, load_speller
from tidings.ui import text_size
from tidings.ui.announcing import AnnouncingChoice
from tidings.ui.browsing import Browsing
from tidings.ui.commands import Commands
from tidings.ui.control_keys import tell_keys
from tidings.ui.day import Day
from tidings.ui.desk import Desk
from tidings.ui.doing import TEXT_SIZE, Doing
from tidings.ui.finding import Finding
from tidings.ui.given import GivenPages
from tidings.ui.handed_over import HandedOver
from tidings.ui.icons import Icons
from tidings.ui.keeping import Keeping
from tidings.ui.keeping_up import KeepingUp
from tidings.ui.keymap import Where, load_keymap
from tidings.ui.letter_keys import kept_letter_keys
from tidings.ui.listening import Listening
from tidings.ui.listening_menu import ListeningMenu
from tidings.ui.manner import Manner
from tidings.ui.marks import Marks
from tidings.ui.media_keys import MediaKeys
from tidings.ui.no_more import NoMore
from tidings.ui.ordering import Ordering
from tidings.ui.pages import Pages
from tidings.ui.row_parts_choice import RowPartsChoice
from tidings.ui.saying import Saying
from tidings.ui.screen_reader import ScreenReaderWatch
from tidings.ui.sound import SoundOutput
from tidings.ui.speaker import Speaker
from tidings.ui.stories import Stories
from tidings.ui.story_edges import StoryEdges
from tidings.ui.story_news import StoryNews
from tidings.ui.talking import (
    Eye,
    Hands,
    HeldCtrl,
    InterfaceVoice,
    Offer,
    StoryEye,
    TalkChoices,
    Talking,
    TalkingChoice,
)
from tidings.ui.tasks import Tasks
from tidings.ui.theme import Theme
from tidings.ui.voice_choice import VoiceChoice
from tidings.ui.voiceless import Voiceless
from tidings.ui.window import MainWindow
from tidings.words import words_language

PATIENCE = 300
"""Milliseconds that the window waits for what is kept before it is shown."""

WELCOME = 2_000
"""Milliseconds until it is told at the first start how the window speaks."""

REFRESHES = 4_000
"""Milliseconds until the sources are asked that are due: first comes what was open."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things are: what ships, what is kept, what the reader has changed.

    What lies in ``cache`` may be removed at any time.
    """

    resources: Path
    data: Path
    config: Path
    cache: Path


class Reader(QObject):
    """Constructs the window's parts and ends them in the right order."""

    def __init__(
        self, folders: Folders, scripts: ScriptMaker, notices: tuple[str, ...] = ()
    ) -> None:
        """Construct them; ``notices`` are told once the window is shown."""
        super().__init__()
        resources = folders.resources
        theme = Theme(resources / "fonts", resources / "style" / "window.qss")
        self.window = MainWindow(theme, Icons(resources / "icons"), text_size.DEFAULT)
        self.tasks = Tasks(self)
        self.stories = Stories(scripts)
        self.keeping = Keeping(self.tasks, lambda: _open_library(folders.data), self)
        self.day = Day(datetime.now, self)
        self.given = GivenPages(fetch)
        self.desk = Desk(
            Pages(self.tasks, self.keeping, self.given),
            self.keeping,
            Marks(self.keeping, self),
            self.stories,
            self.day,
            self._is_reading_story,
            self,
        )
        self.speaker = Speaker(self.stories, Voicing(), SoundOutput, self)
        self.keymap, keymap_notices = load_keymap(
            resources / "keymap.toml", folders.config / "keymap.toml"
        )
        undo_keys = ", ".join(self.keymap.binding("undo-remove").display)
        self.browsing = Browsing(self.desk, self.keeping, self.window, undo_keys)
        self.listening = Listening(self.speaker, self.desk, self.window)
        self.handed_over = HandedOver(
            self.window, self.browsing, self.desk, self.given, self.keeping, self.speaker
        )
        self.manner = Manner(self.speaker, self.desk, self.keeping, self.window)
        voices = folders.data / "voices"
        self.voice_choice = VoiceChoice(
            self.manner, self.speaker, self.listening, self.window, voices
        )
        self.voiceless = Voiceless(self.speaker, self.desk, self.keeping, self.window, voices)
        self.announcing = AnnouncingChoice(
            scripts, self.stories, self.speaker, self.keeping, self.window
        )
        self.row_parts = RowPartsChoice(self.keeping, self.window)
        self.saying = Saying(
            LexiconFile(folders.data),
            scripts,
            self.desk,
            self.speaker,
            self.listening,
            self.tasks,
            self.window,
        )
        self.watch = ScreenReaderWatch(self)
        messages = self.window.messages
        self.interface_voice = InterfaceVoice(
            self.speaker,
            lambda parent: Speaker(ScriptList(()), Voicing(), self.speaker.sound_beside, parent),
            scripts.plainly,
            load_speller(),
            words_language(os.environ),
            self,
        )
        self.talk_choices = TalkChoices(
            self.interface_voice, messages, self.watch, self.keeping, self
        )
        self.offer = Offer(
            self.talk_choices,
            self.interface_voice,
            self.speaker,
            messages,
            self.watch,
            self.keeping,
            self,
        )
        self.talking = self._make_talking()
        self.talking_choice = TalkingChoice(self.talk_choices, self.window)
        self.news = KeepingUp(
            self.desk,
            self.keeping,
            self.tasks,
            self.browsing,
            self.listening,
            self.speaker,
            self.window,
            suggestions=resources / "sources.toml",
            pictures=folders.cache / "pictures",
            languages=(*QLocale.system().uiLanguages(), words_language(os.environ)),
            is_read=self._is_reading_story,
            listens=lambda: self.watch.listens,
        )
        self.ordering = Ordering(self.desk, self.keeping, self.window.messages, self)
        self.story_news = StoryNews(self.desk, self.keeping, self.listening, self.window)
        no_more = NoMore(self.speaker, self.window)
        doing = Doing(
            self.window,
            self.desk,
            self.keeping,
            self.browsing,
            Finding(self.window),
            self.listening,
            self.manner,
            self.announcing,
            self.voice_choice,
            self.row_parts,
            no_more,
        )
        places = {
            Where.ANYWHERE: self.window,
            Where.READING: self.window.view,
            Where.LIST: self.window.list.view,
            Where.SOURCES: self.window.sources.view,
        }
        self.commands = Commands(
            self.keymap,
            self.listening.table()
            | doing.table()
            | self.saying.table()
            | self.talk_choices.table()
            | self.talking_choice.table()
            | self.story_news.table()
            | self.news.table()
            | self.ordering.table(),
            places,
            self,
        )
        doing.commands = self.commands
        StoryEdges(self.desk, self.window, self.commands, no_more)
        self.media_keys = MediaKeys(
            self.speaker, self.desk, self.listening, self.manner, self.window, self.commands.run
        )
        menu = ListeningMenu(
            self.commands.entries(),
            {
                "stop-after-story": lambda: self.speaker.stops_after_story,
                "toggle-talking": lambda: self.talk_choices.wanted,
            },
            self.window,
        )
        menu.asked.connect(self.commands.run)
        self.window.player.offer_menu(menu)
        self._tell_keys()
        self.commands.letter_keys_changed.connect(self._tell_keys)
        self.window.player.asked.connect(self.commands.run)
        self.window.sizes.chosen.connect(doing.set_text_size)
        self.window.view.place_changed.connect(self.speaker.prepare)
        self.desk.story_shown.connect(lambda story, *_: self._prepare_voice(story, scripts))
        self.talking.use_keys(self.keymap, self.commands.run)
        self.commands.ran.connect(self.talking.command_runs)
        self.commands.ran.connect(self.news.breaking.wake)
        self.window.closing.connect(self.close)
        self.window.messages.is_reading = self._is_reading
        self._notices = (*notices, *keymap_notices)
        self._closed = False
        self._is_shown = False

    def _make_talking(self) -> Talking:
        """Put together what speaks the window; nothing of it sounds before there is need."""
        messages, hands, voice = self.window.messages, Hands(self), self.interface_voice
        held = HeldCtrl(self)
        held.noticed.connect(self.offer.help)
        hands.did.connect(held.take)
        eye = Eye(StoryEye(self.stories.sentence_at))
        return Talking(self.talk_choices, voice, eye, hands, self.speaker, messages, self)

    def show(self) -> None:
        """Show the window as soon as it is known how large its text is, and soon at any rate.

        The focus comes with the first story, for it to be spoken once.
        """
        # Before the event loop, where nobody waits for it.
        self.window.set_text_size(self.window.points)
        QTimer.singleShot(PATIENCE, self, lambda: self._present(self.window.points))

    def _present(self, points: int) -> None:
        """Show the window with text of ``points``: dressed once more, it would stand still."""
        if points != self.window.points:
            self.window.set_text_size(points)
        if not self._is_shown:
            self._is_shown = True
            # In a turn of its own: both take some 20 ms.
            QTimer.singleShot(0, self, self._show_window)

    def _is_reading(self) -> bool:
        return self.speaker.mode in (Mode.STARTING, Mode.PLAYING)

    def _is_reading_story(self, story: str) -> bool:
        place = self.speaker.position
        return (
            self.speaker.mode is not Mode.STOPPED and place is not None and place.article == story
        )

    def _tell_keys(self) -> None:
        tell_keys(self.window, self.keymap, letter_keys=self.commands.letter_keys)
        self.window.view.set_retry_key(next(iter(self.commands.working_keys("fetch-pictures")), ""))

    def _prepare_voice(self, story: Article, scripts: ScriptMaker) -> None:
        # Not with the pictures: behind four slow ones it would come after Play.
        self.tasks.at_once(lambda: scripts.prepare(story))
        caret = self.window.view.position_at_caret()
        if caret is not None:
            self.speaker.prepare(caret)

    def _show_window(self) -> None:
        if self._closed:
            return
        self.window.order_tabs()
        self.window.show()
        # Else Qt would give it to the first control.
        self.window.setFocus()
        for notice in self._notices:
            self.window.messages.warn(notice)

    def begin(self, sources: tuple[str, ...], sample: str) -> None:
        """Open the sources, or what was open last; start the voice once that is under way."""

        def open_sources(settings: dict[str, str]) -> None:
            self._use_settings(settings)
            if sources:
                self.desk.open(sources[0])
            else:
                self.desk.go_on(sample)
            for source in sources[1:]:
                self.desk.keep_for_later(source)

        # First of all: the first sentence is to be said as the reader wants it.
        self.saying.begin()
        no_settings: dict[str, str] = {}
        self.keeping.open(lambda: self.keeping.do(Library.settings, open_sources, no_settings))
        self.watch.start()
        # The window is drawn first: opening a sound device takes up to 60 ms.
        QTimer.singleShot(0, self, self.speaker.start)

    def welcome(self) -> None:
        """Tell who may need it how the window speaks, then ask the sources for news."""
        QTimer.singleShot(WELCOME, self, self.offer.make)
        QTimer.singleShot(REFRESHES, self, self.news.refreshing.start)
        self.news.forgetting.start()

    def close(self) -> None:
        """Keep the place and end everything; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self.browsing.keep_last_place()
        self.media_keys.close()
        self.news.close()
        self.watch.close()
        self.talking.close()
        self.speaker.close()
        self.keeping.close()
        self.tasks.close()

    def _use_settings(self, settings: dict[str, str]) -> None:
        self._present(text_size.read(settings.get(TEXT_SIZE, "")))
        self.manner.use(settings)
        self.voiceless.use(settings)
        self.announcing.use(settings)
        self.talk_choices.use(settings)
        self.offer.use(settings)
        self.row_parts.use(settings)
        self.ordering.use(settings)
        self.news.use(settings)
        self.commands.use_letter_keys(kept_letter_keys(settings))


def _open_library(folder: Path) -> tuple[Library, str | None]:
    """Open the library; where nothing can be kept, one that ends with the program."""
    try:
        opened = Library.open(folder)
    except LibraryError as error:
        return Library.in_memory(), str(error)
    return opened.library, opened.notice
