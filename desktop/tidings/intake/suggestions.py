"""Sources to begin with, offered to somebody who has none. None is added without asking."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import Enum
from gettext import gettext as _
from pathlib import Path

from tidings.extract import SourceKind
from tidings.resources import resource_folder


class Reason(Enum):
    """Why a source is good to begin with, and good to listen to."""

    KNOWN_PAGES = "known-pages"
    BROADCASTER = "broadcaster"
    PLAIN_WORDS = "plain-words"
    NEWSPAPER = "newspaper"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A source that is offered. ``language`` is a BCP 47 tag, ``title`` in that language."""

    title: str
    address: str
    language: str
    kind: SourceKind
    reason: Reason


def load_suggestions(file: Path | None = None) -> tuple[Suggestion, ...]:
    """Read the list of suggestions, by default the one that ships with the program.

    Raises OSError where it is missing, ValueError, TypeError or KeyError where it is not whole.
    """
    file = file or resource_folder() / "sources.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(
        Suggestion(
            title=entry["title"],
            address=entry["address"],
            language=entry["language"],
            kind=SourceKind(entry["kind"]),
            reason=Reason(entry["why"]),
        )
        for entry in table["source"]
    )


def why(suggestion: Suggestion) -> str:
    """Return in words why a source is offered."""
    match suggestion.reason:
        case Reason.KNOWN_PAGES:
            return _("Whole stories: Tidings knows how its pages are built.")
        case Reason.BROADCASTER:
            return _("Written by a broadcaster, so it is good to listen to.")
        case Reason.PLAIN_WORDS:
            return _("Written in plain words, for those who learn the language.")
        case Reason.NEWSPAPER:
            return _("A newspaper, with longer stories.")
        case Reason.AGENCY:
            return _("A news agency: many short stories.")
