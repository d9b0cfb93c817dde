"""Run the program: `python -m tidings`."""

from __future__ import annotations

from tidings.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
