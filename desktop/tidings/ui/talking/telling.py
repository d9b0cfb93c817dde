"""What is said of the focus: all of it where it is new, else what has changed."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext
from itertools import takewhile

from tidings.ui.reading.outline import Kind
from tidings.ui.talking.seen import (
    Around,
    Control,
    Field,
    Said,
    Seen,
    Story,
    Stride,
    Words,
    control_of,
)
from tidings.ui.talking.typing import typing_words


def told(before: Seen | None, after: Seen, stride: Stride) -> Words:
    """Return what is said when the focus is as it is ``after``.

    ``stride`` is how far the reader's last key leads in a text.
    """
    one, other = control_of(before) if before else None, control_of(after)
    if one is None or one.key != other.key or one.window != other.window:
        if isinstance(after, Story) and _is_at_title(after):
            # Its name is its title, which comes next.
            other = replace(other, name="")
        return (*_come_to(one, other), *_inside(after))
    if isinstance(before, Field) and isinstance(after, Field):
        typed = typing_words(before, after)
        return (*typed, *_changes(one, other))
    if isinstance(before, Story) and isinstance(after, Story):
        return _gone(before, after, stride)
    return _changes(one, other)


def _come_to(before: Control | None, after: Control) -> Words:
    """Where the focus has come to, and what that is."""
    words: list[Said] = []
    if after.window and (before is None or before.window != after.window):
        words.append(Said(_("{title}, dialog").format(title=after.window)))
        if after.note:
            words.append(Said(after.note))
    known = before.around if before and before.window == after.window else ()
    shared = sum(1 for _same in takewhile(lambda pair: pair[0] == pair[1], _pairs(known, after)))
    words += [Said(name) for name in after.around[shared:]]
    words.append(Said(_listed(after.name, after.role, *_before_value(after))))
    words += _value(after)
    if after.description:
        words.append(Said(after.description))
    return tuple(word for word in words if word.text)


def _pairs(known: tuple[str, ...], after: Control) -> zip[tuple[str, str]]:
    return zip(known, after.around, strict=False)


def _before_value(control: Control) -> tuple[str, ...]:
    """The states of the control itself; where it stands on an entry, they are the entry's."""
    return () if control.value else control.states


def _value(control: Control) -> Words:
    words = list(control.value)
    if control.value and control.states:
        words.append(Said(_listed(*control.states)))
    number, of = control.place
    if of:
        words.append(Said(place_words(number, of)))
    return tuple(words)


def place_words(number: int, of: int) -> str:
    """Return where an entry is among all."""
    return _("{n} of {all}").format(n=number, all=of)


def _changes(before: Control, after: Control) -> Words:
    words: list[Said] = []
    if before.name != after.name:
        words.append(Said(after.name))
    number = before.place[0]
    stays = len(after.value) > 1 and before.value[:1] == after.value[:1]
    if stays and number == after.place[0]:
        # Another state of the entry that was said: a message tells of that.
        pass
    elif before.value != after.value or number != after.place[0]:
        words += _value(after)
    elif before.states != after.states:
        words += [Said(state) for state in after.states if state not in before.states]
    if after.description and before.description != after.description:
        words.append(Said(after.description))
    return tuple(words)


def _inside(seen: Seen) -> Words:
    """What the focus stands on in a text."""
    match seen:
        case Field(_, text, caret, anchor):
            if not text:
                return (Said(_("empty")),)
            selected = caret != anchor
            return (Said(text), Said(_("selected"))) if selected else (Said(text),)
        case Story():
            stride = Stride.PASSAGE if _is_at_title(seen) else Stride.LINE
            return (*_entered((), seen.around), *_at(seen, stride))
    return ()


# -- the story


def _is_at_title(story: Story) -> bool:
    return any(around.level == 1 for around in story.around)


def _gone(before: Story, after: Story, stride: Stride) -> Words:
    if before.article != after.article:
        return (*_entered((), after.around), *_at(after, Stride.PASSAGE))
    if (before.caret, before.anchor, before.link) == (after.caret, after.anchor, after.link):
        return ()
    if after.selected:
        told = _("selected") if after.extends else _("no longer selected")
        return (*after.selected, Said(told))
    if stride is Stride.NOT:
        return ()
    left = tuple(
        Said(_left_words(around))
        for around in reversed(before.around)
        if around not in after.around and _left_words(around)
    )
    return (*left, *_entered(before.around, after.around), *_at(after, stride))


def _at(story: Story, stride: Stride) -> Words:
    if story.link:
        return (*story.word, Said(_("link")))
    words = {
        Stride.CHARACTER: story.character,
        Stride.WORD: story.word,
        Stride.LINE: story.line,
        Stride.SENTENCE: story.sentence,
        Stride.PASSAGE: story.passage,
        Stride.NOT: (),
    }[stride] or (Said(_("end of line") if story.line else _("empty line")),)
    heading = next((around for around in story.around if around.kind is Kind.HEADING), None)
    if heading is not None and stride in (Stride.LINE, Stride.PASSAGE, Stride.SENTENCE):
        return (*words, Said(_("heading level {n}").format(n=heading.level)))
    return words


def _entered(before: tuple[Around, ...], after: tuple[Around, ...]) -> Words:
    new = [around for around in after if around not in before]
    return tuple(Said(words) for words in map(_entered_words, new) if words)


def _entered_words(around: Around) -> str:
    match around.kind:
        case Kind.LIST:
            words = ngettext("list of {n} item", "list of {n} items", around.count)
            return words.format(n=around.count)
        case Kind.QUOTE:
            return _("quote")
        case Kind.TABLE:
            return around.name or _("table")
        case Kind.CELL if around.header:
            return _("column heading")
        case Kind.PICTURE:
            return _("picture")
        case Kind.CAPTION:
            return _("caption")
    return ""


def _left_words(around: Around) -> str:
    return {
        Kind.LIST: _("end of the list"),
        Kind.QUOTE: _("end of the quote"),
        Kind.TABLE: _("end of the table"),
    }.get(around.kind, "")


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
