"""What a person hears who works the whole window with Orca: every stop asserted, said once.

The program is the real one, on the sample edition. It starts slowly and a walk is quick, so
there are few walks, and long ones.
"""

from __future__ import annotations

import re
import tomllib

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import FIRST, STORY, WINDOW, heard_in_time, hears, hears_after
from tidings.resources import resource_folder

SECOND = "Библиобус снова поднимается в верхние сёла"
THIRD = "Алмалысайдың кәрі алма ағашы биыл да жеміс берді"
HEADLINE = "Evening ferry stays in port: fog on the sound until morning"
STORIES = ("Harbour Watch, 5 stories.", "List with 5 items.")
FIRST_ITEM = f"{FIRST}, Harbour Watch, 20 Nov 2026, unread, 3 minutes."
SECOND_ITEM = f"{SECOND}, Harbour Watch, 19 Nov 2026, unread, 2 minutes."
THIRD_ITEM = f"{THIRD}, Harbour Watch, 18 Nov 2026, unread, 2 minutes."
SOURCES = ("Sources.", "List with 5 items.", "Harbour Watch, 5 unread.")
PLAYER = ("Player panel.", "175 words a minute 3 minutes left, 11 for the whole list")
ALL_PLAYER = ("Player panel.", "175 words a minute 3 minutes left, 13 for the whole list")
PLAY = ("Play push button.", "Nothing is being read, Ctrl+Space.")
KEYS = tomllib.loads((resource_folder() / "keymap.toml").read_text("utf-8"))
KEYS_LISTED = len(KEYS) + len({entry["group"] for entry in KEYS.values()})
SIZE = ("Text size MD, 20 points.", "selected radio button", "Ctrl+0.")
SEARCH = ("Search stories text.", "Ctrl+Shift+F.")
LINKS = ("Accessibility links panel.", "Skip to main content push button.")
ENTRY = (
    "3 March 1947: “Wind north, bitter. Ice in the harbour. Two trawlers, both home. "
    "The baker sent up a loaf.”"
)
NEWS = ("Breaking News panel.", f"{HEADLINE} push button.")


def types(orca: Laboratory, text: str, *lines: str) -> None:
    hears_after(orca, orca.type(text), text, lines)


def hears_address(orca: Laboratory, key: str) -> None:
    said = " | ".join(orca.press(key))
    # Orca leaves out the last character of what is selected
    assert re.fullmatch(
        r"Address text\. \| file://\S+/harbour-watch\.html? selected\. \| Ctrl\+L\.", said
    )


def assert_line_with(word: str, said: list[str]) -> None:
    """The story is said, and the line that holds a word; how long lines are differs."""
    assert said[:-1] == [STORY[0]]
    assert word in said[-1]


