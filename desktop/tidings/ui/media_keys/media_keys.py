"""The media keys: what others on the session bus see of the voice, and what they ask of it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from tidings.playback import Mode
from tidings.ui.desk import Desk
from tidings.ui.listening import Listening
from tidings.ui.manner import Manner
from tidings.ui.media_keys.bus_player import BusPlayer
from tidings.ui.media_keys.calls import GoTo, Key, SetRate, SetVolume, Wish
from tidings.ui.media_keys.player_state import PlayerState, Status
from tidings.ui.media_keys.story_clock import StoryClock
from tidings.ui.session_bus import bus_address
from tidings.ui.speaker import Speaker
from tidings.ui.window import MainWindow

GIVE_BACK = 300_000
"""Milliseconds: long enough for Play to go on after a telephone call."""

_SETTLED = 40
"""Milliseconds that changes are collected: they come in twos and threes, and the first sound
comes before what is told of it."""

_STATUS = {
    Mode.STARTING: Status.PLAYING,
    Mode.PLAYING: Status.PLAYING,
    Mode.PAUSED: Status.PAUSED,
    Mode.STOPPED: Status.STOPPED,
}


class MediaKeys(QObject):
    """Takes the media keys when the voice begins, and gives them back a while after it stops.

    Before anything was read aloud they belong to whoever plays music. ``run`` does a command
    of the window by its id.
    """

    _asked = Signal(object)

    def __init__(
        self,
        speaker: Speaker,
        desk: Desk,
        listening: Listening,
        manner: Manner,
        window: MainWindow,
        run: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._speaker = speaker
        self._desk = desk
        self._listening = listening
        self._manner = manner
        self._window = window
        self._run = run
        self._player: BusPlayer | None = None
        self._clock: StoryClock | None = None
        self._said = ""
        self._sentence_began = 0.0
        self._closed = False
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)
        self._publishing = self._timer(_SETTLED, self._publish)
        self.stay = GIVE_BACK
        """Milliseconds that the keys are kept after the voice has stopped."""
        self._giving_back = self._timer(0, self._leave)
        speaker.said.connect(self._sentence_changed)
        speaker.mode_changed.connect(self._mode_changed)
        speaker.revoiced.connect(self._changed)
        desk.rows_shown.connect(self._changed)
        desk.rows_added.connect(self._changed)
        desk.rows_came.connect(self._changed)
        desk.removed.connect(self._changed)

    def close(self) -> None:
        """Give the keys back for good."""
        self._closed = True
        self._publishing.stop()
        self._giving_back.stop()
        self._leave()

    # --- what is told ----------------------------------------------------------------------

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _changed(self) -> None:
        if not self._publishing.isActive() and not self._closed:
            self._publishing.start()

    def _sentence_changed(self, said: str) -> None:
        self._said = said or self._said
        self._sentence_began = time.monotonic()
        self._changed()

    def _mode_changed(self, mode: Mode) -> None:
        self._sentence_began = time.monotonic()
        if self._player is not None and not self._player.is_there:
            # There was no bus, or it went away: try again, but not with every sentence.
            self._player = None
        if mode is Mode.STOPPED:
            self._giving_back.start(self.stay)
        else:
            self._giving_back.stop()
        self._changed()

    def _publish(self) -> None:
        if self._player is not None:
            self._player.show(self._state())
        elif self._speaker.mode is Mode.PLAYING and (address := bus_address(os.environ)):
            self._player = BusPlayer(address, self._state(), self._asked.emit)

    def _leave(self) -> None:
        player, self._player = self._player, None
        if player is not None:
            player.close()

    def _state(self) -> PlayerState:
        position, edition = self._speaker.position, self._desk.edition
        stories = self._desk.stories
        article = stories.article(position.article) if position else None
        if article is None:
            self._clock = None
        elif self._clock is None or self._clock.article is not article:
            self._clock = StoryClock(article)
        voicing = self._speaker.voicing
        source = (edition.section or edition.title) if edition else ""
        return PlayerState(
            status=_STATUS[self._speaker.mode],
            clock=self._clock,
            name=article.name if article else self._said,
            source=source or (article.section if article else ""),
            position=position,
            since=self._sentence_began,
            rate=voicing.rate,
            volume=voicing.volume,
            has_next=article is not None and stories.after(article.id) is not None,
            has_previous=article is not None and stories.before(article.id) is not None,
        )

    # --- what is asked ---------------------------------------------------------------------

    def _do(self, wish: Wish) -> None:
        if self._closed:
            return
        match wish:
            case Key():
                self._press(wish)
            case GoTo(microseconds):
                self._go_to(microseconds)
            case SetRate(rate):
                self._manner.set_rate(rate)
            case SetVolume(volume):
                self._manner.set_volume(round(volume * 100))

    def _press(self, key: Key) -> None:
        speaks = self._speaker.mode in (Mode.STARTING, Mode.PLAYING)
        match key:
            case Key.PLAY_PAUSE:
                self._listening.play_or_pause()
            case Key.PLAY if not speaks:
                self._listening.play_or_pause()
            case Key.PAUSE if speaks:
                self._listening.play_or_pause()
            case Key.STOP:
                self._listening.stop()
            case Key.NEXT:
                self._run("next-article")
            case Key.PREVIOUS:
                self._run("previous-article")
            case Key.RAISE:
                self._window.showNormal() if self._window.isMinimized() else self._window.show()
                self._window.raise_()
                self._window.activateWindow()
            case Key.QUIT:
                self._window.close()

    def _go_to(self, microseconds: int) -> None:
        if self._clock is None:
            return
        position = self._clock.position_at(microseconds)
        if position is None:
            self._run("next-article")
        else:
            self._listening.go_to(position)
            # Others are to know where it is now, also where nothing else has changed.
            self._changed()
