"""The words of the languages whose signs are read out."""

from __future__ import annotations

from collections.abc import Mapping

from tidings.speech.normalise.english import ENGLISH
from tidings.speech.normalise.french import FRENCH
from tidings.speech.normalise.german import GERMAN
from tidings.speech.normalise.kazakh import KAZAKH
from tidings.speech.normalise.russian import RUSSIAN
from tidings.speech.normalise.spanish import SPANISH
from tidings.speech.normalise.tongue import Tongue
from tidings.speech.normalise.ukrainian import UKRAINIAN

TONGUES: Mapping[str, Tongue] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "kk": KAZAKH,
}
