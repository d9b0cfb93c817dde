"""Pictures for the story that is shown, fetched in the background."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from tidings.source import fetch_picture
from tidings.ui.reading import ReadingView
from tidings.ui.tasks import Tasks


class PictureFetching(QObject):
    """Brings a view the pictures that it asks for, or the word that they cannot be had."""

    def __init__(self, view: ReadingView, tasks: Tasks) -> None:
        super().__init__(view)
        self._view = view
        self._tasks = tasks
        view.pictures_wanted.connect(self._fetch_all)

    def _fetch_all(self, addresses: list[str]) -> None:
        for address in addresses:
            self._fetch(address)

    def _fetch(self, address: str) -> None:
        view = self._view

        def fetched(image: QImage) -> None:
            if image.isNull():
                view.picture_failed(address)
            else:
                view.set_picture(address, image)

        self._tasks.in_passing(
            lambda: QImage.fromData(fetch_picture(address)),
            fetched,
            lambda _error: view.picture_failed(address),
        )
