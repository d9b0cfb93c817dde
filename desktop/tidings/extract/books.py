"""EPUB: a book or magazine whose chapters are stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import gettext as _

from lxml import etree
from lxml.html import HtmlElement, XHTMLParser, document_fromstring, xhtml_to_html

from tidings.document import Article, Block, Edition, Figure, Heading
from tidings.extract.addresses import Base
from tidings.extract.archives import Folder
from tidings.extract.assemble import Head, article, each_picture_once
from tidings.extract.blocks import read_blocks
from tidings.extract.book_parts import CONTAINER, Book, is_front, read_parts
from tidings.extract.dates import parse_date
from tidings.extract.decode import decode
from tidings.extract.markup import language_of, text_of
from tidings.extract.text import has_words, same_words, tidy
from tidings.extract.tree import lighten, parse
from tidings.extract.unreadable import UnreadableError

_SHORT = 80
_CONTENTS_LINKS = 3
_CONTENTS_SHARE = 0.8


def is_book(folder: Folder) -> bool:
    """Tell whether a packed folder is an EPUB."""
    return any(file.filename == CONTAINER for file in folder.files)


def read_book(folder: Folder, address: str) -> Edition:
    """Return the edition of an EPUB: each chapter with words is a story, in the book's order.

    Its pictures stay in the book, so that only their words are told. What the book names as
    its cover, title page or contents is no story. Raises UnreadableError where the book is
    damaged or locked.
    """
    book = read_parts(folder)
    read, lost = [], False
    for name in book.chapters:
        try:
            root = _page(folder.read(name))
        except KeyError:
            lost = True
            continue
        if root is not None and name not in book.front and not _is_front_page(root):
            read.append(_chapter(root, name, book))
    articles = tuple(filter(None, read))
    if not articles and lost:
        raise UnreadableError(_("This book is damaged and cannot be opened."))
    notes = (_("A part of this book is missing."),) if lost else ()
    return Edition(
        address,
        articles,
        title=book.title,
        section=book.title,
        language=book.language,
        notes=notes,
    )


def _chapter(root: HtmlElement, name: str, book: Book) -> Article | None:
    blocks: Sequence[Block] = each_picture_once(
        found.block for found in read_blocks(root, Base(""))
    )
    if all(isinstance(block, Figure) for block in blocks) and name not in book.titles:
        return None
    title, blocks = _entitled(root, blocks, book.titles.get(name, ""), book)
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


def _entitled(
    root: HtmlElement, blocks: Sequence[Block], listed: str, book: Book
) -> tuple[str, Sequence[Block]]:
    """Return a chapter's title and the blocks without the headings that say it.

    The title is what the contents call the chapter, else its first heading, else its page's.
    """
    if listed:
        while blocks and isinstance(blocks[0], Heading) and _says(listed, blocks[0].text):
            blocks = blocks[1:]
        return listed, blocks
    if blocks and isinstance(blocks[0], Heading):
        return blocks[0].text, blocks[1:]
    title = text_of(root.find(".//title"))
    return ("" if same_words(title, book.title) or len(title) > _SHORT else title), blocks


def _says(title: str, heading: str) -> bool:
    return tidy(heading).casefold() in tidy(title).casefold()


def _is_front_page(root: HtmlElement) -> bool:
    """Tell whether a chapter's page says, or shows by its links, that it is no story."""
    body = root.find(".//body")
    if body is None:
        return False
    outer = [body, *([body[0]] if len(body) == 1 else [])]
    if any(is_front(element.get("{http://www.idpf.org/2007/ops}type")) for element in outer) or any(
        is_front(element.get("epub:type")) for element in outer
    ):
        return True
    links = [text_of(link) for link in body.iter("a") if (link.get("href") or "").strip()]
    told = sum(map(len, links))
    return len(links) >= _CONTENTS_LINKS and told >= _CONTENTS_SHARE * len(text_of(body))


def _told(blocks: Sequence[Block]) -> Iterator[Block]:
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
