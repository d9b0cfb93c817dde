"""The arithmetic of the benchmark."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.figures import Figures, table


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
