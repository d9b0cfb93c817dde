from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.ui import text_size


def test_the_four_named_sizes_are_those_of_the_page() -> None:
    assert dict(text_size.NAMED) == {"XS": 12, "SM": 16, "MD": 20, "LG": 28}
    assert dict(text_size.NAMED)["MD"] == text_size.DEFAULT


def test_the_keys_walk_up_to_96_points_and_down_again() -> None:
    sizes = [12]
    while text_size.larger(sizes[-1]) != sizes[-1]:
        sizes.append(text_size.larger(sizes[-1]))
    assert sizes[:4] == [12, 16, 20, 28]
    assert sizes[-1] == 96
    back = [96]
    while text_size.smaller(back[-1]) != back[-1]:
        back.append(text_size.smaller(back[-1]))
    assert back == sizes[::-1]


@given(st.integers(1, 200))
def test_a_step_from_any_size_is_a_step(points: int) -> None:
    assert text_size.larger(points) > points or points >= 96
    assert text_size.smaller(points) < points or points <= 12


@pytest.mark.parametrize(
    ("kept", "points"), [("28", 28), ("", 20), ("large", 20), ("2", 12), ("1000", 96)]
)
def test_what_was_kept_is_read_with_care(kept: str, points: int) -> None:
    assert text_size.read(kept) == points


def test_controls_grow_with_the_text_and_stay_quieter() -> None:
    sizes = [text_size.controls(points) for points in text_size.STEPS]
    assert sizes == sorted(sizes)
    assert sizes[3] > sizes[0]
    assert all(size < points for size, points in zip(sizes, text_size.STEPS, strict=True))
