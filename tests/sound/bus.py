"""A session bus of one's own, and a desktop's player control that talks to it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

TOOLS = ("dbus-daemon", "gdbus", "playerctl")

_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow own="*"/>
<allow eavesdrop="true"/></policy></busconfig>
"""


def missing_tools() -> list[str]:
    """Return the programs that are needed and that the system does not have."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class SessionBus:
    """A private session bus, ended with the ``with`` statement.

    ``address`` is where it listens. Raises RuntimeError when it does not come up.
    """

    def __init__(self) -> None:
        # A short path: a socket's name has at most 107 characters.
        self._folder = tempfile.TemporaryDirectory(prefix="bus-")
        socket = Path(self._folder.name) / "bus"
        configuration = Path(self._folder.name) / "session.conf"
        configuration.write_text(_CONFIGURATION.format(socket=socket), encoding="utf-8")
        self.address = f"unix:path={socket}"
        self._environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": self.address}
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--nofork", "--nosyslog", f"--config-file={configuration}"],
            stderr=subprocess.PIPE,
        )
        deadline = time.monotonic() + 10
        while not socket.exists():
            if self._daemon.poll() is not None or time.monotonic() > deadline:
                told = self._daemon.communicate()[1].decode()
                self._folder.cleanup()
                raise RuntimeError(f"the bus did not start: {told}")
            time.sleep(0.01)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
        self._folder.cleanup()

    def kill(self) -> None:
        """End the bus without a warning to anybody; safe to call twice."""
        self._daemon.kill()
        self._daemon.communicate(timeout=10)

    def freeze(self) -> None:
        """Let the bus do nothing any more, as one that hangs; it can still be killed."""
        self._daemon.send_signal(signal.SIGSTOP)

    def players(self) -> list[str]:
        """Return the names of the players that a desktop sees."""
        told = self._ask("playerctl", "--list-all")
        return sorted(told.stdout.split()) if told.returncode == 0 else []

    def control(self, *words: str, player: str = "tidings") -> str:
        """Return what playerctl answers. Raises RuntimeError where it complains."""
        return self._asked("playerctl", f"--player={player}", *words)

    def call(self, method: str, *arguments: str) -> str:
        """Call a method of the player as gdbus writes it. Raises RuntimeError for an error."""
        return self._asked(
            *("gdbus", "call", "--session", "--dest=org.mpris.MediaPlayer2.tidings"),
            *("--object-path=/org/mpris/MediaPlayer2", f"--method={method}", "--", *arguments),
        )

    def follow(self, *words: str) -> subprocess.Popen[str]:
        """Start a playerctl that prints whenever what it follows has changed."""
        return subprocess.Popen(
            ["playerctl", "--player=tidings", "--follow", *words],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait(self, holds: Callable[[], bool], seconds: float = 5) -> None:
        """Wait until something holds. Raises TimeoutError when it never does."""
        deadline = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > deadline:
                raise TimeoutError("it did not come to that")
            time.sleep(0.02)

    def _asked(self, *command: str) -> str:
        told = self._ask(*command)
        if told.returncode:
            raise RuntimeError(told.stderr.strip())
        return told.stdout.strip()

    def _ask(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
