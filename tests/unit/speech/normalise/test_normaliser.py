"""What holds of every rule, in every language."""

from __future__ import annotations

import gc
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.speech.normalise.places import check_places, spoken
from tidings.document import Article, Paragraph, Preformatted, Span, Table
from tidings.speech import Kind
from tidings.speech.normalise import Normaliser

LANGUAGES = ["en", "en-GB", "en_US", "ru", "uk", "kk", "de", "fr", "es", "ka", ""]
PIECES = [
    *"0123456789 .,:/-–$€#@½°CIVXs№*<>~x'’|()+%😀👍🏽❤️🇺🇸\u00a0\n",
    *(" km", "Mr. ", "No.", "Nov. ", "млн", "руб.", "bn", "m ", "p.m.", " ET", "St.", "King "),
    *("Louis ", "Part ", "www.", "https://", "example.org", "/a", "Call ", "911", "(R-", "US$"),
    *("2026", "-11-", "17:30", " Uhr", " ноября", " жыл", "XX", " век", " h", "1er", "n.º ", "Mo"),
    *("IMF", "MI", "NGOs", "CO", "₂", "ft ", "in", "pp", "WHO ", "Jr.", "and/or", "90s", "the "),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)
NORMALISERS = st.builds(Normaliser, emoji=st.booleans())


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES), NORMALISERS)
def test_replacements_are_in_order_and_apart(
    text: str, language: str, normaliser: Normaliser
) -> None:
    end = 0
    for each in normaliser.replacements(text, language):
        assert end <= each.start < each.end <= len(text)
        assert "\n" not in text[each.start : each.end].strip()
        end = each.end


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_every_word_said_is_in_its_place(text: str, language: str) -> None:
    check_places(text, language)


def test_code_is_read_as_it_is_written() -> None:
    blocks = (Preformatted("x = 3-2 # No. 5"), Paragraph((Span("They won 3-2."),)))
    told = [each.text for each in spoken(Article("a", "", blocks, language="en"))]
    assert "x = 3-2 # No. 5" in told
    assert "They won 3 to 2." in told


def test_the_title_of_a_table_and_its_headers_are_said_like_any_text() -> None:
    rows = tuple(
        tuple((Span(cell),) for cell in row) for row in (("Town", "Cost, $m"), ("Hull", "$3m"))
    )
    table = Table(rows, header_rows=1, caption="Prices, Nov. 24")
    told = spoken(Article("a", "", (table,), language="en"))
    announced = [each.text for each in told if each.kind is Kind.ANNOUNCEMENT]
    assert any("Prices, November 24th" in text for text in announced)
    assert any("3 million dollars" in each.text for each in told)


@pytest.mark.parametrize("language", ["en", "en-GB", "ru", "uk", "kk", "de", "fr", "es"])
def test_a_window_of_text_takes_little_time(language: str) -> None:
    sentence = "The committee said on Tuesday that it would pay the men, 12 of them. "
    text = (sentence * 30)[:1500]
    normaliser = Normaliser()
    normaliser.prepare(language)
    times = []
    gc.collect()
    for _ in range(50):
        begun = time.thread_time()
        normaliser.replacements(text, language)
        times.append(time.thread_time() - begun)
    assert min(times) < 0.001
    # The first time as well, as all was made ready.
    assert times[0] < 0.004


def test_nothing_is_compiled_before_a_language_is_met() -> None:
    code = """
import re, sys
usual = re.compile
def watched(*those, **others):
    assert not sys._getframe(1).f_globals["__name__"].startswith("tidings.speech.normalise")
    return usual(*those, **others)
re.compile = watched
from tidings.speech.normalise import Normaliser
from tidings.speech.normalise.rule import compiled
re.compile = usual
assert compiled.cache_info().currsize == 0
Normaliser().replacements("Nothing of the kind", "en")
assert compiled.cache_info().currsize < 20
Normaliser().prepare("en")
assert compiled.cache_info().currsize > 50
"""
    subprocess.run([sys.executable, "-c", code], check=True)
