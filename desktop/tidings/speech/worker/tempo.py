"""How fast a voice of Piper speaks, and what it has to be told to speak at another rate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

REFERENCE = {
    "en": "The city council voted on Tuesday to reopen the old railway station, which has been "
    "closed for more than eleven years, and work is expected to begin in early March.",
    "ru": "Городской совет во вторник решил снова открыть старый вокзал, который был закрыт "
    "больше одиннадцати лет, и первые поезда могут пойти ещё до конца следующего года.",
    "uk": "Міська рада у вівторок вирішила знову відкрити старий вокзал, який був зачинений "
    "понад одинадцять років, і перші потяги можуть піти ще до кінця наступного року.",
    "kk": "Қалалық кеңес сейсенбі күні он бір жылдан астам уақыт жабық тұрған ескі вокзалды "
    "қайта ашуға шешім қабылдады, ал алғашқы пойыздар келесі жылдың соңына дейін жүруі мүмкін.",
    "fa": "شورای شهر روز سه‌شنبه تصمیم گرفت ایستگاه قدیمی راه‌آهن را که بیش از یازده سال بسته "
    "بود دوباره باز کند و نخستین قطارها شاید پیش از پایان سال آینده به راه بیفتند.",
    "de": "Der Stadtrat hat am Dienstag beschlossen, den alten Bahnhof wieder zu öffnen, der seit "
    "mehr als elf Jahren geschlossen ist, und die Arbeiten sollen Anfang März beginnen.",
    "fr": "Le conseil municipal a décidé mardi de rouvrir la vieille gare, qui est fermée depuis "
    "plus de onze ans, et les travaux devraient commencer au début du mois de mars.",
    "es": "El consejo municipal decidió el martes volver a abrir la vieja estación de tren, que "
    "lleva cerrada más de once años, y las obras deberían empezar a principios de marzo.",
}
"""A sentence with words of usual length, by language; in digits where there is none."""
DIGITS = "1 2 3 4 5 6 7 8 9 10 20 30 40 50 60 70 80 90 100"
SOUNDS_A_WORD = 4.3
"""Phonemes in a usual English word: what counts as a word in a language without a sentence."""

SCALES = (0.6, 0.8, 1.0, 1.4, 2.0, 2.8)
"""Length scales that are measured. Below the first a voice slurs: Sonic does the rest."""


@dataclass(frozen=True, slots=True)
class Tempo:
    """A length scale for the voice, and how much faster its sound has to be made then."""

    scale: float
    speed: float = 1.0


class Calibration:
    """A voice's rates (words a minute) at :data:`SCALES`."""

    def __init__(self, rates: Sequence[float]) -> None:
        rows = sorted(zip(rates, SCALES, strict=True))
        self._rates = [rate for rate, _ in rows]
        self._scales = [scale for _, scale in rows]

    def tempo(self, rate: float) -> Tempo:
        """Return what makes the voice speak so many words a minute."""
        rates, scales = self._rates, self._scales
        if rate >= rates[-1]:
            return Tempo(scales[-1], rate / rates[-1])
        if rate <= rates[0]:
            return Tempo(scales[0], rate / rates[0])
        index = bisect_left(rates, rate)
        low, high = rates[index - 1], rates[index]
        # The time of a word grows with the scale, so its inverse is what lies on a line.
        share = (1 / rate - 1 / low) / (1 / high - 1 / low)
        return Tempo(scales[index - 1] + share * (scales[index] - scales[index - 1]))


def calibrate(words: float, seconds: Callable[[float], float]) -> Calibration:
    """Measure a voice: ``seconds`` tells how long it takes at a scale for so many words."""
    return Calibration([words * 60 / seconds(scale) for scale in SCALES])
