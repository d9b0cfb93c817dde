"""The model by which languages are told, loaded without holding up other threads."""

from __future__ import annotations

import lzma
import shutil
import tempfile
from array import array
from pathlib import Path
from typing import Any

_PIECE = 1 << 18
"""Bytes that are copied at a time: Python changes threads between two pieces only."""


def load_identifier() -> Any:
    """Return py3langid's identifier with its own model; takes most of a second.

    py3langid copies its table of 39 MB in one go, and no other thread runs meanwhile: a
    window would stand still for up to 90 ms.
    """
    import numpy as np
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    with tempfile.TemporaryFile(suffix=".npz") as unpacked:
        with lzma.open(Path(MODEL_DIR) / MODEL_FILE) as packed:
            shutil.copyfileobj(packed, unpacked, length=_PIECE)
        unpacked.seek(0)
        with np.load(unpacked, allow_pickle=False) as model:
            return LanguageIdentifier(
                model["ptc"],
                model["pc"],
                model["classes"].tolist(),
                _copied(model["nextmove"]),
                model["out_feat"].tolist(),
                norm_probs=True,
                tk_row=_copied(model["nextmove_row"]),
            )


def _copied(numbers: Any) -> array[int]:
    """Return an array of numpy's as one of Python's, whose items are quicker to get at."""
    copy = array(numbers.dtype.char)
    whole = memoryview(numbers).cast("B")
    for start in range(0, len(whole), _PIECE):
        copy.frombytes(whole[start : start + _PIECE])
    return copy
