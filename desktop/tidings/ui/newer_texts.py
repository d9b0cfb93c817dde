"""Texts that have come of stories that the reader is in, or hears: for when they come back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tidings.document import Article
from tidings.ui.stories import Stories


class NewerTexts:
    """Changes what the stories of a list say, but not under the reader's eyes and ears.

    ``is_read`` tells whether a story is being read aloud.
    """

    def __init__(self, stories: Stories, is_read: Callable[[str], bool]) -> None:
        self._stories = stories
        self._is_read = is_read
        self._newer: dict[str, Article] = {}

    def renew(self, story: Article, in_hand: str) -> None:
        """Have a story say what it says by now, or later where it is the one ``in_hand``."""
        if self._stories.article(story.id) == story:
            return
        if story.id == in_hand or self._is_read(story.id):
            self._newer[story.id] = story
        else:
            self._stories.replace(story)

    def newest(self, story: Article) -> Article:
        """Return what a story says by now, as the reader comes to it."""
        newer = self._newer.get(story.id)
        if newer is None or self._is_read(story.id):
            return story
        del self._newer[story.id]
        self._stories.replace(newer)
        return newer

    def has_newer(self, story: str) -> bool:
        """Tell whether a story says something else than the reader has before them."""
        return story in self._newer

    def drop(self, story: str) -> None:
        """Forget what is kept of a story."""
        self._newer.pop(story, None)

    def clear(self) -> None:
        """Forget all: other stories are listed."""
        self._newer.clear()

    def put_anew(self, articles: Iterable[Article], in_hand: str) -> frozenset[str]:
        """List stories, of which the one ``in_hand`` and what is read say on what they said.

        Returns which those are.
        """
        new = {article.id: article for article in articles}
        held = {
            story.id: story
            for story in map(self._stories.article, new)
            if story is not None and (story.id == in_hand or self._is_read(story.id))
        }
        self._newer = {id_: new[id_] for id_, story in held.items() if new[id_] != story}
        self._stories.put((new | held).values())
        return frozenset(held)
