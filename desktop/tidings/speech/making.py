"""Scripts made in the way that the reader wants now."""

from __future__ import annotations

from collections.abc import Callable

from tidings.document import Article
from tidings.speech.announcements import FALLBACK, Announcements
from tidings.speech.announcing import PRESETS, SOME, Announced, Announcing, Way
from tidings.speech.article_script import ArticleScript
from tidings.speech.fixes import Fix, Lexicon, source_of
from tidings.speech.lexicon import LexiconRewriter
from tidings.speech.normalise import Normaliser


class ScriptMaker:
    """Makes the scripts of articles; what is changed here holds for those made afterwards.

    ``announcing`` is what is announced. ``too_slow`` is told of a fix whose pattern takes
    too long to be used.
    """

    def __init__(self, announcements: Announcements, announcing: Announcing = SOME) -> None:
        self.announcing = announcing
        self.too_slow: Callable[[Fix], None] = lambda _fix: None
        self._announcements = announcements
        self._lexicon = Lexicon()
        self._rewriters: dict[str, LexiconRewriter] = {}

    def __call__(self, article: Article) -> ArticleScript:
        """Return the script of an article."""
        return ArticleScript(
            article,
            self._announcements,
            announcing=self.announcing,
            rewriter=self.rewriter(source_of(article)),
            signs=self._signs(),
        )

    def prepare(self, article: Article) -> None:
        """Make ready what the script of an article will need, so that it begins at once.

        It takes some 20 ms for a language that is met for the first time, in any thread.
        """
        languages = {article.language or FALLBACK, *(block.language for block in article.blocks)}
        for language in languages:
            self._signs().prepare(language)

    def _signs(self) -> Normaliser:
        return Normaliser(emoji=self.announcing.of(Announced.EMOJI) is Way.SAY)

    @property
    def lexicon(self) -> Lexicon:
        """What the reader wants said differently."""
        return self._lexicon

    @lexicon.setter
    def lexicon(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._rewriters.clear()

    def rewriter(self, source: str) -> LexiconRewriter:
        """Return what finds the reader's fixes in the stories of a source."""
        if source not in self._rewriters:
            # By its name here: ``too_slow`` may be another one by then.
            self._rewriters[source] = LexiconRewriter(
                self._lexicon, source, lambda fix: self.too_slow(fix)
            )
        return self._rewriters[source]

    def plainly(self, article: Article) -> ArticleScript:
        """Return a script that says an article's words and announces nothing, for the window.

        The reader's own words do not hold there: what is written is to be heard.
        """
        return ArticleScript(
            article, self._announcements, announcing=PRESETS["none"], signs=self._signs()
        )

    def as_written(self, article: Article) -> ArticleScript:
        """Return a script that says an article as it is written."""
        return ArticleScript(article, self._announcements, announcing=self.announcing)
