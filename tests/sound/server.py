"""A sound server of one's own, whose only device is a null sink."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

TOOLS = ("pulseaudio", "parec", "pacat", "pactl")


def missing_tools() -> list[str]:
    """Return the programs that a private server needs and the system does not have."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class SoundServer:
    """A private PulseAudio daemon with a null sink, ended with the ``with`` statement.

    Nothing of the user's own sound server is touched: the daemon has a runtime folder, a
    home and a socket of its own. ``environment`` makes a program use it. Where it is not
    to be ``running`` from the beginning, or was killed, :meth:`start` starts it in the same
    place. Raises RuntimeError when it does not come up.
    """

    def __init__(self, *, running: bool = True) -> None:
        # A short path: a socket's name has at most 107 characters.
        self._folder = tempfile.TemporaryDirectory(prefix="ear-")
        self.home = Path(self._folder.name)
        self.home.chmod(0o700)
        self._socket = self.home / "pulse.socket"
        self._log = self.home / "log"
        self._daemon: subprocess.Popen[bytes] | None = None
        self.environment = {
            key: value for key, value in os.environ.items() if not key.startswith("PULSE_")
        } | {
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.home),
            "XDG_CONFIG_HOME": str(self.home),
            "PULSE_SERVER": f"unix:{self._socket}",
            "PULSE_SINK": "null",
        }
        if running:
            self.start()

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

    def start(self) -> None:
        """Start the daemon, and wait until it answers."""
        with self._log.open("ab") as output:
            self._daemon = subprocess.Popen(
                [
                    "pulseaudio",
                    "-n",
                    "--daemonize=no",
                    "--exit-idle-time=-1",
                    "--use-pid-file=no",
                    "--load=module-null-sink sink_name=null rate=48000",
                    f"--load=module-native-protocol-unix auth-anonymous=1 socket={self._socket}",
                ],
                env={k: v for k, v in self.environment.items() if k != "PULSE_SERVER"},
                stdout=output,
                stderr=output,
            )
        deadline = time.monotonic() + 10
        while not self._socket.exists():
            if self._daemon.poll() is not None or time.monotonic() > deadline:
                told = self._log.read_text(errors="replace")
                self.kill()
                raise RuntimeError(f"the sound server did not start: {told}")
            time.sleep(0.01)

    def control(self, *words: str) -> str:
        """Have the daemon do something, as ``pactl`` says it; return what it answers.

        Raises CalledProcessError.
        """
        command = ["pactl", *words]
        return subprocess.run(
            command, env=self.environment, check=True, stdout=subprocess.PIPE, text=True
        ).stdout

    def hang(self, *, hanging: bool) -> None:
        """Have the daemon stand still, or go on."""
        assert self._daemon is not None
        self._daemon.send_signal(signal.SIGSTOP if hanging else signal.SIGCONT)

    def kill(self) -> None:
        """End the daemon without a warning to anybody."""
        if self._daemon is not None:
            self._daemon.kill()
            self._daemon.wait(timeout=10)
            self._daemon = None
        self._socket.unlink(missing_ok=True)
