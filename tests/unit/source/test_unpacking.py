from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.source.unpacking import TooMuchError, Unpacker, UnpackingError

TEXT = b"The harbour is open again. " * 50


def unpack(packed: bytes, encodings: str, limit: int = 100_000, step: int = 1000) -> bytes:
    unpacker = Unpacker(encodings, limit)
    pieces = [packed[at : at + step] for at in range(0, len(packed), step)]
    content = b"".join(unpacker.feed(piece) for piece in pieces)
    unpacker.end()
    return content


def raw_deflate(content: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packing.compress(content) + packing.flush()


@pytest.mark.parametrize(
    ("packed", "encodings"),
    [
        (TEXT, ""),
        (TEXT, "identity"),
        (gzip.compress(TEXT), "gzip"),
        (gzip.compress(TEXT), "X-GZip"),
        (zlib.compress(TEXT), "deflate"),
        (raw_deflate(TEXT), "deflate"),
        (gzip.compress(gzip.compress(TEXT)), "gzip, gzip"),
        (gzip.compress(zlib.compress(TEXT)), "deflate, gzip"),
        (gzip.compress(TEXT[:500]) + gzip.compress(TEXT[500:]), "gzip"),
        (gzip.compress(TEXT) + bytes(20), "gzip"),
    ],
)
@pytest.mark.parametrize("step", [7, 100_000])
def test_it_is_unpacked(packed: bytes, encodings: str, step: int) -> None:
    assert unpack(packed, encodings, step=step) == TEXT


@given(st.binary(max_size=3000), st.integers(2, 500))
def test_any_content_comes_out_as_it_went_in(content: bytes, step: int) -> None:
    assert unpack(gzip.compress(content), "gzip", step=step) == content


@pytest.mark.parametrize("encodings", ["br", "zstd", "compress", "gzip, br", "gzip, gzip, gzip"])
def test_what_was_not_asked_for_is_refused(encodings: str) -> None:
    with pytest.raises(UnpackingError):
        Unpacker(encodings, 1000)


@pytest.mark.parametrize(
    "packed",
    [b"not packed at all", gzip.compress(TEXT)[:-4], gzip.compress(TEXT)[:40],
     gzip.compress(b"") * 200],
    ids=["no gzip", "no end", "half", "many members"],
)  # fmt: skip
def test_what_is_damaged_is_refused(packed: bytes) -> None:
    with pytest.raises(UnpackingError):
        unpack(packed, "gzip")


def test_nothing_is_nothing_packed_or_not() -> None:
    assert unpack(b"", "gzip") == b""


def test_there_is_exactly_as_much_as_is_wanted() -> None:
    assert len(unpack(gzip.compress(bytes(1000)), "gzip", limit=1000)) == 1000
    with pytest.raises(TooMuchError):
        unpack(gzip.compress(bytes(1001)), "gzip", limit=1000)
    with pytest.raises(TooMuchError):
        unpack(bytes(1001), "", limit=1000)


@pytest.mark.parametrize("encodings", ["gzip", "deflate", "gzip, gzip"])
def test_a_bomb_is_cut_while_it_is_unpacked(encodings: str) -> None:
    bomb, limit = bytes(200_000_000), 100_000
    for name in encodings.split(", "):
        bomb = gzip.compress(bomb, 9) if name == "gzip" else zlib.compress(bomb, 9)
    tracemalloc.start()
    try:
        with pytest.raises(TooMuchError):
            Unpacker(encodings, limit).feed(bomb)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 10 * limit + len(bomb)
