"""Which sources of a list are new to somebody who follows some already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext

from tidings.extract import Subscription, SubscriptionList


@dataclass(frozen=True, slots=True)
class Import:
    """What a list brings: the sources to add, in its order, and how many are followed already.

    ``notes`` are sentences for the reader on what of the list could not be used.
    """

    new: tuple[Subscription, ...]
    followed: int = 0
    notes: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What is said once the new ones are added."""
        told = [_("No source was added.")]
        if self.new:
            words = ngettext("{n} source was added.", "{n} sources were added.", len(self.new))
            told = [words.format(n=len(self.new))]
        if self.followed:
            words = ngettext(
                "You follow {n} source of the list already.",
                "You follow {n} sources of the list already.",
                self.followed,
            )
            told.append(words.format(n=self.followed))
        return " ".join((*told, *self.notes))


def imported(found: SubscriptionList, followed: Iterable[Subscription]) -> Import:
    """Return what a list brings to somebody with these sources; nothing of theirs changes."""
    known = {source.key for source in followed}
    new = tuple(source for source in found.subscriptions if source.key not in known)
    return Import(new, len(found.subscriptions) - len(new), found.notes)
