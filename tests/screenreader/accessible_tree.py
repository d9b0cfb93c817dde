"""Prints what applications show on the accessibility bus, as JSON.

``accessible_tree.py`` prints a list of all objects, each with its role, its name, its path on
the bus, its states, and the place of its parent in the list (-1 for an application).
``accessible_tree.py follow`` prints a line whenever the focus comes to an object: a list of
role and name of that object, of its parent, and so on up to the application.
``accessible_tree.py answer`` prints such a list for what has the focus, or an empty one,
whenever a line comes in.

The laboratory runs it with the system's Python, which has the bindings to the bus. Never
imported by a test.
"""

# mypy: ignore-errors
from __future__ import annotations

import json
import sys

import pyatspi
from gi.repository import GLib

STATES = {
    "enabled": pyatspi.STATE_SENSITIVE,
    "focusable": pyatspi.STATE_FOCUSABLE,
    "showing": pyatspi.STATE_SHOWING,
}
ROLES_OF_VIEWS = (
    pyatspi.ROLE_LIST,
    pyatspi.ROLE_TREE,
    pyatspi.ROLE_TREE_TABLE,
    pyatspi.ROLE_TABLE,
)


def main():
    if sys.argv[1:] == ["follow"]:
        pyatspi.Registry.registerEventListener(tell_focus, "object:state-changed:focused")
        say("ready")
        pyatspi.Registry.start()
        return
    if sys.argv[1:] == ["answer"]:
        for _question in sys.stdin:
            say(chain_of_focus())
        return
    found = []
    for application in pyatspi.Registry.getDesktop(0):
        walk(application, -1, found)
    say(found)


def walk(thing, parent, found):
    states = thing.getState()
    found.append(
        {
            "role": thing.getRoleName(),
            "name": name_of(thing),
            "path": thing.path,
            "states": [name for name, state in STATES.items() if states.contains(state)],
            "parent": parent,
        }
    )
    place = len(found) - 1
    for index in range(thing.childCount):
        child = thing.getChildAtIndex(index)
        if child is not None:
            walk(child, place, found)


def name_of(thing):
    """Of a box, Qt gives its value for its name on Linux; its label is a relation."""
    if thing.getRole() != pyatspi.ROLE_COMBO_BOX:
        return thing.name
    labels = [
        relation.getTarget(0).name
        for relation in thing.getRelationSet()
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
    ]
    return ", ".join(labels)


def tell_focus(event):
    if not event.detail1:
        return
    try:
        # What it was called when it had the focus before may not be its name any more: nobody
        # here is told of that.
        event.source.clear_cache()
        chain = chain_of(event.source)
        if not chain[0][1] and not event.source.getState().contains(pyatspi.STATE_SHOWING):
            return
    except GLib.Error:
        # It is gone already, and the focus with it: what has it now is told next.
        return
    say(chain)


def chain_of(focused):
    """Of a part of a text, what it says stands for its name."""
    chain, thing = [], focused
    while thing is not None:
        chain.append([thing.getRoleName(), name_of(thing)])
        thing = thing.parent
    if chain and not chain[0][1] and any(role == "document frame" for role, _name in chain):
        chain[0][1] = text_of(focused)
    return chain


def chain_of_focus():
    try:
        for application in pyatspi.Registry.getDesktop(0):
            # Nothing is told to a process that waits for its next line.
            application.clear_cache()
            for window in application:
                found = focused_in(window) if is_active(window) else None
                if found is not None:
                    return chain_of(found)
    except GLib.Error as error:
        # What was looked at is gone.
        sys.stderr.write(f"{error}\n")
    return []


def is_active(window):
    return window.getState().contains(pyatspi.STATE_ACTIVE)


def focused_in(thing, in_document=False):
    """Return the innermost thing with the focus, or None."""
    for child in thing:
        if child is None:
            continue
        role, states = child.getRole(), child.getState()
        has_focus = states.contains(pyatspi.STATE_FOCUSED)
        is_document = in_document or role == pyatspi.ROLE_DOCUMENT_FRAME
        # Of every list that can have the focus Qt says that its current entry has it.
        is_view = role in ROLES_OF_VIEWS and states.contains(pyatspi.STATE_FOCUSABLE)
        # Of a story, what has the focus may be scrolled away.
        is_seen = is_document or states.contains(pyatspi.STATE_SHOWING)
        if is_seen and (has_focus or not is_view):
            inner = focused_in(child, is_document)
            if inner is not None:
                return inner
        if has_focus:
            return child
    return None


def text_of(thing):
    return thing.queryText().getText(0, -1) if "Text" in pyatspi.listInterfaces(thing) else ""


def say(what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


main()
