"""Building the spans of one block out of the pieces of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tidings.document import Emphasis, Span, Spans, plain
from tidings.extract.text import clean


@dataclass(frozen=True, slots=True)
class Marks:
    """What is true of a piece of text because of the elements around it."""

    language: str = ""
    link: str = ""
    emphasis: Emphasis = Emphasis.NONE

    def span(self, text: str) -> Span:
        """Return ``text`` with these marks."""
        return Span(text, self.language, self.link, self.emphasis)


NO_MARKS = Marks()


def join(pieces: Iterable[Span]) -> Spans:
    """Return the pieces as spans: white space collapsed across their borders and none at
    the ends, neighbours with the same marks made one, empty ones dropped.
    """
    runs: list[tuple[Span, list[str]]] = []
    space_before = True
    for piece in pieces:
        text = clean(piece.text)
        if space_before:
            text = text.lstrip(" ")
        if not text:
            continue
        space_before = text.endswith(" ")
        if runs and _same_marks(runs[-1][0], piece):
            runs[-1][1].append(text)
        else:
            runs.append((piece, [text]))
    spans = [_with_text(piece, "".join(texts)) for piece, texts in runs]
    while spans and not (text := spans[-1].text.rstrip(" ")):
        spans.pop()
    if spans and text != spans[-1].text:
        spans[-1] = _with_text(spans[-1], text)
    return tuple(spans)


def text_spans(text: str) -> Spans:
    """Return plain ``text`` as spans without marks."""
    return join([Span(text)])


def drop_start(spans: Spans, characters: int) -> Spans:
    """Return the spans without their first ``characters`` characters, tidied."""
    rest: list[Span] = []
    for span in spans:
        cut = min(characters, len(span.text))
        characters -= cut
        if cut < len(span.text):
            rest.append(replace(span, text=span.text[cut:]))
    return join(rest)


def keep_start(spans: Spans, characters: int) -> Spans:
    """Return the first ``characters`` characters of the spans, tidied."""
    kept: list[Span] = []
    for span in spans:
        kept.append(replace(span, text=span.text[:characters]))
        characters = max(0, characters - len(span.text))
    return join(kept)


def lines(parts: Iterable[Spans]) -> Spans:
    """Return the parts as one, a line feed between them, as a quote's text wants it."""
    joined: list[Span] = []
    for part in parts:
        if joined and part:
            joined[-1] = replace(joined[-1], text=joined[-1].text + "\n")
        joined.extend(part)
    return tuple(joined)


def linked_share(spans: Spans) -> float:
    """Return how much of the text is links, 0 to 1."""
    length = len(plain(spans))
    return sum(len(span.text) for span in spans if span.link) / length if length else 0.0


def _with_text(span: Span, text: str) -> Span:
    return Span(text, span.language, span.link, span.emphasis)


def _same_marks(one: Span, other: Span) -> bool:
    return (one.language, one.link, one.emphasis) == (other.language, other.link, other.emphasis)
