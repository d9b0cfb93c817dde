"""What German calls what is written in signs."""

from __future__ import annotations

from tidings.speech.normalise.tongue import Tongue

GERMAN = Tongue(
    link="Link zu",
    to="bis",
    scales={"Mio.": "Millionen", "Mrd.": "Milliarden", "Millionen": "Millionen"},
    money={"€": ("Euro", "Euro"), "$": ("Dollar", "Dollar"), "£": ("Pfund", "Pfund")},
    units={
        "km/h": ("Kilometer pro Stunde",) * 2,
        "km": ("Kilometer",) * 2,
        "kg": ("Kilogramm",) * 2,
        "°C": ("Grad Celsius",) * 2,
    },
    short={
        "z. B.": "zum Beispiel",
        "z.B.": "zum Beispiel",
        "d. h.": "das heißt",
        "u. a.": "unter anderem",
        "Dr.": "Doktor",
        "Prof.": "Professor",
        "bzw.": "beziehungsweise",
        "Mio.": "Millionen",
        "Mrd.": "Milliarden",
    },
    before={"Nr.": "Nummer", "№": "Nummer"},
)
