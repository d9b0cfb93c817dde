"""Who listens to what on the accessibility bus, and which of them is a screen reader."""

from __future__ import annotations

from collections.abc import Iterable

Listener = tuple[str, str]
"""A program's name on the bus, and an event that it listens to: "Object:TextCaretMoved:"."""

_FOCUS = "object:statechanged:focused"
_CARET = "object:textcaretmoved"
_SPOKEN = (
    "object:announcement",
    "object:activedescendantchanged",
    "object:selectionchanged",
)


def a_screen_reader_listens(listeners: Iterable[Listener]) -> bool:
    """Tell whether one of them is a screen reader.

    That is a program that follows the focus, the caret, and what is chosen or announced.
    On-screen keyboards and magnifiers follow focus and caret; tools for tests only the focus.
    Who listens to everything, as a browser of events does, cannot be told from a screen reader.
    """
    heard: dict[str, list[str]] = {}
    for name, event in listeners:
        heard.setdefault(name, []).append(event)
    return any(_is_screen_reader(events) for events in heard.values())


def without(listeners: Iterable[Listener], name: str, event: str) -> frozenset[Listener]:
    """Return them without those of a program for an event and the kinds of that event.

    An empty event is every event: so it is told when a program has gone.
    """
    return frozenset(
        (other, its) for other, its in listeners if other != name or not _covers(event, its)
    )


def _is_screen_reader(events: list[str]) -> bool:
    def hears(event: str) -> bool:
        return any(_covers(each, event) for each in events)

    return hears(_FOCUS) and hears(_CARET) and any(map(hears, _SPOKEN))


def _covers(registered: str, event: str) -> bool:
    """Tell whether who listens to the one hears the other: "Object" is all of an object's."""
    wide, narrow = _parts(registered), _parts(event)
    return narrow[: len(wide)] == wide


def _parts(event: str) -> list[str]:
    # "object:text-caret-moved" and "Object:TextCaretMoved:" are the same.
    return [part for part in event.casefold().replace("-", "").split(":") if part]
