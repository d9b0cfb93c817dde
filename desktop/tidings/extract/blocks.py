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
    Preformatted,
    Quote,
    Spans,
    Table,
    plain,
)
from tidings.extract.addresses import Base
from tidings.extract.embeds import embed_of, is_embed
from tidings.extract.figures import (
    IMAGES,
    captioned,
    captioned_by,
    figure_of,
    holds_text,
    images_of,
    poster_of,
    spare_image,
)
from tidings.extract.furniture import is_furniture, is_way_around
from tidings.extract.inline import BLOCK_TAGS, WORDLESS, Skip, inner_marks, is_unseen
from tidings.extract.lists import read_list, read_table
from tidings.extract.markup import is_element, language_of
from tidings.extract.picture_boxes import picture_boxes
from tidings.extract.pictures import is_ornament
from tidings.extract.running_text import RunningText
from tidings.extract.spans import NO_MARKS, Marks, lines, text_spans
from tidings.extract.text import has_words, tidy_lines

_HEADINGS = {f"h{level}": max(level, 2) for level in range(1, 7)}


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
        self._running = RunningText()
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
        elif tag in IMAGES:
            self._image(element)
        elif tag == "br":
            self._running.add_break()
        elif is_embed(element) and not is_unseen(element):
            self._embed(element)
        elif tag == "noscript":
            spare = spare_image(element)
            if spare is not None:
                self._image(spare)
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
        if not (self._running or self._waiting):
            return
        running, self._running = self._running, RunningText()
        waiting, self._waiting = self._waiting, []
        blocks = (
            running.as_heading(self._level, self._language)
            if self._level
            else running.as_paragraphs(self._language)
        )
        for block in blocks:
            self._add(block, running.owner)
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
        self._running.add(element.text, marks, element)
        for child in element:
            if is_element(child):
                self.walk(child, marks)
            self._running.add(child.tail, marks, element)

    def _add(self, block: Block, element: HtmlElement) -> None:
        self.found.append(Found(block, element, self._box, self._teaser))

    def _image(self, image: HtmlElement) -> None:
        alt = image.get("alt")
        if is_ornament(image):
            if alt and not has_words(alt) and self._running.owner is not None:
                self._running.add_sign(alt)  # an emoji is a part of its sentence
            return
        figure = figure_of(image, self._base, self._language)
        if figure is not None:
            # Inside running text a picture waits until the sentence around it is complete.
            target = self._waiting if self._running.owner is not None else self.found
            target.append(Found(figure, image, self._box, self._teaser))

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
        for image in images_of(element):
            self._image(image)
        if len(self.found) == before:
            poster = poster_of(element, self._base, self._language)
            if poster is None:
                # A frame or a player: its caption alone would be a sentence out of nowhere.
                return not holds_text(element)
            self._add(poster, element)
        first = self.found[before]
        assert isinstance(first.block, Figure)
        figure = captioned(first.block, element, self._base, self._skip)
        self.found[before] = replace(first, block=figure)
        return True

    def _late_caption(self, element: HtmlElement) -> bool:
        """Give a caption outside its figure to the picture just before it; tell whether it is."""
        shelf = self._waiting or self.found
        if (self._running.owner is not None and not self._waiting) or not shelf:
            return False
        last = shelf[-1]
        if not isinstance(last.block, Figure):
            return False
        figure = captioned_by(last.block, element, self._base, self._skip)
        if figure is None:
            return False
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
