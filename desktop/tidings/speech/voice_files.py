"""What is wrong with the files of a natural voice that does not speak."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tidings.speech import natural
from tidings.speech.messages import Trouble


@dataclass(frozen=True, slots=True)
class Condition:
    """How a voice's files were found.

    ``stamp`` is another one as soon as any of them has changed, come or gone.
    """

    trouble: Trouble
    file: str = ""
    stamp: tuple[tuple[str, int, int], ...] = ()


def examine(voice: str, places: Iterable[Path], *, can_speak: bool) -> Condition:
    """Return what keeps a voice, named by its id, from speaking.

    ``places`` are the folders in which it may lie; ``can_speak`` tells whether its engine
    is installed.
    """
    stem = voice.partition(":")[2]
    models = [
        model for place in places for model in sorted(place.rglob("*.onnx")) if model.stem == stem
    ]
    stamp = tuple(_stamp(file) for model in models for file in (model, Path(f"{model}.json")))
    if not can_speak:
        return Condition(Trouble.NOT_INSTALLED, stamp=stamp)
    if not models:
        return Condition(Trouble.MISSING, stamp=stamp)
    return Condition(Trouble.BROKEN, str(models[0]), stamp)


def natural_condition(voice: str) -> Condition:
    """Return what keeps a natural voice from speaking on this machine, as :func:`examine`.

    Another engine's voices have no files to look at: they are missing.
    """
    if voice.partition(":")[0] != natural.ENGINE:
        return Condition(Trouble.MISSING)
    try:
        places = natural.folders(os.environ)
        return examine(voice, places, can_speak=natural.can_speak())
    except OSError:
        return Condition(Trouble.MISSING)


def _stamp(file: Path) -> tuple[str, int, int]:
    try:
        told = file.stat()
    except OSError:
        return str(file), 0, -1
    return str(file), told.st_mtime_ns, told.st_size
