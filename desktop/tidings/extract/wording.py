"""Words by which pages name their furniture, where nothing but the words is left."""

from __future__ import annotations

import re

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


def is_accessibility_label(line: str) -> bool:
    """Tell whether a line is the label over a page's skip links."""
    return line.casefold() in _ACCESSIBILITY


def is_breaking_label(line: str) -> bool:
    """Tell whether a line is the label of a breaking-news bar."""
    return line.casefold() in _BREAKING


def is_load_more(line: str) -> bool:
    """Tell whether a line is the control that brings more stories."""
    return line.casefold() in _LOAD_MORE


def is_skip_link(line: str) -> bool:
    """Tell whether a line is a link to a place inside its page."""
    return len(line) <= _LONGEST_LINK and bool(_SKIP.match(line))


def skip_target(line: str) -> str:
    """Return the pane a skip link means: "content", "navigation" or "search"."""
    if _SEARCH.search(line):
        return "search"
    return "navigation" if _NAVIGATION.search(line) else "content"
