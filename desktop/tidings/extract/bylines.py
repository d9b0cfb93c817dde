"""Who wrote a story, out of what a page says of it and what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from tidings.extract.markup import text_of
from tidings.extract.text import same_words, tidy

_META_NAMES = (
    "author", "article:author", "articleauthor", "dc.creator", "dcterms.creator",
    "parsely-author", "sailthru.author", "byl", "article:author_name", "cxenseparse:author",
    "mediator_author", "citation_author", "dable:author",
)  # fmt: skip
_BY = r"by|von|por|par|di|av|af|door|od|oleh|автор:?|από|written by|text:|foto och text:"
_LEADING_BY = re.compile(rf"^\W*(?:{_BY})\s+", re.IGNORECASE)
# A line of the page that says it: the preposition, then names in capitals, and no sentence.
_NAME = r"[A-ZÀ-ÞŁ][\w.'’-]*"
_BETWEEN = (
    r"[ ,]+(?:(?:and|und|et|y|e|i|och|og) )?(?:(?:de|van|von|der|den|da|dos|di|la|el|al|bin) ){0,2}"
)
_BY_LINE = re.compile(
    rf"(?:^|[|•·]\s*)(?i:{_BY})\s+({_NAME}(?:{_BETWEEN}{_NAME}){{0,8}})\s*(?:$|[|•·,])"
)
_SPLIT_NAMES = re.compile(r"\s*(?:,|;|\||\band\b|\bund\b|\bet\b|\by\b|&|•|·)\s+|\s+/\s+")
_NAMED = re.compile(
    r"(^|[\s_-])(by-?line|author|authors|autor|autore|autoren|auteur|writer|journalist|reporter"
    r"|article-?author|post-?author|author-?name|contributors?)(name|s)?([\s_-]|$)",
    re.IGNORECASE,
)
_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DOMAIN = re.compile(r"\b[\w-]{2,}\.[a-z]{2,4}\b")
_OTHER = re.compile(r"powered by|^(follow|share|about|more from)\b", re.IGNORECASE)
# What may stand in place of the house's own name: two words with capitals, no more than four.
_PERSON = re.compile(r"[A-ZÀ-ÞŁ][\w.'’-]+(?: [\w.'’-]+){0,2} [A-ZÀ-ÞŁ][\w'’-]+$")
_ADDRESS = ("http:", "https:", "@", "www.", "//")
_LONGEST_LINE = 120
_LONGEST_NAME = 80
_LONGEST_SIGNATURE = 40
_MOST_NAMES = 12
_MOST_LINES = 400


def signature(line: str) -> tuple[str, ...]:
    """Return the names that a line consists of, none where it is any other line."""
    names = [name.strip() for name in re.split(r"\s*/\s*|\s+(?:and|und|et|y|&)\s+", line)]
    return tuple(names) if all(map(_is_person, names)) else ()


def _is_person(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 4
        and len(name) <= _LONGEST_SIGNATURE
        and all(word[0].isupper() and not word.isupper() for word in words)
        and all(letter.isalpha() or letter in " .'’-" for letter in name)
    )


def names_of(stated: Iterable[str]) -> tuple[str, ...]:
    """Return the names in texts that say who wrote a story, each once."""
    return tuple(_names(stated)[:_MOST_NAMES])


def byline_of_page(
    root: HtmlElement, data: object, meta: Mapping[str, str], site: Sequence[str]
) -> tuple[str, ...]:
    """Return the names of who wrote the story, none where the page does not tell.

    ``data`` is the author of the page's JSON-LD, ``meta`` its meta elements by their names in
    lower case. ``site`` are the names of the site and its publisher: they are a byline only
    where the page names nobody.
    """
    house: list[str] = []
    for stated in (_people(data), _meta_people(meta), _marked(root), _written(root)):
        names = [name for name in _names(stated) if not (house and not _PERSON.match(name))]
        people = [name for name in names if not is_house(name, site)]
        if people:
            return tuple(people[:_MOST_NAMES])
        house = house or names
    return tuple(house)


def is_house(name: str, site: Sequence[str]) -> bool:
    """Tell whether a name is that of the site or its publisher, not of a person."""
    return bool(_DOMAIN.search(name)) or any(same_words(name, one) for one in site)


def _people(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value[:_MOST_NAMES]:
            yield from _people(item)
    elif isinstance(value, dict):
        yield from _people(value.get("name"))


def _meta_people(meta: Mapping[str, str]) -> list[str]:
    return [meta[name] for name in _META_NAMES if meta.get(name)][:1]


def _marked(root: HtmlElement) -> list[str]:
    """Return the texts that the page marks or names as the author's, the first kind it has."""
    by_role: list[HtmlElement] = root.xpath(
        "//body//*[@itemprop='author' or contains(concat(' ', @rel, ' '), ' author ')]"
    )
    texts = list(dict.fromkeys(_short_texts(by_role)))
    if texts:
        return texts[:3]
    named: list[HtmlElement] = root.xpath("//body//*[@class]")
    authors = (node for node in named if _names_author(node.get("class") or ""))
    return list(islice(_short_texts(authors), 1))


@lru_cache(maxsize=4096)
def _names_author(classes: str) -> bool:
    return bool(_NAMED.search(_CASE.sub("-", classes)))


def _short_texts(elements: Iterable[HtmlElement]) -> Iterator[str]:
    for text in map(text_of, elements):
        if 1 < len(text) <= _LONGEST_NAME and not _OTHER.search(text):
            yield text


def _written(root: HtmlElement) -> list[str]:
    """Return the names in the first line of the page that has the form of a byline."""
    start = next(root.iter("h1"), None)
    lines = 0
    seen = start is None
    for element in root.iter(etree.Element):
        seen = seen or element is start
        if not seen or element.tag in ("script", "style"):
            continue
        text = tidy(element.text)
        if not text or len(text) > _LONGEST_LINE:
            continue
        lines += 1
        if lines > _MOST_LINES:
            break
        found = _BY_LINE.search(text)
        if found:
            return [found[1]]
    return []


def _names(stated: Iterable[str]) -> list[str]:
    names: dict[str, str] = {}
    for text in stated:
        for part in _SPLIT_NAMES.split(_LEADING_BY.sub("", tidy(text))):
            name = part.strip(" ,;|-–")
            if 1 < len(name) < _LONGEST_NAME and not name.lower().startswith(_ADDRESS):
                names.setdefault(name.casefold(), name)
    return list(names.values())
