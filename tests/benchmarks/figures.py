"""Figures and the table that they are told in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figures:
    """What the runs of one measurement gave, in ``unit``; at least one value."""

    values: tuple[float, ...]
    unit: str = "ms"

    @property
    def median(self) -> float:
        """The value in the middle, or the mean of the two there."""
        return median(self.values)

    @property
    def p95(self) -> float:
        """The smallest value that at least 95 of a hundred do not exceed: one that was met."""
        ordered = sorted(self.values)
        return ordered[math.ceil(0.95 * len(ordered)) - 1]

    def __str__(self) -> str:
        if len(self.values) == 1:
            return f"{_short(self.values[0])} {self.unit}"
        return f"{_short(self.median)} ({_short(self.p95)}) {self.unit}"


Cell = Figures | str
"""A measurement, or why there is none."""


def table(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[Cell]]]) -> str:
    """Return a Markdown table; ``rows`` are a name each and a cell for every column but one."""
    lines = [["", *columns], ["---", *("---:" for _ in columns)]]
    lines += [[name, *(str(cell) for cell in cells)] for name, cells in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(columns) + 1)]
    padded = (map(str.ljust, line, widths) for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in padded)


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}"
