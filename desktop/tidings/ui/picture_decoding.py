"""Bytes become pictures."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

LARGEST = 2560
"""Pixels of a picture's longer side, at the most: wider than any column of text on a screen."""

_DOT = 2


def decoded(content: bytes) -> QImage:
    """Return the picture that bytes are, upright and no larger than a window can use.

    It is null where they are none. Not on the window's thread: it takes up to 0.1 s. Of Qt's
    ways this is the one that lets other threads go on meanwhile.
    """
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > LARGEST:
        box = QSize(LARGEST, LARGEST)
        reader.setScaledSize(
            size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        )
    return reader.read()


def is_dot(image: QImage) -> bool:
    """Tell whether nothing can be seen of a picture: it is there to count who looks."""
    return min(image.width(), image.height()) <= _DOT
