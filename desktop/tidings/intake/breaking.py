"""Which headlines break, and when one is said: decisions alone, without a clock or a voice.

A headline is never announced twice, whatever source brings it again: neither the same words
nor, at the same address, most of the same words. Only what the reader put off comes again.
The page that is open shows its own bar, and what stands there is not announced.
Times are aware of their zone, and "now" is always given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from tidings.intake.headlines import Headline

QUIET = timedelta(minutes=5)
"""Between two announcements, unless the reader asks."""
LATER = timedelta(minutes=30)
"""How long *Later* puts a headline off."""
MOST_KNOWN = 1_000
MOST_SHOWN = 12
"""Headlines in the banner: of more, those that came first are no news any more."""
MOST_UNWANTED = 400
LONGEST = 500
"""Characters of a headline of a source that is watched."""


class Voice(Enum):
    """What is being said at the moment that an announcement would begin."""

    SILENT = "silent"
    BETWEEN_SENTENCES = "between-sentences"
    IN_SENTENCE = "in-sentence"


@dataclass(frozen=True, slots=True)
class Shown:
    """A headline of the banner. ``announced``: it was said. ``not_before``: it was put off."""

    headline: Headline
    announced: bool = False
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """What is watched for: the banner in its order, and what is known and comes no more.

    ``known`` has those seen last at its end. ``announced_at`` is when the last announcement
    began. ``unwanted`` are those that were read or that the reader does not want: the bar of
    no page shows them. ``looked`` are the addresses of the sources that are watched, each with
    the words that it was looked at for. All of it is to be kept: what broke before a restart
    is not new.
    """

    banner: tuple[Shown, ...] = ()
    known: tuple[Headline, ...] = ()
    announced_at: datetime | None = None
    unwanted: tuple[Headline, ...] = ()
    looked: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """The watch as it goes on, and what is to be announced now, if anything.

    ``more`` counts the headlines that wait behind it. ``again_at`` is when to look again
    where nothing is announced; None: when something new comes, or the sentence ends.
    """

    watch: Watch
    announced: Headline | None = None
    more: int = 0
    again_at: datetime | None = None


def took_note(watch: Watch, headlines: Iterable[Headline]) -> Watch:
    """Return the watch after a first look: what is there already is known, and not news."""
    return replace(watch, known=_known(watch, headlines))


def looked_at(
    watch: Watch,
    source: str,
    words: str,
    of_bar: tuple[Headline, ...],
    by_words: tuple[Headline, ...],
) -> Watch:
    """Return the watch after a look at a source that is watched for some words.

    The first time, nothing of it is news; nor is what other words find the first time.
    """
    of_bar, by_words = _clipped(of_bar), _clipped(by_words)
    before = dict(watch.looked)
    looked = replace(watch, looked=(*_without(watch, source), (source, words))[-MOST_KNOWN:])
    if source not in before:
        return took_note(looked, (*of_bar, *by_words))
    if before[source] != words:
        return found(took_note(looked, by_words), of_bar)
    return found(looked, (*of_bar, *by_words))


def left_alone(watch: Watch, source: str) -> Watch:
    """Return the watch after a source is watched no more."""
    return replace(watch, looked=_without(watch, source))


def page_opened(watch: Watch, headlines: Iterable[Headline]) -> Watch:
    """Return the watch after a page was opened: what its bar shows need not be announced."""
    seen = tuple(headlines)
    shown = {headline.words for headline in seen}
    banner = tuple(
        replace(each, announced=True)
        if each.headline.words in shown and each.not_before is None
        else each
        for each in watch.banner
    )
    return replace(took_note(watch, seen), banner=banner)


def of_page(watch: Watch, headlines: Iterable[Headline], now: datetime) -> tuple[Headline, ...]:
    """Return those headlines of a page's bar that are to be shown."""
    left_out = {headline.words for headline in watch.unwanted}
    left_out |= {each.headline.words for each in watch.banner if _is_put_off(each, now)}
    return tuple(each for each in headlines if each.words not in left_out)


def found(watch: Watch, headlines: Iterable[Headline]) -> Watch:
    """Return the watch with the headlines that are new at the end of its banner."""
    seen = tuple(headlines)
    memory = _Memory(watch.known)
    # One that comes back in other words, or elsewhere, is known by those, too.
    new = tuple(Shown(each) for each in seen if memory.add(each))
    return replace(watch, banner=(*watch.banner, *new)[-MOST_SHOWN:], known=_known(watch, seen))


