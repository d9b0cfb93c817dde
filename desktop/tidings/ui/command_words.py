"""What each command is called, for the list of keys, the palette and "what does this do".

The words are fetched when they are asked for, so that they follow the language in use.
"""

from __future__ import annotations

from gettext import gettext as _


def command_words() -> dict[str, str]:
    """Return the words for every command, by command id."""
    return (
        _window_words()
        | _listening_words()
        | _talking_words()
        | _source_words()
        | _story_words()
        | _list_words()
    )


def group_words() -> dict[str, str]:
    """Return the headings of the list of keys, by group id, in the order they stand in."""
    return {
        "listening": _("Listening"),
        "story": _("Walking through a story"),
        "list": _("In the list of stories"),
        "talking": _("Speech of the window"),
        "sources": _("Sources"),
        "text-size": _("Text size"),
        "finding": _("Finding"),
        "window": _("Moving about the window"),
    }


def place_words() -> dict[str, str]:
    """Return what the places are called where a key works, by place id."""
    return {
        "anywhere": _("anywhere"),
        "reading": _("in the story"),
        "list": _("in the list of stories"),
        "sources": _("in the list of sources"),
    }


def _window_words() -> dict[str, str]:
    return {
        "next-pane": _("Next pane"),
        "previous-pane": _("Previous pane"),
        "go-to-address": _("Type an address"),
        "open-file": _("Open a file"),
        "command-palette": _("All commands"),
        "show-keys": _("List the keys"),
        "explain-key": _("Say what the next key does"),
        "repeat-message": _("Repeat the last message"),
        "list-messages": _("List all messages"),
        "toggle-letter-keys": _("Turn the keys that are one letter off, or on again"),
        "larger-text": _("Larger text"),
        "smaller-text": _("Smaller text"),
        "normal-text": _("Text of normal size"),
        "find-in-article": _("Find in this story"),
        "search-library": _("Search all stories"),
    }


def _listening_words() -> dict[str, str]:
    return {
        "play-pause": _("Play or pause"),
        "stop": _("Stop speaking, then leave the field"),
        "faster": _("Speak faster"),
        "slower": _("Speak slower"),
        "usual-rate": _("Speak as fast as usual"),
        "higher-pitch": _("Speak higher"),
        "lower-pitch": _("Speak lower"),
        "louder": _("Speak louder"),
        "softer": _("Speak softer"),
        "listening-menu": _("Open the menu of voice and listening"),
        "choose-voice": _("Choose a voice, its pitch and volume"),
        "play-from-caret": _("Play from here, or pause"),
        "hear-next-sentence": _("Hear the next sentence"),
        "hear-previous-sentence": _("Hear the previous sentence"),
        "hear-next-paragraph": _("Hear the next paragraph"),
        "hear-previous-paragraph": _("Hear the previous paragraph"),
        "hear-after-this": _("Leave the list, table, quote or picture (Escape stops)"),
        "choose-announcements": _("Choose what is announced"),
        "fix-word": _("Say this word differently"),
        "list-fixes": _("List the words that are said differently"),
        "play-list": _("Read the whole list"),
        "play-unread": _("Read all that is unread"),
        "hear-new": _("Hear what is new in the story since it was read"),
        "hear-headlines": _("Hear the headlines (Enter opens one)"),
        "stop-after-story": _("Stop after this story"),
        "sleep-timer": _("Sleep timer"),
        "restart-sleep-timer": _("Start the sleep timer anew"),
        "repeat-sentence": _("Repeat the sentence; pressed twice, spell the word"),
        "where-am-i": _("Say where I am"),
    }


def _talking_words() -> dict[str, str]:
    return {
        "toggle-talking": _("Speak the window, or no longer"),
        "choose-talking": _("Choose who speaks the window, and how fast"),
        "talk-faster": _("Speak the window faster"),
        "talk-slower": _("Speak the window slower"),
    }


def _source_words() -> dict[str, str]:
    return {
        "refresh": _("Ask the sources for news, or stop asking"),
        "refresh-choices": _("Choose how often the sources are asked"),
        "follow-source": _("Follow what is open, or no longer"),
        "suggest-sources": _("Find sources to begin with"),
        "source-choices": _("Name a source or folder, and choose how it is asked and kept"),
        "fold-folder": _("Collapse the folder, or go to it from what is in it"),
        "unfold-folder": _("Expand the folder, or go into it"),
        "move-source-up": _("Move the source or folder up"),
        "move-source-down": _("Move the source or folder down"),
        "remove-source": _("Remove the source, with its stories that are not saved"),
        "restore-source": _("Bring the removed source back"),
        "toggle-pictures-ahead": _("Fetch the pictures of new stories ahead, or no longer"),
        "remove-pictures": _("Remove all pictures that are kept"),
        "import-sources": _("Import a list of sources (OPML)"),
        "export-sources": _("Export the list of sources (OPML)"),
        "watch-source": _("Watch the source for breaking news, or no longer"),
        "hear-breaking": _("Hear the breaking news now"),
        "open-breaking": _("Open the story of the breaking news"),
        "put-off-breaking": _("Breaking news: later"),
        "drop-breaking": _("Breaking news: not this one"),
    }


def _story_words() -> dict[str, str]:
    words = {
        "fetch-pictures": _("Fetch the missing pictures of this story again"),
        "next-article": _("Next story"),
        "previous-article": _("Previous story"),
        "next-heading": _("Next heading"),
        "previous-heading": _("Previous heading"),
        "next-paragraph": _("Next paragraph"),
        "previous-paragraph": _("Previous paragraph"),
        "next-picture": _("Next picture"),
        "previous-picture": _("Previous picture"),
        "next-link": _("Next link"),
        "previous-link": _("Previous link"),
        "next-list": _("Next list"),
        "previous-list": _("Previous list"),
        "next-quote": _("Next quote"),
        "previous-quote": _("Previous quote"),
        "next-table": _("Next table"),
        "previous-table": _("Previous table"),
    }
    for level in range(1, 7):
        words[f"next-heading-{level}"] = _("Next heading of level {level}").format(level=level)
        words[f"previous-heading-{level}"] = _("Previous heading of level {level}").format(
            level=level
        )
    return words


def _list_words() -> dict[str, str]:
    return {
        "open-article": _("Open the story"),
        "load-more": _("Load more stories"),
        "toggle-saved": _("Save the story, or take it off the saved ones"),
        "toggle-read": _("Mark the story as read or unread"),
        "remove-article": _("Remove the story"),
        "next-order": _("List the newest first, the oldest first, or as the page does"),
        "toggle-unread-only": _("Leave read stories out of the list, or list them again"),
        "say-sources": _("Say which other sources tell the story"),
        "choose-details": _("Choose what a list entry says"),
        "undo-remove": _("Bring the removed story back"),
    }
