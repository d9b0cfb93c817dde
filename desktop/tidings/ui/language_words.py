"""What languages are called, in the language of the window."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QLocale


def language_words(language: str) -> str:
    """Return the name of a language (BCP 47), without its region; the tag where it has none."""
    base = language.replace("_", "-").partition("-")[0].casefold()
    if own := _unknown_to_qt().get(base):
        return own
    known = QLocale.codeToLanguage(base)
    if known in (QLocale.Language.AnyLanguage, QLocale.Language.C):
        return language
    # Qt gives it in English; packaging/words.py names the languages to translators.
    return _(QLocale.languageToString(known))


def _unknown_to_qt() -> dict[str, str]:
    """Return the names of languages that voices and pages have, and Qt has no name for."""
    return {
        "azb": _("South Azerbaijani"),
        "bpy": _("Bishnupriya"),
        "cmn": _("Chinese"),
        "cnr": _("Montenegrin"),
        "crh": _("Crimean Tatar"),
        "gag": _("Gagauz"),
        "glk": _("Gilaki"),
        "grc": _("Ancient Greek"),
        "hak": _("Hakka Chinese"),
        "hyw": _("Western Armenian"),
        "lfn": _("Lingua Franca Nova"),
        "ltg": _("Latgalian"),
        "mto": _("Totontepec Mixe"),
        "nci": _("Classical Nahuatl"),
        "nog": _("Nogai"),
        "prs": _("Dari"),
        "rue": _("Rusyn"),
    }
