"""The sizes of text: XS, SM, MD and LG, and larger steps up to 96 points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

NAMED = (("XS", 12), ("SM", 16), ("MD", 20), ("LG", 28))
"""The page's own four sizes, with the points they stand for."""
DEFAULT = 20
STEPS = (12, 16, 20, 28, 36, 48, 64, 80, 96)
"""All sizes that the keys walk through, in points."""


def larger(points: int) -> int:
    """Return the next larger step, or the largest."""
    return STEPS[min(bisect_right(STEPS, points), len(STEPS) - 1)]


def smaller(points: int) -> int:
    """Return the next smaller step, or the smallest."""
    return STEPS[max(bisect_left(STEPS, points) - 1, 0)]


def read(text: str) -> int:
    """Return the size that was kept as ``text``; the default where it makes no sense."""
    try:
        points = int(text)
    except ValueError:
        return DEFAULT
    return min(max(points, STEPS[0]), STEPS[-1])


def controls(points: int) -> float:
    """Return the points of the window's own words beside text of ``points``.

    Controls stay quieter than the text, and grow with it as far as the window can hold.
    """
    return min(max(10.0, points * 0.6), 32.0)
