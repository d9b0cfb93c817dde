"""Icons of the kept set, drawn in the colour of the text beside them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Icons:
    """Gives an icon by its name in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int, int], QIcon] = {}

    def icon(self, name: str, colour: QColor, size: QSize) -> QIcon:
        """Return the icon; an empty one where the set has none of that name."""
        key = name, colour.name(), size.width(), size.height()
        if key not in self._drawn:
            # Drawing takes 1 ms, and Play and Pause take turns at every key.
            self._drawn[key] = self._draw(name, colour, size)
        return self._drawn[key]

    def _draw(self, name: str, colour: QColor, size: QSize) -> QIcon:
        file = self._folder / f"{name}.svg"
        if not file.is_file():
            return QIcon()
        drawing = file.read_bytes().replace(b"currentColor", colour.name().encode())
        # Twice the size, so that it stays sharp on a screen of double density.
        pixmap = QPixmap(size * 2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(2)
        return QIcon(pixmap)
