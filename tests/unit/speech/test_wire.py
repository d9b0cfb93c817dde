from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.speech.messages import (
    Failed,
    Finished,
    Ready,
    Sound,
    SynthesisRequest,
    Voice,
    WordMark,
)
from tidings.speech.wire import Cancel, Message, Ping, Pong, WireError, encode, read

NUMBERS = st.integers(0, 2**53)
TEXT = st.text(st.characters())
VOICES = st.builds(Voice, TEXT, TEXT, TEXT, TEXT)
MESSAGES: st.SearchStrategy[Message] = st.one_of(
    st.builds(SynthesisRequest, NUMBERS, TEXT, TEXT, TEXT, NUMBERS, NUMBERS, st.floats(0, 1)),
    st.builds(Cancel, NUMBERS),
    st.builds(Ping, NUMBERS),
    st.builds(Pong, NUMBERS),
    st.builds(Ready, st.lists(VOICES).map(tuple), st.booleans()),
    st.builds(WordMark, NUMBERS, NUMBERS, NUMBERS, st.floats(0, 1e9)),
    st.builds(Sound, NUMBERS, st.binary(), NUMBERS),
    st.builds(Finished, NUMBERS),
    st.builds(Failed, NUMBERS, TEXT),
)


@given(st.lists(MESSAGES))
def test_messages_arrive_as_they_were_sent(messages: list[Message]) -> None:
    stream = io.BytesIO(b"".join(encode(message) for message in messages))
    assert [read(stream) for _ in messages] == messages
    assert read(stream) is None


@given(MESSAGES, st.data())
def test_a_frame_cut_short_is_a_fault(message: Message, data: st.DataObject) -> None:
    frame = encode(message)
    short = frame[: data.draw(st.integers(1, len(frame) - 1))]
    with pytest.raises(WireError):
        read(io.BytesIO(short))


@given(st.binary(min_size=1))
def test_noise_is_a_fault(noise: bytes) -> None:
    with pytest.raises(WireError):
        read(io.BytesIO(noise))


def test_lone_halves_of_surrogate_pairs_pass() -> None:
    request = SynthesisRequest(1, "a\ud83d b", "en")
    assert read(io.BytesIO(encode(request))) == request
