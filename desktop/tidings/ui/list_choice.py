"""In which order stories are listed, and whether the read ones are: the reader's choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

ORDER, UNREAD_ONLY = "list-order", "list-unread-only"
"""The names under which the choice is kept."""

_ON = "on"


class ListOrder(Enum):
    """An order of stories; the usual one is the page's own, and the newest first in views."""

    USUAL = "usual"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class ListChoice:
    """How lists are made; with ``unread_only``, what is read is left out."""

    order: ListOrder = ListOrder.USUAL
    unread_only: bool = False

    def next_order(self, *, of_page: bool) -> ListChoice:
        """Return the choice with the next order that a list has.

        Only the list ``of_page`` has three: in a view the usual one is the newest first.
        """
        orders = list(ListOrder) if of_page else [ListOrder.USUAL, ListOrder.OLDEST]
        order = self.order if self.order in orders else ListOrder.USUAL
        return replace(self, order=orders[(orders.index(order) + 1) % len(orders)])


def list_choice_settings(choice: ListChoice) -> dict[str, str]:
    """Return the choice as it is kept."""
    return {ORDER: choice.order.value, UNREAD_ONLY: _ON if choice.unread_only else ""}


def kept_list_choice(settings: Mapping[str, str]) -> ListChoice:
    """Return the choice that was kept; the usual one where it makes no sense."""
    try:
        order = ListOrder(settings.get(ORDER, ""))
    except ValueError:
        order = ListOrder.USUAL
    return ListChoice(order, settings.get(UNREAD_ONLY) == _ON)
