"""The arithmetic of the benchmark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.changing import Wording, compare
from tests.benchmarks.figures import Figures, table
from tests.benchmarks.highlight import couple
from tests.benchmarks.pauses import silences


def test_the_95th_percentile_of_twenty_runs_is_the_nineteenth() -> None:
    figures = Figures(tuple(float(value) for value in range(20, 0, -1)))
    assert figures.p95 == 19
    assert figures.median == 10.5


def test_one_run_is_its_own_percentile() -> None:
    assert Figures((7.0,)).p95 == 7
    assert str(Figures((7.0,))) == "7.0 ms"


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=200))
def test_a_percentile_was_met_and_is_exceeded_by_one_in_twenty_at_most(values: list[float]) -> None:
    p95 = Figures(tuple(values)).p95
    assert p95 in values
    assert sum(value > p95 for value in values) <= len(values) / 20
    assert sum(value >= p95 for value in values) > len(values) / 20


def test_a_table_can_be_pasted() -> None:
    told = table(["Tidings"], [("first sound", [Figures((31.4, 29.0, 44.0))]), ("gap", ["none"])])
    assert told.splitlines() == [
        "|             | Tidings    |",
        "| ---         | ---:       |",
        "| first sound | 31 (44) ms |",
        "| gap         | none       |",
    ]


@pytest.mark.parametrize(
    ("lit", "expected"),
    [
        ("a b c d", Wording(0, 0, 4)),
        ("a b b c d", Wording(0, 0, 4)),
        ("a b d", Wording(1, 0, 3)),
        ("a b c b c d", Wording(0, 2, 6)),
    ],
)
def test_words_lost_and_repeated(lit: str, expected: Wording) -> None:
    assert compare(["a", "b", "c", "d", "e", "f", "g", "h"], lit.split()) == expected


def test_a_light_is_coupled_with_its_own_sound() -> None:
    heard = [1.0, 1.2, 1.4, 1.6]
    assert couple([1.01, 1.21, 1.61], heard) == [(1.01, 1.0), (1.21, 1.2), (1.61, 1.6)]
    # One that comes too late stands out: it is not taken for a word in time.
    late = couple([moment + 0.07 for moment in heard], heard)
    assert all(abs(light - sound) > 0.06 for light, sound in late)
    assert couple([], heard) == couple(heard, []) == []


def test_silences_are_counted_between_sounds() -> None:
    loud, quiet = [1_000] * 480, [0] * 48
    sound = quiet * 100 + loud + quiet * 120 + loud + quiet * 20 + loud + quiet * 400
    assert silences(sound) == [120]
