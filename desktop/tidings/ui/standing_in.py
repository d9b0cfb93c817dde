"""What is told when eSpeak speaks in the place of the voice that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from gettext import gettext as _
from pathlib import Path

from tidings.speech import Replaced, Trouble, Voice
from tidings.ui.voice_words import name_of_id


def standing_in_words(told: Replaced, folder: Path, voices: Iterable[Voice] = ()) -> str:
    """Return which voice does not speak, why, and what can be done.

    ``folder`` is where natural voices can be put, ``voices`` are those that are there.
    """
    engine = told.voice.partition(":")[0]
    form = {
        Trouble.MISSING: _("The voice {voice} is not there any more; eSpeak reads in its place."),
        Trouble.BROKEN: _(
            "The voice {voice} cannot be loaded; eSpeak reads in its place. "
            "Its file is damaged: {file}."
        ),
        Trouble.NOT_INSTALLED: _(
            "The voice {voice} needs Piper, which is not installed; eSpeak reads in its place."
        ),
        Trouble.STOPPED: _("The voice {voice} stopped working; eSpeak reads until it is back."),
        Trouble.GIVEN_UP: _(
            "The voice {voice} stopped working too often; eSpeak reads until Tidings is "
            "started again."
        ),
    }[told.trouble]
    help_forms = {
        Trouble.MISSING: _("Put its files back into {folder}, or choose another voice.")
        if engine == "piper"
        else _("Choose another voice."),
        Trouble.BROKEN: _("Put a whole one in its place, or choose another voice."),
        Trouble.NOT_INSTALLED: _("Install it with: pip install '.[natural]'"),
    }
    words = " ".join(filter(None, (form, help_forms.get(told.trouble))))
    return words.format(voice=name_of_id(told.voice, voices), file=told.file, folder=folder)
