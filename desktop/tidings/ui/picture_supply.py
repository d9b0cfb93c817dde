"""Where pictures come from: from what is kept, else from the network, each once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from gettext import gettext as _

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from tidings.library import PictureStore
from tidings.source import PICTURE_LIMITS, Limits, SourceError, fetch_picture, picture_name
from tidings.ui.picture_decoding import decoded, is_dot
from tidings.ui.tasks import Tasks

AHEAD_LIMITS = Limits(size=3_000_000, total_seconds=30)
"""What a picture may cost that nobody looks at yet."""

Then = Callable[[QImage], None]
Failed = Callable[[Exception], None]


@dataclass(slots=True)
class _Asked:
    """A picture that is on its way, and who waits for it; nobody where it comes ahead."""

    address: str
    page: str
    name: str
    waiting: list[tuple[Then, Failed]] = field(default_factory=list)


class PictureSupply(QObject):
    """Hands out the pictures of pages, and keeps what it fetched.

    Only what is a picture, and was seen to be one, is kept. What counts readers (a dot of a
    pixel or two) is not, and is fetched no second time. ``idle`` is emitted when
    nobody waits for a picture any more.
    """

    idle = Signal()

    def __init__(self, store: PictureStore, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._tasks = tasks
        self._asked: dict[str, _Asked] = {}
        self._dots: set[str] = set()

    @property
    def is_busy(self) -> bool:
        """Whether somebody waits for a picture."""
        return any(asked.waiting for asked in self._asked.values())

    def ask(self, address: str, page: str, then: Then, failed: Failed) -> None:
        """Hand on the picture at an address that stands on a page, or why it cannot be had.

        A request that is under way is joined.
        """
        asked, is_new = self._take(address, page)
        asked.waiting.append((then, failed))
        if is_new:
            self._look(asked)

    def bring(self, address: str, page: str, then: Callable[[int], None], failed: Failed) -> bool:
        """Fetch a picture to be kept, and hand on how many bytes that took.

        They are none where it is kept already. False, and nothing else, where it is under way
        or is not to be kept.
        """
        name = picture_name(address, named_by=page)
        if not name or name in self._dots or name in self._asked:
            return False
        asked, _is_new = self._take(address, page)

        def work() -> tuple[QImage, int]:
            if self._store.has(asked.name):
                return QImage(), 0
            return self._fetch(asked, AHEAD_LIMITS)

        def came(got: tuple[QImage, int]) -> None:
            image, size = got
            if not image.isNull():
                self._settle(asked, image)
            else:
                self._look_or_forget(asked)
            then(size)

        def missed(error: Exception) -> None:
            # Who has joined meanwhile would have waited longer for it, and taken more.
            self._look_or_forget(asked)
            failed(error)

        self._tasks.meanwhile(work, came, missed)
        return True

    def _take(self, address: str, page: str) -> tuple[_Asked, bool]:
        name = picture_name(address, named_by=page)
        key = name or address
        is_new = key not in self._asked
        if is_new:
            self._asked[key] = _Asked(address, page, name)
        return self._asked[key], is_new

    def _look_or_forget(self, asked: _Asked) -> None:
        if asked.waiting:
            self._look(asked)
        else:
            self._end(asked)

    def _look(self, asked: _Asked) -> None:
        """Look for a picture among those that are kept, then fetch it."""
        if asked.name in self._dots:
            self._tasks.near(_nothing_seen, lambda image: self._settle(asked, image))
            return

        def fetch() -> None:
            self._tasks.in_passing(
                lambda: self._fetch(asked, PICTURE_LIMITS),
                lambda got: self._settle(asked, got[0]),
                lambda error: self._fail(asked, error),
            )

        self._tasks.near(
            lambda: self._kept(asked),
            lambda image: fetch() if image.isNull() else self._settle(asked, image),
            lambda _error: fetch(),
        )

    def _kept(self, asked: _Asked) -> QImage:
        """Return a picture that is kept, null where there is none. In the background."""
        content = self._store.get(asked.name) if asked.name else None
        return QImage() if content is None else decoded(content)

    def _fetch(self, asked: _Asked, limits: Limits) -> tuple[QImage, int]:
        """Fetch a picture, look at it and keep it; return its bytes too. In the background.

        Raises SourceError.
        """
        content = fetch_picture(asked.address, named_by=asked.page, limits=limits)
        image = decoded(content)
        if image.isNull():
            raise SourceError(_("The picture is damaged."), asked.address)
        if asked.name and not is_dot(image):
            self._store.put(asked.name, content)
        return image, len(content)

    def _settle(self, asked: _Asked, image: QImage) -> None:
        if asked.name and is_dot(image):
            self._dots.add(asked.name)
        for then, _failed in self._end(asked):
            then(image)
        self._tell_idle()

    def _fail(self, asked: _Asked, error: Exception) -> None:
        for _then, failed in self._end(asked):
            failed(error)
        self._tell_idle()

    def _end(self, asked: _Asked) -> list[tuple[Then, Failed]]:
        del self._asked[asked.name or asked.address]
        return asked.waiting

    def _tell_idle(self) -> None:
        if not self.is_busy:
            self.idle.emit()


def _nothing_seen() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(0)
    return image
