"""One worker for all tests that only ask it something, and one of its own for the others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.speech.laid_voice import voice
from tests.unit.speech.speaking import Speaker
from tidings.speech import Announcements, load_announcements

__all__ = ["announcements", "shared", "speaker", "voice"]


@pytest.fixture(scope="session")
def shared() -> Iterator[Speaker]:
    with Speaker().up() as speaker:
        yield speaker


@pytest.fixture
def speaker() -> Iterator[Speaker]:
    with Speaker().up() as one:
        yield one


@pytest.fixture(scope="session")
def announcements() -> Announcements:
    return load_announcements()
