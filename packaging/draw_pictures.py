"""Render the drawings of packaging/pictures into the sample edition's folder.

Run by hand after a drawing was changed: ``python packaging/draw_pictures.py``. Chart text
is set in the family that the program ships, so that every machine draws the same.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
RESOURCES = HERE.parent / "resources"


def render(source: Path, target: Path) -> None:
    """Draw one SVG at its own size into a PNG."""
    renderer = QSvgRenderer(str(source))
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if not image.save(str(target), quality=0):
        raise OSError(f"Could not write {target}")


def main() -> int:
    """Render every drawing and print what each weighs."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv)
    for font in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    target = RESOURCES / "samples" / "pictures"
    target.mkdir(parents=True, exist_ok=True)
    for source in sorted((HERE / "pictures").glob("*.svg")):
        png = target / f"{source.stem}.png"
        render(source, png)
        print(f"{png.name}: {png.stat().st_size // 1024} kB")
    del application
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
