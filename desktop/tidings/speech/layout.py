"""How one part of a story is to be said: languages, links, and what is announced where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tidings.document import (
    BYLINE,
    DATELINE,
    TITLE,
    Article,
    Block,
    Figure,
    Heading,
    ListBlock,
    Preformatted,
    Quote,
    Span,
    Spans,
    Table,
    plain,
)
from tidings.speech.announcements import Announcements, Phrases


class Pause:
    """Milliseconds of silence after something was said."""

    NONE = 0
    CLAUSE = 50
    ANNOUNCEMENT = 80
    SENTENCE = 120
    LINE = 250
    PARAGRAPH = 400
    HEADING = 600


@dataclass(frozen=True, slots=True)
class Run:
    """Characters ``start`` to ``end`` in one language, with one link."""

    start: int
    end: int
    language: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """An announcement, said on its own before the character ``place``.

    ``start`` to ``end`` is what it announces.
    """

    place: int
    text: str
    language: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words said inside a sentence, before the character ``place``, but not written there."""

    place: int
    words: str


@dataclass(frozen=True, slots=True)
class Layout:
    """One part of a story, ready to be cut into utterances.

    ``block`` is its address, ``runs`` cover ``text`` in order but for separators, and all
    places are in order. ``is_one`` keeps it from being cut into sentences: a name has full
    stops of its own.
    """

    block: int
    text: str
    language: str
    runs: tuple[Run, ...] = ()
    notices: tuple[Notice, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    closing: Notice | None = None
    pause: int = Pause.PARAGRAPH
    is_one: bool = False


def lay_out(article: Article, block: int, announcements: Announcements, language: str) -> Layout:
    """Lay a part out; ``language`` holds where the article does not tell its own."""
    language = article.language or language
    if block in (TITLE, BYLINE, DATELINE):
        return _head(article, block, announcements, language)
    part = article.blocks[block]
    phrases, spoken = announcements.phrases(language)
    text = part.text
    runs = tuple(_runs(part, part.language or language))
    notices = [
        Notice(place, words, spoken, start, end)
        for place, words, start, end in _notices(part, text, phrases)
    ]
    insertions = [Insertion(place, phrases.credit) for place in _credit_places(part, text)]
    for place, run in _links(text, runs):
        words, its_language = announcements.phrases(run.language)
        if its_language == run.language:
            insertions.append(Insertion(place, words.link))
        else:
            # The voice of this language could not say a word of another one.
            notices.append(Notice(place, words.link, its_language, run.start, run.end))
    closing = None
    if isinstance(part, Quote) and text.strip():
        closing = Notice(len(text), phrases.end_of_quote, spoken, 0, len(text))
    return Layout(
        block,
        text,
        part.language or language,
        runs,
        tuple(sorted(notices, key=lambda notice: notice.place)),
        tuple(sorted(insertions, key=lambda insertion: insertion.place)),
        closing,
        Pause.HEADING if isinstance(part, Heading) else Pause.PARAGRAPH,
    )


def _head(article: Article, block: int, announcements: Announcements, language: str) -> Layout:
    text = article.part_text(block)
    runs = (Run(0, len(text), language),)
    if block == TITLE:
        return Layout(block, text, language, runs, pause=Pause.HEADING)
    by: tuple[Insertion, ...] = ()
    if block == BYLINE and announcements.speak(language):
        by = (Insertion(_next_word(text, 0), announcements.phrases(language)[0].by),)
    return Layout(block, text, language, runs, insertions=by, is_one=True)


def _lines(part: Block) -> Iterable[tuple[Spans, ...]]:
    """A part's lines, each of cells: what its text separates by line feeds and tabs."""
    match part:
        case ListBlock():
            return ((item,) for item in part.items)
        case Table():
            return (row or ((),) for row in part.rows)
        case Figure():
            told = ((Span(part.description),), part.caption, (Span(part.credit),))
            return ((spans,) for spans in told if plain(spans))
        case Preformatted():
            return (((Span(part.text),),),)
        case _:
            return ((part.spans,),)


def _runs(part: Block, language: str) -> Iterator[Run]:
    """A part's runs; neighbours of one language and one link are one run."""
    place = start = 0
    end, last = 0, ("", "")
    for line in _lines(part):
        for cell in line:
            for span in cell:
                this = (span.language or language, span.link)
                if place != end or this != last:
                    if end > start:
                        yield Run(start, end, *last)
                    start, last = place, this
                place = end = place + len(span.text)
            place += 1
    if end > start:
        yield Run(start, end, *last)


def _links(text: str, runs: Iterable[Run]) -> Iterator[tuple[int, Run]]:
    """Where links begin, with their first run; a link in two languages begins once."""
    before: Run | None = None
    for run in runs:
        goes_on = before and before.end == run.start and before.link == run.link
        if run.link and not goes_on and text[run.start : run.end].strip():
            yield _next_word(text, run.start), run
        before = run


def _notices(part: Block, text: str, phrases: Phrases) -> Iterator[tuple[int, str, int, int]]:
    """Place, words, and the range that is announced, of a part's announcements."""
    whole = (0, len(text))
    first = _next_word(text, 0)
    match part:
        case Heading() if text.strip():
            yield first, phrases.heading, *whole
        case Quote() if text.strip():
            yield first, phrases.quote, *whole
        case Figure(alt=None):
            yield first, phrases.image_without_description, *whole
        case Figure() if text.strip() and not _begins_with(text, phrases.image):
            yield first, phrases.image, *whole
        case Table() if text.strip() or part.caption.strip():
            yield first, f"{phrases.table} {part.caption}".strip(), *whole
        case ListBlock():
            yield from _list_notices(part, text, phrases)


def _list_notices(
    part: ListBlock, text: str, phrases: Phrases
) -> Iterator[tuple[int, str, int, int]]:
    lengths = [len(plain(item)) for item in part.items]
    starts = [sum(lengths[:index]) + index for index in range(len(lengths))]
    items = [
        (start, start + length)
        for start, length in zip(starts, lengths, strict=True)
        if text[start : start + length].strip()
    ]
    if items:
        yield _next_word(text, 0), phrases.list_of(len(items)), 0, len(text)
    for number, (start, end) in enumerate(items, part.start):
        words = phrases.item_number(number) if part.ordered else phrases.item
        yield _next_word(text, start), words, start, end


def _credit_places(part: Block, text: str) -> Iterator[int]:
    # "Photo: A. Smith" says already what it is.
    if isinstance(part, Figure) and part.credit.strip() and ":" not in part.credit:
        yield _next_word(text, len(text) - len(part.credit))


def _begins_with(text: str, words: str) -> bool:
    """Tell whether a text says first, by itself, what would be announced of it."""
    return "".join(text.split()).casefold().startswith("".join(words.split()).casefold())


def _next_word(text: str, place: int) -> int:
    """The first character from a place on that is not white space."""
    while place < len(text) and text[place].isspace():
        place += 1
    return place
