"""Where a picture can be had, out of the many ways in which pages say it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from tidings.document import Picture
from tidings.extract.addresses import Base
from tidings.extract.markup import classes
from tidings.extract.text import tidy, word_set

# Wide enough for the text column of a large window, no more than is needed to fetch.
_WANTED_WIDTH = 1000
# Attributes in which lazy pages keep the address until the picture is scrolled into view.
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-hi-res-src")
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
# An address runs to white space, less the commas at its end; then a size, to the next comma.
_CANDIDATE = re.compile(r"[\s,]*(\S+?)(?:,+(?=\s|$)|\s+([^,]*)(?:,|$)|$)")
_SIZE = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)([wx])\s*")
_NO_PICTURE = re.compile(
    r"(^|[/_.-])(blank|spacer|pixel|1x1|transparent|placeholder|tracking|beacon|fallback|lazyload"
    r"|lazy|leer|empty|dummy|no-?image|loader|loading|spinner|logo|icon|icons|sprite|avatar"
    r"|favicon|gravatar|badge|button|btn|default-?image|emoji|share|facebook|twitter|banner|werbung|advert|anzeige"
    r"|promo|newsletter|appicon)([._-][^/]*)?$|\$\{|\{\{|\$%7b",
    re.IGNORECASE,
)
# The name of a file, or of the kind of thing that it is.
_NO_WORDS = re.compile(
    r"\s*(?:\S{1,120}\.(?:jpe?g|png|gif|webp|avif)"
    r"|image|img|photo|picture|thumbnail|foto|bild|null|undefined|none)\s*",
    re.IGNORECASE,
)
_ORNAMENT = word_set("emoji wp-smiley icon ico avatar logo gravatar tracking-pixel")
_SMALL = 48
_LONGEST_SET = 20_000


def picture_of(image: HtmlElement, base: Base) -> Picture:
    """Return the picture of an ``img`` or ``amp-img`` element, its sources best first.

    The sources are empty where the element names none that can be fetched.
    """
    found: dict[str, None] = {}
    for address in _addresses(image):
        if (
            address
            and not address.startswith("data:")
            and not _NO_PICTURE.search(address.split("?")[0])
        ):
            absolute = base.picture(address)
            if absolute:
                found.setdefault(absolute)
    return Picture(tuple(found), _pixels(image.get("width")), _pixels(image.get("height")))


def described(alt: str | None) -> str | None:
    """Return the words an image is described by; None where they say nothing of it."""
    return None if alt is None or _NO_WORDS.fullmatch(alt) else tidy(alt)


def is_ornament(image: HtmlElement) -> bool:
    """Tell whether an image is an icon, a logo, a face beside a name or a tracking pixel."""
    width, height = _pixels(image.get("width")), _pixels(image.get("height"))
    if 0 < width <= 2 or 0 < height <= 2 or (0 < width <= _SMALL and 0 < height <= _SMALL):
        return True
    if (image.get("src") or "").split("?")[0].endswith(".svg") and not image.get("alt"):
        return True
    return not _ORNAMENT.isdisjoint(classes(image)) or image.get("role") == "presentation"


def _addresses(image: HtmlElement) -> list[str]:
    own = [image.get("src") or ""]
    lazy = [image.get(name) or "" for name in _LAZY]
    sets = [image.get(name) or "" for name in _LAZY_SETS]
    # The parser takes "source" for an element with content, and puts the image into it.
    picture = next(image.iterancestors("picture"), None)
    for source in picture.iter("source") if picture is not None else ():
        sets.extend((source.get(name) or "") for name in _LAZY_SETS)
    ranked = sorted(
        (candidate for value in sets for candidate in _candidates(value)), key=lambda c: _rank(c[1])
    )
    # A lazy page keeps a stand-in in "src"; where there are sets, "src" is the smallest.
    return [*(address for address, _ in ranked), *lazy, *own]


def _candidates(srcset: str) -> Iterator[tuple[str, float]]:
    """Yield the addresses of a set with the width of each, 0 where it is not said."""
    for match in _CANDIDATE.finditer(srcset[:_LONGEST_SET]):
        size = _SIZE.fullmatch(match[2] or "")
        width = float(size[1]) if size else 0.0
        yield match[1], width * _WANTED_WIDTH / 2 if size and size[2] == "x" else width


def _rank(width: float) -> tuple[bool, float]:
    """Order widths: the smallest that is wide enough, then the widest of the others."""
    too_narrow = width < _WANTED_WIDTH
    return too_narrow, -width if too_narrow else width


def _pixels(value: str | None) -> int:
    digits = (value or "").strip().removesuffix("px")
    return min(int(digits), 100_000) if digits.isascii() and digits.isdigit() else 0
