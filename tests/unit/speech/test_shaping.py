from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from tidings.speech.worker.shaping import Shaper
from tidings.speech.worker.words import Word

RATE = 1000


def shape(
    pieces: list[list[int]], words: list[float] | None = None, volume: float = 1.0
) -> tuple[list[int], list[Word], list[Word | bytes]]:
    shaper = Shaper(RATE, volume)
    for number, milliseconds in enumerate(words or []):
        shaper.word(Word(number, 1, milliseconds))
    given: list[Word | bytes] = []
    for piece in pieces:
        given += shaper.sound(array("h", piece).tobytes())
    given += shaper.end()
    sound = array("h", b"".join(one for one in given if isinstance(one, bytes)))
    return list(sound), [one for one in given if isinstance(one, Word)], given


def test_silence_at_the_ends_goes_and_inside_stays() -> None:
    loud, quiet = [5000] * 30, [0] * 30
    sound, _, _ = shape([quiet, quiet, loud, quiet, quiet, loud, quiet, quiet])
    assert sound == [0] * 3 + loud + quiet * 2 + loud + [0] * 3


def test_words_move_with_the_silence_that_went() -> None:
    _, words, _ = shape([[0] * 100, [5000] * 100, [0] * 100], [0, 97, 150, 290])
    assert [word.milliseconds for word in words] == [0, 0, 53, 106]


def test_a_word_comes_before_its_sound() -> None:
    _, _, given = shape([[5000] * 30, [5000] * 30], [10, 40])
    assert [type(one) for one in given] == [Word, bytes, Word, bytes]


def test_silence_alone_gives_nothing() -> None:
    assert shape([[0] * 30, [3] * 30, []], [5])[2] == []


def test_a_volume_of_nothing_keeps_its_length() -> None:
    sound, words, _ = shape([[0] * 30, [0] * 30], [40], volume=0.0)
    assert len(sound) == 60
    assert [word.milliseconds for word in words] == [40]


@given(
    st.lists(st.lists(st.sampled_from([0, 9, -9, 800, -32768]), max_size=40)),
    st.lists(st.floats(0, 500)),
)
def test_what_is_loud_stays_in_order_and_times_do_not_go_back(
    pieces: list[list[int]], times: list[float]
) -> None:
    sound, words, _ = shape(pieces, sorted(times))
    everything = [sample for piece in pieces for sample in piece]
    assert [s for s in sound if abs(s) > 100] == [s for s in everything if abs(s) > 100]
    stamps = [word.milliseconds for word in words]
    assert stamps == sorted(stamps)
    assert all(0 <= stamp <= len(sound) for stamp in stamps)
    assert len(words) == (len(times) if sound else 0)
