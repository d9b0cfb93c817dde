"""A process that keeps pictures, until it is killed or has done what it was told.

Run as ``python picture_child.py WHAT FOLDER [SEED]``. It tells what it has kept, one a line.
"""

from __future__ import annotations

import itertools
import logging
import os
import random
import shutil
import sys
from pathlib import Path

from tidings.library import PictureStore, Room

ROOM = Room(size=2_000_000, count=200)
NAMES = 40


def picture(name: str, turn: int) -> bytes:
    """Return bytes that tell by themselves whether they are whole; up to 300,000 of them."""
    chance = random.Random(f"{name} {turn}")
    return f"{name} {turn} ".encode() + chance.randbytes(chance.randrange(1_000, 300_000))


def is_whole(name: str, content: bytes) -> bool:
    """Tell whether it is a picture of that name, from its first byte to its last."""
    own, turn, _rest = content.split(b" ", 2)
    return own.decode() == name and content == picture(name, int(turn))


def keep(folder: Path, seed: str) -> None:
    """Keep pictures without end, under names that others use too."""
    chance, store = random.Random(seed), PictureStore(folder, ROOM)
    for turn in itertools.count():
        name = f"p{chance.randrange(NAMES)}"
        found = store.get(name)
        assert found is None or is_whole(name, found), f"half of {name}"
        kept = store.put(name, picture(name, turn))
        print(name, kept, flush=True)  # noqa: T201


def full(folder: Path) -> None:
    """Keep pictures on a disk of 1 MB until it is full, go on, then make room."""
    logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(message)s")
    store = PictureStore(folder, ROOM)
    kept = [name for name in map(str, range(30)) if store.put(name, picture(name, 0))]
    assert 0 < len(kept) < 30
    assert all(store.get(name) == picture(name, 0) for name in kept)
    assert not list(folder.glob("*.part")), "what did not fit lies about"
    for file in folder.glob("*.picture"):
        file.unlink()
    assert store.put("later", picture("later", 0))
    (folder / "ballast").write_bytes(bytes(shutil.disk_usage(folder).free))
    assert not store.put("last", picture("last", 0))
    assert store.get("later")


def read_only(folder: Path) -> None:
    """Use a folder that may not be written, as somebody who is not allowed to."""
    logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(message)s")
    if os.getuid() == 0:
        os.setuid(65534)
    store = PictureStore(folder, ROOM)
    assert store.get("there") == picture("there", 0)
    assert store.has("there")
    assert not any(store.put(name, picture(name, 0)) for name in map(str, range(30)))
    assert (store.clear().count, store.clear().left) == (0, 1)
    # Nor may one be made.
    assert not PictureStore(folder / "deeper" / "still").put("a", b"a picture")


if __name__ == "__main__":
    globals()[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
