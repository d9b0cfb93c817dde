"""Colours of the page, derived from the system palette so that text stays readable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

TEXT_CONTRAST = 7.0
"""The least contrast of any text with what lies behind it (WCAG 2, AAA)."""
SHAPE_CONTRAST = 3.0
"""The least contrast of a rule, frame or ring that carries meaning."""

_BAND_CONTRAST = 1.45
_STEPS = 40


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours one page is set in.

    ``text``, ``quiet`` and ``link`` are readable on ``paper`` and on ``sentence``;
    ``on_word`` on ``word``. ``word`` is dark where ``sentence`` is light and the other way
    round, so the two are told apart without seeing colour.
    """

    paper: QColor
    text: QColor
    quiet: QColor
    link: QColor
    sentence: QColor
    word: QColor
    on_word: QColor
    rule: QColor
    ring: QColor

    @classmethod
    def from_palette(cls, palette: QPalette) -> Inks:
        """Derive the page's colours from a palette."""
        paper = palette.color(QPalette.ColorRole.Base)
        accent = palette.color(QPalette.ColorRole.Highlight)
        # strong enough that a band behind it leaves it readable
        text = readable(
            palette.color(QPalette.ColorRole.Text), [paper], TEXT_CONTRAST * _BAND_CONTRAST
        )
        sentence = _band(paper, accent, text)
        grounds = [paper, sentence]
        return cls(
            paper=paper,
            text=text,
            quiet=readable(mixed(text, paper, 0.3), grounds),
            link=readable(palette.color(QPalette.ColorRole.Link), grounds),
            sentence=sentence,
            word=readable(accent, [paper]),
            on_word=paper,
            rule=readable(mixed(paper, text, 0.3), [paper], SHAPE_CONTRAST),
            ring=readable(
                accent, [paper, palette.color(QPalette.ColorRole.Window)], SHAPE_CONTRAST
            ),
        )


def contrast(one: QColor, other: QColor) -> float:
    """Return the WCAG contrast of two colours, 1.0 to 21.0."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return ``one`` with a share (0.0 to 1.0) of ``other`` mixed in."""
    return QColor(
        *(round(a + (b - a) * share) for a, b in zip(_channels(one), _channels(other), strict=True))
    )


def readable(ink: QColor, grounds: Sequence[QColor], least: float = TEXT_CONTRAST) -> QColor:
    """Return the ink, made lighter or darker as far as it needs to be seen on the grounds.

    Where the grounds allow no such ink, it is the best of black and white.
    """
    poles = sorted(
        (QColor("black"), QColor("white")), key=lambda pole: _least(pole, grounds), reverse=True
    )
    for step in range(_STEPS + 1):
        candidate = mixed(ink, poles[0], step / _STEPS)
        if _least(candidate, grounds) >= least:
            return candidate
    return poles[0]


def _band(paper: QColor, accent: QColor, text: QColor) -> QColor:
    """Return the strongest tint up to a calm limit that leaves the text readable on it."""
    tint = paper
    for step in range(1, _STEPS + 1):
        candidate = mixed(paper, accent, step / _STEPS)
        if contrast(candidate, paper) > _BAND_CONTRAST:
            break
        if contrast(candidate, text) < TEXT_CONTRAST:
            break
        tint = candidate
    return tint


def _least(ink: QColor, grounds: Sequence[QColor]) -> float:
    return min(contrast(ink, ground) for ground in grounds)


def _channels(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
