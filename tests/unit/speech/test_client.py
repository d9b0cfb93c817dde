"""The client with the real worker: words, sound, cancellation, and loss."""

from __future__ import annotations

import logging
import os
import queue
import signal
import sys
import threading
import time
from array import array
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.speech.speaking import Speaker, Told
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
from tidings.speech.client import is_hopeless

LONG = "The committee said that the measures would take effect at the end of the month. " * 300


def words(text: str, told: Told) -> list[str]:
    return [text[mark.start : mark.start + mark.length] for mark in told.words]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Hello brave world.", "en", ["Hello", "brave", "world"]),
        (
            "“In 2019”—he said… $3.5 mln isn’t much!",
            "en-US",
            ["In", "2019", "he", "said", "$3.5", "mln", "isn’t", "much"],
        ),
        ("in the end of the day", "en", ["in", "the", "end", "of", "the", "day"]),
        ("KYIV -- The end.", "en", ["KYIV", "The", "end"]),
        ("It was 1,234,567 on 12/11/2024.", "en", ["It", "was", "1,234,567", "on", "12/11/2024"]),
        ("🙂 Smile, e\u0301tude 𝒳 end.", "en", ["🙂", "Smile", "e\u0301tude", "𝒳", "end"]),
        (
            "Он сказал: «Привет, мир» — и ушёл.",
            "ru",
            ["Он", "сказал", "Привет", "мир", "и", "ушёл"],
        ),
        ("سلام دنیا، سال ۲۰۱۹.", "fa", ["سلام", "دنیا", "سال", "۲۰۱۹"]),
        ("Сәлем, 2019 жыл.", "kk", ["Сәлем", "2019", "жыл"]),
        ("a\0b <b>&amp;</b> [[x]]", "en", ["a", "b", "<b>&amp;</b>", "x"]),
    ],
)
def test_words_are_told_where_they_are_written(
    shared: Speaker, text: str, language: str, expected: list[str]
) -> None:
    assert words(text, shared.say(text, language)) == expected


SPOKEN = st.lists(
    st.sampled_from(
        ["Hello", "“Quote”", "2019", "—", "…", "isn’t", "U.N.", "3,000.5", "мир", "a/b"]
    )
    | st.text(max_size=12),
    max_size=12,
).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(
    text=SPOKEN,
    language=st.sampled_from(["en", "ru", "fa", "kk", "zh", "xx", ""]),
    rate=st.sampled_from([80, 175, 400, 600, 800]),
)
def test_words_are_in_the_text_in_order_and_before_their_sound(
    shared: Speaker, text: str, language: str, rate: int
) -> None:
    told = shared.say(text, language, rate=rate)
    assert isinstance(told.end, Finished)
    end, time_before, heard = 0, 0.0, 0.0
    for index, event in enumerate(told.events):
        if isinstance(event, Sound):
            heard += len(event.samples) * 500 / event.sample_rate
            continue
        assert end <= event.start < event.start + event.length <= len(text)
        end = event.start + event.length
        assert time_before <= event.milliseconds
        time_before = event.milliseconds
        # Words run together with the one before them come before the next one has begun.
        # Above 450 words a minute the engine may be a buffer, 30 ms, late.
        later = [mark.milliseconds for mark in told.events[index:] if isinstance(mark, WordMark)]
        assert max(later) >= heard - 31
    assert time_before <= heard + 1


def test_sound_begins_and_ends_without_silence(shared: Speaker) -> None:
    for text in ("“Four feet.”", "He has.", "Stop"):
        told = shared.say(text)
        loud = [index for index, sample in enumerate(told.samples) if abs(sample) > 64]
        assert loud[0] <= 22_050 * 0.004
        assert len(told.samples) - loud[-1] <= 22_050 * 0.011


def test_wishes_are_heard(shared: Speaker) -> None:
    def say(**wishes: object) -> array[int]:
        return shared.say("Hello brave world.", "en", **wishes).samples

    plain = say()
    # eSpeak is not the same to the bit each time.
    assert len(say()) == pytest.approx(len(plain), rel=0.01)
    assert max(say(volume=0.3)) < max(plain) * 0.6
    silent = say(volume=0.0)
    assert max(silent) == 0
    assert len(silent) >= len(plain)
    assert len(say(rate=350)) < len(plain) * 0.6
    high, low = shared.say("Ah", pitch=90).samples, shared.say("Ah", pitch=20).samples
    assert pitch(high) > pitch(low) * 1.2
    assert len(say(voice="espeak:gmw/en-GB-scotland")) != pytest.approx(len(plain), rel=0.01)
    assert len(say(voice="espeak:gone")) == pytest.approx(len(plain), rel=0.01)


