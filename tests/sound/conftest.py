"""A sound server of the tests' own, whose only device is a null sink."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sound.ear import Ear

TOOLS = ("pulseaudio", "parec", "pacat")


@pytest.fixture(scope="session")
def pulse() -> Iterator[dict[str, str]]:
    """Start a private PulseAudio daemon with a null sink; yield an environment that uses it.

    Nothing of the user's own sound server is touched: the daemon has a runtime folder, a
    home and a socket of its own.
    """
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        told = f"missing for the sound tests: {', '.join(missing)} (pulseaudio, pulseaudio-utils)"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    # A short path: a socket's name has at most 107 characters.
    with tempfile.TemporaryDirectory(prefix="ear-") as name:
        folder = Path(name)
        folder.chmod(0o700)
        socket = folder / "pulse.socket"
        environment = {
            key: value for key, value in os.environ.items() if not key.startswith("PULSE_")
        } | {
            "HOME": name,
            "XDG_RUNTIME_DIR": name,
            "XDG_CONFIG_HOME": name,
            "PULSE_SERVER": f"unix:{socket}",
            "PULSE_SINK": "null",
        }
        log = folder / "log"
        with log.open("wb") as output:
            daemon = subprocess.Popen(
                [
                    "pulseaudio",
                    "-n",
                    "--daemonize=no",
                    "--exit-idle-time=-1",
                    "--use-pid-file=no",
                    "--load=module-null-sink sink_name=null rate=48000",
                    f"--load=module-native-protocol-unix auth-anonymous=1 socket={socket}",
                ],
                env={key: value for key, value in environment.items() if key != "PULSE_SERVER"},
                stdout=output,
                stderr=output,
            )
        try:
            _await_socket(daemon, socket, log)
            yield environment
        finally:
            daemon.terminate()
            daemon.wait(timeout=10)


@pytest.fixture(scope="session")
def ear(pulse: dict[str, str]) -> Iterator[Ear]:
    """Listen to the null sink. One ear is enough: a test asks it about times of its own.

    A monitor takes two seconds to give its first sound.
    """
    with Ear(pulse) as listening:
        yield listening


def _await_socket(daemon: subprocess.Popen[bytes], socket: Path, log: Path) -> None:
    deadline = time.monotonic() + 10
    while not socket.exists():
        if daemon.poll() is not None or time.monotonic() > deadline:
            pytest.fail(f"the sound server did not start: {log.read_text(errors='replace')}")
        time.sleep(0.01)
