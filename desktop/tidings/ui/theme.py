"""How the window looks: colours from the system palette, one family, an 8-pixel grid."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from tidings.ui import text_size
from tidings.ui.reading.inks import Inks, mixed, readable

FAMILY = "Noto Sans"


@dataclass(frozen=True, slots=True)
class Colours:
    """The window's colours. All text has 7:1 on what lies behind it, all edges 3:1."""

    window: QColor
    paper: QColor
    ink: QColor
    quiet: QColor
    accent: QColor
    on_accent: QColor
    edge: QColor
    ring: QColor
    chosen: QColor

    @classmethod
    def from_palette(cls, palette: QPalette) -> Colours:
        """Derive the window's colours from a palette."""
        inks = Inks.from_palette(palette)
        window = palette.color(QPalette.ColorRole.Window)
        grounds = [window, inks.paper, inks.sentence]
        accent = readable(palette.color(QPalette.ColorRole.Highlight), grounds)
        return cls(
            window=window,
            paper=inks.paper,
            ink=readable(palette.color(QPalette.ColorRole.WindowText), grounds),
            quiet=readable(inks.quiet, grounds),
            accent=accent,
            on_accent=readable(inks.paper, [accent]),
            edge=readable(mixed(window, inks.text, 0.35), [window, inks.paper], 3.0),
            ring=inks.ring,
            chosen=inks.sentence,
        )


class Theme:
    """Fonts and style sheet for the window and its dialogs."""

    def __init__(self, fonts: Path, style: Path) -> None:
        self._fonts = fonts
        self._template = Template(style.read_text(encoding="utf-8"))
        self._loaded = False

    def apply(self, app: QApplication, window: QWidget, points: int) -> None:
        """Set the application's font, and the style of a window and all of its children.

        A style sheet of the application's own would be applied to every widget twice.
        """
        if not self._loaded:
            for file in sorted(self._fonts.glob("*.ttf")):
                QFontDatabase.addApplicationFont(str(file))
            self._loaded = True
        size = text_size.controls(points)
        font = QFont(FAMILY)
        font.setPointSizeF(size)
        app.setFont(font)
        window.setStyleSheet(self.sheet(app.palette(), size))

    def sheet(self, palette: QPalette, size: float) -> str:
        """Return the style sheet for a palette and controls of ``size`` points."""
        colours = Colours.from_palette(palette)
        names = {name: getattr(colours, name).name() for name in Colours.__slots__}
        return self._template.substitute(names, size=f"{size:g}", small=f"{size * 0.9:g}")