def pitch(samples: array[int]) -> float:
    """The fundamental frequency in the middle of a vowel, in hertz."""
    middle = samples[len(samples) // 2 - 1_000 : len(samples) // 2 + 1_000]

    def likeness(lag: int) -> int:
        return sum(one * other for one, other in zip(middle[:1_500], middle[lag:], strict=False))

    return 22_050 / max(range(22_050 // 250, 22_050 // 60), key=likeness)


@pytest.mark.parametrize("text", ["", " ", "…", "—", "\n\n", "\0"])
def test_what_has_no_sound_is_finished(shared: Speaker, text: str) -> None:
    told = shared.say(text)
    assert isinstance(told.end, Finished)
    assert not told.words


@pytest.mark.parametrize("text", ["x" * 50_000, "1" * 20_000, LONG, "(a " * 5_000])
def test_no_text_is_too_long(shared: Speaker, text: str) -> None:
    number = shared.ask(text, rate=800)
    shared.hear(Sound, lambda sound: sound.request == number)
    shared.client.cancel_below(number + 1)
    assert shared.say("Next.").samples


def test_sound_comes_at_once_whatever_the_length(shared: Speaker) -> None:
    times = []
    for _ in range(20):
        begun = time.monotonic()
        number = shared.ask(LONG)
        came, _ = shared.hear(Sound, lambda sound: sound.request >= number)  # noqa: B023
        times.append(came - begun)
        shared.client.cancel_below(number + 1)
    shared.say("End.")
    assert sorted(times)[10] < 0.02


def test_nothing_is_told_of_what_was_cancelled() -> None:
    events: queue.Queue[SpeechEvent] = queue.Queue()
    client = SpeechClient(events.put)
    client.start()
    try:
        for number in range(1, 40, 2):
            client.synthesise(SynthesisRequest(number, LONG, "en"))
            while not isinstance(events.get(timeout=20), Sound):
                pass
            client.cancel_below(number + 1)
            # What was told before, and one event that is under way.
            while not events.empty():
                events.get()
            threshold = number + 1
            client.synthesise(SynthesisRequest(threshold, "Next.", "en"))
            told: list[int] = []
            while not isinstance(event := events.get(timeout=20), Finished):
                if isinstance(event, WordMark | Sound):
                    told.append(event.request)
            assert event.request == threshold
            assert sum(1 for request in told if request < threshold) <= 1
        client.synthesise(SynthesisRequest(3, "Too late.", "en"))
        client.synthesise(SynthesisRequest(99, "End.", "en"))
        assert isinstance(last := events.get(timeout=20), WordMark)
        assert last.request == 99
    finally:
        client.close()


def test_asking_does_not_wait(speaker: Speaker) -> None:
    begun = time.monotonic()
    for _ in range(20):
        speaker.ask(LONG)
    assert (time.monotonic() - begun) / 20 < 0.005


def test_a_killed_worker_is_replaced(speaker: Speaker, caplog: pytest.LogCaptureFixture) -> None:
    speaker.ask(LONG)
    speaker.hear(Sound)
    pid = speaker.client.worker_pid
    assert pid is not None
    killed = time.monotonic()
    with caplog.at_level(logging.CRITICAL):
        os.kill(pid, signal.SIGKILL)
        _, lost = speaker.hear(Lost)
        back, ready = speaker.hear(Ready)
    assert not lost.final
    assert ready.restarted
    assert speaker.client.worker_pid not in (None, pid)
    assert speaker.say("Hello again.").samples
    assert back - killed < 2


def test_a_worker_that_hangs_is_replaced(speaker: Speaker) -> None:
    speaker.say("Hello.")
    pid = speaker.client.worker_pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    begun = time.monotonic()
    speaker.ask("Are you there?")
    came, lost = speaker.hear(Lost)
    assert lost.reason == "it gave no answer"
    assert 1.9 < came - begun < 3
    assert speaker.hear(Ready)[1].restarted
    assert speaker.say("Hello again.").samples


def test_a_worker_that_hangs_on_a_cancellation_is_replaced(speaker: Speaker) -> None:
    number = speaker.ask(LONG)
    speaker.hear(Sound)
    pid = speaker.client.worker_pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    speaker.client.cancel_below(number + 1)
    speaker.hear(Lost)
    assert speaker.say("Hello again.").samples


def test_a_cancellation_is_no_reason_to_lose_a_worker(
    speaker: Speaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tidings.speech.client.ANSWER_SECONDS", 0.5)
    pid = speaker.client.worker_pid
    speaker.client.cancel_below(speaker.ask(LONG) + 1)
    with suppress(queue.Empty):
        while True:
            assert not isinstance(speaker.events.get(timeout=1.0)[1], Lost)
    assert speaker.client.worker_pid == pid


def test_a_cancelled_text_is_not_made_to_its_end(speaker: Speaker) -> None:
    number = speaker.ask(LONG * 15)
    speaker.hear(Sound)
    begun = time.monotonic()
    speaker.client.cancel_below(number + 1)
    last = speaker.ask("Next.")
    came, _ = speaker.hear(Sound, lambda sound: sound.request == last)
    assert came - begun < 0.3


def test_a_slow_listener_is_not_taken_for_a_hanging_worker() -> None:
    events: queue.Queue[SpeechEvent] = queue.Queue()
    awake = threading.Event()

    def listen(event: SpeechEvent) -> None:
        if isinstance(event, WordMark) and event.request == 1 and event.start == 0:
            awake.wait(2.5)
        events.put(event)

    client = SpeechClient(listen)
    client.start()
    try:
        client.synthesise(SynthesisRequest(1, LONG[:800], "en"))
        client.synthesise(SynthesisRequest(2, "Next.", "en"))
        while not isinstance(event := events.get(timeout=20), Finished):
            assert not isinstance(event, Lost)
    finally:
        client.close()


def test_what_is_asked_before_ready_is_answered() -> None:
    speaker = Speaker()
    number = speaker.ask("Early.")
    speaker.client.start()
    try:
        speaker.hear(Ready)
        assert speaker.hear(Finished)[1].request == number
    finally:
        speaker.client.close()


@pytest.mark.parametrize("command", [[sys.executable, "-c", "raise SystemExit(3)"], ["/no/such"]])
def test_a_worker_that_cannot_live_is_given_up(command: list[str]) -> None:
    events: queue.Queue[SpeechEvent] = queue.Queue()
    client = SpeechClient(events.put, command)
    client.start()
    told = [events.get(timeout=20) for _ in range(3)]
    assert all(isinstance(event, Lost) for event in told)
    assert [event.final for event in told if isinstance(event, Lost)] == [False, False, True]
    client.close()
    assert client.worker_pid is None
    assert events.empty()


@pytest.mark.parametrize(
    ("deaths", "hopeless"),
    [([], False), ([1, 2], False), ([1, 2, 3], True), ([1, 8, 12], False), ([1, 8, 12, 13], True)],
)
def test_three_deaths_in_ten_seconds_are_enough(deaths: list[float], hopeless: bool) -> None:
    assert is_hopeless(deaths) == hopeless


def test_a_listener_that_fails_is_called_again(caplog: pytest.LogCaptureFixture) -> None:
    finished = threading.Event()

    def listen(event: SpeechEvent) -> None:
        if isinstance(event, Finished):
            finished.set()
        raise ValueError("no")

    client = SpeechClient(listen)
    client.start()
    client.synthesise(SynthesisRequest(1, "Hello.", "en"))
    assert finished.wait(20)
    client.close()
    assert "the listener failed on Finished" in caplog.text


def test_closing_leaves_nothing_behind(speaker: Speaker) -> None:
    speaker.ask(LONG)
    speaker.hear(Sound)
    pid = speaker.client.worker_pid
    assert pid is not None
    threads = threading.active_count()
    begun = time.monotonic()
    speaker.client.close()
    assert time.monotonic() - begun < 0.5
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert threading.active_count() == threads - 4  # reader, writer, log, watchdog
    speaker.client.close()
    assert not any(isinstance(event, Lost | Failed) for _, event in list(speaker.events.queue))


def test_it_can_be_closed_from_its_own_listener_and_started_again() -> None:
    ready = queue.Queue[int | None]()

    def listen(event: SpeechEvent) -> None:
        if isinstance(event, Ready):
            ready.put(client.worker_pid)
            client.close()

    client = SpeechClient(listen)
    client.start()
    assert ready.get(timeout=20)
    client.close()
    client.start()
    assert ready.get(timeout=20)
    client.close()
