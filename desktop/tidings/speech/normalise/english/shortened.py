"""Titles, streets, states and other words that are written shorter than they are said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.speech.normalise.english.states import NAMES, POSTAL, STATES
from tidings.speech.normalise.rule import DIGITS, Rule, any_of, begins_a_word, compiled

_TITLES = {
    "Mr": "Mister",
    "Mrs": "Missis",
    "Ms": "Miz",
    "Dr": "Doctor",
    "Prof": "Professor",
    "Gen": "General",
    "Sen": "Senator",
    "Rep": "Representative",
    "Gov": "Governor",
    "Lt": "Lieutenant",
    "Col": "Colonel",
    "Sgt": "Sergeant",
    "Capt": "Captain",
    "Maj": "Major",
    "Cpl": "Corporal",
    "Cmdr": "Commander",
    "Adm": "Admiral",
    "Rev": "Reverend",
    "Rt": "Right",
    "Brig": "Brigadier",
    "Pvt": "Private",
    "Pfc": "Private first class",
    "Spc": "Specialist",
    "Hon": "Honorable",
    "Pres": "President",
    "Supt": "Superintendent",
    "Det": "Detective",
    "Insp": "Inspector",
    "Cllr": "Councillor",
    "Mt": "Mount",
    "Sens": "Senators",
    "Reps": "Representatives",
    "Gens": "Generals",
    "Govs": "Governors",
    "Messrs": "Messers",
    "Drs": "Doctors",
    "St": "Saint",
    "Ft": "Fort",
}
_AFTER_NAMES = {
    "Jr.": "Junior",
    "Sr.": "Senior",
    "Ave.": "Avenue",
    "Rd.": "Road",
    "Blvd.": "Boulevard",
    "Sq.": "Square",
    "Inc.": "Incorporated",
    "Corp.": "Corporation",
    "Bros.": "Brothers",
    "Assn.": "Association",
    "Univ.": "University",
    "Ph.D.": "P H D",
}
_ANYWHERE = {
    "vs.": "versus",
    "vs": "versus",
    "approx.": "approximately",
    "govt.": "government",
    "w/o": "without",
    "w/": "with",
    "and/or": "and or",
    "he/she": "he or she",
    "his/her": "his or her",
    "she/he": "she or he",
}
_BEFORE_NUMBERS = {
    "No.": "number",
    "No": "number",
    "Nos.": "numbers",
    "№": "number",
    "pp.": "pages",
    "p.": "page",
    "Fig.": "figure",
    "Vol.": "volume",
    "Art.": "article",
    "Ch.": "chapter",
    "Ep.": "episode",
    "Sec.": "section",
    "Apt.": "apartment",
    "Rte.": "route",
    "Hwy.": "highway",
    "c.": "circa",
    "ca.": "circa",
    "est.": "established",
}
_WAYS = {"St": "Street", "Ave": "Avenue", "Rd": "Road", "Blvd": "Boulevard", "Dr": "Drive"}
_STREETS = (
    *("Wall", "Main", "High", "Downing", "Fleet", "Bond", "Regent", "Oxford", "Harley", "Baker"),
    *("Bourbon", "Broad", "Market", "State", "Canal", "Church", "Elm", "Oak", "Maple", "Pine"),
    *("Cedar", "Chestnut", "Walnut", "Spring", "Center", "Water", "Front", "Union", "Mill"),
    *("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"),
)
"""What so stands before "St" is a street's name, never a place that a saint is named after."""
_COUNTED = r"\d++(?:[\w%]|,\d{3}|[-–][a-z]| (?:people|percent|per cent)\b)"
_NO_TITLE = r"Hon |Gen (?:Alpha|Beta|[XYZ])"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d|,\d)"
_PARTIES = {"R": "Republican", "D": "Democrat", "I": "Independent"}


