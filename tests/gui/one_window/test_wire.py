"""The lines between two starts: whole or refused, never half understood."""

from __future__ import annotations

import json
import os
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.ui.one_window import wire
from tidings.ui.one_window.wire import (
    LARGEST_GIVEN,
    LONGEST_LINE,
    PROTOCOL,
    Incoming,
    Note,
    OtherProtocolError,
    TooLongError,
    WireError,
    Wish,
)

# A name need not be UTF-8; nor can it hold a zero.
NAMES = st.binary(min_size=1, max_size=60).map(lambda name: os.fsdecode(name.replace(b"\0", b"_")))
TEXTS = st.text(st.characters(exclude_characters="\0"), max_size=60)
WISHES = st.one_of(
    st.builds(Wish, st.lists(NAMES).map(tuple), st.just(b""), TEXTS, st.booleans()),
    st.builds(
        Wish, st.lists(NAMES).map(lambda names: (*names, "-")), st.binary(), TEXTS, st.booleans()
    ),
)
WHOLE = {"tidings": PROTOCOL, "sources": [], "given": 0, "token": "", "beside": False}


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[one:other] for one, other in pairwise(places)]


@given(WISHES, st.lists(st.integers(min_value=0)))
def test_a_wish_comes_whole_however_it_is_cut(wish: Wish, cuts: list[int]) -> None:
    incoming = Incoming()
    came = [incoming.take(piece) for piece in pieces(wire.encode_wish(wish), cuts)]
    assert came[-1] == wish
    assert set(came[:-1]) <= {None}


@given(WISHES, st.data())
def test_half_a_wish_is_none(wish: Wish, data: st.DataObject) -> None:
    whole = wire.encode_wish(wish)
    cut = data.draw(st.integers(min_value=0, max_value=len(whole) - 1))
    assert Incoming().take(whole[:cut]) is None


@given(WISHES, st.binary(min_size=1))
def test_what_follows_a_wish_makes_it_none(wish: Wish, more: bytes) -> None:
    with pytest.raises(WireError):
        Incoming().take(wire.encode_wish(wish) + more)


@given(st.binary())
def test_rubbish_is_refused_or_waited_for_and_nothing_else(rubbish: bytes) -> None:
    incoming = Incoming()
    try:
        assert incoming.take(rubbish) is None
    except WireError:
        return
    assert b"\n" not in rubbish


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
)


@given(st.sampled_from([*WHOLE, ""]), JSON)
def test_any_other_value_in_any_place_is_refused_or_is_a_wish(key: str, value: Any) -> None:
    line = json.dumps({**WHOLE, key: value}).encode("ascii") + b"\n"
    try:
        wish = Incoming().take(line)
    except WireError:
        return
    assert wish is not None
    assert all(isinstance(source, str) for source in wish.sources)
    assert isinstance(wish.beside, bool)
    assert isinstance(wish.token, str)


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"[]\n",
        b"null\n",
        b"[" * 100_000 + b"\n",
        b'{"tidings":' * 50_000 + b"\n",
        json.dumps({**WHOLE, "tidings": PROTOCOL + 1}).encode() + b"\n",
        json.dumps({**WHOLE, "given": True}).encode() + b"\n",
        json.dumps({**WHOLE, "given": 5}).encode() + b"\n",
        json.dumps({**WHOLE, "given": -1, "sources": ["-"]}).encode() + b"\n",
        json.dumps({**WHOLE, "given": LARGEST_GIVEN + 1, "sources": ["-"]}).encode() + b"\n",
        json.dumps({**WHOLE, "given": 10**400, "sources": ["-"]}).encode() + b"\n",
        b'{"given": ' + b"9" * 5000 + b"}\n",
        json.dumps({**WHOLE, "sources": "abc"}).encode() + b"\n",
        json.dumps({**WHOLE, "sources": [1]}).encode() + b"\n",
        json.dumps({**WHOLE, "token": "a\0b"}).encode() + b"\n",
        "{\"ё\": 1}\n".encode(),
    ],
    ids=range(16),
)  # fmt: skip
def test_what_is_no_wish_is_refused(line: bytes) -> None:
    with pytest.raises(WireError):
        Incoming().take(line)


def test_a_line_without_end_is_refused_before_it_fills_the_memory() -> None:
    incoming, piece = Incoming(), b" " * 50_000
    for _each in range(LONGEST_LINE // len(piece) - 1):
        assert incoming.take(piece) is None
    with pytest.raises(WireError):
        incoming.take(piece)
    with pytest.raises(WireError):
        Incoming().take(b" " * LONGEST_LINE + b"\n")


def test_the_longest_that_is_handed_over_is_taken() -> None:
    bare = len(wire.encode_wish(Wish(("",))))
    longest = Wish(("a" * (LONGEST_LINE - bare),))
    assert len(wire.encode_wish(longest)) == LONGEST_LINE
    assert Incoming().take(wire.encode_wish(longest)) == longest
    with pytest.raises(TooLongError):
        wire.encode_wish(Wish(("a" * (LONGEST_LINE - bare + 1),)))
    largest = Wish(("-",), bytes(LARGEST_GIVEN))
    assert Incoming().take(wire.encode_wish(largest)) == largest
    with pytest.raises(TooLongError):
        wire.encode_wish(Wish(("-",), bytes(LARGEST_GIVEN + 1)))


@given(TEXTS, TEXTS, NAMES)
def test_a_note_is_read_as_it_was_left(version: str, host: str, socket: str) -> None:
    note = Note(version, host, socket)
    assert wire.decode_note(wire.encode_note(note)) == note


@given(st.binary())
def test_what_is_no_note_is_no_note(rubbish: bytes) -> None:
    with pytest.raises(WireError):
        wire.decode_note(rubbish + b"\n")


def test_a_greeting_of_another_protocol_tells_whose_it_is() -> None:
    wire.check_greeting(wire.encode_greeting("1.0"))
    other = json.dumps({"tidings": PROTOCOL + 1, "version": "9.0", "more": [1]}).encode() + b"\n"
    with pytest.raises(OtherProtocolError) as told:
        wire.check_greeting(other)
    assert told.value.version == "9.0"
    for rubbish in (b"HTTP/1.1 400 Bad Request\n", b"{}\n", b'{"tidings": "1"}\n', b""):
        with pytest.raises(WireError):
            wire.check_greeting(rubbish)


def test_only_yes_is_yes() -> None:
    assert wire.is_taken(wire.encode_taken())
    assert not wire.is_taken(b'{"taken": 1}\n')
    with pytest.raises(WireError):
        wire.is_taken(b"yes\n")
