"""Pages for the window to read aloud."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write_page(folder: Path, title: str, paragraphs: Iterable[str]) -> str:
    """Write a page in English with one story; return its path."""
    page = folder / "page.html"
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    page.write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>",
        encoding="utf-8",
    )
    return str(page)
