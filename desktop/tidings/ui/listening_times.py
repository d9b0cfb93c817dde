"""How long stories take to hear: measured a little at a time, so that nothing waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from tidings.document import Position
from tidings.playback import BETWEEN_STORIES, StoryTime
from tidings.speech import ListeningTime, guessed_time
from tidings.ui.stories import Stories

SLICE = 0.003
"""Seconds of measuring at a time."""

AHEAD = 20
"""Stories that are measured after the one in hand; their scripts are kept. A list of all
that was ever opened has thousands: what is beyond is guessed by its words."""

BETWEEN = 10
"""Milliseconds between two slices: keys and sound come first."""

SETTLED = 300
"""Milliseconds before the first slice: a story that was opened is shown by then."""


class ListeningTimes(QObject):
    """Tells times at once, guessed where they have not been measured.

    ``measured`` is emitted when those that were asked for last have been.
    """

    measured = Signal()

    def __init__(self, stories: Stories, parent: QObject) -> None:
        super().__init__(parent)
        self._stories = stories
        self._times: dict[str, StoryTime] = {}
        self._asked: tuple[str, ...] = ()
        self._following: tuple[str, ...] = ()
        self._words: Mapping[str, int] = {}
        self._beyond = ListeningTime()
        """What those that are not measured take together: kept until others follow."""
        self._next = 0
        """Which of those asked for is to be measured next."""
        self._has_news = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._measure)

    def left(
        self,
        position: Position,
        following: tuple[str, ...] = (),
        words: Callable[[], Mapping[str, int]] = dict,
    ) -> tuple[ListeningTime, ListeningTime]:
        """Return the time to the end of a story, and to the end of all that follows it.

        ``words`` returns how many words stories have, for those that have not been measured;
        it is asked when others follow than before.
        """
        times = self._time_of(position.article)
        story = times.left(position) if times else ListeningTime()
        near = following[:AHEAD]
        if following != self._following:
            self._following, self._words = following, words()
            self._beyond = guessed_time(sum(self._words.get(a, 0) for a in following[AHEAD:]))
        whole = story + ListeningTime(silence=BETWEEN_STORIES * len(following)) + self._beyond
        for article in near:
            known = self._times.get(article)
            whole += known.whole if known else guessed_time(self._words.get(article, 0))
        self._asked, self._next = (position.article, *near), 0
        if not self._timer.isActive():
            self._timer.start(SETTLED)
        return story, whole

    def _time_of(self, article: str) -> StoryTime | None:
        script = self._stories.script(article)
        if script is None:
            return None
        known = self._times.get(article)
        if known is None or known.script is not script:
            # What is announced has been changed, or how words are said.
            known = self._times[article] = StoryTime(script)
        return known

    def _measure(self) -> None:
        self._timer.setInterval(BETWEEN)
        until = time.monotonic() + SLICE
        while self._next < len(self._asked) and time.monotonic() < until:
            times = self._time_of(self._asked[self._next])
            if times is None or times.is_measured:
                self._next += 1
            else:
                times.measure_part()
                self._has_news = True
        if self._next < len(self._asked):
            return
        self._timer.stop()
        self._times = {key: self._times[key] for key in self._asked if key in self._times}
        if self._has_news:
            self._has_news = False
            self.measured.emit()
