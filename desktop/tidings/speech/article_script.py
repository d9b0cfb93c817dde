"""The script of an article, made where it is listened to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import lru_cache

from tidings.document import Article, Position, Preformatted
from tidings.speech.announcements import FALLBACK, Announcements
from tidings.speech.announcing import SOME, Announcing
from tidings.speech.cutting import Entry, entries
from tidings.speech.laying_out import lay_out
from tidings.speech.layout import Layout
from tidings.speech.listening_time import ListeningTime, time_of
from tidings.speech.replacing import AsWritten, FirstOf, Rewriter, as_said
from tidings.speech.rewriting import replacements_in, whole_edge
from tidings.speech.script import Cue
from tidings.speech.sentences import window_edge
from tidings.speech.utterance import Kind, Utterance

WINDOW = 1_500
"""Characters of a part that are cut into utterances at once, more or less."""
SLACK = 500
"""How far before a window's nominal edge its true one may be: there a sentence begins."""
_WINDOWS_KEPT = 64


class ArticleScript:
    """What is said of an article, as :class:`~tidings.speech.script.Script` has it.

    Nothing is made before it is asked for, and then no more than one window: a story of
    any length begins as fast as a short one, at any place. Where a window ends depends on
    the text alone, so a cue is the same from wherever one came to it.

    ``language`` is taken for articles that do not tell theirs; ``announcing`` is what the
    reader wants to hear announced. ``rewriter`` knows what is said otherwise than written;
    so do ``signs``, where it does not, but of preformatted text, where a sign is a sign.
    """

    def __init__(
        self,
        article: Article,
        announcements: Announcements,
        language: str = FALLBACK,
        *,
        announcing: Announcing = SOME,
        rewriter: Rewriter | None = None,
        signs: Rewriter | None = None,
    ) -> None:
        self._article = article
        self._announcements = announcements
        self._language = language
        self._announcing = announcing
        self._of_code = rewriter or AsWritten()
        self._of_text = FirstOf(self._of_code, signs) if signs else self._of_code
        self._parts = article.parts
        self._layout = lru_cache(maxsize=_WINDOWS_KEPT)(self._lay_out)
        self._window = lru_cache(maxsize=_WINDOWS_KEPT)(self._cut)
        self._edge = lru_cache(maxsize=_WINDOWS_KEPT)(self._find_edge)

    @property
    def article(self) -> Article:
        """The article that is spoken."""
        return self._article

    def first(self) -> Cue | None:
        """Return the first utterance's cue; None when there is nothing to say."""
        return self._first_from(0, 0)

    def at(self, position: Position) -> Cue | None:
        """Return the cue of the utterance at the position, or the next one after it.

        At the very beginning of what is announced, that is the announcement. None after
        the end, and for a position in another article.
        """
        part = bisect_left(self._parts, position.block)
        if position.article != self._article.id or part == len(self._parts):
            return None
        if self._parts[part] != position.block:
            return self._first_from(part, 0)
        window = self._window_of(part, position.character)
        said = self._window(part, window)
        number = bisect_right(said, position.character, key=lambda entry: entry.reach)
        if number < len(said):
            return Cue(part, window, number)
        return self._first_from(part, window + 1)

    def after(self, cue: Cue) -> Cue | None:
        """Return the cue that follows; None at the end."""
        if cue.number + 1 < len(self._window(cue.part, cue.window)):
            return Cue(cue.part, cue.window, cue.number + 1)
        return self._first_from(cue.part, cue.window + 1)

    def before(self, cue: Cue) -> Cue | None:
        """Return the cue before; None at the beginning."""
        if cue.number > 0:
            return Cue(cue.part, cue.window, cue.number - 1)
        part, window = cue.part, cue.window - 1
        while part >= 0:
            while window >= 0:
                if said := self._window(part, window):
                    return Cue(part, window, len(said) - 1)
                window -= 1
            part -= 1
            window = self._windows(part) - 1 if part >= 0 else 0
        return None

    def utterance(self, cue: Cue) -> Utterance:
        """Return what is said at the cue; raises IndexError for one that is not of here."""
        return self._window(cue.part, cue.window)[cue.number].utterance

    def time_of_part(self, part: int) -> ListeningTime:
        """Return how long a part takes to hear, by its ordinal in the article's parts."""
        # Not from what is kept: measuring a story is not to drive out what is spoken of it.
        return time_of(self._lay_out(part))

    def _first_from(self, part: int, window: int) -> Cue | None:
        while part < len(self._parts):
            for later in range(window, self._windows(part)):
                if self._window(part, later):
                    return Cue(part, later, 0)
            part, window = part + 1, 0
        return None

    def _windows(self, part: int) -> int:
        return max(-(-len(self._layout(part).text) // WINDOW), 1)

    def _window_of(self, part: int, character: int) -> int:
        window = min(max(character, 0) // WINDOW, self._windows(part) - 1)
        # The last one has all that is left: what is announced at the end, or of no text.
        is_last = window + 1 == self._windows(part)
        return window if is_last or character < self._edge(part, window + 1) else window + 1

    def _find_edge(self, part: int, window: int) -> int:
        """Where a window begins, and the one before it ends."""
        layout = self._layout(part)
        if window <= 0:
            return 0
        if window >= self._windows(part):
            return len(layout.text)
        edge = window_edge(layout.text, window * WINDOW, SLACK, layout.language)
        return whole_edge(layout, edge, self._rewriter(part))

    def _lay_out(self, part: int) -> Layout:
        return lay_out(
            self._article,
            self._parts[part],
            self._announcements,
            self._language,
            self._announcing,
        )

    def _cut(self, part: int, window: int) -> tuple[Entry, ...]:
        start, end = self._edge(part, window), self._edge(part, window + 1)
        layout = self._layout(part)
        replacements = replacements_in(layout, start, end, self._rewriter(part))
        made = entries(layout, self._article.id, start, end, replacements)
        return tuple(map(self._announced, made))

    def _rewriter(self, part: int) -> Rewriter:
        block = self._parts[part]
        is_code = block >= 0 and isinstance(self._article.blocks[block], Preformatted)
        return self._of_code if is_code else self._of_text

    def _announced(self, entry: Entry) -> Entry:
        """An announcement in words: the title of a table is written like any text."""
        told = entry.utterance
        if told.kind is not Kind.ANNOUNCEMENT:
            return entry
        said = as_said(told.text, self._of_text.replacements(told.text, told.language))
        return replace(entry, utterance=replace(told, text=said)) if said.strip() else entry
