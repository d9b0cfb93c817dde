"""Where the session bus of this person's desktop is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def bus_address(environment: Mapping[str, str]) -> str:
    """Return the address of the session bus; empty where there is none.

    Where the environment does not tell, it is where systemd puts it.
    """
    told = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    if told:
        return told
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    socket = Path(runtime) / "bus"
    return f"unix:path={socket}" if runtime and socket.exists() else ""
