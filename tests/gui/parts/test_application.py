from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tidings.ui.application import collect_what_is_new


class Knot:
    """Holds itself, so that only a collection ends it."""

    left = 0

    def __init__(self) -> None:
        self.itself = self
        Knot.left += 1

    def __del__(self) -> None:
        Knot.left -= 1


@pytest.fixture
def collecting() -> Iterator[None]:
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()
    gc.collect()


@pytest.mark.usefixtures("collecting")
def test_garbage_is_looked_for_in_what_came_after_the_start_alone() -> None:
    Knot()
    collect_what_is_new()
    assert gc.isenabled()
    Knot()
    assert Knot.left == 2

    gc.collect()

    assert Knot.left == 1
