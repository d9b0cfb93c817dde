"""What is announced of a story, and how: a table that the reader can change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class Announced(Enum):
    """A kind of thing that can be announced."""

    UNTITLED = "untitled"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    HEADING = "heading"
    LEVEL = "level"
    LINK = "link"
    FOOTNOTE = "footnote"
    IMAGE = "image"
    CAPTION = "caption"
    CREDIT = "credit"
    LIST = "list"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"
    CELL = "cell"
    EMOJI = "emoji"


class Way(Enum):
    """How a kind is announced.

    What is skipped is not in the script. Of something with words of its own (a caption, a
    byline) those are left out, too; ``PLAIN`` keeps them and announces nothing.
    """

    SAY = "say"
    SOUND = "sound"
    PLAIN = "plain"
    SKIP = "skip"


WITH_WORDS = frozenset(
    {
        Announced.BYLINE,
        Announced.DATE,
        Announced.DATELINE,
        Announced.FOOTNOTE,
        Announced.IMAGE,
        Announced.CAPTION,
        Announced.CREDIT,
        Announced.EMOJI,
    }
)
"""The kinds with words of their own, that stand in the story."""


def ways_for(kind: Announced) -> tuple[Way, ...]:
    """Return the ways that a kind can be announced in."""
    if kind is Announced.EMOJI:
        # A part of its sentence: it is read by its name, or not.
        return (Way.SAY, Way.SKIP)
    return tuple(way for way in Way if way is not Way.PLAIN or kind in WITH_WORDS)


@dataclass(frozen=True, slots=True)
class Announcing:
    """The table: a way for every kind. A way that a kind does not have is none for it."""

    ways: Mapping[Announced, Way]

    def of(self, kind: Announced) -> Way:
        """Return the way of a kind."""
        return self.ways[kind]

    def put(self, kind: Announced, way: Way) -> Announcing:
        """Return the table with another way for a kind; unchanged where it has no such way."""
        if way not in ways_for(kind):
            return self
        return Announcing(MappingProxyType({**self.ways, kind: way}))


def _table(ways: str) -> Announcing:
    chosen = dict(pair.split("=") for pair in ways.split())
    return Announcing(MappingProxyType({kind: Way(chosen[kind.value]) for kind in Announced}))


SOME = _table(
    "untitled=skip byline=say date=skip dateline=plain heading=say level=skip link=say "
    "footnote=skip image=say caption=plain credit=say list=say item=say quote=say table=say "
    "cell=skip emoji=say"
)
PRESETS: Mapping[str, Announcing] = MappingProxyType(
    {
        "none": _table(
            "untitled=skip byline=plain date=skip dateline=plain heading=skip level=skip "
            "link=skip footnote=skip image=plain caption=plain credit=plain list=skip item=skip "
            "quote=skip table=skip cell=skip emoji=skip"
        ),
        "few": _table(
            "untitled=skip byline=say date=skip dateline=plain heading=say level=skip link=skip "
            "footnote=skip image=say caption=plain credit=skip list=skip item=skip quote=say "
            "table=say cell=skip emoji=skip"
        ),
        "some": SOME,
        "most": Announcing(MappingProxyType(dict.fromkeys(Announced, Way.SAY))),
    }
)
"""The tables that ship, by name, in growing order."""


def preset_of(table: Announcing) -> str:
    """Return the name of the preset that a table is; empty where the reader has changed it."""
    return next((name for name, preset in PRESETS.items() if preset.ways == table.ways), "")


def table_to_text(table: Announcing) -> str:
    """Return a table as it is kept: the nearest preset, then what differs from it."""

    def differences(name: str) -> list[str]:
        preset = PRESETS[name]
        return [
            f"{kind.value}={table.of(kind).value}"
            for kind in Announced
            if table.of(kind) is not preset.of(kind)
        ]

    nearest = min(PRESETS, key=lambda name: len(differences(name)))
    return " ".join([nearest, *differences(nearest)])


def table_from_text(text: str) -> Announcing:
    """Return the table that was kept; what makes no sense in it is left out."""
    name, _, changes = text.partition(" ")
    table = PRESETS.get(name, SOME)
    kinds = {kind.value: kind for kind in Announced}
    ways = {way.value: way for way in Way}
    for change in changes.split():
        kind, _, way = change.partition("=")
        if kind in kinds and way in ways:
            table = table.put(kinds[kind], ways[way])
    return table
