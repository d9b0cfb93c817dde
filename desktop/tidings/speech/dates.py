"""A story's date in the words of a language."""

from __future__ import annotations

from tidings.document import Article
from tidings.speech.announcements import Phrases


def date_words(article: Article, phrases: Phrases) -> str:
    """Return the day a story was published, by the page's own clock.

    Where the date could not be read, the page's wording stands; empty where there is none.
    """
    moment = article.published
    if moment is None:
        return article.published_text.strip()
    month = phrases.months[moment.month - 1]
    return phrases.date.format(day=moment.day, month=month, year=moment.year)
