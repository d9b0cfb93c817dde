"""Scripts made in the way that the reader wants now."""

from __future__ import annotations

from tidings.document import Article
from tidings.speech.announcements import Announcements
from tidings.speech.announcing import SOME, Announcing
from tidings.speech.article_script import ArticleScript


class ScriptMaker:
    """Makes the scripts of articles; what is changed here holds for those made afterwards.

    ``announcing`` is what is announced.
    """

    def __init__(self, announcements: Announcements, announcing: Announcing = SOME) -> None:
        self.announcing = announcing
        self._announcements = announcements

    def __call__(self, article: Article) -> ArticleScript:
        """Return the script of an article."""
        return ArticleScript(article, self._announcements, announcing=self.announcing)
