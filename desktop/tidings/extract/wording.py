"""Words by which pages name their furniture, where nothing but the words is left."""

from __future__ import annotations

import re

from tidings.extract.phrases import (
    CALLS,
    CORRECTIONS,
    LABELS,
    LEADS_ON,
    PAGE_MADE,
    begins_with,
)

_ACCESSIBILITY = frozenset(
    (
        "accessibility links",
        "ссылки для упрощенного доступа",
        "доступность ссылки",
        "لینک‌های قابلیت دسترسی",
        "연결 가능 링크",
    )
)
_BREAKING = frozenset(
    ("breaking news", "breaking", "срочная новость", "срочные новости", "шұғыл жаңалық", "خبر فوری")
)
_LOAD_MORE = frozenset(
    (
        "load more",
        "show more",
        "загрузить еще",
        "загрузить ещё",
        "показать еще",
        "показать ещё",
        "завантажити більше",
        "бұдан да көп",
        "بارگذاری بیشتر",
    )
)
_SKIP = re.compile(r"(?:skip|jump|go)\s+to\s+\w|перейти\s+к\s+\w", re.IGNORECASE)
_SEARCH = re.compile(r"search|поиск", re.IGNORECASE)
_NAVIGATION = re.compile(r"nav|menu|навигац|меню", re.IGNORECASE)
_LONGEST_LINK = 60
_LONGEST_CALL = 260
_READING_TIME = re.compile(
    r"\d{1,3}[\s-]*(?:min|mins|minutes?|minuten|minuti|minutos|minut|мин)\.?(?:\s+\w{2,10}){0,2}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}\.\d{1,2}\.\d\d\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_PAGE_MADE = begins_with(PAGE_MADE)
_LEADS_ON = begins_with(LEADS_ON)
_CALL = begins_with(CALLS)
_CORRECTION = begins_with(CORRECTIONS)


def is_accessibility_label(line: str) -> bool:
    """Tell whether a line is the label over a page's skip links."""
    return line.casefold() in _ACCESSIBILITY


def is_breaking_label(line: str) -> bool:
    """Tell whether a line is the label of a breaking-news bar."""
    return line.casefold() in _BREAKING


def is_load_more(line: str) -> bool:
    """Tell whether a line is the control that brings more stories."""
    return line.casefold() in _LOAD_MORE


def is_label(line: str) -> bool:
    """Tell whether a line is a label of what stands around a story, no part of it."""
    if len(line) > _LONGEST_LINK:
        return False
    if line.strip(" :.…>»→|–-").casefold() in LABELS or _READING_TIME.fullmatch(line):
        return True
    dated = bool(_YEAR.search(line)) and line[-1:] not in ".!?"
    return dated and bool(_CLOCK.search(line) or _PAGE_MADE.match(line))


def is_correction(line: str) -> bool:
    """Tell whether a line says what of the story was wrong before."""
    return bool(_CORRECTION.match(line))


def is_call(line: str) -> bool:
    """Tell whether a line below a story asks its readers to write, follow or subscribe."""
    return len(line) <= _LONGEST_CALL and bool(_CALL.match(line))


def leads_on(line: str) -> bool:
    """Tell whether a line begins as those do that lead to another story ("Read also:")."""
    return bool(_LEADS_ON.match(line))


def is_skip_link(line: str) -> bool:
    """Tell whether a line is a link to a place inside its page."""
    return len(line) <= _LONGEST_LINK and bool(_SKIP.match(line))


def skip_target(line: str) -> str:
    """Return the pane a skip link means: "content", "navigation" or "search"."""
    if _SEARCH.search(line):
        return "search"
    return "navigation" if _NAVIGATION.search(line) else "content"
