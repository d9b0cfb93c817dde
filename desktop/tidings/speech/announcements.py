"""What is said, but not written in a story, in the story's language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tidings.resources import resource_folder

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The announcements of one language.

    ``list`` holds ``{count}``, ``level`` and ``heading_of_level`` ``{level}``, ``footnote``
    its ``{mark}``, ``numbered_item``, ``row`` and ``column`` ``{number}``, ``date`` ``{day}``,
    ``{month}`` and ``{year}``. ``months`` are the twelve as ``date`` wants them. ``link``,
    ``by``, ``place`` and ``credit`` are said inside a sentence, before the words they belong
    to; ``dated`` before the date.
    """

    image: str
    image_without_description: str
    link: str
    quote: str
    end_of_quote: str
    list: str
    list_of_one: str
    item: str
    numbered_item: str
    heading: str
    table: str
    by: str
    credit: str
    level: str
    heading_of_level: str
    caption: str
    footnote: str
    row: str
    column: str
    place: str
    dated: str
    untitled: str
    date: str
    months: tuple[str, ...]

    def list_of(self, count: int) -> str:
        """Return the announcement of a list with so many items."""
        return self.list_of_one if count == 1 else self.list.format(count=count)

    def item_number(self, number: int) -> str:
        """Return the announcement of an item of a numbered list."""
        return self.numbered_item.format(number=number)


@dataclass(frozen=True, slots=True)
class Announcements:
    """The announcements of all languages, by the first subtag of the language's tag."""

    by_language: Mapping[str, Phrases]

    def speak(self, language: str) -> bool:
        """Tell whether there are announcements in a language (BCP 47)."""
        return _base(language) in self.by_language

    def phrases(self, language: str) -> tuple[Phrases, str]:
        """Return the announcements for a language, and the tag of the language they are in.

        The tag is ``language`` itself, or English where there are none in it.
        """
        if self.speak(language):
            return self.by_language[_base(language)], language
        return self.by_language[FALLBACK], FALLBACK


def load_announcements(file: Path | None = None) -> Announcements:
    """Read the table of announcements, by default the one that ships with the program.

    Raises OSError where it is missing, ValueError, TypeError or KeyError where it is not whole.
    """
    file = file or resource_folder() / "speech" / "announcements.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Announcements({language: _phrases(words) for language, words in table.items()})


def _phrases(words: dict[str, Any]) -> Phrases:
    return Phrases(**{**words, "months": tuple(words["months"].split())})


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].casefold()
