"""What holds of the languages other than English."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.unit.speech.normalise.said import said


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
