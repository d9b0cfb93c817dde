from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tidings.ui.reading.padding import PAD, padded, pads_for, unpadded

LINES = st.lists(st.text(st.sampled_from("ab 🚧"), min_size=1, max_size=9), min_size=1, max_size=4)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def bounds(lines: list[str]) -> list[tuple[int, int]]:
    ends = [units("".join(lines[: index + 1])) for index in range(len(lines))]
    return list(zip([0, *ends], ends, strict=False))


def with_pads(lines: list[str]) -> list[str]:
    made = []
    for line in lines:
        seen = line.rstrip()
        wide = line.count("🚧")
        made.append(seen + PAD * wide + line[len(seen) :])
    return made


@given(LINES)
def test_a_reader_that_counts_characters_loses_no_letter(lines: list[str]) -> None:
    pads = pads_for("".join(lines), bounds(lines))
    assert [pad.count for pad in pads] == [line.count("🚧") for line in lines if "🚧" in line]
    for line in with_pads(lines):
        # what such a reader takes: as many units as the line has characters
        taken = line.encode("utf-16-le")[: 2 * len(line)].decode("utf-16-le", "ignore")
        assert line.rstrip().rstrip(PAD) == taken.rstrip().rstrip(PAD)


@given(LINES, st.data())
def test_padded_and_unpadded_agree(lines: list[str], data: st.DataObject) -> None:
    text = "".join(lines)
    pads = pads_for(text, bounds(lines))
    offset = data.draw(st.integers(0, units(text)))
    assert unpadded(padded(offset, pads), pads) == offset


def test_plain_text_needs_none() -> None:
    assert pads_for("plain text", [(0, 10)]) == ()
