"""Keys drawn at random: those of the table, those that move about, and letters."""

from __future__ import annotations

import random
import string
import tomllib
from collections.abc import Iterator

from tidings.resources import resource_folder

_MOVING = {
    "Tab": 30,
    "shift+Tab": 15,
    "F6": 12,
    "shift+F6": 8,
    "Down": 20,
    "Up": 12,
    "Left": 6,
    "Right": 6,
    "Home": 4,
    "End": 4,
    "Page_Down": 4,
    "Page_Up": 4,
    "Return": 12,
    "space": 10,
    "Escape": 12,
    "BackSpace": 2,
}
"""How often each is pressed, beside one letter in all."""
_OF_THE_TABLE, _LETTERS = 120, 30
"""How often any key of the table is pressed, and any letter."""
_NAMES = {
    "plus": "plus",
    "minus": "minus",
    "=": "equal",
    "]": "bracketright",
    "[": "bracketleft",
    "\\": "backslash",
    ",": "comma",
    "delete": "Delete",
    "return": "Return",
    "enter": "KP_Enter",
    "space": "space",
    "right": "Right",
    "left": "Left",
    "down": "Down",
    "up": "Up",
    "end": "End",
}


def keys_of_the_table() -> list[str]:
    """Return every key of the keymap by its X name, but for those that keyboards may lack."""
    table = tomllib.loads((resource_folder() / "keymap.toml").read_text("utf-8"))
    keys = [key for entry in table.values() for key in entry["keys"]]
    return [_x_name(key) for key in keys if "Media" not in key]


def random_keys(seed: int) -> Iterator[str]:
    """Yield keys without end, the same ones for the same seed."""
    drawn = random.Random(seed)
    table = keys_of_the_table()
    weights = dict(_MOVING)
    kinds = [*weights, "table", "letter"]
    shares = [*weights.values(), _OF_THE_TABLE, _LETTERS]
    while True:
        (kind,) = drawn.choices(kinds, shares)
        if kind == "table":
            yield drawn.choice(table)
        elif kind == "letter":
            yield drawn.choice(string.ascii_lowercase)
        else:
            yield kind


def _x_name(key: str) -> str:
    """Return a key of the table, such as ``Ctrl+]``, as xdotool calls it."""
    *modifiers, last = key.split("+")
    named = _NAMES.get(last.lower(), last.lower() if len(last) == 1 else last)
    return "+".join([*(modifier.lower() for modifier in modifiers), named])
