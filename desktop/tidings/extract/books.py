"""EPUB: a book or magazine whose chapters are stories."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree
from lxml.html import HtmlElement, XHTMLParser, document_fromstring, xhtml_to_html

from tidings.document import Article, Block, Edition, Figure, Heading
from tidings.extract.addresses import Base
from tidings.extract.archives import member
from tidings.extract.assemble import Head, article, each_picture_once
from tidings.extract.blocks import read_blocks
from tidings.extract.dates import parse_date
from tidings.extract.decode import decode
from tidings.extract.markup import language_of, text_of
from tidings.extract.text import has_words, same_words, tidy
from tidings.extract.tree import lighten, parse

_CONTAINER = "META-INF/container.xml"
_MOST_CHAPTERS = 2_000
_SHORT = 80


@dataclass(frozen=True, slots=True)
class _Book:
    title: str
    authors: tuple[str, ...]
    language: str
    published: str
    name: str
    chapters: tuple[str, ...]


def is_book(content: bytes) -> bool:
    """Tell whether a packed folder is an EPUB."""
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        return _CONTAINER in folder.namelist()


def read_book(content: bytes, address: str) -> Edition:
    """Return the edition of an EPUB: each chapter with words is a story, in the book's order.

    Its pictures stay in the book, so that only their words are told. Raises KeyError,
    ValueError or zipfile.BadZipFile where the book does not say what is in it.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        book = _book(folder)
        articles = [found for name in book.chapters if (found := _chapter(folder, name, book))]
    return Edition(
        address,
        tuple(articles),
        title=book.title,
        section=book.title,
        language=book.language,
    )


def _book(folder: zipfile.ZipFile) -> _Book:
    container = _xml(member(folder, _CONTAINER))
    package_name = next(_values(container, "rootfile", "full-path"), "")
    package = _xml(member(folder, package_name))
    place = posixpath.dirname(package_name)
    items = {
        item.get("id", ""): posixpath.normpath(posixpath.join(place, unquote(item.get("href", ""))))
        for item in package.iter("{*}item")
        if "html" in item.get("media-type", "") and "nav" not in item.get("properties", "").split()
    }
    spine = [items[name] for name in _values(package, "itemref", "idref") if name in items]
    return _Book(
        title=next(_texts(package, "title"), ""),
        authors=tuple(_texts(package, "creator")),
        language=next(_texts(package, "language"), ""),
        published=next(_texts(package, "date"), ""),
        name=next(_texts(package, "identifier"), ""),
        chapters=tuple(dict.fromkeys(spine))[:_MOST_CHAPTERS],
    )


def _chapter(folder: zipfile.ZipFile, name: str, book: _Book) -> Article | None:
    try:
        root = _page(member(folder, name))
    except KeyError:
        return None
    if root is None:
        return None
    blocks = each_picture_once(found.block for found in read_blocks(root, Base("")))
    if not any(has_words(block.text) for block in blocks):
        return None
    title = text_of(root.find(".//title"))
    if blocks and isinstance(blocks[0], Heading):
        title, blocks = blocks[0].text, blocks[1:]
    elif same_words(title, book.title) or len(title) > _SHORT:
        title = ""
    if not any(has_words(block.text) for block in blocks) and not title:
        return None
    head = Head(
        title=title,
        byline=book.authors,
        published=parse_date(book.published),
        section=book.title,
        key=f"{book.name} {name}",
    )
    return article(head, [*_told(blocks)], (language_of(root), book.language))


def _told(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Figure) or block.text:
            yield block


def _page(content: bytes) -> HtmlElement | None:
    """Return a chapter's tree: read as the XML it should be, else as pages are."""
    try:
        parser = XHTMLParser(resolve_entities=False, no_network=True)
        root = document_fromstring(content, parser=parser)
        xhtml_to_html(root)
    except (etree.LxmlError, ValueError, AssertionError):
        return parse(lighten(decode(content))[0])
    return root


def _xml(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(content, parser)
    if root is None:
        raise ValueError("no XML")
    return root


def _values(root: etree._Element, name: str, attribute: str) -> Iterator[str]:
    for element in root.iter(f"{{*}}{name}"):
        yield element.get(attribute, "")


def _texts(root: etree._Element, name: str) -> Iterator[str]:
    for element in root.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"):
        text = tidy("".join(map(str, element.itertext())))
        if text:
            yield text
