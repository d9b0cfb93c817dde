"""How soon a person hears something in a story of 50,000 words."""

from __future__ import annotations

from statistics import median

from tests.benchmarks.hearing import measure_hearing
from tests.screenreader.laboratory import Laboratory

CHARACTERS = 250_000
PROMISED = 150.0
"""Milliseconds from the key to Orca's first word, in the median."""


def test_a_key_is_answered_at_once_in_a_very_long_story(laboratory: Laboratory) -> None:
    for figures in measure_hearing(laboratory, CHARACTERS, runs=3).values():
        assert median([value for key in figures.values() for value in key.values]) < PROMISED
