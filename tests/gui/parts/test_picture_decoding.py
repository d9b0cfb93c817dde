"""Bytes become pictures: upright, no larger than of use, and without holding the window up."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from tests.gui.window.pictures import png
from tidings.ui.picture_decoding import LARGEST, decoded, is_dot

# What a camera writes that was held upright: orientation, number 274, is 6.
ON_ITS_SIDE = (
    b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
)


def jpeg(width: int, height: int, *, turned: bool = False) -> bytes:
    """Return a picture that is work to decode; ``turned`` one that lies on its side."""
    grain = bytes(range(256)) * 64
    image = QImage(grain, 64, 64, 256, QImage.Format.Format_RGB32).scaled(width, height)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"jpeg").write(image)
    data = bytes(buffer.data().data())
    return data[:2] + ON_ITS_SIDE + data[2:] if turned else data


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP"])
def test_a_picture_is_as_large_as_it_is(qapp: QGuiApplication, kind: str) -> None:
    image = decoded(png(400, 300, kind))
    assert (image.width(), image.height()) == (400, 300)
    assert not is_dot(image)


def test_a_picture_that_lies_on_its_side_stands_upright(qapp: QGuiApplication) -> None:
    image = decoded(jpeg(400, 300, turned=True))
    assert (image.width(), image.height()) == (300, 400)


@pytest.mark.parametrize(
    ("size", "then"),
    [
        ((5120, 2560), (LARGEST, LARGEST // 2)),
        ((100, 5120), (50, LARGEST)),
        ((9000, 1), (LARGEST, 1)),
        ((LARGEST, LARGEST), (LARGEST, LARGEST)),
    ],
)
def test_none_is_larger_than_a_window_can_use(
    qapp: QGuiApplication, size: tuple[int, int], then: tuple[int, int]
) -> None:
    image = decoded(png(*size))
    assert (image.width(), image.height()) == then


@pytest.mark.parametrize("content", [b"", b"\x89PNG", b"GIF89a", b"<svg", png()[:40], b"words"])
def test_what_is_no_picture_is_null(qapp: QGuiApplication, content: bytes) -> None:
    assert decoded(content).isNull()


def test_a_bomb_is_null(qapp: QGuiApplication) -> None:
    # 20,000 by 20,000 pixels would be 1.6 GB.
    whole = bytearray(png(1, 1))
    whole[16:24] = (20_000).to_bytes(4, "big") * 2
    assert decoded(bytes(whole)).isNull()


@pytest.mark.parametrize(
    ("size", "dot"), [((1, 1), True), ((2, 2), True), ((600, 2), True), ((3, 3), False)]
)
def test_what_counts_readers_is_a_dot(
    qapp: QGuiApplication, size: tuple[int, int], dot: bool
) -> None:
    assert is_dot(decoded(png(*size))) is dot


def test_other_threads_go_on_while_a_large_one_is_decoded(qapp: QGuiApplication) -> None:
    content = jpeg(6000, 4000)

    def held_up() -> float:
        """Return the share of the time for which another thread could not go on at once."""
        took: list[float] = []

        def decode() -> None:
            began = time.perf_counter()
            decoded(content)
            took.append(time.perf_counter() - began)

        thread = threading.Thread(target=decode)
        longest, last = 0.0, time.perf_counter()
        thread.start()
        while thread.is_alive():
            time.sleep(0.001)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
        thread.join()
        return longest / took[0]

    # Where the machine is busy, it may be that which holds it up.
    assert min(held_up() for _attempt in range(5)) < 0.5
