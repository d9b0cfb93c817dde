from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screenreader.laboratory import Laboratory, missing_parts
from tests.screenreader.walks import begin


@pytest.fixture
def laboratory(tmp_path: Path) -> Iterator[Laboratory]:
    """A desktop with a screen reader. Where parts are missing, CI fails and others are told."""
    with _desktop(tmp_path) as desktop:
        yield desktop


@pytest.fixture
def orca(laboratory: Laboratory) -> Laboratory:
    """Orca, then the window on the sample edition, all that comes of itself having been said."""
    begin(laboratory)
    return laboratory


@pytest.fixture(scope="module")
def laboratory_for_module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laboratory]:
    """A desktop that all tests of a module share."""
    with _desktop(tmp_path_factory.mktemp("desktop")) as desktop:
        yield desktop


def _desktop(folder: Path) -> Laboratory:
    missing = missing_parts()
    if missing:
        message = f"no screen reader to test with; install: {' '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return Laboratory(folder)
