"""Walks the story of a window over and over, and has another one shown each time.

``story_walker.py TIMES`` presses the story's link so often, which is to show another story, and
asks after each for all that is in the document: roles, names, texts, relations, cells. Prints as
JSON how many things that were, and the window's memory in bytes ten times on the way.

The laboratory runs it with the system's Python, which has the bindings to the bus. Never
imported by a test.
"""

# mypy: ignore-errors
from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pyatspi


def main():
    times = int(sys.argv[1])
    application = next(iter(pyatspi.Registry.getDesktop(0)))
    document = found(application, pyatspi.ROLE_DOCUMENT_FRAME)
    statm = Path(f"/proc/{application.get_process_id()}/statm")
    sizes, count = [], 0
    for turn in range(times):
        name = document.name
        found(document, pyatspi.ROLE_LINK).queryAction().doAction(0)
        while document.name == name:
            document.clear_cache()
        count += walk(document)
        if turn % (times // 10) == times // 10 - 1:
            sizes.append(int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE"))
    sys.stdout.write(json.dumps({"sizes": sizes, "things": count}) + "\n")


def found(thing, role):
    if thing.getRole() == role:
        return thing
    for index in range(thing.childCount):
        inside = found(thing.getChildAtIndex(index), role)
        if inside is not None:
            return inside
    return None


def walk(thing):
    """Ask for all that a screen reader asks for; return how many things that were."""
    interfaces = thing.get_interfaces()
    thing.getRelationSet()
    told = [thing.getRoleName(), thing.name]
    if "Text" in interfaces:
        text = thing.queryText()
        told += text.getText(0, -1), text.getTextAtOffset(0, pyatspi.TEXT_BOUNDARY_LINE_START)
    if "TableCell" in interfaces:
        told += thing.queryTableCell().columnHeaderCells
    if "Table" in interfaces:
        told.append(thing.queryTable().nRows)
    return 1 + sum(walk(thing.getChildAtIndex(index)) for index in range(thing.childCount))


main()
