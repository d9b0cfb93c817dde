"""Replacements found in a stretch of a laid-out part, and what must not cut them in two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from tidings.speech.layout import Insertion, Layout, Notice, Run
from tidings.speech.replacing import Replacement, Rewriter
from tidings.speech.sentences import LONGEST, Sentence

CONTEXT = 100
"""Characters before and after a stretch that a rewriter sees: what it is read by."""


def replacements_in(
    layout: Layout, start: int, end: int, rewriter: Rewriter
) -> tuple[Replacement, ...]:
    """Return what is said otherwise of characters ``start`` to ``end``, in order.

    Each is within them, and in one language; what would begin before another one's end is
    left out.
    """
    found: list[Replacement] = []
    for zone in _zones(layout, max(start - CONTEXT, 0), min(end + CONTEXT, len(layout.text))):
        for each in rewriter.replacements(layout.text[zone.start : zone.end], zone.language):
            place = replace(each, start=each.start + zone.start, end=each.end + zone.start)
            free = found[-1].end if found else start
            if free <= place.start < place.end <= end:
                found.append(place)
    return tuple(found)


def whole_edge(layout: Layout, edge: int, rewriter: Rewriter) -> int:
    """Return an edge, or where the replacement begins that it would cut in two."""
    if not 0 < edge < len(layout.text):
        return edge
    around = replacements_in(layout, max(edge - CONTEXT, 0), edge + CONTEXT, rewriter)
    return next((each.start for each in around if each.start < edge < each.end), edge)


def unsplit(
    sentences: Sequence[Sentence], replacements: Sequence[Replacement]
) -> Sequence[Sentence]:
    """Return sentences none of which ends inside a replacement ("No. 5").

    Two that share one become one; where that is too long, it belongs to the second.
    """
    if not replacements:
        return sentences
    made: list[Sentence] = []
    for sentence in sentences:
        shared = _over(replacements, sentence.start) if made else None
        if shared is None:
            made.append(sentence)
        elif sentence.end - made[-1].start <= LONGEST or shared.start <= made[-1].start:
            made[-1] = replace(sentence, start=made[-1].start)
        else:
            made[-1] = Sentence(made[-1].start, shared.start, complete=False)
            made.append(replace(sentence, start=shared.start))
    return made


def apart(layout: Layout, replacements: Sequence[Replacement]) -> Layout:
    """Return a layout in which whatever is said inside a replacement is said before it."""
    notices = _moved(layout.notices, replacements)
    insertions = _moved(layout.insertions, replacements)
    if notices is layout.notices and insertions is layout.insertions:
        return layout
    return replace(layout, notices=notices, insertions=insertions)


_Said = TypeVar("_Said", Notice, Insertion)


def _moved(places: tuple[_Said, ...], replacements: Sequence[Replacement]) -> tuple[_Said, ...]:
    moved = list(places)
    for each in replacements:
        low = bisect_right(moved, each.start, key=lambda one: one.place)
        high = bisect_right(moved, each.end - 1, key=lambda one: one.place)
        moved[low:high] = [replace(one, place=each.start) for one in moved[low:high]]
    return places if moved == list(places) else tuple(moved)


def _over(replacements: Sequence[Replacement], place: int) -> Replacement | None:
    """The replacement that begins before a place and ends after it."""
    index = bisect_right(replacements, place, key=lambda each: each.end)
    if index < len(replacements) and replacements[index].start < place:
        return replacements[index]
    return None


def _zones(layout: Layout, start: int, end: int) -> Iterator[Run]:
    """Characters ``start`` to ``end``, cut where the language changes and nowhere else."""
    zone: Run | None = None
    for run in _clipped(layout, start, end):
        if zone is not None and zone.language != run.language:
            yield zone
            zone = None
        zone = run if zone is None else replace(zone, end=run.end)
    if zone is not None:
        yield zone


def _clipped(layout: Layout, start: int, end: int) -> Iterable[Run]:
    first = bisect_right(layout.runs, start, key=lambda run: run.end)
    for run in layout.runs[first:]:
        if run.start >= end:
            break
        yield replace(run, start=max(run.start, start), end=min(run.end, end))
