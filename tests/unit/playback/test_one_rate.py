"""One stream of sounds of several sample rates."""

from __future__ import annotations

import math
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.playback import OneRate

RATES = (8_000, 16_000, 22_050, 24_000, 44_100, 48_000)


def tone(frames: int, rate: int, pitch: float = 440) -> bytes:
    waves = (round(8_000 * math.sin(i * math.tau * pitch / rate)) for i in range(frames))
    return array("h", waves).tobytes()


@pytest.mark.parametrize("wanted", [16_000, 22_050, 48_000])
@pytest.mark.parametrize("given", RATES)
def test_a_tone_keeps_its_pitch_and_loudness(given: int, wanted: int) -> None:
    sound = tone(given // 4, given)
    stream = OneRate(wanted)
    made = array(
        "h", b"".join(stream.sound(sound[i : i + 500], given) for i in range(0, len(sound), 500))
    )
    assert len(made) == math.ceil(len(sound) // 2 * wanted / given)
    ideal = array("h", tone(len(made), wanted))
    late = 0 if given == wanted else 6 * max(given / wanted, 1) / given * wanted
    # By the two halves of a wave: the same one, a little later.
    steady = range(wanted // 50, len(made) - 50)
    wrong = max(
        abs(made[i] - 8_000 * math.sin((i - shift(given, wanted)) * math.tau * 440 / wanted))
        for i in steady
    )
    assert late < wanted / 1000
    assert wrong < 8_000 * 0.01
    assert max(ideal) == pytest.approx(max(made), rel=0.01)


def shift(given: int, wanted: int) -> float:
    """By how many samples of the wanted rate the sound comes late."""
    if given == wanted:
        return 0.0
    reach = math.ceil(6 * max(given / wanted, 1.0))
    return (reach + 1) * wanted / given


def test_what_cannot_be_heard_at_the_lower_rate_does_not_come_back_as_another_tone() -> None:
    stream = OneRate(16_000)
    made = array("h", stream.sound(tone(48_000 // 4, 48_000, pitch=13_000), 48_000))
    assert max(made[200:-200]) < 8_000 * 0.05


@given(
    st.lists(
        st.tuples(st.sampled_from(RATES), st.integers(0, 400)) | st.floats(0, 60), max_size=30
    ),
    st.sampled_from(RATES),
)
def test_the_stream_is_as_long_as_what_came(
    pieces: list[tuple[int, int] | float], wanted: int
) -> None:
    stream = OneRate(wanted)
    length, changes, before = 0.0, 1, wanted
    made = 0
    for piece in pieces:
        if isinstance(piece, float):
            made += len(stream.silence(piece)) // 2
            length += piece / 1000
        else:
            rate, frames = piece
            made += len(stream.sound(bytes(2 * frames), rate)) // 2
            length += frames / rate
            changes += rate not in (wanted, before)
            before = before if rate == wanted else rate
    assert abs(made - length * wanted) <= changes


def test_a_thousand_half_samples_of_silence_are_five_hundred() -> None:
    stream = OneRate(22_050)
    made = sum(len(stream.silence(50)) for _ in range(1_000)) // 2
    assert made == 1_102_500
