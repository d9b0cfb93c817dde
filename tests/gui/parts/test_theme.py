from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tidings.resources import resource_folder
from tidings.ui.reading.inks import contrast
from tidings.ui.theme import Colours, Theme


def palette_of(window: str, text: str, highlight: str, link: str) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role in (roles.Window, roles.Base, roles.Button):
        palette.setColor(role, QColor(window))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(role, QColor(text))
    palette.setColor(roles.Highlight, QColor(highlight))
    palette.setColor(roles.Link, QColor(link))
    return palette


def assert_readable(colours: Colours) -> None:
    for ground in (colours.window, colours.paper, colours.chosen):
        assert contrast(colours.ink, ground) >= 7
    for ground in (colours.window, colours.paper):
        assert contrast(colours.quiet, ground) >= 7
        assert contrast(colours.accent, ground) >= 7
        assert contrast(colours.edge, ground) >= 3
        assert contrast(colours.ring, ground) >= 3
    assert contrast(colours.on_accent, colours.accent) >= 7


@pytest.mark.parametrize(
    "palette",
    [
        ("#efefef", "#000000", "#308cc6", "#0000ff"),
        ("#1e1e1e", "#e0e0e0", "#3daee9", "#6fb7ff"),
        ("#000000", "#ffffff", "#ffff00", "#00ffff"),
        ("#ffffff", "#000000", "#800080", "#00009f"),
        ("#fdf6e3", "#657b83", "#b58900", "#268bd2"),
    ],
    ids=["light", "dark", "contrast black", "contrast white", "cream"],
)
@pytest.mark.usefixtures("qapp")
def test_text_has_seven_to_one_and_edges_three_to_one(palette: tuple[str, str, str, str]) -> None:
    assert_readable(Colours.from_palette(palette_of(*palette)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    highlight=st.integers(0, 0xFFFFFF),
    link=st.integers(0, 0xFFFFFF),
    dark=st.booleans(),
)
def test_whatever_the_accent_text_stays_readable(
    qapp: QApplication, highlight: int, link: int, dark: bool
) -> None:
    ground, text = ("#202020", "#f0f0f0") if dark else ("#fafafa", "#101010")
    palette = palette_of(ground, text, f"#{highlight:06x}", f"#{link:06x}")
    assert_readable(Colours.from_palette(palette))


def test_every_name_in_the_style_sheet_is_filled_in(qapp: QApplication) -> None:
    resources = resource_folder()
    theme = Theme(resources / "fonts", resources / "style" / "window.qss")
    sheet = theme.sheet(qapp.palette(), 12)
    rules = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert "$" not in rules
    assert "font-size: 12pt" in rules
