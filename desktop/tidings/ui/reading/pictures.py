"""Pictures on the page: how large they are, and how they are drawn."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPixmap,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from tidings.ui.reading.inks import Inks, mixed
from tidings.ui.reading.shelf import PictureShelf
from tidings.ui.reading.style import FIGURE_INDEX, SIDE_MARGIN

# No picture is higher than this share of its column's width, so that a tall one can still
# be seen with its caption.
_TALLEST = 1.15
_UNKNOWN_SHAPE = 9 / 16
_LEAST_COLUMN = 100.0


def fitted(width: float, height: float, column: float) -> QSizeF:
    """Return the size of a picture in the column: whole, and never beyond its own size."""
    if width <= 0 or height <= 0:
        return QSizeF(0, 0)
    scale = min(1.0, column / width, column * _TALLEST / height)
    return QSizeF(max(1.0, width * scale), max(1.0, height * scale))


class PictureObjects(QPyTextObject):
    """Draws the pictures that stand in documents as text objects."""

    def __init__(self, shelf: PictureShelf, inks: Inks, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf, self._inks = shelf, inks
        self._scaled: dict[int, QPixmap] = {}
        self.retry_key = ""
        """The key that fetches again what could not be had; empty where there is none."""

    def show(self, shelf: PictureShelf, inks: Inks) -> None:
        """Draw from another shelf and in other colours from now on."""
        self._shelf, self._inks = shelf, inks
        self._scaled.clear()

    def intrinsicSize(
        self,
        doc: QTextDocument,
        posInDocument: int,  # noqa: ARG002, N803
        format: QTextFormat,  # noqa: A002
    ) -> QSizeF:
        """Return the size of the picture at a position, in pixels."""
        block = format.intProperty(FIGURE_INDEX)
        column = max(doc.textWidth(), _LEAST_COLUMN) - 2 * SIDE_MARGIN
        image = self._shelf.image(block)
        if image is not None:
            return fitted(image.width(), image.height(), column)
        figure = self._shelf.figure(block)
        if self._shelf.failed(block):
            # the words of a picture that was not to have any are not missed
            words = (figure.alt is None or figure.text) and not figure.picture.is_dot
            return QSizeF(column, _line_height(doc)) if words else QSizeF(0, 0)
        picture = figure.picture
        if picture.width and picture.height:
            return fitted(picture.width, picture.height, column)
        return fitted(column, column * _UNKNOWN_SHAPE, column)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,  # noqa: ARG002
        posInDocument: int,  # noqa: ARG002, N803
        format: QTextFormat,  # noqa: A002
    ) -> None:
        """Draw the picture, or what stands for it."""
        block, rect = format.intProperty(FIGURE_INDEX), QRectF(rect)
        if rect.isEmpty():
            return
        if self._shelf.image(block) is not None:
            painter.drawPixmap(rect.topLeft(), self._pixmap(block, rect, painter))
        elif self._shelf.failed(block):
            painter.setPen(self._inks.quiet)
            painter.setFont(format.toCharFormat().font())
            key = self.retry_key if self._shelf.can_be_tried(block) else ""
            words = _missing_words(key, QFontMetricsF(painter.font()), rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)
        else:
            painter.fillRect(rect, mixed(self._inks.paper, self._inks.text, 0.06))

    def _pixmap(self, block: int, rect: QRectF, painter: QPainter) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        size = (rect.size() * ratio).toSize()
        pixmap = self._scaled.get(block)
        if pixmap is None or pixmap.size() != size:
            image = self._shelf.image(block)
            assert image is not None
            pixmap = QPixmap.fromImage(
                image.scaled(
                    size,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            pixmap.setDevicePixelRatio(ratio)
            self._scaled[block] = pixmap
        return pixmap


def _line_height(doc: QTextDocument) -> float:
    return QFontMetricsF(doc.defaultFont()).height() * 1.6


def _missing_words(key: str, metrics: QFontMetricsF, width: float) -> str:
    """Return what stands in a picture's place: one line, with the key if there is room for it."""
    words = _("Picture not available")
    if not key:
        return words
    with_key = _("Picture not available. {key} fetches it again.").format(key=key)
    return with_key if metrics.horizontalAdvance(with_key) <= width else words
