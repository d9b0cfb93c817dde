"""What an EPUB says of itself: its chapters, their titles, and which of its pages are none."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from gettext import gettext as _
from urllib.parse import unquote, urlsplit

from lxml import etree

from tidings.extract.archives import Folder
from tidings.extract.text import tidy, word_set
from tidings.extract.unreadable import UnreadableError

CONTAINER = "META-INF/container.xml"
"""The file that makes a packed folder an EPUB, and tells where its package is."""

_ENCRYPTION = "META-INF/encryption.xml"
_MOST_CHAPTERS = 2_000
_TYPE = "{http://www.idpf.org/2007/ops}type"
_NCX = "application/x-dtbncx+xml"
# The names that EPUB 2 (guide) and EPUB 3 (structural semantics) give to what is no story.
_FRONT = word_set(
    "cover toc title-page titlepage halftitlepage copyright-page landmarks loi lot lov loa "
    "page-list imprint"
)


@dataclass(frozen=True, slots=True)
class Book:
    """A book's own statements. ``chapters`` are names in its folder, in reading order,
    ``titles`` what its list of contents calls them, and ``front`` those that are no stories.
    """

    title: str
    authors: tuple[str, ...]
    language: str
    published: str
    name: str
    chapters: tuple[str, ...]
    titles: dict[str, str] = field(default_factory=dict)
    front: frozenset[str] = frozenset()


def read_parts(folder: Folder) -> Book:
    """Return what a book says of itself.

    Raises UnreadableError where it says too little to be read, or is locked.
    """
    try:
        package_name = next(_values(_xml(folder.read(CONTAINER)), "rootfile", "full-path"), "")
        package = _xml(folder.read(package_name))
    except (KeyError, etree.LxmlError) as error:
        raise UnreadableError(_("This book is damaged and cannot be opened.")) from error
    items = list(package.iter("{*}item"))
    places = {item.get("id", ""): _beside(package_name, item.get("href", "")) for item in items}
    pages = {item.get("id", "") for item in items if "html" in item.get("media-type", "")}
    navigation = [item.get("id", "") for item in items if _has(item.get("properties"), "nav")]
    spine = [
        name
        for part in package.iter("{*}itemref")
        if (name := part.get("idref", "")) in pages and part.get("linear") != "no"
    ]
    chapters = tuple(dict.fromkeys(places[name] for name in spine))[:_MOST_CHAPTERS]
    if not _locked(folder).isdisjoint(chapters):
        raise UnreadableError(_("This book is locked and cannot be read here."))
    titles: dict[str, str] = {}
    front = {places[name] for name in navigation} | set(_guide(package, package_name))
    for name in navigation:
        _read_navigation(folder, places[name], titles, front)
    for item in items:
        if item.get("media-type") == _NCX:
            _read_ncx(folder, places[item.get("id", "")], titles)
    return Book(
        title=next(_texts(package, "title"), ""),
        authors=tuple(_texts(package, "creator")),
        language=next(_texts(package, "language"), ""),
        published=next(_texts(package, "date"), ""),
        name=next(_texts(package, "identifier"), ""),
        chapters=chapters,
        titles=titles,
        front=frozenset(front),
    )


def is_front(kinds: str | None) -> bool:
    """Tell whether a page's kinds (``epub:type``) name what is no story: a cover, a contents."""
    return not _FRONT.isdisjoint((kinds or "").lower().split())


def _locked(folder: Folder) -> set[str]:
    """Return the names of what is encrypted; fonts often are, in books that are open."""
    try:
        root = _xml(folder.read(_ENCRYPTION))
    except (KeyError, etree.LxmlError):
        return set()
    return {posixpath.normpath(unquote(name)) for name in _values(root, "CipherReference", "URI")}


def _guide(package: etree._Element, package_name: str) -> Iterator[str]:
    for part in package.iter("{*}reference"):
        if is_front(part.get("type")):
            yield _beside(package_name, part.get("href", ""))


def _read_navigation(folder: Folder, name: str, titles: dict[str, str], front: set[str]) -> None:
    root = _optional(folder, name)
    for nav in root.iter("{*}nav") if root is not None else ():
        kinds = nav.get(_TYPE, "")
        for link in nav.iter("{*}a"):
            place = _beside(name, link.get("href", ""))
            if _has(kinds, "toc"):
                _entitle(titles, place, link)
            elif _has(kinds, "landmarks") and is_front(link.get(_TYPE)):
                front.add(place)


def _read_ncx(folder: Folder, name: str, titles: dict[str, str]) -> None:
    root = _optional(folder, name)
    for point in root.iter("{*}navPoint") if root is not None else ():
        label, content = point.find("{*}navLabel"), point.find("{*}content")
        if label is not None and content is not None:
            _entitle(titles, _beside(name, content.get("src", "")), label)


def _entitle(titles: dict[str, str], place: str, words: etree._Element) -> None:
    text = tidy("".join(map(str, words.itertext())))
    if text:
        titles.setdefault(place, text)


def _optional(folder: Folder, name: str) -> etree._Element | None:
    try:
        return _xml(folder.read(name))
    except (KeyError, etree.LxmlError, UnreadableError):
        return None


def _beside(name: str, href: str) -> str:
    """Return the name of what a file of the book points to, whatever place in it."""
    try:
        path = urlsplit(href).path
    except ValueError:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))


def _has(words: str | None, word: str) -> bool:
    return word in (words or "").split()


def _xml(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(content, parser)
    if root is None:
        raise UnreadableError(_("This book is damaged and cannot be opened."))
    return root


def _values(root: etree._Element, name: str, attribute: str) -> Iterator[str]:
    for element in root.iter(f"{{*}}{name}"):
        yield element.get(attribute, "")


def _texts(root: etree._Element, name: str) -> Iterator[str]:
    for element in root.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"):
        text = tidy("".join(map(str, element.itertext())))
        if text:
            yield text
