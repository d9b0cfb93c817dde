"""The fonts can write what the samples say; the icons can be drawn; both name their licence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from tidings.document import Direction, RawPage
from tidings.extract import read
from tidings.resources import resource_folder

FONTS = resource_folder() / "fonts"
ICONS = resource_folder() / "icons"
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
PERSIAN = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤأۀءٔ\u200c،؛؟«»۰۱۲۳۴۵۶۷۸۹"


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize("direction", Direction)
def test_each_weight_writes_every_character_of_its_stories(
    qapp: QApplication, weight: str, direction: Direction
) -> None:
    latin = QRawFont(str(FONTS / f"NotoSans-{weight}.ttf"), 16)
    arabic = QRawFont(str(FONTS / f"NotoNaskhArabic-{weight}.ttf"), 16)
    fonts = (latin,) if direction is Direction.LEFT_TO_RIGHT else (arabic, latin)
    needed = set(KAZAKH if direction is Direction.LEFT_TO_RIGHT else PERSIAN)
    for file in (resource_folder() / "samples").glob("*.html"):
        for article in read(RawPage(file.as_uri(), "text/html", file.read_bytes())).articles:
            if article.direction is direction:
                needed.update(*(article.part_text(part) for part in article.parts))
    needed -= set("\n\t")
    assert len(needed) > 50
    missing = [c for c in needed if not any(font.supportsCharacter(ord(c)) for font in fonts)]
    assert missing == []


@pytest.mark.parametrize("icon", sorted(ICONS.glob("*.svg")), ids=lambda icon: icon.stem)
def test_each_icon_can_be_drawn_and_recoloured(qapp: QApplication, icon: Path) -> None:
    assert QSvgRenderer(str(icon)).isValid()
    if icon.stem != "tidings":
        text = icon.read_text(encoding="utf-8")
        assert "currentColor" in text
        assert 'viewBox="0 0 24 24"' in text


def test_the_icons_that_the_window_needs_are_there() -> None:
    needed = {
        "play", "pause", "square", "skip-back", "skip-forward", "chevron-left", "chevron-right",
        "chevrons-left", "chevrons-right", "minus", "plus", "bookmark", "bookmark-check", "check",
        "circle", "trash-2", "undo-2", "search", "folder-open", "globe", "circle-help",
        "keyboard", "list", "newspaper", "rss", "settings", "volume-2", "triangle-alert", "x",
        "arrow-left", "type", "library", "image", "image-off", "tidings",
    }  # fmt: skip
    assert needed <= {icon.stem for icon in ICONS.glob("*.svg")}


def test_licences_and_origins_are_named() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "LICENSE-Noto.txt").read_text(encoding="utf-8")
    assert "ISC License" in (ICONS / "LICENSE-Lucide.txt").read_text(encoding="utf-8")
    fonts = (FONTS / "README.md").read_text(encoding="utf-8")
    assert all(font.name in fonts for font in FONTS.glob("*.ttf"))