def test_every_stop_of_the_window(orca: Laboratory) -> None:
    # F6 walks the panes, from the story where one begins
    hears(orca, "F6", *PLAYER, *PLAY)
    hears(orca, "F6", *LINKS)
    hears(orca, "F6", *SIZE)
    hears(orca, "F6", *NEWS)
    hears(orca, "F6", *SOURCES)
    hears(orca, "F6", *STORIES, FIRST_ITEM)
    hears(orca, "F6", *STORY)
    hears(orca, "shift+F6", *STORIES, FIRST_ITEM)
    hears(orca, "shift+F6", *SOURCES)
    hears(orca, "shift+F6", *NEWS)
    hears(orca, "shift+F6", *SIZE)
    hears(orca, "shift+F6", *LINKS)
    # Tab walks everything, from the top
    hears(orca, "Tab", "Skip to main Navigation push button.")
    hears(orca, "Tab", "Skip to Search push button.")
    hears(orca, "Tab", "Skip to breaking news push button.")
    hears(orca, "Tab", *SIZE)
    hears(orca, "Right", "Text size LG, 28 points.", "selected radio button")
    hears(orca, "Left", *SIZE)
    hears(orca, "Tab", *NEWS)
    for act in ("Hear now", "Later", "Not this one"):
        hears(orca, "Tab", f"{act}: {HEADLINE} push button.")
    hears_address(orca, "Tab")
    hears(orca, "Tab", "Open file push button.", "Ctrl+O.")
    hears(orca, "Tab", *SEARCH)
    hears(orca, "Tab", *SOURCES)
    hears(orca, "Tab", "Find sources to begin with push button.", "Ctrl+Shift+J.")
    hears(orca, "Tab", *STORIES, FIRST_ITEM)
    hears(orca, "Tab", "Load more push button.", "M, in the list of stories.")
    hears(orca, "Tab", *STORY)
    line, link = orca.press("Tab")
    assert "are on the museum’s" in line
    assert link == "the museum’s own page link."
    hears(orca, "Tab", *PLAYER, "Previous story push button.", "B, in the story.")
    hears(orca, "Tab", "Previous sentence push button.", "Alt+Left, in the story.")
    hears(orca, "Tab", *PLAY)
    for button, key in (
        ("Stop", "Esc."),
        ("Next sentence", "Alt+Right, in the story."),
        ("Next story", "N, in the story."),
        ("Slower", "Ctrl+["),
        ("Faster", "Ctrl+]"),
        ("Voice and listening", "F10."),
    ):
        hears(orca, "Tab", f"{button} push button.", key)
    hears(orca, "Tab", "Voice for English combo box.", "Automatic.")
    assert re.search(
        r"English \(|, natural", " | ".join(heard_in_time(orca, orca.press("Down"), 1))
    )
    hears(orca, "Up", "Automatic.")
    hears(orca, "Tab", *LINKS)


def test_stories_are_listed_marked_and_read(orca: Laboratory) -> None:
    hears(orca, "shift+F6", *STORIES, FIRST_ITEM)
    hears(orca, "Down", SECOND_ITEM)
    hears(orca, "Down", THIRD_ITEM)
    hears(orca, "m", "notification 3 more stories.")
    hears(orca, "s", f"notification Saved: {THIRD}.")
    hears(orca, "Up", SECOND_ITEM)
    hears(orca, "Down", THIRD_ITEM.replace("unread, ", "unread, saved, "))
    hears(orca, "s", f"notification Not saved any more: {THIRD}.")
    hears(orca, "Up", SECOND_ITEM)
    hears(orca, "Delete", THIRD_ITEM, f"notification Removed: {SECOND}. Ctrl+Z brings it back.")
    hears(orca, "ctrl+z", SECOND_ITEM, f"notification Brought back: {SECOND}.")
    hears(orca, "Return", f"{SECOND} document frame", f"{SECOND} heading level 1.")
    # stories go on from one to the next
    hears(orca, "n", f"{THIRD} heading level 1.")
    hears(orca, "b", f"{SECOND} heading level 1.")
    hears(orca, "b", f"{FIRST} heading level 1.")
    hears(orca, "b", "notification This is the first story.")
    hears(
        orca,
        "w",
        "notification Story 1 of 8, paragraph 1 of 14, 3 minutes left. "
        "13 minutes to the end of the list.",
    )
    hears(orca, "h", "Four lines an evening heading level 2.")
    orca.press("q")
    hears(orca, "q", "notification No more quotes that way.")
    hears(orca, "shift+1", "leaving blockquote.", f"{FIRST} heading level 1.")
    # play and pause are told by the button's name
    hears(orca, "F6", *ALL_PLAYER, *PLAY)
    orca.press("space")
    hears(orca, "space", "Play", "Reading is paused")
    hears(orca, "space", "Pause", "Reading aloud")
    hears(orca, "Escape", "Play", "Nothing is being read")
    # who comes back to it is told its key again
    hears(orca, "shift+Tab", "Previous sentence push button.", "Alt+Left, in the story.")
    hears(orca, "Tab", *PLAY)


