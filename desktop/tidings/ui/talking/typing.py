"""What is said while one types: what was typed, taken out, selected, or passed by the caret."""

from __future__ import annotations

from gettext import gettext as _

from tidings.ui.talking.seen import Field, Said, Words


def typing_words(before: Field, after: Field) -> Words:
    """Return what is said of a field that is now as it is ``after``."""
    if before.text != after.text:
        return _changed(before.text, after.text)
    if _selected(before) != _selected(after):
        chosen = _selected(after)
        return (Said(chosen), Said(_("selected"))) if chosen else (Said(_("no longer selected")),)
    if before.caret != after.caret:
        return _passed(before, after)
    return ()


def character_words(character: str) -> str:
    """Return what a single character is called; what a voice can say by itself stays."""
    if character.isspace():
        return _("space")
    return character


def _changed(before: str, after: str) -> Words:
    """Return what was put in, or else what was taken out."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    tail = 0
    longest = min(len(before), len(after)) - same
    while tail < longest and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    put_in, taken_out = after[same : len(after) - tail], before[same : len(before) - tail]
    if put_in:
        return (Said(character_words(put_in) if len(put_in) == 1 else put_in),)
    out = character_words(taken_out) if len(taken_out) == 1 else taken_out
    words = (Said(out), Said(_("deleted")))
    return words if after else (*words, Said(_("empty")))


def _passed(before: Field, after: Field) -> Words:
    if abs(before.caret - after.caret) > 1 and 0 < after.caret < len(after.text):
        start = after.caret
        return (Said(after.text[start:].split(None, 1)[0]),) if after.text[start:].split() else ()
    if after.caret == len(after.text):
        return (Said(_("end")),)
    return (Said(character_words(after.text[after.caret])),)


def _selected(field: Field) -> str:
    return field.text[min(field.caret, field.anchor) : max(field.caret, field.anchor)]
