"""A part of a story, laid out to be spoken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    Span,
    Spans,
    Table,
    plain,
)
from tidings.speech.announcements import Announcements
from tidings.speech.announcer import Announcer, figure_lines, next_word
from tidings.speech.announcing import SOME, Announced, Announcing, Way
from tidings.speech.dates import date_words
from tidings.speech.footnotes import FootnoteMark, footnote_marks
from tidings.speech.layout import Insertion, Layout, Notice, Pause, Run


def lay_out(
    article: Article,
    block: int,
    announcements: Announcements,
    language: str,
    announcing: Announcing = SOME,
) -> Layout:
    """Lay a part out; ``language`` holds where the article does not tell its own."""
    language = article.language or language
    announcer = Announcer(announcing, *announcements.phrases(language))
    if block in (TITLE, BYLINE, DATELINE):
        return _head(article, block, announcer, announcements, language)
    part = article.blocks[block]
    own = part.language or language
    runs = tuple(_runs(part, own))
    marks = () if isinstance(part, Preformatted) else footnote_marks(part.text, runs)
    text = _blanked(part.text, _left_out(part, marks, announcer))
    linked = _blanked(text, ((mark.start, mark.end) for mark in marks))
    notices = [*_before_all(article, block, announcer), *announcer.opening(part, text)]
    for mark in marks:
        words = announcer.phrases.footnote.format(mark=mark.mark)
        notices += announcer.notice(Announced.FOOTNOTE, words, mark.start, (mark.start, mark.end))
    insertions = [
        Insertion(place, announcer.phrases.credit)
        for place in _credit_places(part, text)
        if announcing.of(Announced.CREDIT) is Way.SAY
    ]
    for place, run in _links(linked, runs):
        phrases, its_language = announcements.phrases(run.language)
        if its_language == run.language and announcing.of(Announced.LINK) is Way.SAY:
            insertions.append(Insertion(place, phrases.link))
        else:
            # The voice of this language could not say a word of another one.
            of = Announcer(announcing, phrases, its_language)
            notices += of.notice(Announced.LINK, phrases.link, place, (run.start, run.end))
    return Layout(
        block,
        text,
        own,
        runs,
        tuple(sorted(notices, key=lambda notice: notice.place)),
        tuple(sorted(insertions, key=lambda insertion: insertion.place)),
        tuple(announcer.closing(part, text)),
        Pause.HEADING if isinstance(part, Heading) else Pause.PARAGRAPH,
    )


def language_runs(article: Article, block: int) -> tuple[Run, ...]:
    """Return the stretches of a part's text that are in one language and one link, in order."""
    if block in (TITLE, BYLINE, DATELINE):
        return (Run(0, len(article.part_text(block)), article.language),)
    part = article.blocks[block]
    return tuple(_runs(part, part.language or article.language))


_KINDS = {BYLINE: Announced.BYLINE, DATELINE: Announced.DATELINE}


def _head(
    article: Article,
    block: int,
    announcer: Announcer,
    announcements: Announcements,
    language: str,
) -> Layout:
    text = article.part_text(block)
    whole = (0, len(text))
    notices = list(_before_all(article, block, announcer))
    closing = (
        tuple(_date(article, announcer, len(text), whole)) if _is_dated(article, block) else ()
    )
    insertions: tuple[Insertion, ...] = ()
    kind = _KINDS.get(block)
    if kind is not None:
        words = announcer.phrases.by if kind is Announced.BYLINE else announcer.phrases.place
        if announcer.skips(kind):
            text = _blanked(text, (whole,))
        elif announcer.table.of(kind) is Way.SOUND:
            notices += announcer.notice(kind, words, next_word(text, 0), whole)
        elif announcer.table.of(kind) is Way.SAY and announcements.speak(language):
            insertions = (Insertion(next_word(text, 0), words),)
    return Layout(
        block,
        text,
        language,
        (Run(0, len(text), language),),
        tuple(notices),
        insertions,
        closing,
        Pause.HEADING if block == TITLE else Pause.PARAGRAPH,
        is_one=block != TITLE,
    )


def _before_all(article: Article, block: int, announcer: Announcer) -> Iterator[Notice]:
    """What is announced before the first part: that there is no title, and else the date."""
    if article.title or block != article.parts[0]:
        return
    text = article.part_text(block)
    whole, first = (0, len(text)), next_word(text, 0)
    yield from announcer.notice(Announced.UNTITLED, announcer.phrases.untitled, first, whole)
    if not article.byline:
        yield from _date(article, announcer, first, whole)


def _is_dated(article: Article, block: int) -> bool:
    """Tell whether the date is said after a part: after the names, or after the title."""
    return block == BYLINE or (block == TITLE and not article.part_text(BYLINE))


def _date(
    article: Article, announcer: Announcer, place: int, of: tuple[int, int]
) -> Iterator[Notice]:
    way, phrases = announcer.table.of(Announced.DATE), announcer.phrases
    words = "" if way is Way.SKIP else date_words(article, phrases)
    if not words:
        return
    if way is Way.SAY:
        words = f"{phrases.dated} {words}"
    elif way is Way.SOUND:
        yield from announcer.notice(Announced.DATE, phrases.dated, place, of)
    yield Notice(place, words, announcer.language, *of)


def _left_out(
    part: Block, marks: Iterable[FootnoteMark], announcer: Announcer
) -> Iterator[tuple[int, int]]:
    """The characters of a part that are not said."""
    if isinstance(part, Figure):
        for kind, start, end in figure_lines(part):
            if announcer.skips(kind):
                yield start, end
    if announcer.table.of(Announced.FOOTNOTE) is not Way.PLAIN:
        yield from ((mark.start, mark.end) for mark in marks)


def _blanked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """A text of the same length, with blanks at some places, which are in order."""
    kept, last = [], 0
    for start, end in places:
        kept += [text[last:start], " " * (end - start)]
        last = end
    return "".join([*kept, text[last:]]) if kept else text


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
            yield next_word(text, run.start), run
        before = run


def _credit_places(part: Block, text: str) -> Iterator[int]:
    # "Photo: A. Smith" says already what it is.
    if isinstance(part, Figure) and part.credit.strip() and ":" not in part.credit:
        yield next_word(text, len(text) - len(part.credit))
