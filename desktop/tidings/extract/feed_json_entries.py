"""JSON Feed, 1.0 and 1.1, with what is wrong in it passed over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from gettext import gettext as _
from itertools import islice
from typing import Any

from tidings.extract.addresses import Base
from tidings.extract.bylines import names_of
from tidings.extract.dates import parse_date
from tidings.extract.feed_markup import as_markup
from tidings.extract.feed_media import is_picture
from tidings.extract.feed_parts import MOST_ENTRIES, Attached, Entry, Feed, Shown
from tidings.extract.text import tidy
from tidings.extract.unreadable import UnreadableError

_ITEMS = re.compile(r'"items"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_LONGEST = 86_400 * 7

Json = Mapping[str, Any]


def read_json_feed(text: str, address: str) -> Feed:
    """Return the feed in a text that was found at ``address``, as far as it goes.

    Raises UnreadableError where there is none.
    """
    text = text.lstrip("\ufeff \t\r\n")
    try:
        told = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        told = {"items": list(_whole_items(text))}
    items = told.get("items") if isinstance(told, dict) else None
    if not isinstance(items, list) or not (items or "version" in told):
        raise UnreadableError(_("This feed is damaged and cannot be read."))
    home = Base(address).link(_text(told, "home_page_url"))
    base = Base(address if address.startswith(("http:", "https:")) else home)
    names = names_of(_people(told))
    entries = [_entry(item, base, names) for item in items[:MOST_ENTRIES] if isinstance(item, dict)]
    return Feed(
        title=tidy(_text(told, "title")),
        home=home,
        language=_text(told, "language"),
        next_page=base.link(_text(told, "next_url")),
        entries=tuple(entries),
        is_cut=len(items) > MOST_ENTRIES,
    )


def _whole_items(text: str) -> Iterator[Any]:
    """Yield the items of a feed that breaks off, up to the one in which it does."""
    start = _ITEMS.search(text)
    decoder = json.JSONDecoder(strict=False)
    at = start.end() if start else len(text)
    for _number in range(MOST_ENTRIES):
        between = _BETWEEN.match(text, at)
        try:
            item, at = decoder.raw_decode(text, between.end() if between else at)
        except (ValueError, RecursionError):
            return
        yield item


def _entry(item: Json, base: Base, feed_names: tuple[str, ...]) -> Entry:
    url = base.link(_text(item, "url")) or base.link(_text(item, "external_url"))
    marked = as_markup(_text(item, "content_html"), is_markup=True)
    date = _text(item, "date_published") or _text(item, "date_modified")
    published = parse_date(date)
    pictures = (_text(item, "image") or _text(item, "banner_image"),)
    attached = tuple(_attached(item, base))
    return Entry(
        name=_name(item.get("id")),
        url=url,
        title=tidy(_text(item, "title")),
        byline=names_of(_people(item)) or feed_names,
        published=published,
        published_text="" if published else tidy(date),
        content=marked or as_markup(_text(item, "content_text"), is_markup=False),
        summary=as_markup(_text(item, "summary"), is_markup=False),
        base=url or base.page,
        language=_text(item, "language"),
        pictures=(
            *(Shown(picture) for picture in pictures if picture),
            *(Shown(one.url, None, one.title) for one in attached if _shows(one)),
        ),
        attached=tuple(one for one in attached if not _shows(one)),
    )


def _attached(item: Json, base: Base) -> Iterator[Attached]:
    """Yield what comes with an item, each title once: the same in other forms is no other."""
    files = item.get("attachments")
    seen: set[str] = set()
    for file in islice(files, MOST_ENTRIES) if isinstance(files, list) else ():
        if not isinstance(file, dict):
            continue
        url, title = base.link(_text(file, "url")), tidy(_text(file, "title"))
        if not url or (title or url) in seen:
            continue
        seen.add(title or url)
        seconds = file.get("duration_in_seconds")
        lasts = isinstance(seconds, int | float) and 0 < seconds < _LONGEST
        yield Attached(url, _text(file, "mime_type"), title, int(seconds or 0) if lasts else 0)


def _shows(file: Attached) -> bool:
    return is_picture(file.url, file.media_type)


def _people(told: Json) -> Iterator[str]:
    authors = told.get("authors")
    for person in [*(authors if isinstance(authors, list) else ()), told.get("author")]:
        if isinstance(person, dict):
            yield _text(person, "name")


def _name(value: object) -> str:
    """Return an item's name; many feeds have numbers for it."""
    return str(value) if isinstance(value, str | int | float) and value is not True else ""


def _text(told: Json, name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""
