"""The language of the program's own words.

Every text for people is written in English and looked up by ``gettext`` when it is shown.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from pathlib import Path

from tidings.resources import resource_folder

DOMAIN = "tidings"
SOURCE_LANGUAGE = "en"


def translations() -> Path:
    """Return the folder that holds ``<language>/LC_MESSAGES/tidings.mo``."""
    return resource_folder() / "translations"


def wished_languages(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages that are wished for more than English, best first.

    They stand in LANGUAGE, LC_ALL, LC_MESSAGES or LANG, the first that is not empty. What
    comes after English there is left out: English is always to be had.
    """
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wished = next((environment[name] for name in names if environment.get(name)), "")
    found = []
    for language in wished.split(":"):
        if _is_english(language):
            break
        if language:
            found.append(language)
    return tuple(found)


def words_language(environment: Mapping[str, str]) -> str:
    """Return the tag of the language that the program's words are in.

    That is the first wished one there is a translation to, else English.
    """
    wished = wished_languages(environment)
    found = gettext.find(DOMAIN, str(translations()), list(wished)) if wished else None
    return Path(found).parents[1].name if found else SOURCE_LANGUAGE


def use_language(environment: Mapping[str, str]) -> None:
    """Make ``gettext`` give the program's words in the language that is wished for.

    ``environment`` is to be the process's own, which ``gettext`` reads at every look-up.
    """
    if words_language(environment) == SOURCE_LANGUAGE:
        # Nothing is bound, or words would be found in a language that stands after English.
        gettext.textdomain("messages")
        return
    gettext.bindtextdomain(DOMAIN, str(translations()))
    gettext.textdomain(DOMAIN)


def _is_english(language: str) -> bool:
    return language.replace("-", "_").partition(".")[0].partition("_")[0] in ("en", "C", "POSIX")
