"""RSS, RDF and Atom: what feedparser knows of their many forms, as plain values."""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from gettext import gettext as _
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from tidings.extract.addresses import Base
from tidings.extract.bylines import names_of
from tidings.extract.dates import parse_date
from tidings.extract.feed_markup import as_markup, plain_words
from tidings.extract.feed_media import is_picture
from tidings.extract.feed_parts import MOST_ENTRIES, Attached, Entry, Feed, Shown
from tidings.extract.feed_xml import whole
from tidings.extract.text import tidy
from tidings.extract.unreadable import UnreadableError

_MARKUP = ("text/html", "application/xhtml+xml")
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,4}):(\d{2})|(\d{1,6})")


def read_xml_feed(text: str, address: str) -> Feed:
    """Return the feed in a text that was found at ``address``.

    Raises UnreadableError where there is none. feedparser is given bytes that are well-formed
    and names of no other file, so that it neither guesses nor fetches.
    """
    xml = whole(text)
    parsed = _parsed(xml.content, address) if xml else {}
    if xml is None or not (parsed.get("version") or parsed.get("entries")):
        raise UnreadableError(_("This feed is damaged and cannot be read."))
    told: Mapping[str, Any] = parsed["feed"]
    entries: list[Mapping[str, Any]] = parsed["entries"][:MOST_ENTRIES]
    # They are matched by their order, which holds only where both count the same entries.
    pictures = xml.pictures if len(xml.pictures) == len(entries) else ((),) * len(entries)
    home = Base(_web(address)).link(_text(told, "link"))
    language = _text(told, "language")
    names = names_of(_people(told))
    return Feed(
        title=_words(told, "title"),
        home=home,
        language=language,
        next_page=Base(_web(address) or home).link(_link(told, "next")),
        entries=tuple(
            _entry(entry, shown, Base(_web(address) or home), names)
            for entry, shown in zip(entries, pictures, strict=True)
        ),
        is_cut=xml.is_cut,
    )


def _parsed(content: bytes, address: str) -> Mapping[str, Any]:
    # Takes long to load, so it waits for the first feed.
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8"}
    if _web(address):
        headers["content-location"] = address
    try:
        parsed: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(content),
            response_headers=headers,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:  # broken feeds break it in ways that it does not name
        raise UnreadableError(_("This feed is damaged and cannot be read.")) from error
    return parsed


def _entry(
    entry: Mapping[str, Any], pictures: tuple[Shown, ...], base: Base, feed_names: tuple[str, ...]
) -> Entry:
    url = base.link(_text(entry, "link"))
    contents = [_markup(one) for one in _get(entry, "content", ())]
    content = max(contents, key=len, default="")
    summary = _markup(_detail(entry, "summary"))
    published, published_text = _date(entry)
    enclosed = tuple(_enclosed(entry, base))
    return Entry(
        name=_text(entry, "id"),
        url=url,
        title=_words(entry, "title"),
        byline=names_of(_people(entry)) or feed_names,
        published=published,
        published_text=published_text,
        content=content,
        summary="" if summary == content else summary,
        base=_base(entry, base) or url or base.page,
        language=_language(entry),
        pictures=(*pictures, *(Shown(one.url, None, one.title) for one in enclosed if _shows(one))),
        attached=tuple(one for one in enclosed if not _shows(one)),
    )


def _detail(entry: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return a text with what is known of it; a text without that is a copy of the content."""
    detail: Mapping[str, Any] = _get(entry, f"{name}_detail", {})
    return detail


def _markup(detail: Mapping[str, Any]) -> str:
    return as_markup(_text(detail, "value"), is_markup=_get(detail, "type", "") in _MARKUP)


def _words(told: Mapping[str, Any], name: str) -> str:
    detail = _detail(told, name)
    text = _text(detail, "value") or _text(told, name)
    return plain_words(text) if _get(detail, "type", "") in _MARKUP else tidy(text)


def _language(entry: Mapping[str, Any]) -> str:
    details = [*_get(entry, "content", ()), _detail(entry, "summary"), _detail(entry, "title")]
    return next((language for one in details if (language := _text(one, "language"))), "")


def _base(entry: Mapping[str, Any], base: Base) -> str:
    """Return what the entry's own words say its addresses are relative to, empty where nothing."""
    details = [*_get(entry, "content", ()), _detail(entry, "summary")]
    stated = (_web(_text(one, "base")) for one in details)
    return next((one for one in stated if one and one != base.page), "")


def _people(told: Mapping[str, Any]) -> Iterator[str]:
    for person in _get(told, "authors", ()):
        yield unescape(_text(person, "name"))


def _date(entry: Mapping[str, Any]) -> tuple[datetime | None, str]:
    """Return when an entry was published, else its wording of that."""
    for name in ("published", "updated", "created"):
        text = _text(entry, name)
        if not text:
            continue
        date = parse_date(text) or _moment(_get(entry, f"{name}_parsed", None))
        return date, "" if date else tidy(text)
    return None, ""


def _moment(parts: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(timegm(parts), UTC) if parts else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _enclosed(entry: Mapping[str, Any], base: Base) -> Iterator[Attached]:
    seconds = _seconds(_text(entry, "itunes_duration"))
    seen: set[str] = set()
    for link in _get(entry, "links", ()):
        url = base.link(_text(link, "href"))
        if _get(link, "rel", "") == "enclosure" and url and url not in seen:
            seen.add(url)
            yield Attached(url, _text(link, "type"), _text(link, "title"), seconds)


def _shows(file: Attached) -> bool:
    return is_picture(file.url, file.media_type)


def _seconds(text: str) -> int:
    clock = _CLOCK.fullmatch(text.strip())
    if not clock:
        return 0
    hours, minutes, seconds, all_seconds = (int(part or 0) for part in clock.groups())
    return all_seconds or hours * 3600 + minutes * 60 + seconds


def _link(told: Mapping[str, Any], rel: str) -> str:
    links = _get(told, "links", ())
    return next((_text(link, "href") for link in links if _get(link, "rel", "") == rel), "")


def _web(address: str) -> str:
    try:
        return address if urlsplit(address).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _text(told: Mapping[str, Any], name: str) -> str:
    value = _get(told, name, "")
    return value if isinstance(value, str) else ""


def _get(told: Mapping[str, Any], name: str, default: Any) -> Any:
    """Return what stands under just this name: feedparser's own look-up tries others, too."""
    return dict.get(told, name, default) if isinstance(told, dict) else default
