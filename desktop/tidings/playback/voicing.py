"""How it is spoken, and the request that asks for it so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tidings.speech import SynthesisRequest, Utterance, family


@dataclass(frozen=True, slots=True)
class Voicing:
    """How it is spoken: ``rate`` in words a minute, ``pitch`` 0 to 100, ``volume`` 0 to 1.

    ``voices`` maps a language to the id of the voice the reader picked for it: a whole tag
    ("en-GB"), or its :func:`~tidings.speech.family` ("en").
    """

    rate: int = 175
    pitch: int = 50
    volume: float = 1.0
    voices: Mapping[str, str] = field(default_factory=dict)


def request_for(
    number: int, utterance: Utterance, character: int, voicing: Voicing
) -> SynthesisRequest:
    """Return the request for an utterance from a character of its text on."""
    language = utterance.language
    voice = voicing.voices.get(language) or voicing.voices.get(family(language), "")
    return SynthesisRequest(
        id=number,
        text=utterance.text[character:],
        language=language,
        voice=voice,
        rate=voicing.rate,
        pitch=voicing.pitch,
        volume=voicing.volume,
    )
