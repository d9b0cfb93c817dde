"""What is announced of the parts of a story, as the reader's table wants it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tidings.document import Block, Figure, Heading, ListBlock, Quote, Spans, Table, plain
from tidings.speech.announcements import Phrases
from tidings.speech.announcing import Announced, Announcing, Way
from tidings.speech.layout import Notice


@dataclass(frozen=True, slots=True)
class Announcer:
    """Announces in the words of one language; ``language`` is the tag they are in."""

    table: Announcing
    phrases: Phrases
    language: str

    def notice(
        self, kind: Announced, words: str, place: int, of: tuple[int, int], tone: str = ""
    ) -> Iterator[Notice]:
        """Announce a kind before a character, in words or by a tone, or not at all."""
        match self.table.of(kind):
            case Way.SAY:
                yield Notice(place, words, self.language, *of)
            case Way.SOUND:
                yield Notice(place, words, self.language, *of, tone or kind.value)

    def skips(self, kind: Announced) -> bool:
        """Tell whether the words of a kind are left out."""
        return self.table.of(kind) is Way.SKIP

    def opening(self, part: Block, text: str) -> Iterator[Notice]:
        """Announce a part and what is inside it; ``text`` is its text with blanks for
        what is left out of it.
        """
        whole, first = (0, len(text)), next_word(text, 0)
        match part:
            case Heading() if text.strip():
                yield from self._heading(part.level, first, whole)
            case Quote() if text.strip():
                yield from self.notice(Announced.QUOTE, self.phrases.quote, first, whole)
            case Figure():
                yield from self._figure(part, text)
            case Table() if text.strip() or part.caption.strip():
                yield from self._table(part, text)
            case ListBlock():
                yield from self._list(part, text)

    def closing(self, part: Block, text: str) -> Iterator[Notice]:
        """Announce the end of a part."""
        if isinstance(part, Quote) and text.strip():
            end, whole = len(text), (0, len(text))
            words = self.phrases.end_of_quote
            yield from self.notice(Announced.QUOTE, words, end, whole, "quote-end")

    def _heading(self, level: int, place: int, whole: tuple[int, int]) -> Iterator[Notice]:
        phrases, table = self.phrases, self.table
        both = phrases.heading_of_level.format(level=level)
        ways = table.of(Announced.HEADING), table.of(Announced.LEVEL)
        if ways == (Way.SAY, Way.SAY):
            yield from self.notice(Announced.HEADING, both, place, whole)
            return
        # The tone of a level says by itself that it is a heading.
        if ways != (Way.SOUND, Way.SOUND):
            yield from self.notice(Announced.HEADING, phrases.heading, place, whole)
        words = phrases.level.format(level=level)
        yield from self.notice(Announced.LEVEL, words, place, whole, f"heading-{level}")

    def _figure(self, part: Figure, text: str) -> Iterator[Notice]:
        whole, first = (0, len(text)), next_word(text, 0)
        if part.alt is None:
            words = self.phrases.image_without_description
            yield from self.notice(Announced.IMAGE, words, first, whole)
        elif text.strip() and not _begins_with(text, self.phrases.image):
            yield from self.notice(Announced.IMAGE, self.phrases.image, first, whole)
        for kind, start, end in figure_lines(part):
            place = next_word(text, start)
            if kind is Announced.CAPTION and text[start:end].strip():
                yield from self.notice(kind, self.phrases.caption, place, (start, end))
            elif kind is Announced.CREDIT and text[start:end].strip() and not self._says(kind):
                yield from self.notice(kind, self.phrases.credit, place, (start, end))

    def _says(self, kind: Announced) -> bool:
        return self.table.of(kind) is Way.SAY

    def _list(self, part: ListBlock, text: str) -> Iterator[Notice]:
        items = [place for place in _places(part.items, 0) if text[slice(*place)].strip()]
        if items:
            words = self.phrases.list_of(len(items))
            first, whole = next_word(text, 0), (0, len(text))
            yield from self.notice(Announced.LIST, words, first, whole)
        for number, item in enumerate(items, part.start):
            words = self.phrases.item_number(number) if part.ordered else self.phrases.item
            yield from self.notice(Announced.ITEM, words, next_word(text, item[0]), item)

    def _table(self, part: Table, text: str) -> Iterator[Notice]:
        whole, first = (0, len(text)), next_word(text, 0)
        caption = part.caption.strip()
        if self._says(Announced.TABLE):
            yield Notice(first, f"{self.phrases.table} {caption}".strip(), self.language, *whole)
        else:
            yield from self.notice(Announced.TABLE, self.phrases.table, first, whole)
            if caption:
                # It is part of the story, but of no text: it has to be announced.
                yield Notice(first, caption, part.language or self.language, *whole)
        if self.table.of(Announced.CELL) is not Way.SKIP:
            yield from self._cells(part, text)

    def _cells(self, part: Table, text: str) -> Iterator[Notice]:
        names = _column_names(part)
        start = 0
        for index, row in enumerate(part.rows):
            cells = list(_places(row or ((),), start))
            start = cells[-1][1] + 1
            if index < part.header_rows:
                continue
            row_number = index - part.header_rows + 1
            is_first = True
            for column, cell in enumerate(cells):
                if not text[slice(*cell)].strip():
                    continue
                place = next_word(text, cell[0])
                if is_first:
                    words = self.phrases.row.format(number=row_number)
                    of = (cells[0][0], cells[-1][1])
                    yield from self.notice(Announced.CELL, words, place, of, "row")
                if not is_first or self._says(Announced.CELL):
                    name = names.get(column) or self.phrases.column.format(number=column + 1)
                    yield from self.notice(Announced.CELL, name, place, cell)
                is_first = False


def figure_lines(part: Figure) -> Iterator[tuple[Announced, int, int]]:
    """What the lines of a picture's text are, with their characters.

    A caption that is also the description is the picture's, not a caption beside it.
    """
    description, caption = part.description, plain(part.caption)
    described = bool((part.alt or "").strip()) and not description
    start = 0
    for kind, words in (
        (Announced.IMAGE, description),
        (Announced.IMAGE if described else Announced.CAPTION, caption),
        (Announced.CREDIT, part.credit),
    ):
        if words:
            yield kind, start, start + len(words)
            start += len(words) + 1


def next_word(text: str, place: int) -> int:
    """The first character from a place on that is not white space."""
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _places(cells: tuple[Spans, ...], start: int) -> Iterator[tuple[int, int]]:
    """Where texts stand that are separated by a character."""
    for cell in cells:
        end = start + len(plain(cell))
        yield start, end
        start = end + 1


def _column_names(part: Table) -> dict[int, str]:
    """The last header of each column, as it is said before a cell."""
    names: dict[int, str] = {}
    for row in part.rows[: part.header_rows]:
        for column, cell in enumerate(row):
            words = " ".join(plain(cell).split())
            if words:
                names[column] = words if words.endswith(":") else f"{words}:"
    return names


def _begins_with(text: str, words: str) -> bool:
    """Tell whether a text says first, by itself, what would be announced of it."""
    return "".join(text.split()).casefold().startswith("".join(words.split()).casefold())
