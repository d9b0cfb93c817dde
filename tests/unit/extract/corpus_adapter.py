"""What the scorer of the pages calls: one page's extraction in the common shape."""

from __future__ import annotations

from typing import Any

from tidings.extract import from_html


def extract(html: str, url: str | None) -> dict[str, Any]:
    return from_html(html, url)
