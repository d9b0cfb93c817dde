"""Words to watch titles for, offered in the language of a source."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tidings.resources import resource_folder


def usual_watch_words(language: str, file: Path | None = None) -> str:
    """Return the words that are offered for a language (BCP 47); empty where there are none.

    Raises OSError where the list is missing, ValueError where it cannot be read.
    """
    file = file or resource_folder() / "watch-words.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    words = table.get(language.replace("_", "-").partition("-")[0].casefold(), "")
    return words if isinstance(words, str) else ""
