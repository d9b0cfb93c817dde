"""A sound server of the tests' own, and an ear that listens to it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLoggingCategory
from pytestqt.qtbot import QtBot

from tests.sound.ear import Ear
from tests.sound.server import SoundServer, missing_tools
from tidings.ui import sound
from tidings.ui.application import QUIET
from tidings.ui.qt_sound import QtSound
from tidings.ui.sound import SoundOutput


@pytest.fixture(scope="session")
def sound_tools() -> None:
    """Leave a test out, or fail it on the build machine, where it could hear nothing."""
    if missing := missing_tools():
        told = f"missing for the sound tests: {', '.join(missing)} (pulseaudio, pulseaudio-utils)"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)


@pytest.fixture(scope="session")
def pulse(sound_tools: None) -> Iterator[dict[str, str]]:
    """Start a sound server with a null sink; yield an environment that uses it."""
    with SoundServer() as server:
        yield server.environment


@pytest.fixture(scope="session")
def ear(pulse: dict[str, str]) -> Iterator[Ear]:
    """Listen to the null sink. One ear is enough: a test asks it about times of its own.

    A monitor takes two seconds to give its first sound.
    """
    with Ear(pulse) as listening:
        yield listening


@pytest.fixture(params=["libpulse", "Qt"])
def output(
    request: pytest.FixtureRequest,
    pulse: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> Iterator[SoundOutput]:
    """A way to the null sink, by both of the parts that know one."""
    for name, value in pulse.items():
        monkeypatch.setenv(name, value)
    if request.param == "Qt":
        # What plays where there is no libpulse.
        monkeypatch.setattr(sound, "_system", QtSound)
        QLoggingCategory.setFilterRules(QUIET)
    opened = SoundOutput()
    yield opened
    opened.close()