def shortened_rules() -> Iterator[Rule]:
    """Return the rules for words that are written shorter than they are said."""
    # "Kay (R-Texas)", "Fay, D-N.Y.,"
    yield Rule(
        r"(?P<open>\(|, )(?P<party>[RDI])-(?P<state>[A-Z][\w.]*(?: [A-Z]\w+)?)(?:\)|(?=,))",
        _member,
        "RDI",
    )
    yield Rule(
        rf",[ \u00a0](?P<state>{any_of(STATES)})(?!\w)",
        lambda match: f", {STATES[match['state']]}",
        ",",
    )
    # "42 Elm St."
    yield Rule(
        r"(?P<number>\d(?<![\w.,]\d)\d{0,4}) (?P<name>(?:[NSEW]\. )?[A-Z][a-z]+(?: [A-Z][a-z]+)?) "
        rf"(?P<way>{any_of(_WAYS)})\b\.?(?! [A-Z][a-z]+ (?:and|said|is|was))",
        lambda match: f"{match['number']} {match['name']} {_WAYS[match['way']]}",
        DIGITS,
    )
    # "Wall St Journal", "on 42nd St. Police said": the dot there also ends the sentence
    yield Rule(
        rf"(?P<name>{any_of(_STREETS)}|\d+(?:st|nd|rd|th)) St\b(?:\.(?=,| [a-z]))?",
        lambda match: f"{match['name']} Street" if begins_a_word(match) else None,
        "S",
    )
    yield Rule(
        rf"(?P<title>{any_of(_TITLES)})"
        r"(?:\.(?=[ \u00a0](?:[A-Z]|1st\b)|-elect)|(?=[ \u00a0][A-Z][a-z]))",
        _title,
        "".join({title[0] for title in _TITLES}),
    )
    yield Rule(
        rf"(?P<word>{any_of(_AFTER_NAMES)})(?!\w)",
        lambda match: _AFTER_NAMES[match["word"]] if _is_after_a_name(match) else None,
        ".",
    )
    yield Rule(
        rf"(?P<word>{any_of(_ANYWHERE)})",
        lambda match: _ANYWHERE[match["word"]] if _is_alone(match) else None,
        "/.v",
    )
    yield Rule(
        rf"(?P<word>{any_of(_BEFORE_NUMBERS)})[ \u00a0]?(?=\d)",
        _before_a_number,
        DIGITS,
    )


def _member(match: re.Match[str]) -> str | None:
    state, party = match["state"], _PARTIES[match["party"]]
    name = STATES.get(state) or STATES.get(f"{state}.") or POSTAL.get(state) or state
    if name not in NAMES:
        return None
    return f"({party}, {name})" if match["open"] == "(" else f", {party}, {name}"


def _before_a_number(match: re.Match[str]) -> str | None:
    if not begins_a_word(match):
        return None
    if match["word"] in ("No", "No.") and _is_denial(match):
        return None
    if match["word"] == "est." and not compiled(_YEAR).match(match.string, match.end()):
        return "estimated "
    return f"{_BEFORE_NUMBERS[match['word']]} "


def _is_denial(match: re.Match[str]) -> bool:
    """ "No 737s were lost", "Was he there? No. 12 people were": the word, not a number."""
    if match["word"] == "No." and match.string[: match.start()].rstrip().endswith("?"):
        return True
    return compiled(_COUNTED).match(match.string, match.end()) is not None


def _title(match: re.Match[str]) -> str | None:
    bare = match.group() == match["title"]
    if bare and compiled(_NO_TITLE).match(match.string, match.start()):
        return None
    return _TITLES[match["title"]] if begins_a_word(match) else None


def _is_after_a_name(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - 2, 0) : match.start()]
    return len(before) > 1 and before[0].islower() and not before[1].strip()


def _is_alone(match: re.Match[str]) -> bool:
    """Tell whether a word ends where a match does; "w/" stands before another one."""
    after = match.string[match.end() : match.end() + 1]
    return begins_a_word(match) and (match.group() == "w/" or not after.isalnum())
