"""When the day began, and that another has."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from tidings.ui.day import Day, midnight


@pytest.fixture(params=["UTC", "Europe/Prague", "Asia/Kathmandu", "America/St_Johns"])
def zone(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[str]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("hour", [0, 3, 12, 23])
@pytest.mark.parametrize(
    "day", [datetime(2026, 11, 24), datetime(2026, 3, 29), datetime(2026, 10, 25)]
)
def test_the_day_begins_at_the_readers_midnight(zone: str, day: datetime, hour: int) -> None:
    began = midnight(day + timedelta(hours=hour))
    local = began.astimezone()
    assert (local.date(), local.hour, local.minute) == (day.date(), 0, 0)
    # On the days the clocks change in Prague the offset of midnight counts.
    if zone == "Europe/Prague" and day.month == 10:
        assert began.astimezone(UTC).hour == 22


def test_another_day_is_told_once(qapp: QApplication) -> None:
    now = [datetime(2026, 11, 24, 23, 59)]
    day = Day(lambda: now[0])
    changes: list[bool] = []
    day.changed.connect(lambda: changes.append(True))
    day.look()
    assert not changes
    now[0] += timedelta(minutes=2)
    day.look()
    day.look()
    assert changes == [True]
    assert day.began == datetime(2026, 11, 25).astimezone()
    # The clock is set back.
    now[0] -= timedelta(minutes=5)
    day.look()
    assert changes == [True, True]
