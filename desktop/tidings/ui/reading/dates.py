"""An article's date in words."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QTime

from tidings.document import Article


def published_text(article: Article, locale: QLocale) -> str:
    """Return when the article was published, as the locale writes it.

    The page's own clock is kept; midnight means that the page gave a day only. Where the
    date could not be read, the page's wording stands; empty where there is none.
    """
    moment = article.published
    if moment is None:
        return article.published_text
    day = locale.toString(
        QDate(moment.year, moment.month, moment.day), QLocale.FormatType.LongFormat
    )
    if (moment.hour, moment.minute) == (0, 0):
        return day
    clock = locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    return f"{day}, {clock}"
