"""How long the story and the queue still take, shown in the player as it grows less."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tidings.document import Position
from tidings.ui.desk import Desk
from tidings.ui.listening_times import ListeningTimes
from tidings.ui.speaker import Speaker
from tidings.ui.tours import Tour, Tours
from tidings.ui.window import MainWindow


class TimeShown(QObject):
    """Tells the time left from a place, and again when it is known better or the rate changes."""

    def __init__(self, speaker: Speaker, desk: Desk, tours: Tours, window: MainWindow) -> None:
        super().__init__(window)
        self._speaker = speaker
        self._desk = desk
        self._tours = tours
        self._window = window
        self._times = ListeningTimes(desk.stories, self)
        self._place: Position | None = None
        """Where it is told from."""
        speaker.revoiced.connect(lambda _voicing: self.show(self._place))
        self._times.measured.connect(lambda: self.show(self._place))

    def show(self, position: Position | None) -> None:
        """Show the time left from a place; none where it is in no story of the list."""
        self._place = position
        is_part = self._tours.tour is Tour.NEW
        if position is None or is_part or self._desk.stories.article(position.article) is None:
            self._window.player.show_time_left(None)
            return
        self._window.player.show_time_left(*self.minutes_left(position))

    def minutes_left(self, position: Position) -> tuple[float, float]:
        """Return how many minutes it takes to the end of the story, and of the queue."""
        following = self._tours.following(position.article)
        story, whole = self._times.left(position, following, lambda: self._window.list.words)
        rate = self._speaker.voicing.rate
        return story.minutes_at(rate), whole.minutes_at(rate)
