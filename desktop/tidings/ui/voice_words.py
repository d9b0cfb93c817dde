"""What voices are called, and the groups they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from gettext import gettext as _

from tidings.speech import Voice
from tidings.ui.language_words import language_words

_FILE_NAME = re.compile(
    r"[a-z]{2,3}[_-][A-Z]{2,3}-(?P<name>\w+)-(?P<quality>x_low|low|medium|high)"
)
_IN_BRACKETS = re.compile(r"(?P<name>.+?) \((?P<which>.+)\)")
_NATURAL = "piper"
_OWN = "espeak"


def voice_words(voice: Voice) -> str:
    """Return the plain name of a voice, in the language of the window.

    That of a file ("en_US-joe-medium") becomes "Joe". eSpeak's voices have no names but
    that of their language, and which kind of it they speak.
    """
    if found := _FILE_NAME.fullmatch(voice.name):
        return found["name"].replace("_", " ").title()
    found = _IN_BRACKETS.fullmatch(voice.name)
    if voice.engine == _OWN:
        language = language_words(voice.language)
        if language == voice.language:
            return voice.name
        kind = _kinds().get(found["which"], "") if found else ""
        return f"{language} ({kind})" if kind else language
    if voice.engine == _NATURAL and found and found["which"] in (known := _qualities()):
        return f"{found['name']} ({known[found['which']]})"
    return voice.name


def _qualities() -> dict[str, str]:
    """Return what Piper calls the quality of a voice that is not of the usual one."""
    return {
        "high": _("high quality"),
        "low": _("low quality"),
        "x_low": _("lowest quality"),
    }


def _kinds() -> dict[str, str]:
    """Return the kinds of a language that eSpeak tells apart by what stands in brackets.

    What stands there of other voices is in the name of the language already.
    """
    return {
        "America": _("America"),
        "America, New York City": _("New York"),
        "Balearic": _("Balearic Islands"),
        "Belgium": _("Belgium"),
        "Brazil": _("Brazil"),
        "Cantonese, latin as Jyutping": _("Latin letters as Jyutping"),
        "Caribbean": _("Caribbean"),
        "Central": _("central"),
        "Classic": _("classic"),
        "France": _("France"),
        "Great Britain": _("Great Britain"),
        "Lancaster": _("Lancaster"),
        "Latin America": _("Latin America"),
        "Latvia": _("Latvia"),
        "Mandarin, latin as English": _("Latin letters as English"),
        "Mandarin, latin as Pinyin": _("Latin letters as Pinyin"),
        "North-western": _("north-western"),
        "Northern": _("northern"),
        "Pinglish": _("Latin letters"),
        "Portugal": _("Portugal"),
        "Received Pronunciation": _("Received Pronunciation"),
        "Scotland": _("Scotland"),
        "Southern": _("southern"),
        "Spain": _("Spain"),
        "Switzerland": _("Switzerland"),
        "Valencian": _("Valencia"),
        "West Midlands": _("West Midlands"),
    }


def name_of_id(voice: str, voices: Iterable[Voice] = ()) -> str:
    """Return the plain name of a voice by its id, from which it comes if it is not there."""
    engine, _colon, name = voice.partition(":")
    unknown = Voice(voice, name, "", engine)
    return voice_words(next((one for one in voices if one.id == voice), unknown))


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
