from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.speech.normalise.said import said
from tidings.speech.normalise import Normaliser


def test_emoji_are_left_out_where_the_reader_wants_it() -> None:
    assert said("Hello 😀👍🏽!", "en", Normaliser(emoji=False)) == "Hello !"
    assert said("Hello 😀!", "en", Normaliser()) == "Hello 😀!"


SIGNS = st.lists(
    st.sampled_from(
        [*"0123456789 .,:/-–$€#@½°CIVXs№", " km", "Mr. ", "No.", "Nov. ", "млн", "руб."]
    )
).map("".join)


@given(SIGNS, st.sampled_from(["en", "ru", "uk", "kk", "de", "fr", "es", "ka"]))
def test_replacements_are_in_order_and_apart(text: str, language: str) -> None:
    end = 0
    for each in Normaliser(emoji=False).replacements(text, language):
        assert end <= each.start < each.end <= len(text)
        end = each.end


def test_a_window_of_text_takes_little_time() -> None:
    text = ("The committee said on Tuesday that it would pay the men, 12 of them. " * 30)[:1500]
    normaliser = Normaliser()
    times = []
    for _ in range(50):
        begun = time.perf_counter()
        normaliser.replacements(text, "en")
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.002
