"""What Kazakh calls what is written in signs."""

from __future__ import annotations

from tidings.speech.normalise.tongue import Tongue

KAZAKH = Tongue(
    link="сілтеме:",
    minus="минус",
    comma="бүтін",
    splits=True,
    money={"₸": ("теңге",) * 2, "$": ("доллар",) * 2, "€": ("еуро",) * 2},
    units={"°C": ("Цельсий градусы",) * 2, "%": ("пайыз",) * 2},
    before={"№": "нөмір"},
)
