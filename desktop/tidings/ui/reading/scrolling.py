"""How far the page moves to keep in view what is being read."""

from __future__ import annotations

_UPPER, _LOWER, _RESTING = 0.08, 0.75, 0.2


def following(top: int, bottom: int, height: int) -> int:
    """Return by how many pixels to scroll down so that ``top`` to ``bottom`` is well in view.

    All in pixels of the viewport, which is ``height`` high. Nothing moves while the
    stretch lies in the middle part; when it leaves it, its top comes to rest in the upper
    part, so that the next moves are few.
    """
    if top >= _UPPER * height and bottom <= _LOWER * height:
        return 0
    return top - round(_RESTING * height)


def revealing(top: int, bottom: int, height: int) -> int:
    """Return by how many pixels to scroll down so that ``top`` to ``bottom`` can be seen.

    Nothing moves when it can be seen already.
    """
    if top >= 0 and bottom <= height:
        return 0
    return top - round(_RESTING * height)
