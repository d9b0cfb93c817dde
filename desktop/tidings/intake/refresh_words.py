"""What is said of refreshing: of a source in the list, and of all together at the end."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from gettext import gettext as _
from gettext import ngettext

from tidings.intake.refreshing import Answered, Failed, Fault, Outcome, SourceState, seems_offline

_SEVERAL = 5
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def told_of(source: SourceState) -> str:
    """Return what the list says of a source: what is wrong and what to do; empty if nothing is."""
    if source.fault is None:
        return _moved(source) if source.moved_to else ""
    told = [_fault(source.fault).format(host=source.host)]
    advice = _advice(source.fault)
    if advice:
        told.append(advice)
    elif source.failures >= _SEVERAL:
        words = ngettext(
            "It has failed {n} time in a row: check its address, or remove it.",
            "It has failed {n} times in a row: check its address, or remove it.",
            source.failures,
        )
        told.append(words.format(n=source.failures))
    return " ".join(told)


def told_again(next_check_at: datetime, now: datetime) -> str:
    """Return when a source is asked again, as a whole number of the largest fitting unit."""
    left = next_check_at - now
    if left < timedelta(minutes=1):
        return _("Tidings is about to ask it again.")
    if left < _HOUR:
        n = left // timedelta(minutes=1)
        words = ngettext(
            "Tidings asks it again in {n} minute.", "Tidings asks it again in {n} minutes.", n
        )
    elif left < _DAY:
        n = left // _HOUR
        words = ngettext(
            "Tidings asks it again in {n} hour.", "Tidings asks it again in {n} hours.", n
        )
    else:
        n = left // _DAY
        words = ngettext(
            "Tidings asks it again in {n} day.", "Tidings asks it again in {n} days.", n
        )
    return words.format(n=n)


def told_of_kept(source: SourceState, error: str, now: datetime) -> str:
    """Return what there is to know of a source of which a sentence was kept.

    ``error`` is that sentence, empty where all is well. It says what is wrong and what to do;
    what it cannot know is when the source is asked again.
    """
    told = [error] if error else []
    waits = source.not_before is not None and source.not_before > now
    again = source.not_before if waits else source.next_check_at
    if again is not None and (waits or (error and not source.stopped)):
        told.append(told_again(again, now))
    return " ".join(told)


def told_at_the_end(outcomes: Collection[Outcome], *, stopped: bool = False) -> str:
    """Return the one message of a refresh that is over; empty where nothing was asked.

    ``stopped``: the reader ended it early.
    """
    told = [_("Refreshing was stopped.")] if stopped else []
    if seems_offline(outcomes):
        told.append(_("There is no connection to the network, so nothing was refreshed."))
        return " ".join(told)
    brought = [each.new for each in outcomes if isinstance(each, Answered) and each.new > 0]
    failed = sum(isinstance(each, Failed) for each in outcomes)
    if brought:
        stories = ngettext("{n} new story", "{n} new stories", sum(brought))
        places = ngettext("in {n} source", "in {n} sources", len(brought))
        words = _("{new_stories} {in_sources}.")
        told.append(
            words.format(
                new_stories=stories.format(n=sum(brought)),
                in_sources=places.format(n=len(brought)),
            )
        )
    elif len(outcomes) > failed:
        told.append(_("No new stories."))
    if failed:
        words = ngettext(
            "{n} source could not be refreshed; the list of sources says why.",
            "{n} sources could not be refreshed; the list of sources says why.",
            failed,
        )
        told.append(words.format(n=failed))
    return " ".join(told)


def _fault(fault: Fault) -> str:
    match fault:
        case Fault.NO_CONNECTION:
            return _("There is no connection to {host}.")
        case Fault.TIMED_OUT:
            return _("{host} took too long to answer.")
        case Fault.BUSY:
            return _("{host} is too busy just now.")
        case Fault.BROKEN:
            return _("{host} has a problem just now.")
        case Fault.REFUSED:
            return _("{host} does not let Tidings read this source.")
        case Fault.MISSING:
            return _("{host} has nothing at the address of this source.")
        case Fault.NOT_TRUSTED:
            return _("{host} could not prove who it is, so it was not read.")
        case Fault.TOO_LARGE:
            return _("What {host} sends is too large to read.")
        case Fault.NO_STORIES:
            return _("There are no stories at the address of this source.")
        case Fault.GONE:
            return _("{host} has ended this source, so it is asked no more.")


def _advice(fault: Fault) -> str:
    """Return what to do about a fault that does not pass by itself; empty for others."""
    match fault:
        case Fault.REFUSED:
            return _("Open its page to see whether it asks for a sign-in.")
        case Fault.MISSING | Fault.NO_STORIES:
            return _("Check its address, or remove it.")
        case Fault.GONE:
            return _("Its stories stay here. You can remove it.")
        case _:
            return ""


def _failed_often(failures: int) -> str:
    words = ngettext(
        "It has failed {n} time in a row: check its address, or remove it.",
        "It has failed {n} times in a row: check its address, or remove it.",
        failures,
    )
    return words.format(n=failures)


def _moved(source: SourceState) -> str:
    words = _(
        "This source has moved to {address}. Add it there if you trust it, and remove it here."
    )
    return words.format(address=source.moved_to)