def test_keys_fields_and_messages(orca: Laboratory) -> None:
    # the list of keys, and the focus given back
    hears(orca, "F1", "Keys — Tidings dialog.", "Type to narrow the list text.")
    play = "Play or pause: Ctrl+Space, Media Play, Media Pause, Toggle Media Play/Pause."
    hears(orca, "Down", "Keys.", f"List with {KEYS_LISTED} items.", play)
    hears(orca, "Down", "Stop speaking, then leave the field: Esc, Media Stop.")
    hears(orca, "Escape", WINDOW, *STORY)
    # what a key does, told instead of done
    hears(orca, "shift+F1", "notification Press a key to hear what it does.")
    hears(orca, "ctrl+l", "notification Ctrl+L: Type an address.")
    # keys that are one letter, turned off and on again
    off = "notification Letter keys are off. Ctrl+Shift+K turns them on."
    hears(orca, "ctrl+shift+k", off)
    hears(orca, "h")
    hears(orca, "shift+F1", "notification Press a key to hear what it does.")
    hears(orca, "h", "notification H does nothing while letter keys are off.")
    hears(orca, "ctrl+shift+k", "notification Letter keys are on.")
    # the palette
    commands = ("All commands — Tidings dialog.", "Type to narrow the list text.")
    hears(orca, "ctrl+shift+p", *commands)
    types(orca, "xyz", "No command has these words.")
    orca.press("ctrl+a", "BackSpace")
    types(orca, "faster", "2 found, the first: Speak faster: Ctrl+]")
    faster = "notification 185 words a minute."
    hears(orca, "Return", faster, WINDOW, *STORY)
    # the size of the text
    hears(orca, "ctrl+plus", "notification Text size LG, 28 points.")
    hears(orca, "ctrl+plus", "notification Text size 36 points.")
    hears(orca, "ctrl+0", f"notification {SIZE[0]}")
    # finding in the story
    hears(orca, "ctrl+f", "Find in this story text.")
    hears(orca, "Tab", "Previous match push button.", "Shift+Return, in the field.")
    hears(orca, "Tab", "Next match push button.", "Return, in the field.")
    hears(orca, "Tab", "Done push button.", "Esc.")
    hears(orca, "shift+Tab", "Next match push button.", "Return, in the field.")
    hears(orca, "shift+Tab", "Previous match push button.", "Shift+Return, in the field.")
    hears(orca, "shift+Tab", "Find in this story text.")
    types(orca, "logbook")
    hears(orca, "Return", f"notification Found: {FIRST}.")
    found = "…lighthouse door, and handed over the logbook that her grandfather kept for 22 years."
    hears(orca, "Return", f"notification Found: {found}")
    assert_line_with("logbook", orca.press("Escape"))
    # a page that cannot be had is told, and the focus stays in the field
    hears_address(orca, "ctrl+l")
    types(orca, "nowhere.html", "Selection deleted.")
    hears(orca, "Return", "notification There is no file “nowhere.html”.")
    hears(orca, "Return", "notification There is no file “nowhere.html”.")
    assert_line_with("logbook", orca.press("Escape"))
    # nothing found leaves the focus, too; what is found is listed
    hears(orca, "ctrl+shift+f", *SEARCH)
    types(orca, "lantern")
    hears(orca, "Return", "notification No story holds these words.")


def test_one_voice_at_a_time(orca: Laboratory) -> None:
    orca.press("ctrl+End")
    orca.press("Home")
    orca.press("space")
    # the last line ends and the next story begins: that is for Tidings to say
    assert orca.settle(quiet=7.0) == []
    assert orca.press("w")[0].startswith("notification Story 2 of 5, paragraph 1 of 12, ")
    # where Tidings falls silent, Orca says where that was
    assert len(orca.press("space")) == 1


def test_stop_is_heard_where_it_was_and_the_end_once(orca: Laboratory) -> None:
    orca.press("h")
    orca.press("Down")
    orca.press("space")
    # two sentences, then the first entry of the list: that is for Tidings to say
    assert orca.settle(quiet=8.5) == []
    assert orca.press("Escape") == ["List with 3 items.", ENTRY]
    hears(orca, "KP_Enter", "list item.", ENTRY, "1 of 3.")
    orca.press("ctrl+End")
    hears(orca, "Down", "notification End of the story. N: the next story.")
    hears(orca, "Down")
    hears(orca, "n", f"{SECOND} heading level 1.")
    hears(orca, "Up", "notification Beginning of the story. B: the previous story.")
