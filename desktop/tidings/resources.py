"""Where the files that ship with the program are."""

from __future__ import annotations

from pathlib import Path


def resource_folder() -> Path:
    """Return the folder of fonts, icons, samples, translations, style and keymap.

    An installed wheel holds it inside the package; in a checkout it is at the top.
    """
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parents[1] / "resources"
