"""Pages with pictures, and what is seen of them."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from tests.gui.window.steps import Opened, wait_until
from tidings.document import Figure

MILL = "The mill"


def png(width: int = 400, height: int = 300, kind: str = "PNG") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def mill(*pictures: str, title: str = MILL, size: str = 'width="400" height="300"') -> bytes:
    figures = "".join(
        f'<figure><img src="{address}" alt="A wheel under water" {size}>'
        "</figure><p>The miller said that every plank had been cut by hand from local oak, and "
        "that the wheel had turned for two hundred years before it stood still.</p>"
        for address in pictures
    )
    return (
        f"<!doctype html><html lang=en><title>{title}</title><body><article>"
        f"<h1>{title}</h1><p>On Monday the old mill by the river was opened to "
        "visitors after four quiet years, and forty came.</p>"
        f"{figures}</article></body></html>"
    ).encode()


def images(opened: Opened) -> list[bool]:
    """Wait until no picture is waited for; tell of each whether it came."""
    view = opened.window.view
    wait_until(lambda: not view._shelf.wanted())
    assert view.article is not None
    blocks = [n for n, block in enumerate(view.article.blocks) if isinstance(block, Figure)]
    return [view._shelf.image(block) is not None for block in blocks]
