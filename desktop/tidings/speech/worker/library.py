"""The eSpeak NG library that comes with the program, put where pyttsx3 finds it."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path


def load_library() -> None:
    """Load the bundled library, and tell it where its data are.

    To be called before pyttsx3's eSpeak driver is imported: that one asks the loader for
    ``libespeak-ng.so.1``, and gets the library of this name that is loaded already,
    whether the system has one of its own or not. Raises OSError where it cannot be loaded.
    """
    import espeakng_loader

    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    library = Path(espeakng_loader.get_library_path())
    versioned = library.with_name(f"{library.name}.1")
    ctypes.CDLL(str(versioned if versioned.exists() else library))
