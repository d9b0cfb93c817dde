"""What is said of a source: how often it is asked, what is kept of it, and how it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QDate, QLocale, QTime

from tidings.intake import told_of_kept
from tidings.library import Source
from tidings.ui.asking import state_of

INTERVALS = (15, 30, 60, 180, 360, 720, 1440, 0)
"""Minutes between two looks that are offered; 0: by hand alone."""

DAYS = (None, 7, 30, 90, 365)
"""How long stories are kept that have left their page; None: for ever."""

COUNTS = (None, 100, 500, 2000)
"""How many stories of a source are kept; None: all."""

_DAY = timedelta(days=1)


def offered(values: tuple[int | None, ...], chosen: int | None) -> tuple[int | None, ...]:
    """Return what is offered, with what was chosen elsewhere and is not among it."""
    return values if chosen in values else (*values, chosen)


def interval_words(minutes: int) -> str:
    """Return how often a source is asked; 0 is by hand alone."""
    named = {
        0: _("Only by hand"),
        15: _("Every quarter of an hour"),
        30: _("Every half hour"),
        60: _("Every hour"),
        180: _("Every 3 hours"),
        360: _("Every 6 hours"),
        720: _("Every 12 hours"),
        1440: _("Once a day"),
    }
    other = ngettext("Every {n} minute", "Every {n} minutes", minutes).format(n=minutes)
    return named.get(minutes, other)


def usual_words(minutes: int) -> str:
    """Return that a source is asked as often as others are, with how often that is."""
    words = interval_words(minutes)
    return _("As usual: {interval}").format(interval=words[:1].lower() + words[1:])


def days_words(days: int | None) -> str:
    """Return how long stories are kept."""
    if days is None:
        return _("For ever")
    named = {
        7: _("For a week"),
        30: _("For a month"),
        90: _("For three months"),
        365: _("For a year"),
    }
    return named.get(days, ngettext("For {n} day", "For {n} days", days).format(n=days))


def count_words(count: int | None) -> str:
    """Return how many stories of a source are kept."""
    if count is None:
        return _("All of them")
    return ngettext("The newest {n}", "The newest {n}", count).format(n=count)


def state_words(source: Source, usual: int, now: datetime) -> str:
    """Return when a source was asked last, what is wrong with it, and what to do.

    ``usual`` is the interval in minutes of sources that have none of their own.
    """
    told = [_asked_words(source.checked_at, now)]
    state = state_of(source, usual)
    is_asked = source.choices.followed and bool(state.interval)
    told.append(told_of_kept(replace(state, stopped=not is_asked), source.error, now))
    return " ".join(part for part in told if part)


def _asked_words(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return _("Not asked for new stories yet.")
    local = moment.astimezone(now.tzinfo)
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    if local.date() == now.date():
        return _("Last asked today at {time}.").format(time=time)
    if local.date() == (now - _DAY).date():
        return _("Last asked yesterday at {time}.").format(time=time)
    date = QLocale().toString(QDate(local.year, local.month, local.day), _("d MMM yyyy"))
    return _("Last asked on {date} at {time}.").format(date=date, time=time)
