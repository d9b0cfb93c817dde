"""Plain text: a story as one writes it, or the words of a whole page as one copies them.

In copied pages a picture is its caption twice (once as the description), the furniture
stands in lines of its own, and nothing else tells where a story begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from gettext import gettext as _

from tidings.document import (
    Article,
    Block,
    BreakingNews,
    Edition,
    Figure,
    ListBlock,
    NewsItem,
    Paragraph,
    Picture,
    SkipLink,
)
from tidings.extract import dateline
from tidings.extract.assemble import Head, article
from tidings.extract.spans import text_spans
from tidings.extract.text import has_words, tidy
from tidings.extract.wording import (
    is_accessibility_label,
    is_breaking_label,
    is_load_more,
    is_skip_link,
    skip_target,
)

Group = tuple[str, ...]
"""Lines that stand together, with empty ones around them."""

_SIZES = frozenset(("XS", "SM", "MD", "LG", "XL"))
_LONGEST_TITLE = 140
_SENTENCE_ENDS = tuple(".!?…。؟۔:;,")
_BULLET = re.compile(r"(?:[-*•–·]|\d{1,3}[.)])\s+")
_NUMBER = re.compile(r"\d{1,3}")
_BYLINE = re.compile(r"By\s+(?=\S)(?P<names>[^.!?]{3,80})")
_WRAPPED_AT = range(40, 101)


@dataclass(slots=True)
class _Story:
    title: str = ""
    byline: tuple[str, ...] = ()
    blocks: list[Block] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        return any(not isinstance(block, Figure) for block in self.blocks)


def read_plain_text(text: str, address: str) -> Edition:
    """Return the edition that a plain text gives: one story, or those of a copied page."""
    groups = [group for group in _groups(text) if not _SIZES.issuperset(group)]
    more = [group for group in groups if len(group) == 1 and is_load_more(group[0])]
    groups = [group for group in groups if group not in more]
    top, groups = _top(groups)
    articles = tuple(_article(story) for story in _stories(groups) if story.blocks)
    notes: tuple[str, ...] = ()
    if more and articles:
        words = _("This text ends with “{words}”. What comes after is not in it.")
        notes = (words.format(words=more[-1][0]),)
    return Edition(
        address,
        articles,
        section=top.section,
        language=articles[0].language if articles else "",
        skip_links_label=top.label,
        skip_links=tuple(SkipLink(line, skip_target(line)) for line in top.links),
        breaking=top.breaking,
        notes=notes,
    )


def _groups(text: str) -> Iterator[Group]:
    group: list[str] = []
    for line in [*text.splitlines(), ""]:
        words = tidy(line)
        if words:
            group.append(words)
        elif group:
            yield tuple(group)
            group = []


@dataclass(frozen=True, slots=True)
class _Top:
    label: str = ""
    links: tuple[str, ...] = ()
    breaking: BreakingNews | None = None
    section: str = ""


def _top(groups: list[Group]) -> tuple[_Top, list[Group]]:
    """Take the furniture that opens a copied page; nothing where the text opens otherwise."""
    if not groups or not (is_accessibility_label(groups[0][0]) or is_skip_link(groups[0][0])):
        return _Top(), groups
    count = next(
        (i for i, group in enumerate(groups) if _is_pair(group) or not _is_title(group[0])),
        len(groups),
    )
    lines = [line for group in groups[:count] for line in group]
    label = lines.pop(0) if is_accessibility_label(lines[0]) else ""
    links = tuple(line for line in lines if is_skip_link(line))
    lines = [line for line in lines if line not in links]
    at = next((i for i, line in enumerate(lines) if is_breaking_label(line)), None)
    if at is None:
        section, rest = lines[:1], lines[1:]
        return _Top(label, links, None, "".join(section)), [*_each(rest), *groups[count:]]
    # Headlines of the bar stand between its label and the section's title.
    items = tuple(NewsItem(line) for line in lines[at + 1 : -1])
    section = lines[at + 1 :][-1:] or lines[:at][-1:]
    return _Top(label, links, BreakingNews(lines[at], items), "".join(section)), groups[count:]


def _each(lines: Sequence[str]) -> list[Group]:
    return [(line,) for line in lines]


def _stories(groups: Sequence[Group]) -> Iterator[_Story]:
    story = _Story()
    for index, group in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else ()
        if _is_pair(group):
            if story.has_text:
                yield story
                story = _Story()
            words = group[0]
            story.blocks.append(Figure(Picture(()), words, text_spans(words)))
        elif _opens_story(group, following, story):
            if story.has_text:
                yield story
                story = _Story()
            story.title = group[0]
        elif not story.has_text and (by := _byline(group)):
            story.byline = by
        else:
            story.blocks.extend(_blocks(group))
    yield story


def _opens_story(group: Group, following: Group, story: _Story) -> bool:
    """Tell whether a line is a title: the first one of a text, or one before a picture."""
    if len(group) != 1 or not _is_title(group[0]) or not following:
        return False
    return _is_pair(following) or not (story.blocks or story.title)


def _is_pair(group: Group) -> bool:
    return len(group) == 2 and group[0] == group[1] and " " in group[0]


def _is_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not line.endswith(_SENTENCE_ENDS)


def _byline(group: Group) -> tuple[str, ...]:
    match = _BYLINE.fullmatch(group[0]) if len(group) == 1 else None
    return tuple(re.split(r",\s+|\s+and\s+", match["names"])) if match else ()


def _blocks(group: Group) -> Iterator[Block]:
    if len(group) > 1 and all(_BULLET.match(line) for line in group):
        items = tuple(text_spans(_BULLET.sub("", line, count=1)) for line in group)
        number = _NUMBER.match(group[0])
        yield ListBlock(items, bool(number), start=int(number[0]) if number else 1)
        return
    lines = [" ".join(group)] if _is_wrapped(group) else group
    for line in lines:
        if has_words(line):
            yield Paragraph(text_spans(line))


def _is_wrapped(group: Group) -> bool:
    """Tell whether lines are one paragraph, broken where a window ended."""
    return (
        len(group) > 1
        and max(map(len, group)) in _WRAPPED_AT
        and all(len(line) > 0.6 * max(map(len, group)) for line in group[:-1])
    )


def _article(story: _Story) -> Article:
    blocks = list(story.blocks)
    place = ""
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            place, blocks[index] = dateline.split(block)
            break
    return article(Head(title=story.title, byline=story.byline, dateline=place), blocks)
