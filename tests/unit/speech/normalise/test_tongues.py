"""What holds of the languages other than English."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.speech.normalise import (
    test_french,
    test_german,
    test_kazakh,
    test_russian,
    test_spanish,
    test_ukrainian,
)
from tests.unit.speech.normalise.places import check_places
from tests.unit.speech.normalise.said import said, table
from tidings.speech.normalise.slavic import russian_things, ukrainian_things
from tidings.speech.normalise.tongues import TONGUES


def test_a_language_that_is_not_known_is_left_as_it_is_written() -> None:
    assert said("$5, 24.11.2026", "ka") == "$5, 24.11.2026"


@pytest.mark.parametrize("language", ["ru", "uk", "kk", "de", "fr", "es"])
def test_no_pattern_of_a_language_is_compiled_before_it_is_met(language: str) -> None:
    code = f"""
import re, sys
usual = re.compile
found = set()
def watched(*those, **others):
    found.add(sys._getframe(1).f_globals["__name__"])
    return usual(*those, **others)
re.compile = watched
from tidings.speech.normalise import Normaliser
from tidings.speech.normalise.rule import compiled
known = ("german", "french", "spanish", "russian", "ukrainian", "kazakh", "slavic", "roman")
assert not any(name in module for name in known for module in found), found
Normaliser().replacements("1", "en")
before = compiled.cache_info().currsize
Normaliser().replacements("24. 3/4", {language!r})
assert compiled.cache_info().currsize > before
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("language", ["ru", "uk", "kk", "de", "fr", "es"])
def test_every_word_that_is_written_short_is_said_in_full(language: str) -> None:
    tongue = TONGUES[language]
    for short, words in tongue.short.items():
        assert said(f"– {short} –", language) == f"– {words} –"
    for short, words in tongue.before.items():
        assert said(f"– {short} 5", language) == f"– {words} 5"
    for short, forms in tongue.scales.items():
        if len(short) > 1 and short not in forms:
            assert said(f"7 {short}", language) == f"7 {forms[1]}"
    for short, forms in {**tongue.units, **tongue.money}.items():
        assert said(f"7 {short}", language) == f"7 {forms[1]}"


@pytest.mark.parametrize(("language", "things"), [("ru", russian_things), ("uk", ukrainian_things)])
def test_every_slavic_measure_is_said_in_full(language: str, things: ModuleType) -> None:
    for short, thing in {**things.UNITS, **things.MONEY, **things.SCALES}.items():
        assert said(f"7 {short}", language) == f"7 {thing.forms[2]}"
        assert said(f"23 {short}", language).endswith(f" {thing.forms[1]}")
        assert said(f"2,5 {short}", language).endswith(f" {thing.part}")


ROWS = {
    "ru": [test_russian.DATES, test_russian.YEARS, test_russian.ORDINALS, test_russian.COUNTED],
    "uk": [test_ukrainian.DATES, test_ukrainian.ORDINALS, test_ukrainian.COUNTED],
    "kk": [test_kazakh.SAID],
    "de": [test_german.DATES, test_german.TIMES, test_german.ORDINALS, test_german.COUNTED],
    "fr": [test_french.DATES, test_french.ORDINALS, test_french.COUNTED, test_french.SHORT],
    "es": [test_spanish.DATES, test_spanish.ORDINALS, test_spanish.COUNTED, test_spanish.SHORT],
}


def texts(language: str) -> st.SearchStrategy[str]:
    """Texts made of the words of the tables, in any order, with signs and numbers between."""
    written = " ".join(row[0] for lines in ROWS[language] for row in table(lines))
    pieces = sorted({*written.split(), *" .,–-/:0123456789\u00a0", ". ", "IV", "¼", "́"})
    blanks = st.sampled_from([" ", "", "\u00a0", ", "])
    return st.lists(st.tuples(st.sampled_from(pieces), blanks), max_size=25).map(
        lambda drawn: "".join(piece + blank for piece, blank in drawn)
    )


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(sorted(ROWS)).flatmap(lambda one: st.tuples(st.just(one), texts(one))))
def test_every_word_said_is_in_its_place(drawn: tuple[str, str]) -> None:
    language, text = drawn
    check_places(text, language)
