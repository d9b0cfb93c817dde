"""What a voice says when a reader tries it."""

from __future__ import annotations

import tomllib

from tidings.resources import resource_folder
from tidings.speech.voices import family


def preview_text(language: str) -> str | None:
    """Return a sentence of a language (BCP 47), None where the program has none in it.

    Raises OSError or ValueError where the table that ships with the program is damaged.
    """
    file = resource_folder() / "speech" / "previews.toml"
    sentences: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return sentences.get(family(language))
