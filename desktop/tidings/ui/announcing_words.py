"""What the kinds of announcements are called, and the ways of each."""

from __future__ import annotations

from gettext import gettext as _

from tidings.speech import Announced, Way


def preset_words() -> dict[str, str]:
    """Return the words for the tables that ship, by name."""
    return {
        "none": _("None: only the text"),
        "few": _("Few: headings, pictures, quotes, tables"),
        "some": _("Some: as usual"),
        "most": _("Most: all there is"),
    }


def kind_words() -> dict[Announced, str]:
    """Return the words for every kind."""
    return {
        Announced.UNTITLED: _("That a story has no title"),
        Announced.BYLINE: _("Who wrote the story"),
        Announced.DATE: _("The date of the story"),
        Announced.DATELINE: _("The place the story comes from"),
        Announced.HEADING: _("Headings"),
        Announced.LEVEL: _("Levels of headings"),
        Announced.LINK: _("Links"),
        Announced.FOOTNOTE: _("Marks of footnotes"),
        Announced.IMAGE: _("Pictures and their descriptions"),
        Announced.CAPTION: _("Captions of pictures"),
        Announced.CREDIT: _("Who made a picture"),
        Announced.LIST: _("Lists, with how many items"),
        Announced.ITEM: _("Items of lists"),
        Announced.QUOTE: _("Quotes, with their end"),
        Announced.TABLE: _("Tables"),
        Announced.CELL: _("Rows and columns of tables"),
        Announced.EMOJI: _("Emoji, by their names"),
    }


def way_words(way: Way, *, has_words: bool) -> str:
    """Return the words for a way; ``has_words`` tells that the kind has words of its own."""
    match way:
        case Way.SAY:
            return _("Say what it is")
        case Way.SOUND:
            return _("Short tone")
        case Way.PLAIN:
            return _("Read it, announce nothing")
        case Way.SKIP:
            return _("Skip it") if has_words else _("Announce nothing")
