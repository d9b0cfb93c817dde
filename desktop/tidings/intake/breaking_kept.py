"""What is watched for, written down and read again; what is damaged in it is passed over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from tidings.intake.breaking import (
    MOST_KNOWN,
    MOST_SHOWN,
    MOST_UNWANTED,
    Shown,
    Watch,
)
from tidings.intake.headlines import Headline


def watch_to_text(watch: Watch) -> str:
    """Return the text to keep."""
    kept = {
        "banner": [
            {
                "text": each.headline.text,
                "url": each.headline.url,
                "page": each.headline.page,
                "language": each.headline.language,
                "announced": each.announced,
                "not_before": _time_text(each.not_before),
            }
            for each in watch.banner
        ],
        "known": [[each.text, each.url] for each in watch.known],
        "unwanted": [[each.text, each.url] for each in watch.unwanted],
        "looked": [list(each) for each in watch.looked],
        "announced_at": _time_text(watch.announced_at),
    }
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    # Half of a pair of surrogates is no character that could be kept.
    return text.encode("utf-8", "replace").decode()


def watch_from_text(text: str) -> Watch:
    """Return the watch that was kept; of a text that is none, an empty one."""
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return Watch()
    if not isinstance(kept, dict):
        return Watch()
    return Watch(
        banner=tuple(_shown(kept.get("banner")))[-MOST_SHOWN:],
        known=_headlines(kept.get("known"))[-MOST_KNOWN:],
        announced_at=_time(kept.get("announced_at")),
        unwanted=_headlines(kept.get("unwanted"))[-MOST_UNWANTED:],
        looked=tuple(_pairs(kept.get("looked")))[-MOST_KNOWN:],
    )


def watch_from_dismissed(text: str) -> Watch:
    """Return the watch that follows from the headlines that an older version left out."""
    try:
        kept = json.loads(text) if text else []
    except (ValueError, RecursionError):
        return Watch()
    texts = [each for each in kept if isinstance(each, str)] if isinstance(kept, list) else []
    return Watch(unwanted=tuple(map(Headline, texts))[-MOST_UNWANTED:])


def _shown(kept: Any) -> Iterator[Shown]:
    for each in kept if isinstance(kept, list) else ():
        if not isinstance(each, dict):
            continue
        texts = [each.get(name, "") for name in ("text", "url", "page", "language")]
        if all(isinstance(text, str) for text in texts) and texts[0].strip():
            # What is not plainly unsaid was said: nothing is told twice.
            announced = each.get("announced") is not False
            yield Shown(Headline(*texts), announced, _time(each.get("not_before")))


def _headlines(kept: Any) -> tuple[Headline, ...]:
    return tuple(Headline(text, url) for text, url in _pairs(kept))


def _pairs(kept: Any) -> Iterator[tuple[str, str]]:
    for each in kept if isinstance(kept, list) else ():
        match each:
            case [str(one), str(other)]:
                yield one, other


def _time(kept: Any) -> datetime | None:
    try:
        time = datetime.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
    # Without a zone it could not be compared.
    return time if time is not None and time.tzinfo is not None else None


def _time_text(time: datetime | None) -> str | None:
    return time.isoformat() if time else None
