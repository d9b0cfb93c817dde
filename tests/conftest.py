"""Every test runs as on a machine of its own: nothing of the person's is read, written or heard."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# What an example takes depends on what else the machine does: the benchmarks are about speed.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# Before Qt is loaded: a window on the person's screen would take the keys from under them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def machine_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the session a home without a past, without a sound server, a proxy or a language."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
        for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
            patch.delenv(name, raising=False)
            patch.delenv(name.upper(), raising=False)
        # Nowhere: with no address at all the library would start a server of its own.
        patch.setenv("PULSE_SERVER", f"unix:{home}/no-sound-server")
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={home}/no-bus")
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.delenv("LANGUAGE", raising=False)
        yield
