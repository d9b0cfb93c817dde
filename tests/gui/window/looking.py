"""What is seen of a widget: its pixels, not the colours that were meant."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from tidings.ui.reading.inks import contrast

LEAST_HEIGHT = 6
"""Pixels. What is less high is a rule or an underline, not a line of text."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of the screen: one row of colours below the other, each ``0xAARRGGBB``."""

    rows: tuple[tuple[int, ...], ...]

    @property
    def ground(self) -> int:
        """The colour that covers most of it."""
        counted: Counter[int] = Counter()
        for row in self.rows:
            counted.update(row)
        return counted.most_common(1)[0][0]

    def lines(self) -> list[float]:
        """Return the strongest contrast with the ground that each line of text reaches."""
        ground, found, height, strongest = self.ground, [], 0, 1.0
        for row in (*self.rows, (ground,)):
            inks = set(row) - {ground}
            if inks:
                height += 1
                strongest = max(strongest, *(between(ink, ground) for ink in inks))
                continue
            if height >= LEAST_HEIGHT:
                found.append(strongest)
            height, strongest = 0, 1.0
        return found

    def strongest(self, ground: int) -> float:
        """Return the strongest contrast of anything in it with a colour."""
        return max(between(ink, ground) for row in self.rows for ink in set(row))


def taken(widget: QWidget, part: QRect | None = None) -> Picture:
    """Return what is seen of a widget, or of a part of it, in its window."""
    return seen(widget.window().grab().toImage(), widget, part)


def seen(window: QImage, widget: QWidget, part: QRect | None = None) -> Picture:
    """Return what a picture of a whole window shows of a widget, or of a part of it."""
    area = part or widget.rect()
    area = QRect(widget.mapTo(widget.window(), area.topLeft()), area.size())
    area = area.intersected(window.rect())
    image = window.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    dots = memoryview(image.constBits()).cast("I")
    width = image.bytesPerLine() // 4
    starts = range(0, width * image.height(), width)
    return Picture(tuple(tuple(dots[start : start + image.width()]) for start in starts))


@cache
def between(one: int, other: int) -> float:
    """Return the contrast of two colours."""
    return contrast(QColor.fromRgb(one), QColor.fromRgb(other))
