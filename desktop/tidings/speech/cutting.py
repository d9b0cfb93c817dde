"""A stretch of a laid-out part, cut into utterances."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.document import Range
from tidings.speech.layout import Layout, Notice, Pause, Run
from tidings.speech.replacing import Replacement
from tidings.speech.rewriting import apart, unsplit
from tidings.speech.sentences import Sentence, cut, sentences
from tidings.speech.utterance import Kind, Stretch, Utterance


@dataclass(frozen=True, slots=True)
class Entry:
    """An utterance, and the first character of the part that it is over for.

    Whoever begins to listen at a character wants the first entry that reaches beyond it.
    """

    utterance: Utterance
    reach: int


def entries(
    layout: Layout,
    article: str,
    start: int,
    end: int,
    replacements: Sequence[Replacement] = (),
) -> tuple[Entry, ...]:
    """Return what is said of characters ``start`` to ``end``, in order.

    Announcements stand before what they announce. The stretch is to begin and end where a
    sentence may. ``replacements`` are those within it, in order; no sentence ends inside one.
    """
    made: list[Entry] = []
    layout = apart(layout, replacements)
    notices = iter(_within(layout, start, end))
    notice = next(notices, None)
    found = unsplit(_sentences(layout, start, end), replacements)
    for index, sentence in enumerate(found):
        following = found[index + 1].start if index + 1 < len(found) else end
        pause = _pause(layout.text, sentence, following)
        fragments = list(_fragments(layout, sentence))
        for fragment in fragments:
            while notice and notice.place < fragment.end:
                made.append(_announce(layout, article, notice))
                notice = next(notices, None)
            is_last = fragment is fragments[-1]
            said = _say(layout, article, fragment, replacements, pause if is_last else Pause.NONE)
            if said.utterance.text.strip():
                made.append(said)
    while notice:
        made.append(_announce(layout, article, notice))
        notice = next(notices, None)
    if end == len(layout.text):
        made += [_announce(layout, article, closing) for closing in layout.closing]
    return _at_the_ends(layout, made, start, end)


def _at_the_ends(layout: Layout, made: list[Entry], start: int, end: int) -> tuple[Entry, ...]:
    """Mark the first utterance of the part, and set the pause after its last."""
    if made and not layout.text[:start].strip():
        first = replace(made[0].utterance, starts_paragraph=True)
        made[0] = Entry(first, made[0].reach)
    if made and not layout.text[end:].strip():
        last = replace(made[-1].utterance, pause_after=layout.pause)
        made[-1] = Entry(last, made[-1].reach)
    return tuple(made)


def _within(layout: Layout, start: int, end: int) -> tuple[Notice, ...]:
    """The notices of a stretch; those of a part without text are its only stretch's."""
    low = bisect_left(layout.notices, start, key=lambda notice: notice.place)
    if end == len(layout.text):
        return layout.notices[low:]
    return layout.notices[low : bisect_left(layout.notices, end, key=lambda each: each.place)]


def _sentences(layout: Layout, start: int, end: int) -> list[Sentence]:
    if layout.is_one:
        return list(cut(layout.text, start, end))
    return [
        replace(sentence, start=sentence.start + start, end=sentence.end + start)
        for sentence in sentences(layout.text[start:end], layout.language)
    ]


def _pause(text: str, sentence: Sentence, following: int) -> int:
    if "\n" in text[sentence.end : following]:
        return Pause.LINE
    if sentence.complete:
        return Pause.SENTENCE
    return Pause.NONE if text[sentence.end - 1].isalnum() else Pause.CLAUSE


def _fragments(layout: Layout, sentence: Sentence) -> Iterator[Run]:
    """A sentence, split where its language changes or something is announced inside it.

    Punctuation alone is no fragment: it stays with what is before it, or else after it.
    """
    places = [notice.place for notice in _inside(layout, sentence)]
    pending: Run | None = None
    for piece in _pieces(layout, sentence, places):
        if pending is None:
            pending = piece
        elif piece.start not in places and not _has_words(layout.text, piece):
            pending = replace(pending, end=piece.end)
        elif piece.start not in places and not _has_words(layout.text, pending):
            pending = replace(piece, start=pending.start)
        else:
            yield _bare(layout.text, pending)
            pending = piece
    if pending is not None:
        yield _bare(layout.text, pending)


