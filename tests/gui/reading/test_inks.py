from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette

from tidings.ui.reading.inks import Inks, contrast, readable

ROLES = QPalette.ColorRole


def palette(base: str, text: str, accent: str, link: str) -> QPalette:
    colours = QPalette()
    for role, colour in (
        (ROLES.Base, base),
        (ROLES.Window, base),
        (ROLES.Text, text),
        (ROLES.Highlight, accent),
        (ROLES.Link, link),
    ):
        colours.setColor(role, QColor(colour))
    return colours


PALETTES = {
    "light": palette("#ffffff", "#1a1a1a", "#1f5fbf", "#0b57d0"),
    "dark": palette("#1e1e20", "#dddddd", "#3d7dd8", "#6aa8ff"),
    "black": palette("#000000", "#ffffff", "#ffff00", "#00ffff"),
    "white": palette("#ffffff", "#000000", "#000000", "#0000ff"),
    "sepia": palette("#f4ecd8", "#5b4636", "#b58900", "#268bd2"),
    "weak": palette("#ffffff", "#aaaaaa", "#ffe0e0", "#99ccff"),
}


@pytest.mark.parametrize("name", PALETTES)
def test_all_text_has_seven_to_one(name: str) -> None:
    inks = Inks.from_palette(PALETTES[name])
    for ink in (inks.text, inks.quiet, inks.link):
        assert contrast(ink, inks.paper) >= 7
        assert contrast(ink, inks.sentence) >= 7
    assert contrast(inks.on_word, inks.word) >= 7


@pytest.mark.parametrize("name", PALETTES)
def test_shapes_have_three_to_one(name: str) -> None:
    inks = Inks.from_palette(PALETTES[name])
    assert contrast(inks.ring, inks.paper) >= 3
    assert contrast(inks.rule, inks.paper) >= 3


@pytest.mark.parametrize("name", PALETTES)
def test_word_and_sentence_are_told_apart_without_colour(name: str) -> None:
    inks = Inks.from_palette(PALETTES[name])
    assert inks.sentence != inks.paper
    assert contrast(inks.word, inks.sentence) >= 3


@given(st.integers(0, 0xFFFFFF), st.sampled_from(["#ffffff", "#000000", "#1e1e20", "#f4ecd8"]))
def test_any_ink_can_be_made_readable(ink: int, ground: str) -> None:
    made = readable(QColor.fromRgb(ink), [QColor(ground)])
    assert contrast(made, QColor(ground)) >= 7


def test_a_readable_ink_is_left_as_it_is() -> None:
    assert readable(QColor("#202020"), [QColor("#ffffff")]) == QColor("#202020")


def test_contrast_of_black_and_white() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)
