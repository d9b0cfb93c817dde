"""Which voice speaks a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tidings.speech.messages import Voice

# Where a language is asked for without its region, or in one that no voice has.
_USUAL = {
    "en": "en-us",
    "fr": "fr-fr",
    "iw": "he",
    "ji": "yi",
    "mo": "ro",
    "nn": "nb",
    "no": "nb",
    "sh": "sr",
    "zh": "cmn",
}
# Languages without a voice of their own, and one that reads their letters tolerably.
_RELATED = {
    "ab": "ru",
    "av": "ru",
    "azb": "fa",
    "ce": "ru",
    "ckb": "ku",
    "cnr": "sr",
    "crh": "tr",
    "gag": "tr",
    "gl": "pt",
    "glk": "fa",
    "os": "ru",
    "prs": "fa",
    "ps": "fa",
    "rue": "uk",
    "tg": "ru",
}
# Languages of films and of experiments, and spellings that no news is written in.
_NOVELTY = frozenset({"en-shaw", "jbo", "piqd", "py", "qdb", "qya", "sjn", "xex"})
# The voices that macOS names under "Novelty": they sing, bubble or sound like robots.
_NOVELTY_NAMES = frozenset(
    {
        *("albert", "bad news", "bahh", "bells", "boing", "bubbles", "cellos", "deranged"),
        *("good news", "hysterical", "jester", "organ", "pipe organ", "superstar", "trinoids"),
        *("whisper", "wobble", "zarvox"),
    }
)


def offered(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Return the voices that a reader may be offered: without the novelty ones."""
    return tuple(
        voice
        for voice in voices
        if voice.language.casefold() not in _NOVELTY and voice.name.casefold() not in _NOVELTY_NAMES
    )


def family(language: str) -> str:
    """Return the language of a BCP 47 tag without its region, as voices name it.

    "en-GB" is "en", "zh-TW" is "cmn". A reader's choice is kept by it.
    """
    base = _prefixes(language)[-1]
    return _prefixes(_USUAL.get(base, base))[-1]


def voices_of(voices: Iterable[Voice], language: str) -> tuple[Voice, ...]:
    """Return the voices of a language, whatever their region, that a reader may be offered."""
    wanted = family(language)
    return tuple(voice for voice in offered(voices) if family(voice.language) == wanted)


def choose(
    voices: Iterable[Voice], language: str, picks: Mapping[str, str] | None = None
) -> Voice | None:
    """Return the voice for a BCP 47 tag, None where none of the voices can speak it.

    ``picks`` are the reader's own choices, voice ids by tag: the longest tag that
    ``language`` begins with holds. A pick whose voice is gone is passed over. Among voices
    that fit alike, the first one listed is taken.
    """
    fit = offered(voices)
    tags = _prefixes(language)
    chosen = {tag.casefold(): voice for tag, voice in (picks or {}).items()}
    for tag in tags:
        for voice in fit:
            if chosen.get(tag) == voice.id:
                return voice
    base = tags[-1]
    for tag in (*tags[:-1], _USUAL.get(base, base), base, _RELATED.get(base, base)):
        if (best := _speaking(fit, tag)) is not None:
            return best
    return None


def _speaking(voices: tuple[Voice, ...], tag: str) -> Voice | None:
    """The voice with the tag itself, else the one whose tag goes on the least beyond it."""
    candidates = [
        voice for voice in voices if f"{voice.language.casefold()}-".startswith(f"{tag}-")
    ]
    return min(candidates, key=lambda voice: voice.language.count("-"), default=None)


def _prefixes(language: str) -> list[str]:
    """A tag and what remains when its subtags are taken away from the end."""
    subtags = language.replace("_", "-").casefold().split("-")
    return ["-".join(subtags[:end]) for end in range(len(subtags), 0, -1)]
