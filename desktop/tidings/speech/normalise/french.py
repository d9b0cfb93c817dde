"""What French calls what is written in signs."""

from __future__ import annotations

from tidings.speech.normalise.tongue import Tongue

FRENCH = Tongue(
    link="lien vers",
    to="à",
    scales={"M": "millions", "Md": "milliards", "millions": "millions", "milliards": "milliards"},
    money={"€": ("euro", "euros"), "$": ("dollar", "dollars"), "£": ("livre", "livres")},
    units={
        "km/h": ("kilomètre par heure", "kilomètres par heure"),
        "km": ("kilomètre", "kilomètres"),
        "kg": ("kilogramme", "kilogrammes"),
        "°C": ("degré Celsius", "degrés Celsius"),
    },
    short={"Mme": "Madame", "MM.": "Messieurs"},
    before={"n°": "numéro", "№": "numéro"},
)
