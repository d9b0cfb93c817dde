"""The pictures beside an entry's text, as Media RSS and podcasts state them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tidings.extract.feed_parts import Shown
from tidings.extract.text import tidy

_MEDIA = "http://search.yahoo.com/mrss"
_PICTURE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])", re.IGNORECASE)
_MOST = 20


def space_of(element: etree._Element) -> str:
    """Return the element's namespace in lower case, empty where it has none."""
    space, ends, _ = element.tag.rpartition("}")
    return space[1:].lower() if ends else ""


def is_picture(url: str, media_type: str = "", medium: str = "") -> bool:
    """Tell a picture by what the feed says of it, else by its address."""
    if medium:
        return medium.lower() == "image"
    if media_type:
        return media_type.lower().startswith("image/")
    return bool(_PICTURE_NAME.search(url))


def pictures_of(entry: etree._Element) -> Iterator[Shown]:
    """Yield the pictures beside an entry, each once; thumbnails where there is nothing larger.

    One that comes in several sizes is there in its largest alone.
    """
    contents = [one for one in _media(entry, "content") if _shows(one)]
    found: dict[str, Shown] = {}
    grouped: set[etree._Element] = set()
    for content in sorted(contents, key=_width, reverse=True):
        parent = content.getparent()
        if parent is not None and _is_media(parent, "group"):
            if parent in grouped:
                continue
            grouped.add(parent)
        found.setdefault(content.get("url", ""), _shown(content, entry, len(contents)))
    if not found:
        thumbs = sorted(_media(entry, "thumbnail"), key=_width, reverse=True)[:1]
        found = {thumb.get("url", ""): _shown(thumb, entry, len(thumbs)) for thumb in thumbs}
    order = [content.get("url", "") for content in contents]
    shown = sorted(found.items(), key=lambda one: order.index(one[0]) if one[0] in order else 0)
    yield from (picture for url, picture in shown[:_MOST] if url.strip())


def _media(entry: etree._Element, name: str) -> Iterator[etree._Element]:
    return (
        element for element in entry.iterdescendants(f"{{*}}{name}") if _is_media(element, name)
    )


def _is_media(element: etree._Element, name: str) -> bool:
    tag = element.tag.rpartition("}")[2]
    return tag == name and space_of(element).rstrip("/") == _MEDIA


def _shows(content: etree._Element) -> bool:
    return is_picture(content.get("url", ""), content.get("type", ""), content.get("medium", ""))


def _width(content: etree._Element) -> int:
    width = content.get("width", "")
    return int(width) if width.isascii() and width.isdigit() and len(width) < 7 else 0


def _shown(content: etree._Element, entry: etree._Element, pictures: int) -> Shown:
    return Shown(
        url=content.get("url", ""),
        caption=_said(content, entry, "description", pictures),
        credit=_said(content, entry, "credit", pictures),
        width=content.get("width", ""),
        height=content.get("height", ""),
    )


def _said(content: etree._Element, entry: etree._Element, name: str, pictures: int) -> str:
    """Return what is said of a picture: in it, in its group, or beside the only one."""
    around: list[etree._Element] = [content]
    parent = content.getparent()
    if parent is not None and parent is not entry:
        around.append(parent)
    if pictures == 1:
        around.append(entry)
    for place in around:
        for element in place:
            if isinstance(element.tag, str) and _is_media(element, name):
                return tidy("".join(map(str, element.itertext())))
    return ""
