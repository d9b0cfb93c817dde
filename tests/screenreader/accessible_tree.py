"""Prints what applications show on the accessibility bus, as JSON.

``accessible_tree.py`` prints a list of all objects, each with its role, its name, its path on
the bus, its states, and the place of its parent in the list (-1 for an application).
``accessible_tree.py follow`` prints a line whenever the focus comes to an object: a list of
role and name of that object, of its parent, and so on up to the application.

The laboratory runs it with the system's Python, which has the bindings to the bus. Never
imported by a test.
"""

# mypy: ignore-errors
from __future__ import annotations

import json
import sys

import pyatspi

STATES = {
    "enabled": pyatspi.STATE_SENSITIVE,
    "focusable": pyatspi.STATE_FOCUSABLE,
    "showing": pyatspi.STATE_SHOWING,
}


def main():
    if sys.argv[1:] == ["follow"]:
        pyatspi.Registry.registerEventListener(tell_focus, "object:state-changed:focused")
        say("ready")
        pyatspi.Registry.start()
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
    chain, thing = [], event.source
    while thing is not None:
        chain.append([thing.getRoleName(), name_of(thing)])
        thing = thing.parent
    say(chain)


def say(what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


main()
