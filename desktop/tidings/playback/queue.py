"""The stories that are spoken one after another."""

from __future__ import annotations

from typing import Protocol

from tidings.speech import Script


class StoryQueue(Protocol):
    """Where a session finds the script of a story, and the stories around it."""

    def script(self, article: str) -> Script | None:
        """Return the script of the article with this id; None when it is not in the queue."""
        ...

    def after(self, article: str) -> str | None:
        """Return the id of the article that follows; None at the end."""
        ...

    def before(self, article: str) -> str | None:
        """Return the id of the article before; None at the beginning."""
        ...


class ScriptList:
    """A queue over scripts in a fixed order."""

    def __init__(self, scripts: tuple[Script, ...]) -> None:
        self._scripts = {script.article.id: script for script in scripts}
        self._order = tuple(self._scripts)

    def script(self, article: str) -> Script | None:
        """Return the script of the article with this id."""
        return self._scripts.get(article)

    def after(self, article: str) -> str | None:
        """Return the id of the article that follows."""
        return self._neighbour(article, 1)

    def before(self, article: str) -> str | None:
        """Return the id of the article before."""
        return self._neighbour(article, -1)

    def _neighbour(self, article: str, step: int) -> str | None:
        if article not in self._scripts:
            return None
        index = self._order.index(article) + step
        return self._order[index] if 0 <= index < len(self._order) else None
