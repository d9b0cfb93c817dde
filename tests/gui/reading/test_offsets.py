from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tidings.ui.reading.offsets import as_shown, characters_before, units_before, wide_characters


@given(st.text(), st.data())
def test_code_points_and_units_round_trip(text: str, data: st.DataObject) -> None:
    character = data.draw(st.integers(0, len(text)))
    wide = wide_characters(text)

    unit = units_before(character, wide)

    assert unit == len(text[:character].encode("utf-16-le", "surrogatepass")) // 2
    assert characters_before(unit, wide) == character


def test_a_place_inside_a_wide_character_is_before_it() -> None:
    wide = wide_characters("a🌍b")
    assert [characters_before(unit, wide) for unit in range(5)] == [0, 1, 1, 2, 3]


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_shown_keeps_every_place(text: str) -> None:
    shown = as_shown(text)
    assert len(shown) == len(text)
    assert wide_characters(shown) == wide_characters(text)
    assert not set(shown) & set("\n\r\0\u2029\ufdd0\ufdd1\ufffc\ud800\udfff")
