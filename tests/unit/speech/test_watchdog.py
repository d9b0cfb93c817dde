from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from tidings.speech.watchdog import Watchdog


class Bark:
    def __init__(self) -> None:
        self.times: list[float] = []
        self.heard = threading.Event()

    def __call__(self) -> None:
        self.times.append(time.monotonic())
        self.heard.set()


@pytest.fixture
def bark() -> Bark:
    return Bark()


@pytest.fixture
def watchdog(bark: Bark) -> Iterator[Watchdog]:
    one = Watchdog(bark)
    yield one
    one.close()


def test_silence_is_noticed_once(watchdog: Watchdog, bark: Bark) -> None:
    begun = time.monotonic()
    watchdog.expect(0.05)
    assert bark.heard.wait(5)
    assert bark.times[0] - begun >= 0.05
    bark.heard.clear()
    assert not bark.heard.wait(0.1)


def test_a_shorter_wait_takes_the_place_of_a_longer_one(watchdog: Watchdog, bark: Bark) -> None:
    begun = time.monotonic()
    watchdog.expect(60)
    watchdog.expect(0.05)
    assert bark.heard.wait(5)
    assert bark.times[0] - begun < 5


def test_signs_put_it_off_and_rest_ends_it(watchdog: Watchdog, bark: Bark) -> None:
    for _ in range(10):
        watchdog.expect(0.2)
        assert not bark.heard.wait(0.05)
    watchdog.rest()
    assert not bark.heard.wait(0.3)
