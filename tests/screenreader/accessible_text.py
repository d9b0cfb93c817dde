"""Asks for a text on the accessibility bus, and puts caret and selection into it.

``accessible_text.py WORDS`` finds the text that begins with these words and prints, as JSON, its
caret and its selections; with ``language`` behind the words, its language. With ``caret OFFSET``,
``select START END`` (another selection), ``reselect START END`` (in place of the first) or
``unselect``, that is done, and nothing is asked for afterwards. ``accessible_text.py follow``
prints a line whenever caret or selection of a text change: the kind of the event, the beginning
of the text, the caret and the selections.

The laboratory runs it with the system's Python, which has the bindings to the bus. Never
imported by a test.
"""

# mypy: ignore-errors
from __future__ import annotations

import json
import sys

import pyatspi

EVENTS = ("object:text-caret-moved", "object:text-selection-changed")


def main():
    if sys.argv[1:] == ["follow"]:
        pyatspi.Registry.registerEventListener(tell, *EVENTS)
        say("ready")
        pyatspi.Registry.start()
        return
    words, *action = sys.argv[1:]
    thing = find(words)
    text = thing.queryText()
    match action:
        case ["caret", offset]:
            text.setCaretOffset(int(offset))
        case ["select", start, end]:
            text.addSelection(int(start), int(end))
        case ["reselect", start, end]:
            text.setSelection(0, int(start), int(end))
        case ["unselect"]:
            text.removeSelection(0)
        case ["language"]:
            say(thing.objectLocale)
        case _:
            say(state(text))


def find(words):
    for application in pyatspi.Registry.getDesktop(0):
        found = found_in(application, words)
        if found is not None:
            return found
    raise LookupError(words)


def found_in(thing, words):
    if "Text" in pyatspi.listInterfaces(thing):
        text = thing.queryText()
        if text.getText(0, len(words)) == words:
            return thing
    for index in range(thing.childCount):
        found = found_in(thing.getChildAtIndex(index), words)
        if found is not None:
            return found
    return None


def state(text):
    selections = [list(text.getSelection(index)) for index in range(text.getNSelections())]
    return {"caret": text.caretOffset, "selections": selections}


def tell(event):
    if "Text" not in pyatspi.listInterfaces(event.source):
        return  # Qt tells of the document's caret as well, which has no text of its own
    text = event.source.queryText()
    say({"event": event.type.name, "text": text.getText(0, 12)} | state(text))


def say(what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


main()
