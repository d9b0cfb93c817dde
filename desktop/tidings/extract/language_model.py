"""The model by which languages are told, loaded without holding up other threads."""

from __future__ import annotations

import lzma
import struct
import tempfile
import zipfile
from pathlib import Path
from typing import IO, Any

_PIECE = 1 << 22
"""Bytes that are unpacked at a time. Other threads of Python run meanwhile, and after each
piece this one has to wait for its turn: lzma.open would make five hundred of them."""
_HEADER, _LENGTHS_AT, _LENGTHS = 30, 26, struct.Struct("<HH")
"""Before a member of a ZIP file: a header, whose end says how long the name is and what is
added to it (APPNOTE.TXT 4.3.7)."""


def load_identifier() -> Any:
    """Return py3langid's identifier with its own model; takes a third of a second.

    py3langid would copy tables of 68 MB, the larger one in one go that no other thread runs
    in: a window would stand still for up to 90 ms. Here they stay in the unpacked file, of
    which only what is looked at comes into memory.
    """
    import numpy as np
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    with tempfile.TemporaryFile(suffix=".npz") as unpacked:
        packed, unpacking = (Path(MODEL_DIR) / MODEL_FILE).read_bytes(), lzma.LZMADecompressor()
        piece = unpacking.decompress(packed, _PIECE)
        while piece:
            unpacked.write(piece)
            piece = b"" if unpacking.eof else unpacking.decompress(b"", _PIECE)
        unpacked.flush()
        unpacked.seek(0)
        with np.load(unpacked, allow_pickle=False) as model:
            return LanguageIdentifier(
                _in_file(unpacked, model, "ptc"),
                model["pc"],
                model["classes"].tolist(),
                memoryview(_in_file(unpacked, model, "nextmove")),
                model["out_feat"].tolist(),
                norm_probs=True,
                tk_row=model["nextmove_row"].tolist(),
            )


def _in_file(file: IO[bytes], model: Any, name: str) -> Any:
    """Return an array of a model where it stands in its file, which may be closed afterwards."""
    import numpy as np
    from numpy.lib import format as npy

    member = model.zip.getinfo(f"{name}.npy")
    if member.compress_type != zipfile.ZIP_STORED:
        return model[name]
    with model.zip.open(member) as header:
        npy.read_magic(header)
        shape, _, kind = npy.read_array_header_1_0(header)
        begins = header.tell()
    file.seek(member.header_offset + _LENGTHS_AT)
    names = sum(_LENGTHS.unpack(file.read(_LENGTHS.size)))
    return np.memmap(file, kind, "r", member.header_offset + _HEADER + names + begins, shape)
