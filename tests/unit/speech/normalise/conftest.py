"""What the tests of the normaliser share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.speech.normalise.phonemes import Phonemes


@pytest.fixture(scope="session")
def phonemes() -> Iterator[Phonemes]:
    with Phonemes() as process:
        yield process
