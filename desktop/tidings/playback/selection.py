"""Some of the stories of a queue, or no more than their titles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tidings.document import Article
from tidings.playback.queue import StoryQueue
from tidings.speech import Script


class Selection:
    """The stories of a queue that are wanted, in its order.

    It is asked anew at each step: a story that is removed, or read meanwhile, is passed over.
    """

    def __init__(self, queue: StoryQueue, wanted: Callable[[str], bool]) -> None:
        self._queue = queue
        self._wanted = wanted

    def script(self, article: str) -> Script | None:
        """Return the script of a story, wanted or not."""
        return self._queue.script(article)

    def after(self, article: str) -> str | None:
        """Return the id of the next story that is wanted."""
        return self._next(article, self._queue.after)

    def before(self, article: str) -> str | None:
        """Return the id of the wanted story before."""
        return self._next(article, self._queue.before)

    def _next(self, article: str, step: Callable[[str], str | None]) -> str | None:
        other = step(article)
        while other is not None and not self._wanted(other):
            other = step(other)
        return other


class Titles:
    """The titles of a queue's stories, one after another."""

    def __init__(self, queue: StoryQueue, make_script: Callable[[Article], Script]) -> None:
        self._queue = queue
        self._make_script = make_script

    def script(self, article: str) -> Script | None:
        """Return a script of the title alone, with the places of the whole story."""
        whole = self._queue.script(article)
        if whole is None:
            return None
        story = whole.article
        bare = replace(story, title=story.name, blocks=(), byline=(), dateline="", published=None)
        return self._make_script(replace(bare, published_text=""))

    def after(self, article: str) -> str | None:
        """Return the id of the story that follows."""
        return self._queue.after(article)

    def before(self, article: str) -> str | None:
        """Return the id of the story before."""
        return self._queue.before(article)
