"""Reading the blocks of a story from its elements, in the order of the page."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from tidings.document import (
    Block,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    Span,
    Spans,
    Table,
    plain,
)
from tidings.extract.addresses import Base
from tidings.extract.captions import is_caption, is_credit, read_caption
from tidings.extract.embeds import embed_of, is_embed
from tidings.extract.furniture import is_furniture, is_way_around
from tidings.extract.inline import BLOCK_TAGS, WORDLESS, Skip, inner_marks, is_unseen
from tidings.extract.lists import read_list, read_table
from tidings.extract.markup import is_element, language_of
from tidings.extract.paragraphs import BREAK, paragraphs
from tidings.extract.picture_boxes import picture_boxes
from tidings.extract.pictures import described, is_ornament, picture_of
from tidings.extract.spans import NO_MARKS, Marks, join, lines, text_spans
from tidings.extract.text import has_words, tidy, tidy_lines

_HEADINGS = {f"h{level}": max(level, 2) for level in range(1, 7)}
_IMAGES = ("img", "amp-img")
_TEXT_IN_FIGURE = ("table", "pre", "blockquote", "ul", "ol")


@dataclass(frozen=True, slots=True)
class Found:
    """A block with the element it stood in.

    ``box`` is the nearest element around it that is named as furniture, None without any.
    ``teaser`` tells that it is a part of a box that leads to another story.
    """

    block: Block
    element: HtmlElement
    box: HtmlElement | None = None
    teaser: bool = False

    @property
    def furniture(self) -> bool:
        """Whether anything around the block is named as furniture."""
        return self.box is not None


def read_blocks(
    root: HtmlElement,
    base: Base,
    skip: Skip | None = None,
    teasers: Container[HtmlElement] = frozenset(),
) -> list[Found]:
    """Return the blocks below ``root``, in order, those of furniture and of ``teasers`` too.

    ``skip`` tells elements that are passed over with everything in them. A block's
    ``language`` is what ``lang`` attributes from ``root`` down say of it, no more.
    """
    reader = _Reader(base, skip or (lambda _: False), teasers, picture_boxes(root))
    reader.walk(root, NO_MARKS)
    reader.flush()
    return reader.found


class _Reader:
    """One walk over a tree: running text gathers until a block's border, then becomes one."""

    def __init__(
        self, base: Base, skip: Skip, teasers: Container[HtmlElement], boxes: Container[HtmlElement]
    ) -> None:
        self.found: list[Found] = []
        self._base = base
        self._skip = skip
        self._teasers = teasers
        self._picture_boxes = boxes
        self._language = ""
        self._box: HtmlElement | None = None
        self._teaser = False
        self._level = 0
        self._pieces: list[Span] = []
        self._owner: HtmlElement | None = None
        self._waiting: list[Found] = []

    def walk(self, element: HtmlElement, marks: Marks) -> None:
        """Read one element, in the marks of the inline elements around it."""
        tag = element.tag
        if not self._teaser and element in self._teasers:
            self.flush()
            self._teaser = True
            self.walk(element, marks)
            self.flush()
            self._teaser = False
        elif tag in _IMAGES:
            self._image(element)
        elif tag == "br":
            self._pieces.append(BREAK)
        elif is_embed(element) and not is_unseen(element):
            self._embed(element)
        elif tag == "noscript":
            self._spare_image(element)
        elif (
            tag in WORDLESS
            or is_way_around(element)
            or self._skip(element)
            or (tag != "body" and is_unseen(element))
        ):
            return
        elif tag in BLOCK_TAGS:
            self._block(element, marks)
        elif not self._late_caption(element):
            self._children(element, inner_marks(element, marks, self._base))

    def flush(self) -> None:
        """End the running text: what was gathered becomes paragraphs, or one heading."""
        if not (self._pieces or self._waiting):
            return
        pieces, self._pieces = self._pieces, []
        owner, self._owner = self._owner, None
        waiting, self._waiting = self._waiting, []
        if owner is not None and self._level:
            words = join(
                replace(piece, text=piece.text.replace(BREAK.text, " ")) for piece in pieces
            )
            if has_words(plain(words)):
                self._add(Heading(self._level, words, self._language), owner)
        elif owner is not None:
            for words in paragraphs(pieces):
                self._add(Paragraph(words, self._language), owner)
        self.found.extend(waiting)

    def _block(self, element: HtmlElement, marks: Marks) -> None:
        self.flush()
        outer = self._language, self._box, self._level
        self._language = (language_of(element) if element.tag != "html" else "") or self._language
        if element.tag not in ("html", "body") and is_furniture(element):
            self._box = element
        self._level = _HEADINGS.get(element.tag, self._level)
        if not self._whole(element):
            self._children(element, replace(marks, language="") if marks.language else marks)
        self.flush()
        self._language, self._box, self._level = outer

    def _whole(self, element: HtmlElement) -> bool:
        """Read an element that is one block as a whole; tell whether it was."""
        block: Block | None = None
        match element.tag:
            case "figure":
                return self._figure(element)
            case "div" | "section" | "p" if element in self._picture_boxes:
                return self._figure(element)
            case "blockquote":
                return self._quote(element)
            case "ul" | "ol" | "dl":
                parts = read_list(element, self._base, self._skip, self._language)
                for part in parts:
                    self._add(part, element)
                return bool(parts)
            case "table":
                block = read_table(element, self._base, self._skip, self._language)
            case "pre":
                text = tidy_lines(str(element.text_content()))
                block = Preformatted(text, self._language) if has_words(text) else None
            case _:
                return self._late_caption(element)
        if block is not None:
            self._add(block, element)
        return block is not None

    def _children(self, element: HtmlElement, marks: Marks) -> None:
        self._text(element.text, marks, element)
        for child in element:
            if is_element(child):
                self.walk(child, marks)
            self._text(child.tail, marks, element)

    def _text(self, text: str | None, marks: Marks, owner: HtmlElement) -> None:
        if text and not (self._owner is None and text.isspace()):
            self._owner = owner if self._owner is None else self._owner
            self._pieces.append(marks.span(text.replace(BREAK.text, "")))

    def _add(self, block: Block, element: HtmlElement) -> None:
        self.found.append(Found(block, element, self._box, self._teaser))

    def _image(self, image: HtmlElement) -> None:
        alt = image.get("alt")
        if is_ornament(image):
            if alt and not has_words(alt) and self._owner is not None:
                self._pieces.append(Span(alt))  # an emoji is a part of its sentence
            return
        figure = _figure_of(image, self._base, self._language)
        if figure is not None:
            # Inside running text a picture waits until the sentence around it is complete.
            target = self._waiting if self._owner is not None else self.found
            target.append(Found(figure, image, self._box, self._teaser))

    def _spare_image(self, noscript: HtmlElement) -> None:
        """Take the picture of a ``noscript`` that stands alone; its twin was read already."""
        images = list(noscript.iter(*_IMAGES))
        if len(images) == 1 and not _follows_image(noscript):
            self._image(images[0])

    def _embed(self, frame: HtmlElement) -> None:
        """Name what a page shows from elsewhere; it is not fetched."""
        words = embed_of(frame, self._base)
        if words:
            self.flush()
            self._add(Paragraph(words, self._language), frame)

    def _figure(self, element: HtmlElement) -> bool:
        if next(element.iterdescendants("figure"), None) is not None:
            return False
        before = len(self.found)
        for image in element.iter(*_IMAGES, "noscript"):
            if image.tag == "noscript":
                self._spare_image(image)
            elif next(image.iterancestors("noscript"), None) is None:
                self._image(image)
        if len(self.found) == before:
            poster = next((video.get("poster") for video in element.iter("video")), None)
            source = self._base.picture(poster)
            if not source:
                # A frame or a player: its caption alone would be a sentence out of nowhere.
                return next(element.iter(*_TEXT_IN_FIGURE), None) is None
            self._add(Figure(Picture((source,)), None, language=self._language), element)
        caption, credit = read_caption(element, self._base, self._skip)
        first = self.found[before]
        assert isinstance(first.block, Figure)
        self.found[before] = replace(
            first, block=replace(first.block, caption=caption, credit=credit)
        )
        return True

    def _late_caption(self, element: HtmlElement) -> bool:
        """Give a caption outside its figure to the picture just before it; tell whether it is."""
        shelf = self._waiting or self.found
        if (self._owner is not None and not self._waiting) or not shelf:
            return False
        last = shelf[-1]
        figure = last.block
        if not isinstance(figure, Figure) or not is_caption(element):
            return False
        caption, credit = read_caption(element, self._base, self._skip)
        if is_credit(element) and not credit:
            caption, credit = (), plain(caption)
        if (caption and figure.caption) or (credit and figure.credit) or not (caption or credit):
            return False
        figure = replace(figure, caption=caption or figure.caption, credit=credit or figure.credit)
        shelf[-1] = replace(last, block=figure)
        return True

    def _quote(self, element: HtmlElement) -> bool:
        inner = _Reader(self._base, self._skip, self._teasers, self._picture_boxes)
        inner._language, inner._box, inner._teaser = self._language, self._box, self._teaser
        inner._children(element, NO_MARKS)
        inner.flush()
        said: list[Block] = []
        for found in [*inner.found, None]:
            if found is not None and not isinstance(found.block, Table):
                said.append(found.block)
                continue
            words = lines(_texts(said))
            if has_words(plain(words)):
                self._add(Quote(words, self._language), element)
            said = []
            if found is not None:
                self.found.append(found)
        self.found.extend(found for found in inner.found if isinstance(found.block, Figure))
        return True


def _figure_of(image: HtmlElement, base: Base, language: str) -> Figure | None:
    picture, alt = picture_of(image, base), image.get("alt")
    if not picture.sources:
        spare = _noscript_twin(image)
        if spare is not None:
            picture, alt = picture_of(spare, base), alt if alt is not None else spare.get("alt")
    if not picture.sources and not tidy(alt):
        return None
    return Figure(picture, described(alt), language=language)


def _noscript_twin(image: HtmlElement) -> HtmlElement | None:
    for step in (image, image.getparent()):
        follower = step.getnext() if step is not None else None
        if follower is not None and follower.tag == "noscript":
            return next(follower.iter(*_IMAGES), None)
    return None


def _follows_image(noscript: HtmlElement) -> bool:
    before = noscript.getprevious()
    return before is not None and (
        before.tag in _IMAGES
        or (is_element(before) and next(before.iter(*_IMAGES), None) is not None)
    )


def _texts(blocks: Iterable[Block]) -> Iterator[Spans]:
    for block in blocks:
        match block:
            case Paragraph() | Heading() | Quote():
                yield block.spans
            case ListBlock():
                yield from block.items
            case Preformatted():
                yield text_spans(block.text)
            case _:
                pass
