"""The outer edge of set-up: what is said, and what other programs are asked to do."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence


class SetupError(Exception):
    """Set-up cannot go on; the text says what the person can do."""


def say(text: str) -> None:
    """Tell the person, in order with what the programs called from here print."""
    print(text, flush=True)


def succeeds(command: Sequence[str]) -> bool:
    """Run a command in the person's sight and tell whether it ended well."""
    return subprocess.run(command, check=False).returncode == 0


def answers(command: Sequence[str]) -> bool:
    """Run a command out of sight, with nobody to ask, and tell whether it ended well."""
    try:
        ended = subprocess.run(
            command, check=False, stdin=subprocess.DEVNULL, capture_output=True, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0