def _pieces(layout: Layout, sentence: Sentence, places: list[int]) -> Iterator[Run]:
    """A sentence, cut wherever its language changes and at all of the places."""
    start, language = sentence.start, layout.language
    cuts = iter([*places, sentence.end])
    cut_at = next(cuts)
    first = bisect_right(layout.runs, sentence.start, key=lambda run: run.end)
    for run in layout.runs[first:]:
        if run.start >= sentence.end:
            break
        if run.start > start and run.language != language:
            yield Run(start, run.start, language)
            start = run.start
        language = run.language
        while cut_at < min(run.end, sentence.end):
            if cut_at > start:
                yield Run(start, cut_at, language)
                start = cut_at
            cut_at = next(cuts)
    yield Run(start, sentence.end, language)


def _inside(layout: Layout, sentence: Sentence) -> list[Notice]:
    """What is announced inside a sentence, rather than before it."""
    low = bisect_right(layout.notices, sentence.start, key=lambda notice: notice.place)
    high = bisect_left(layout.notices, sentence.end, key=lambda notice: notice.place)
    return list(layout.notices[low:high])


def _say(
    layout: Layout, article: str, fragment: Run, replacements: Sequence[Replacement], pause: int
) -> Entry:
    text = ""
    stretches: list[Stretch] = []
    start = fragment.start
    for place, change in _changes(layout, fragment, replacements):
        text = _copy(layout, start, place, text, stretches)
        start = place
        if isinstance(change, str):
            apart_from_it = " " if text and text[-1].isalnum() else ""
            text += f"{apart_from_it}{change} "
            continue
        end = min(change.end, fragment.end)
        if change.said:
            place_said = len(text), len(text) + len(change.said)
            stretches.append(Stretch(*place_said, start, end - start))
        text, start = text + change.said, end
    text = _copy(layout, start, fragment.end, text, stretches)
    lit = Range(article, layout.block, fragment.start, fragment.end)
    utterance = Utterance(
        text, fragment.language, lit, tuple(stretches), Kind.TEXT, pause_after=pause
    )
    return Entry(utterance, fragment.end)


def _changes(
    layout: Layout, fragment: Run, replacements: Sequence[Replacement]
) -> list[tuple[int, str | Replacement]]:
    """What is said in a fragment but not written so, in order of its places."""
    low = bisect_left(layout.insertions, fragment.start, key=lambda each: each.place)
    high = bisect_left(layout.insertions, fragment.end, key=lambda each: each.place)
    found: list[tuple[int, str | Replacement]] = [
        (insertion.place, insertion.words) for insertion in layout.insertions[low:high]
    ]
    low = bisect_right(replacements, fragment.start, key=lambda each: each.end)
    high = bisect_left(replacements, fragment.end, key=lambda each: each.start)
    found += [(max(each.start, fragment.start), each) for each in replacements[low:high]]
    # What is inserted before something is said before that, however it is said.
    return sorted(found, key=lambda change: change[0])


def _copy(layout: Layout, start: int, end: int, text: str, stretches: list[Stretch]) -> str:
    """Append what is written from ``start`` to ``end``, noting where it stands."""
    if end > start:
        stretches.append(Stretch(len(text), len(text) + end - start, start))
    return text + layout.text[start:end]


def _announce(layout: Layout, article: str, notice: Notice) -> Entry:
    utterance = Utterance(
        notice.text,
        notice.language,
        Range(article, layout.block, notice.start, notice.end),
        kind=Kind.TONE if notice.tone else Kind.ANNOUNCEMENT,
        pause_after=Pause.TONE if notice.tone else Pause.ANNOUNCEMENT,
        tone=notice.tone,
        place=notice.place,
    )
    return Entry(utterance, notice.place + 1)


def _has_words(text: str, run: Run) -> bool:
    return any(character.isalnum() for character in text[run.start : run.end])


def _bare(text: str, run: Run) -> Run:
    start, end = run.start, run.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return replace(run, start=start, end=end)
