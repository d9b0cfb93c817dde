from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screenreader.laboratory import Laboratory, missing_parts


@pytest.fixture
def laboratory(tmp_path: Path) -> Iterator[Laboratory]:
    """A desktop with a screen reader. Where parts are missing, CI fails and others are told."""
    missing = missing_parts()
    if missing:
        message = f"no screen reader to test with; install: {' '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with Laboratory(tmp_path) as desktop:
        yield desktop
