"""All engines behind one door, with the real workers of eSpeak and of Piper."""

from __future__ import annotations

import os
import signal
import sys
import time
from array import array
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest

from tests.unit.speech.natural_voice import JOE, need_joe
from tests.unit.speech.speaking import PATIENCE, Speaker
from tests.unit.speech.test_rates import MORE_NEWS, NEWS
from tidings.speech import Finished, Lost, Ready, Sound, SpeechEngines, SynthesisRequest, Voice
from tidings.speech.natural import ENGINE

FAKE = Voice("piper:xx-nobody", "Nobody", "en", ENGINE)
QUIET = 400


class Engines(Speaker):
    """Asks all engines, and waits for the natural one to be ready."""

    door: SpeechEngines

    def prepare(self, text: str = "", **wishes: object) -> None:
        request = SynthesisRequest(0, text, "en", JOE, **wishes)  # type: ignore[arg-type]
        self.door.prepare(request)


def opened(speaker: Engines) -> Ready:
    speaker.client.start()
    return speaker.hear(Ready)[1]


@pytest.fixture(scope="module")
def engines() -> Iterator[Engines]:
    need_joe()
    speaker = Engines(SpeechEngines)
    assert isinstance(speaker.client, SpeechEngines)
    speaker.door = speaker.client
    opened(speaker)
    speaker.say("Ready.", voice=JOE)
    yield speaker
    speaker.client.close()


def silences(samples: array[int], shortest: float) -> list[tuple[float, float]]:
    """Where the sound is silent for so many ms and more, in ms."""
    step = 22_050 // 200
    loud = [max(map(abs, samples[at : at + step])) > QUIET for at in range(0, len(samples), step)]
    edges = [0, *(i for i, (a, b) in enumerate(pairwise(loud), 1) if a != b), len(loud)]
    return [
        (begin * step / 22.05, end * step / 22.05)
        for begin, end in pairwise(edges)
        if not loud[begin] and (end - begin) * 5 >= shortest
    ]


def test_espeak_is_there_first_and_every_voice_is_offered(engines: Engines) -> None:
    speaker = Engines(SpeechEngines)
    begun = time.monotonic()
    try:
        ready = opened(speaker)
        took = time.monotonic() - begun
        assert isinstance(speaker.client, SpeechEngines)
        assert speaker.client.pid_of(ENGINE) is None, "it is started when it is needed"
    finally:
        speaker.client.close()
    assert {voice.engine for voice in ready.voices} == {"espeak", "piper"}
    assert ready.voices[0].engine == "espeak"
    assert took < 3


def test_the_natural_voice_tells_every_word_in_order(engines: Engines) -> None:
    for text in (*NEWS, "“In 2019”—he said… $3.5 mln isn’t much!", "One. Two? U.N. three"):
        told = engines.say(text, voice=JOE)
        spoken = [text[mark.start : mark.start + mark.length] for mark in told.words]
        from tidings.speech.worker.words import places

        assert spoken == [text[start:end] for start, end in places(text)]
        times = [mark.milliseconds for mark in told.words]
        assert times == sorted(times)
        assert times[0] >= 0
        assert times[-1] <= told.milliseconds


