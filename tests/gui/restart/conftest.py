"""Windows that outlive a process."""

from __future__ import annotations

from tests.gui.window.conftest import dressed_app, opening
from tests.unit.source.conftest import site

__all__ = ["dressed_app", "opening", "site"]
