"""What Spanish calls what is written in signs."""

from __future__ import annotations

from tidings.speech.normalise.tongue import Tongue

SPANISH = Tongue(
    link="enlace a",
    to="a",
    splits=True,
    scales={"mill.": "millones", "millones": "millones"},
    money={"€": ("euro", "euros"), "$": ("dólar", "dólares"), "£": ("libra", "libras")},
    units={
        "km/h": ("kilómetro por hora", "kilómetros por hora"),
        "km": ("kilómetro", "kilómetros"),
        "kg": ("kilogramo", "kilogramos"),
        "°C": ("grado Celsius", "grados Celsius"),
    },
    short={"Sr.": "señor", "Sra.": "señora", "EE. UU.": "Estados Unidos"},
    before={"n.º": "número", "№": "número"},
    halves={"½": "medio"},
)
