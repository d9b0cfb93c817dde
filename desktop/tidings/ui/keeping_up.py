"""What keeps up with sources: the parts that ask, fetch, watch, arrange and let go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from tidings.extract import read
from tidings.intake import load_suggestions
from tidings.library import PictureStore
from tidings.source import fetch, fetch_if_changed
from tidings.ui.arranging import Arranging
from tidings.ui.asking import asking
from tidings.ui.breaking import Breaking
from tidings.ui.browsing import Browsing
from tidings.ui.desk import Desk
from tidings.ui.following import Following
from tidings.ui.forgetting import Forgetting
from tidings.ui.full_text import FullText
from tidings.ui.keeping import Keeping
from tidings.ui.listening import Listening
from tidings.ui.picture_choices import PictureChoices
from tidings.ui.picture_fetching import PictureFetching
from tidings.ui.picture_supply import PictureSupply
from tidings.ui.pictures_ahead import PicturesAhead
from tidings.ui.refresh_choice import RefreshChoice
from tidings.ui.refreshing import Refreshing
from tidings.ui.speaker import Speaker
from tidings.ui.suggesting import Suggesting
from tidings.ui.tasks import Tasks
from tidings.ui.window import MainWindow


class KeepingUp(QObject):
    """Constructs these parts and connects what one brings with what the others do with it.

    ``languages`` are those of the system, the first best; ``is_read`` tells whether a story
    is being read aloud, ``listens`` whether a screen reader does.
    """

    def __init__(
        self,
        desk: Desk,
        keeping: Keeping,
        tasks: Tasks,
        browsing: Browsing,
        listening: Listening,
        speaker: Speaker,
        window: MainWindow,
        *,
        suggestions: Path,
        pictures: Path,
        languages: Sequence[str],
        is_read: Callable[[str], bool],
        listens: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        messages = window.messages
        self.refreshing = Refreshing(asking(fetch_if_changed), tasks, keeping, messages, self)
        self.following = Following(desk, keeping, tasks, self.refreshing, window)
        self.arranging = Arranging(desk, keeping, self.refreshing, window)
        self.refresh_choice = RefreshChoice(keeping, self.refreshing, window)
        self.suggesting = Suggesting(
            desk,
            keeping,
            tasks,
            self.refreshing,
            window,
            tuple(languages),
            lambda: load_suggestions(suggestions),
        )
        self.breaking = Breaking(
            speaker,
            listening,
            desk,
            keeping,
            self.refreshing,
            browsing.open_headline,
            listens,
            window,
        )
        self.full_text = FullText(
            desk,
            keeping,
            tasks,
            lambda address, page: read(fetch(address, named_by=page)),
            is_read,
            self,
        )
        self.forgetting = Forgetting(keeping, lambda: desk.stories.order, self)
        store = PictureStore(pictures)
        supply = PictureSupply(store, tasks, self)
        self.pictures = PictureFetching(window.view, supply, desk.page_of, messages)
        self.pictures_ahead = PicturesAhead(supply, keeping, self)
        self.picture_choices = PictureChoices(
            self.pictures_ahead, store, tasks, keeping, messages, self
        )
        self.refreshing.brought.connect(self.full_text.fetch_ahead)
        self.refreshing.brought.connect(
            lambda brought: self.pictures_ahead.fetch(brought.source.address, brought.new)
        )
        self.refreshing.done.connect(self.pictures_ahead.next_refresh)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return (
            self.following.table()
            | self.arranging.table()
            | self.refresh_choice.table()
            | self.suggesting.table()
            | self.breaking.table()
            | self.pictures.table()
            | self.picture_choices.table()
        )

    def use(self, settings: Mapping[str, str]) -> None:
        """Take over the choices that were kept."""
        self.breaking.use(settings)
        self.refreshing.use(settings)
        self.arranging.use(settings)
        self.picture_choices.use(settings)

    def close(self) -> None:
        """Ask, fetch and let go of nothing any more."""
        self.refreshing.close()
        self.breaking.close()
        self.full_text.close()
        self.forgetting.close()
        self.pictures_ahead.close()
