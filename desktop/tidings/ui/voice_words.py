"""What voices are called, and the groups they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from gettext import gettext as _

from tidings.speech import Voice

_FILE_NAME = re.compile(
    r"[a-z]{2,3}[_-][A-Z]{2,3}-(?P<name>\w+)-(?P<quality>x_low|low|medium|high)"
)
_NATURAL = "piper"
_OWN = "espeak"


def voice_words(voice: Voice) -> str:
    """Return the plain name of a voice: that of a file ("en_US-joe-medium") becomes "Joe"."""
    found = _FILE_NAME.fullmatch(voice.name)
    return found["name"].replace("_", " ").title() if found else voice.name


def name_of_id(voice: str) -> str:
    """Return the plain name of a voice that may not be there, from its id."""
    engine, _colon, name = voice.partition(":")
    return voice_words(Voice(voice, name, "", engine))


def group_words(voice: Voice) -> str:
    """Return the heading a voice stands under."""
    return {_NATURAL: _("Natural voices"), _OWN: _("eSpeak voices")}.get(
        voice.engine, _("Voices of the system")
    )


def in_group_words(voice: Voice) -> str:
    """Return the name of a voice with its group, for a list without headings."""
    form = {_NATURAL: _("{voice}, natural"), _OWN: _("{voice}, eSpeak")}.get(
        voice.engine, _("{voice}, system")
    )
    return form.format(voice=voice_words(voice))


def grouped(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Return voices group by group: the natural ones, those that come along, the system's."""
    order = (_NATURAL, _OWN)
    return tuple(
        sorted(voices, key=lambda voice: order.index(voice.engine) if voice.engine in order else 2)
    )


def named(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Return voices in their groups' order, with plain names.

    Where there is more than one group, the names tell which.
    """
    found = grouped(voices)
    words = in_group_words if len({voice.engine for voice in found}) > 1 else voice_words
    return tuple(replace(voice, name=words(voice)) for voice in found)
