"""The stories of the list, in its order: the queue that is read aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tidings.document import Article, Position
from tidings.speech import ArticleScript


class Stories:
    """The articles of the list, with the scripts made of them when they are asked for."""

    def __init__(self, script_of: Callable[[Article], ArticleScript]) -> None:
        self._script_of = script_of
        self._articles: dict[str, Article] = {}
        self._scripts: dict[str, ArticleScript] = {}
        self._order: list[str] = []

    @property
    def order(self) -> tuple[str, ...]:
        """The ids in the order of the list."""
        return tuple(self._order)

    def make_script(self, article: Article) -> ArticleScript:
        """Return the script of an article that is not in the list."""
        return self._script_of(article)

    def remake(self) -> None:
        """Make all scripts anew when they are asked for next."""
        self._scripts.clear()

    def put(self, articles: Iterable[Article]) -> None:
        """Hold these stories, in this order, instead of what was held."""
        self._articles = {article.id: article for article in articles}
        self._scripts = {
            key: script
            for key, script in self._scripts.items()
            if self._articles.get(key) == script.article
        }
        self._order = list(self._articles)

    def add(self, articles: Iterable[Article]) -> None:
        """Hold more stories, after the others."""
        for article in articles:
            if article.id not in self._articles:
                self._order.append(article.id)
            self._articles[article.id] = article

    def insert(self, place: int, articles: Iterable[Article]) -> None:
        """Hold more stories, none of which is in the order yet, from a place in it on."""
        new = {article.id: article for article in articles}
        self._order[place:place] = new
        self._articles |= new

    def replace(self, story: Article) -> None:
        """Hold a story in another form; one that is being read is read on as it was."""
        self._articles[story.id] = story
        self._scripts.pop(story.id, None)

    def remove(self, article: str) -> int:
        """Take a story out of the order; return where it was, -1 where it was not."""
        if article not in self._order:
            return -1
        place = self._order.index(article)
        del self._order[place]
        return place

    def bring_back(self, article: str, place: int) -> bool:
        """Put a story that was taken out back to its place; False where it is not one of these."""
        if article not in self._articles or article in self._order:
            return False
        self._order.insert(place, article)
        return True

    def article(self, article: str) -> Article | None:
        """Return a story by its id, also one that was taken out of the order."""
        return self._articles.get(article)

    def script(self, article: str) -> ArticleScript | None:
        """Return the script of a story."""
        found = self._articles.get(article)
        if found is None:
            return None
        if article not in self._scripts:
            self._scripts[article] = self._script_of(found)
        return self._scripts[article]

    def sentence_at(self, position: Position) -> tuple[str, str]:
        """Return the sentence at a place, and its language; both empty where there is none."""
        script = self.script(position.article)
        cue = script.at(position) if script else None
        if script is None or cue is None:
            return "", ""
        said = script.utterance(cue)
        return said.text, said.language

    def after(self, article: str) -> str | None:
        """Return the id of the story that follows."""
        return self._neighbour(article, 1)

    def before(self, article: str) -> str | None:
        """Return the id of the story before."""
        return self._neighbour(article, -1)

    def _neighbour(self, article: str, step: int) -> str | None:
        if article not in self._order:
            return None
        place = self._order.index(article) + step
        return self._order[place] if 0 <= place < len(self._order) else None
