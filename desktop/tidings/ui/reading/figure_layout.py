"""How a figure is set: the picture, the words that stand for it, caption and credit."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtGui import QTextBlockFormat

from tidings.document import Figure, plain
from tidings.ui.reading.outline import Kind, Passage
from tidings.ui.reading.page import PicturePlace
from tidings.ui.reading.pen import Pen


def set_figure(pen: Pen, part: int, block: Figure) -> Passage | None:
    """Set a figure; return its passage.

    A picture that needs no words is no picture to a reader: with a caption, that alone is
    the passage, and without one there is none.
    """
    alt, caption = (block.alt or "").strip(), plain(block.caption)
    described = block.alt is None or bool(block.description)
    captioned = bool(caption or block.credit)
    start = pen.open(pen.style.picture_block(pen.direction), pen.style.body())
    pen.anchor(part)
    pen.draw_picture(part)
    end = pen.position
    stop, character = end + 1, 0
    if described:
        stop = pen.open(_line(pen, last=not captioned), pen.style.small(quiet=True))
        character = _describe(pen, part, block)
        end = pen.position
    if not captioned:
        pen.pictures.append(PicturePlace(part, start, stop, end))
        if not described:
            return None
        return Passage(Kind.PICTURE, start, end, stop, name=_name(block), language=pen.language)
    line = pen.open(_line(pen, last=True), pen.style.small(quiet=False))
    _write_caption(pen, part, character, block)
    passage = pen.passage(Kind.CAPTION, line)
    if described:
        pen.pictures.append(PicturePlace(part, start, stop, end))
        return Passage(
            Kind.PICTURE,
            start,
            end,
            stop,
            name=_name(block),
            language=pen.language,
            children=(passage,),
        )
    # the caption is all there is to say of the picture
    pen.pictures.append(PicturePlace(part, start, line, passage.end))
    if not alt:
        return passage
    return Passage(
        Kind.PICTURE,
        start,
        passage.end,
        line,
        name=_name(block),
        language=passage.language,
        links=passage.links,
    )


def _describe(pen: Pen, part: int, block: Figure) -> int:
    """Write what stands for the picture; return where the part's text goes on."""
    if block.alt is None:
        pen.label(_name(block))
        return 0
    pen.label(_("Image: "))
    pen.write(part, 0, block.description)
    return len(block.description) + 1


def _write_caption(pen: Pen, part: int, character: int, block: Figure) -> None:
    """Write caption and credit on one line."""
    if plain(block.caption):
        character += pen.write_spans(part, character, block.caption) + 1
        pen.label("  " if block.credit else "")
    if block.credit:
        pen.change(pen.style.small(quiet=True))
        pen.write(part, character, block.credit)


def _name(block: Figure) -> str:
    return _("Image without description") if block.alt is None else block.alt.strip()


def _line(pen: Pen, *, last: bool) -> QTextBlockFormat:
    return pen.style.paragraph(pen.direction, below=1.1 if last else 0.15)
