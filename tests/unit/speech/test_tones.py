"""Short tones: short, soft, without a click, and told apart."""

from __future__ import annotations

from array import array

import numpy as np
import pytest

from tidings.speech import PRESETS, Announced, Way, table_from_text, tone, ways_for
from tidings.speech.tones import LOUDNESS, TONES


def samples(name: str, rate: int = 22_050, volume: float = 1.0) -> np.ndarray:
    return np.array(array("h", tone(name, rate, volume)), dtype=float) / 32768


@pytest.mark.parametrize("rate", [16_000, 22_050, 48_000])
@pytest.mark.parametrize("name", sorted(TONES))
def test_a_tone_is_short_soft_and_does_not_click(name: str, rate: int) -> None:
    sound = samples(name, rate)
    assert 60 <= len(sound) / rate * 1000 <= 121
    assert 0.06 < np.abs(sound).max() <= LOUDNESS + 0.001
    # A click is a jump: at both ends there is nothing to jump from.
    assert np.abs(sound[:3]).max() < 0.01
    assert np.abs(sound[-3:]).max() < 0.01
    assert abs(sound.mean()) < 0.01


def test_no_two_tones_are_alike() -> None:
    for one in TONES:
        for other in TONES - {one}:
            first, second = samples(one), samples(other)
            length = min(len(first), len(second))
            likeness = np.corrcoef(first[:length], second[:length])[0, 1]
            assert len(first) != len(second) or likeness < 0.9, (one, other)


def test_a_tone_is_as_loud_as_the_voice_is_set() -> None:
    assert np.abs(samples("link", volume=0.5)).max() == pytest.approx(
        np.abs(samples("link")).max() / 2, rel=0.01
    )
    assert not samples("link", volume=0.0).any()


def test_every_kind_has_a_tone() -> None:
    kinds = {kind.value for kind in Announced if Way.SOUND in ways_for(kind)}
    kinds.remove(Announced.LEVEL.value)
    assert kinds <= TONES
    assert {f"heading-{level}" for level in range(1, 7)} <= TONES
    assert Way.SOUND not in PRESETS["most"].ways.values()
    assert table_from_text("most link=sound").of(Announced.LINK) is Way.SOUND
