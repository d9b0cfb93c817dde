"""What has the focus, as one would describe it: values only, to be compared and put in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tidings.ui.reading.outline import Kind


@dataclass(frozen=True, slots=True)
class Said:
    """Words in one language: a BCP 47 tag, or empty for the language of the window."""

    text: str
    language: str = ""


Words = tuple[Said, ...]


class Stride(Enum):
    """How far the reader went in a text, and so how much of it is to be said."""

    NOT = "not"
    """The caret was moved by what the program does: that is no answer to a key."""
    CHARACTER = "character"
    WORD = "word"
    LINE = "line"
    SENTENCE = "sentence"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Control:
    """A control that has the focus.

    ``key`` tells it from others. ``window`` is the title of the dialog it is in and empty in
    the main window, ``note`` what the dialog says of itself. ``around`` names what it is in,
    from the outside in. ``value`` is what it holds or the entry it stands on, ``place`` the
    number of that entry and of all; both 0 where there are none.
    """

    key: int
    name: str
    role: str = ""
    states: tuple[str, ...] = ()
    value: Words = ()
    place: tuple[int, int] = (0, 0)
    description: str = ""
    around: tuple[str, ...] = ()
    window: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A line to type in; ``caret`` and ``anchor`` count characters, and differ where some
    are selected.
    """

    control: Control
    text: str
    caret: int
    anchor: int


@dataclass(frozen=True, slots=True)
class Around:
    """A passage of the story that the caret is in; ``start`` tells it from others.

    ``name`` is a table's or a picture's, ``level`` a heading's, ``count`` is of a list's items.
    """

    kind: Kind
    start: int
    name: str = ""
    level: int = 0
    count: int = 0
    header: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """The story, with the caret in it.

    ``around`` are the passages that the caret is in, from the outside in. ``line``,
    ``passage``, ``sentence``, ``word`` and ``character`` are what stands at the caret.
    ``selected`` is what the last step has selected, or where it does not ``extends``, what
    it has left out again. ``link`` tells whether the focus is on a link, whose words are then
    ``word``.
    """

    control: Control
    article: str
    caret: int
    anchor: int
    around: tuple[Around, ...] = ()
    line: Words = ()
    passage: Words = ()
    sentence: Words = ()
    word: Words = ()
    character: Words = ()
    selected: Words = ()
    extends: bool = True
    link: bool = False


Seen = Control | Field | Story


def control_of(seen: Seen) -> Control:
    """Return what is seen of the control itself."""
    return seen if isinstance(seen, Control) else seen.control
