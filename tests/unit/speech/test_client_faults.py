"""A worker that says what nobody asked for, and a client that is not led astray by it."""

from __future__ import annotations

import queue
import sys

import pytest

from tidings.speech import (
    Failed,
    Finished,
    Lost,
    Ready,
    Sound,
    SpeechClient,
    SpeechEvent,
    SynthesisRequest,
    WordMark,
)

# It answers each request late, after others that it was never asked for.
CONFUSED = """
import sys
from tidings.speech.messages import *
from tidings.speech.wire import Ping, Pong, encode, read
def say(*messages):
    for message in messages:
        sys.stdout.buffer.write(encode(message))
    sys.stdout.buffer.flush()
say(Ready(()))
while (message := read(sys.stdin.buffer)) is not None:
    if isinstance(message, Ping):
        say(Pong(message.number))
    elif isinstance(message, SynthesisRequest):
        for other in (message.id - 1, message.id + 100):
            say(WordMark(other, 0, 1, 0.0), Sound(other, bytes(8), 8000), Finished(other))
            say(Failed(other, "no"))
        say(Sound(message.id, bytes(8), 8000), Finished(message.id), Finished(message.id))
"""


@pytest.fixture
def events() -> queue.Queue[SpeechEvent]:
    return queue.Queue()


def test_answers_with_the_id_of_another_request_are_dropped(
    events: queue.Queue[SpeechEvent],
) -> None:
    client = SpeechClient(events.put, [sys.executable, "-c", CONFUSED])
    client.start()
    try:
        assert isinstance(events.get(timeout=20), Ready)
        for number in (3, 7, 8):
            client.synthesise(SynthesisRequest(number, "Hello.", "en"))
            told = [events.get(timeout=20), events.get(timeout=20)]
            assert told == [Sound(number, bytes(8), 8000), Finished(number)]
            client.cancel_below(number + 1)
    finally:
        client.close()
    assert not any(isinstance(e, WordMark | Sound | Failed | Lost) for e in list(events.queue))


def test_noise_in_place_of_an_answer_is_a_lost_worker(events: queue.Queue[SpeechEvent]) -> None:
    noise = "import sys; sys.stdout.buffer.write(bytes(range(256)) * 9); sys.stdout.flush()"
    client = SpeechClient(events.put, [sys.executable, "-c", noise])
    client.start()
    told = [events.get(timeout=20) for _ in range(3)]
    client.close()
    assert [event.final for event in told if isinstance(event, Lost)] == [False, False, True]


def test_halves_of_surrogate_pairs_are_spoken_around() -> None:
    events: queue.Queue[SpeechEvent] = queue.Queue()
    client = SpeechClient(events.put)
    client.start()
    try:
        text = "One \ud800 two \udfff\ud800 three\ud83d."
        client.synthesise(SynthesisRequest(1, text, "en"))
        said = []
        while not isinstance(event := events.get(timeout=20), Finished):
            assert not isinstance(event, Failed | Lost)
            if isinstance(event, WordMark):
                said.append(text[event.start : event.start + event.length])
        assert [word for word in said if word.isascii()] == ["One", "two", "three"]
    finally:
        client.close()