@pytest.mark.parametrize("rate", [175, 400, 700])
def test_words_begin_where_silence_ends(engines: Engines, rate: int) -> None:
    """A word after a comma is heard when its time says so, and so is one in the midst.

    A silence is long enough at that rate to be no "t", except where a voice dwells on one.
    """
    errors = []
    for text in NEWS:
        told = engines.say(text, voice=JOE, rate=rate)
        for begin, end in silences(told.samples, max(150 * 175 / rate, 60)):
            if begin > 0 and end < told.milliseconds - 5:
                errors.append(min(abs(mark.milliseconds - end) for mark in told.words))
    errors.sort()
    assert len(errors) > 8
    assert errors[len(errors) * 95 // 100 - 1] < 25, errors


@pytest.mark.parametrize(
    ("rate", "story"), [(80, NEWS), (175, MORE_NEWS), (400, NEWS), (700, MORE_NEWS), (800, NEWS)]
)
def test_the_natural_voice_speaks_as_fast_as_is_asked(
    engines: Engines, rate: int, story: tuple[str, ...]
) -> None:
    milliseconds = sum(engines.say(text, voice=JOE, rate=rate).milliseconds for text in story)
    words = sum(len(text.split()) for text in story)
    assert words * 60_000 / milliseconds == pytest.approx(rate, rel=0.05)


VOWELS = "A aa aah, a aa aah, a aa aah."


def fundamental(samples: array[int]) -> float:
    """The pitch that is heard in Hz: the median over pieces of 40 ms that have one."""
    heard = np.asarray(samples, dtype=np.float64)
    size, found = 22_050 // 25, []
    shortest, longest = 22_050 // 320, 22_050 // 50
    for begin in range(0, len(heard) - size, size // 2):
        piece = heard[begin : begin + size] - heard[begin : begin + size].mean()
        alike = np.correlate(piece, piece, "full")[size - 1 :]
        lag = shortest + int(alike[shortest:longest].argmax())
        if alike[0] > size * 500**2 and alike[lag] > 0.5 * alike[0]:
            found.append(22_050 / lag)
    return float(np.median(found))


@pytest.mark.parametrize("voice", [JOE, ""])
def test_a_higher_pitch_is_heard_and_takes_no_other_time(engines: Engines, voice: str) -> None:
    low, usual, high = (
        engines.say(VOWELS, voice=voice, pitch=pitch, rate=175) for pitch in (0, 50, 100)
    )
    heard = [fundamental(told.samples) for told in (low, usual, high)]
    assert heard[0] * 1.15 < heard[1] < heard[2] / 1.15, heard
    for told in (low, high):
        # A natural voice says it in another time each time, up to 14 %; pitch would make it 30.
        assert told.milliseconds == pytest.approx(usual.milliseconds, rel=0.2)
        assert [mark.start for mark in told.words] == [mark.start for mark in usual.words]


@pytest.mark.parametrize("voice", [JOE, ""])
def test_half_the_volume_is_half_as_loud(engines: Engines, voice: str) -> None:
    loud, soft = (engines.say(NEWS[0], voice=voice, volume=volume) for volume in (1.0, 0.5))
    means = [
        float(np.square(np.asarray(told.samples) / 1.0).mean()) ** 0.5 for told in (loud, soft)
    ]
    assert means[1] / means[0] == pytest.approx(0.5, rel=0.12)
    assert soft.milliseconds == pytest.approx(loud.milliseconds, rel=0.02)


def first_sound(engines: Engines, text: str) -> float:
    begun = time.monotonic()
    number = engines.ask(text, voice=JOE)
    came = engines.hear(Sound, lambda event: event.request == number)[0]
    engines.hear(Finished, lambda event: event.request == number)
    return (came - begun) * 1000


def test_the_first_sound_comes_at_once_where_it_was_made_ready(engines: Engines) -> None:
    ready, cold = [], []
    for number, text in enumerate(NEWS[:7]):
        ahead = f"{text} Number {number}, made ready."
        engines.prepare(ahead)
        time.sleep(0.5)
        ready.append(first_sound(engines, ahead))
        cold.append(first_sound(engines, f"{text} Number {number}, as it comes."))
    assert sorted(ready)[3] < 40, ready
    assert sorted(cold)[3] < 300, cold


def test_engines_take_turns_in_a_sentence(engines: Engines) -> None:
    """What two engines say one after the other fits together: one rate, no silence at ends."""
    for text, language, voice in (
        ("The film is called", "en", JOE),
        ("Летят журавли", "ru", ""),
        ("and is from 1957.", "en", JOE),
    ):
        told = engines.say(text, language, voice=voice)
        assert {event.sample_rate for event in told.events if isinstance(event, Sound)} == {22_050}
        samples = told.samples
        edge = 22_050 * 25 // 1000
        assert max(map(abs, samples[:edge])) > 30
        assert max(map(abs, samples[-edge:])) > 30
        assert told.words[0].milliseconds < 60


def wait_for_natural(engines: Engines) -> None:
    until = time.monotonic() + PATIENCE
    while engines.door.pid_of(ENGINE) is None and time.monotonic() < until:
        time.sleep(0.01)
    assert engines.door.pid_of(ENGINE) is not None


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSTOP])
def test_espeak_goes_on_when_the_natural_voice_is_lost(engines: Engines, blow: int) -> None:
    wait_for_natural(engines)
    pid, espeak = engines.door.pid_of(ENGINE), engines.door.worker_pid
    assert pid is not None
    long = " ".join(f"{text} Once more {blow}." for text in NEWS)
    number = engines.ask(long, voice=JOE)
    engines.hear(Sound, lambda event: event.request == number)
    os.kill(pid, blow)
    begun = time.monotonic()
    lost = engines.hear(Lost)
    ready = engines.hear(Ready)[1]
    assert not lost[1].final
    assert ready.restarted
    assert ready.replaced
    assert lost[0] - begun < 4
    told = engines.say("eSpeak speaks now.", voice=JOE)
    assert isinstance(told.end, Finished)
    assert engines.door.worker_pid == espeak
    wait_for_natural(engines)
    assert engines.door.pid_of(ENGINE) != pid


def test_a_voice_that_cannot_speak_is_replaced_by_espeak() -> None:
    """The engine is there, its voice is not: the request is spoken all the same."""
    speaker = Engines(lambda listener: SpeechEngines(listener, find_natural=lambda: (FAKE,)))
    try:
        opened(speaker)
        told = speaker.say("Hello there.", voice=FAKE.id)
        assert isinstance(told.end, Finished)
        assert len(told.words) == 2
        unknown = speaker.say("Hello there.", voice="piper:gone")
        assert [(mark.start, mark.length) for mark in unknown.words] == [
            (mark.start, mark.length) for mark in told.words
        ]
        # eSpeak never says a thing quite alike twice, and tells whole milliseconds.
        assert [mark.milliseconds for mark in unknown.words] == pytest.approx(
            [mark.milliseconds for mark in told.words], abs=2
        )
    finally:
        speaker.client.close()


def test_an_engine_that_never_starts_leaves_espeak_alone() -> None:
    broken = {ENGINE: (sys.executable, "-c", "raise SystemExit(3)")}
    speaker = Engines(
        lambda listener: SpeechEngines(listener, broken, find_natural=lambda: (FAKE,))
    )
    try:
        opened(speaker)
        speaker.ask("Hello there.", voice=FAKE.id)
        assert speaker.hear(Ready)[1].replaced
        assert isinstance(speaker.say("Hello there.", voice=FAKE.id).end, Finished)
    finally:
        speaker.client.close()


def test_what_was_given_up_is_not_told() -> None:
    speaker = Engines(SpeechEngines)
    try:
        opened(speaker)
        for _ in range(20):
            number = speaker.ask(NEWS[0])
            speaker.client.cancel_below(number + 1)
        assert isinstance(speaker.say("Next.").end, Finished)
    finally:
        speaker.client.close()
