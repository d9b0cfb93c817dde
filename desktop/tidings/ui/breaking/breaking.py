"""The parts of breaking news, put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from tidings.intake.headlines import Headline
from tidings.ui.breaking.banner import BreakingBanner
from tidings.ui.breaking.marking import Marking
from tidings.ui.breaking.notices import Notices
from tidings.ui.breaking.telling import BreakingTelling
from tidings.ui.breaking.watch import BreakingWatch
from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.listening import Listening
from tidings.ui.refreshing import Refreshing
from tidings.ui.speaker import Speaker
from tidings.ui.window import MainWindow


class Breaking(QObject):
    """Watches for what breaks in the sources that are marked, and tells it.

    ``open_address`` opens an address as a page names it, ``listens`` is whether a screen
    reader does.
    """

    def __init__(
        self,
        speaker: Speaker,
        listening: Listening,
        desk: Desk,
        keeping: Keeping,
        refreshing: Refreshing,
        open_address: Callable[[str, str], None],
        listens: Callable[[], bool],
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._window = window
        self.watch = BreakingWatch(keeping, self)
        self.notices = Notices(self)
        self.telling = BreakingTelling(
            self.watch,
            speaker,
            desk.stories.make_script,
            window.messages,
            self.notices,
            listens,
            self,
        )
        self._banner = BreakingBanner(self.watch, listening, desk, open_address, window)
        self._marking = Marking(desk, keeping, refreshing, window)
        refreshing.brought.connect(self.watch.take)
        refreshing.unchanged.connect(self.watch.take_unchanged)
        self.notices.opened.connect(self._open_from_outside)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return self._banner.table() | {"watch-source": self._marking.toggle}

    def use(self, settings: Mapping[str, str]) -> None:
        """Take over what was known before."""
        self.watch.use(settings)

    def wake(self) -> None:
        """Take note that the reader does something."""
        self.telling.wake()

    def close(self) -> None:
        """Watch no more."""
        self.watch.close()
        self.notices.close()

    def _open_from_outside(self, headline: Headline) -> None:
        window = self._window
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()
        self._banner.open(headline)
