"""Building small pages for tests."""

from __future__ import annotations

from tidings.document import Block, Edition, RawPage
from tidings.extract import read
from tidings.extract.addresses import Base
from tidings.extract.blocks import read_blocks
from tidings.extract.tree import parse

ADDRESS = "https://tidings.example/a/page.html"


def edition(html: str, address: str = ADDRESS) -> Edition:
    """Return the edition of a page."""
    return read(RawPage(address, "text/html", html.encode("utf-8", "surrogatepass"), "utf-8"))


def text_edition(text: str) -> Edition:
    """Return the edition of a plain text."""
    return read(RawPage("file:///text.txt", "text/plain", text.encode()))


def blocks(html: str, address: str = ADDRESS) -> list[Block]:
    """Return the blocks of a page's body."""
    root = parse(f"<body>{html}</body>")
    assert root is not None
    return [found.block for found in read_blocks(root, Base(address))]
