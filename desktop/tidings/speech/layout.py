"""How one part of a story is to be said: its languages, and what is announced where."""

from __future__ import annotations

from dataclasses import dataclass


class Pause:
    """Milliseconds of silence after something was said."""

    NONE = 0
    TONE = 40
    CLAUSE = 50
    ANNOUNCEMENT = 80
    SENTENCE = 120
    LINE = 250
    PARAGRAPH = 400
    HEADING = 600


@dataclass(frozen=True, slots=True)
class Run:
    """Characters ``start`` to ``end`` in one language, with one link."""

    start: int
    end: int
    language: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """An announcement, said on its own before the character ``place``.

    ``start`` to ``end`` is what it announces. With a ``tone``, that is heard, and ``text``
    is what it stands for.
    """

    place: int
    text: str
    language: str
    start: int
    end: int
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words said inside a sentence, before the character ``place``, but not written there."""

    place: int
    words: str


@dataclass(frozen=True, slots=True)
class Layout:
    """One part of a story, ready to be cut into utterances.

    ``block`` is its address, ``runs`` cover ``text`` in order but for separators, and all
    places are in order. ``text`` is as long as the part's own; what is left out of it is
    blank. ``closing`` is announced at the end. ``is_one`` keeps it from being cut into
    sentences: a name has full stops of its own.
    """

    block: int
    text: str
    language: str
    runs: tuple[Run, ...] = ()
    notices: tuple[Notice, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    closing: tuple[Notice, ...] = ()
    pause: int = Pause.PARAGRAPH
    is_one: bool = False
