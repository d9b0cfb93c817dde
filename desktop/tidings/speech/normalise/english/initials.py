"""Initials that eSpeak would read as words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.rule import Rule, any_of, compiled

_SPELLED = (
    *("AARP", "ACLU", "AFC", "AFP", "AKP", "ANC", "AP", "AU", "BA"),
    *("COPD", "CSTO", "DUI", "DUP", "DVLA", "EBRD", "ECB", "ECDC", "EEZ"),
    *("EHRC", "EIA", "EIB", "EPA", "EV", "FAA", "FDIC", "GOP", "GRU"),
    *("IAEA", "ICAO", "ICBM", "ICC", "ICJ", "ICRC", "ICU", "IDF", "IED"),
    *("IFRC", "ILO", "IMDB", "IMF", "IOC", "IPCC", "IPO", "IRA", "IRGC"),
    *("ISI", "ISS", "ITUC", "MEP", "NCAA", "NDAA", "NGO", "NYC", "OAS"),
    *("OHCHR", "OPCW", "OSCE", "POW", "RFA", "RFE", "SCO", "SEC", "TSA"),
    *("UAE", "UAV", "UAW", "UDA", "UFC", "UKHSA", "UNDP", "UNFPA", "UNSC"),
    *("USCIS", "USGS", "USMC", "USPTO", "VIP", "VOA", "WHO", "YMCA"),
)
"""Each was tried against the phonemes, in a sentence ("the OSCE said") and by itself ("(AP)"):
where all is in capitals, eSpeak reads as a word what it spells elsewhere."""
_CAPITALS_BEFORE = r"[A-Z]{2} \Z"
_CAPITALS_AFTER = r" [A-Z]{2}"


def initial_rules() -> Iterator[Rule]:
    """Return the rules for initials."""
    yield Rule(
        rf"(?P<letters>{any_of(_SPELLED)})(?P<more>s?)(?!\w|&|-[^a-z])",
        _spelled,
        "ABCDEGIMNOPRSTUVW",
    )
    # Of "MI5", the "M" and the "I" are no word.
    yield Rule(r"MI(?<!\w\w\w)(?=[56]\b)", lambda _match: "M I ", "5" + "6")


def _spelled(match: re.Match[str]) -> str | None:
    before = match.string[max(match.start() - 3, 0) : match.start()]
    if before[-1:].isalnum() or before[-1:] in ("&", "."):
        return None
    # In a line of capitals it may be a word ("WHO WON?").
    if compiled(_CAPITALS_BEFORE).search(before) or compiled(_CAPITALS_AFTER).match(
        match.string, match.end()
    ):
        return None
    return ".".join(match["letters"]) + ("'s" if match["more"] else "")
