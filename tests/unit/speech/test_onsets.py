from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tidings.speech.worker.onsets import Mark, Onsets
from tidings.speech.worker.stretching import Samples
from tidings.speech.worker.words import Word

RATE = 1_000
"""Samples a second: a frame of 5 ms has five of them, and a sample is a millisecond."""


def sound(*parts: tuple[int, bool]) -> Samples:
    """So many milliseconds, loud or not, one after the other."""
    return np.concatenate(
        [np.full(length, 0.1 if loud else 0.0, dtype=np.float32) for length, loud in parts]
    )


def told(samples: Samples, marks: list[Mark], piece: int = 50) -> list[Word | Samples]:
    onsets = Onsets(marks, RATE)
    given_away: list[Word | Samples] = []
    for begin in range(0, len(samples), piece):
        given_away += onsets.take(samples[begin : begin + piece])
    return given_away + list(onsets.end())


def times(samples: Samples, *marks: Mark) -> list[float]:
    return [one.milliseconds for one in told(samples, list(marks)) if isinstance(one, Word)]


def test_a_word_in_silence_begins_where_that_ends() -> None:
    spoken = sound((100, True), (300, False), (200, True))
    assert times(spoken, Mark(0, 1, 0), Mark(2, 1, 120)) == [0, 400]


def test_a_click_is_not_a_word() -> None:
    spoken = sound((100, False), (5, True), (100, False), (100, True))
    assert times(spoken, Mark(0, 1, 20)) == [205]


def test_a_word_in_speech_begins_where_the_plan_says() -> None:
    spoken = sound((100, True), (45, False), (200, True))
    assert times(spoken, Mark(0, 1, 50), Mark(2, 1, 175)) == [50, 175]


def test_after_a_pause_the_sound_may_begin_a_little_earlier() -> None:
    spoken = sound((100, True), (200, False), (200, True))
    assert times(spoken, Mark(0, 1, 0), Mark(2, 1, 330, after_pause=True)) == [0, 300]
    assert times(spoken, Mark(0, 1, 0), Mark(2, 1, 370, after_pause=True)) == [0, 370]


def test_the_sound_waits_for_a_word_that_may_begin_in_it() -> None:
    spoken = sound((100, True), (200, False), (200, True))
    given_away = told(spoken, [Mark(0, 1, 0), Mark(2, 1, 330, after_pause=True)], piece=5)
    passed = 0
    for one in given_away:
        if isinstance(one, Word):
            assert one.milliseconds >= passed
        else:
            passed += len(one)


def test_no_word_begins_before_the_one_before_it() -> None:
    spoken = sound((100, True), (200, False), (200, True))
    assert times(spoken, Mark(0, 1, 330), Mark(2, 1, 335, after_pause=True)) == [330, 330]


def test_the_closure_of_a_consonant_is_no_pause() -> None:
    spoken = sound((100, True), (35, False), (200, True))
    assert times(spoken, Mark(0, 1, 160, after_pause=True)) == [160]


def test_a_word_without_any_sound_keeps_its_time() -> None:
    spoken = sound((100, True), (700, False), (100, True))
    assert times(spoken, Mark(0, 1, 150)) == [150]
    assert times(sound((100, True), (50, False)), Mark(0, 1, 120)) == [120]


@given(
    st.lists(st.tuples(st.integers(1, 120), st.booleans()), min_size=1, max_size=12),
    st.lists(st.tuples(st.floats(0, 900), st.booleans()), max_size=6),
    st.integers(1, 400),
)
def test_all_sound_is_given_and_no_word_comes_after_its_sound(
    parts: list[tuple[int, bool]], places: list[tuple[float, bool]], piece: int
) -> None:
    samples = sound(*parts)
    marks = [Mark(number, 1, at, pause) for number, (at, pause) in enumerate(sorted(places))]
    passed, last = 0, 0.0
    words: list[int] = []
    for one in told(samples, marks, piece):
        if isinstance(one, Word):
            assert one.milliseconds >= min(passed, len(samples))
            assert one.milliseconds >= last
            last = one.milliseconds
            words.append(one.start)
        else:
            assert np.array_equal(one, samples[passed : passed + len(one)])
            assert one.base is None, "all of the sound would be kept with it"
            passed += len(one)
    assert passed == len(samples)
    assert words == [mark.start for mark in marks]
