"""The controls of the window, as the walks without Orca meet them on the accessibility bus."""

from __future__ import annotations

from tests.screenreader.laboratory import Laboratory

CONTROLS = {
    "push button",
    "radio button",
    "check box",
    "text",
    "combo box",
    "slider",
    "list",
    "tree",
    "label",
    "document frame",
}
"""Roles of what the focus goes to; in lists and documents it is their parts that have it."""
ENOUGH = 60
"""Presses of Tab that lead through any window of ours."""

Control = tuple[str, str]


def control_of(chain: list[list[str]]) -> Control:
    """Return the control that has the focus, itself or in one of its parts."""
    role, name = next(thing for thing in chain if thing[0] in CONTROLS)
    return role, name


def go_to(lab: Laboratory, name: str) -> Control:
    """Press Tab until the focus is on a control with a name; return that."""
    way: list[Control] = []
    for _ in range(ENOUGH):
        way.append(control_of(lab.focus_after("Tab")))
        if way[-1][1] == name:
            return way[-1]
    raise AssertionError(f"Tab does not lead to {name}: {way}")
