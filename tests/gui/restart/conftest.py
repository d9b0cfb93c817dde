"""Windows that outlive a process."""

from __future__ import annotations

from tests.gui.window.conftest import dressed_app, opening

__all__ = ["dressed_app", "opening"]
