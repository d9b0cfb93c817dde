"""Pictures for the story that is shown, fetched in the background."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from tidings.source import fetch_picture
from tidings.ui.reading import ReadingView
from tidings.ui.tasks import Tasks


class PictureFetching(QObject):
    """Brings a view the pictures that it asks for, or the word that they cannot be had."""

    def __init__(self, view: ReadingView, tasks: Tasks, page_of: Callable[[str], str]) -> None:
        """Fetch for a view; ``page_of`` tells by a story's id which page it is of."""
        super().__init__(view)
        self._view = view
        self._tasks = tasks
        self._page_of = page_of
        view.pictures_wanted.connect(self._fetch_all)

    def _fetch_all(self, addresses: list[str]) -> None:
        article = self._view.article
        page = self._page_of(article.id) if article is not None else ""
        for address in addresses:
            self._fetch(address, page)

    def _fetch(self, address: str, page: str) -> None:
        view = self._view

        def fetched(image: QImage) -> None:
            if image.isNull():
                view.picture_failed(address)
            else:
                view.set_picture(address, image)

        self._tasks.in_passing(
            lambda: QImage.fromData(fetch_picture(address, named_by=page)),
            fetched,
            lambda _error: view.picture_failed(address),
        )
