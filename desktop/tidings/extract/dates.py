"""Reading dates: as machines write them, and as pages show them."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from lxml.html import HtmlElement

_OFFSET = re.compile(r"([+-]\d\d)(\d\d)$")
_FRACTION = re.compile(r"\.(\d+)")


def parse_date(text: str | None) -> datetime | None:
    """Return the date that ``text`` writes in ISO 8601 or as mail and HTTP do, else None.

    The offset is kept as it stands; where there is none, the date has none.
    """
    text = (text or "").strip()
    if not text:
        return None
    iso = _FRACTION.sub(lambda m: f".{m[1][:6]:0<6}", _OFFSET.sub(r"\1:\2", text))
    for form in (iso, iso.replace(" UTC", "Z").replace(" GMT", "Z").replace(" +", "+")):
        try:
            return datetime.fromisoformat(form)
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None


def shown_date(root: HtmlElement) -> datetime | None:
    """Return the day on which a page says in words that its story was published, else None.

    Ask last: it takes time, and knows days alone.
    """
    from htmldate import find_date

    try:
        return parse_date(find_date(root, original_date=True, extensive_search=False))
    except Exception:  # noqa: BLE001 - broken pages break it in ways that it does not name
        return None