def announcing(watch: Watch, now: datetime, voice: Voice) -> Step:
    """Decide whether a headline is announced now: between sentences, and not too often."""
    waiting = [shown for shown in watch.banner if not shown.announced]
    ready = [shown for shown in waiting if not _is_put_off(shown, now)]
    quiet_until = _quiet_until(watch, now)
    if not ready:
        put_off = [shown.not_before for shown in waiting if shown.not_before]
        return Step(watch, again_at=max(min(put_off), quiet_until) if put_off else None)
    if quiet_until > now:
        return Step(watch, again_at=quiet_until)
    if voice is Voice.IN_SENTENCE:
        return Step(watch)
    said = ready[0]
    return Step(_said(watch, said, now), said.headline, len(ready) - 1)


def asked(watch: Watch, now: datetime) -> Step:
    """Decide what is said to a reader who wants to hear what breaks, at once.

    The first that was not said yet, else the newest.
    """
    shown = _visible(watch, now)
    waiting = [each for each in shown if not each.announced]
    if not shown:
        return Step(watch)
    said = waiting[0] if waiting else shown[-1]
    return Step(_said(watch, said, now), said.headline, max(0, len(waiting) - 1))


def heard(watch: Watch, headline: Headline, now: datetime) -> Watch:
    """Return the watch after the reader had one headline said: it is not announced as well."""
    return next(
        (_said(watch, each, now) for each in watch.banner if each.headline == headline), watch
    )


def put_off(watch: Watch, headline: Headline, now: datetime) -> Watch:
    """Return the watch with a headline out of sight until later, and then announced again.

    Of a page's bar it comes into the banner by that.
    """
    later = Shown(headline, not_before=now + LATER)
    if headline in (shown.headline for shown in watch.banner):
        return _with(watch, headline, lambda _shown: later)
    return replace(
        watch, banner=(*watch.banner, later)[-MOST_SHOWN:], known=_known(watch, (headline,))
    )


def taken_away(watch: Watch, headline: Headline) -> Watch:
    """Return the watch without a headline that was read, or that the reader does not want."""
    left = tuple(shown for shown in watch.banner if shown.headline.words != headline.words)
    unwanted = (*(each for each in watch.unwanted if each != headline), headline)
    return replace(
        watch, banner=left, known=_known(watch, (headline,)), unwanted=unwanted[-MOST_UNWANTED:]
    )


def banner(watch: Watch, now: datetime) -> tuple[Headline, ...]:
    """Return the headlines to show: unread, and not put off."""
    return tuple(shown.headline for shown in _visible(watch, now))


class _Memory:
    """The headlines that are known, by their words and by their addresses."""

    def __init__(self, known: Iterable[Headline]) -> None:
        self._texts: set[tuple[str, ...]] = set()
        self._at: dict[str, list[frozenset[str]]] = {}
        for headline in known:
            self.add(headline)

    def add(self, headline: Headline) -> bool:
        """Keep a headline in mind, and tell whether it was not known."""
        words = frozenset(headline.words)
        there = self._at.setdefault(headline.place, []) if headline.place else []
        # A page that is written on all day has new headlines at one address.
        is_new = headline.words not in self._texts and not any(
            2 * len(words & other) >= min(len(words), len(other)) for other in there
        )
        self._texts.add(headline.words)
        there.append(words)
        return is_new


def _known(watch: Watch, seen: Iterable[Headline]) -> tuple[Headline, ...]:
    """Return what is known with what was seen at its end, the oldest forgotten."""
    known = dict.fromkeys(watch.known)
    for headline in seen:
        known.pop(headline, None)
        known[headline] = None
    return tuple(known)[-MOST_KNOWN:]


def _without(watch: Watch, source: str) -> tuple[tuple[str, str], ...]:
    return tuple(each for each in watch.looked if each[0] != source)


def _clipped(headlines: Iterable[Headline]) -> tuple[Headline, ...]:
    return tuple(replace(each, text=each.text[:LONGEST]) for each in headlines)


def _said(watch: Watch, said: Shown, now: datetime) -> Watch:
    watch = _with(watch, said.headline, lambda shown: replace(shown, announced=True))
    return replace(watch, announced_at=now)


def _with(watch: Watch, headline: Headline, change: Callable[[Shown], Shown]) -> Watch:
    return replace(
        watch,
        banner=tuple(change(each) if each.headline == headline else each for each in watch.banner),
    )


def _visible(watch: Watch, now: datetime) -> tuple[Shown, ...]:
    return tuple(shown for shown in watch.banner if not _is_put_off(shown, now))


def _is_put_off(shown: Shown, now: datetime) -> bool:
    # Further off than that it cannot be, unless the clock was set back.
    return shown.not_before is not None and now < shown.not_before <= now + LATER


def _quiet_until(watch: Watch, now: datetime) -> datetime:
    if watch.announced_at is None or watch.announced_at > now:
        return now
    return watch.announced_at + QUIET
