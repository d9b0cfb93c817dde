"""Tones in a sound file: made by nobody, at the sample rate of the voice."""

from __future__ import annotations

import wave
from pathlib import Path

from tidings.document import Article, Heading, Paragraph, Span
from tidings.playback import ScriptList, Voicing
from tidings.playback.recording import record
from tidings.speech import ArticleScript, Utterance, load_announcements, table_from_text, tone

ARTICLE = Article(
    "a",
    "",
    (Heading(2, (Span("Rain"),)), Paragraph((Span("It fell."),)), Heading(2, (Span("Sun"),))),
    language="en",
)


def test_a_recording_has_its_tones(tmp_path: Path) -> None:
    table = table_from_text("some heading=sound")
    script = ArticleScript(ARTICLE, load_announcements(), announcing=table)
    file = tmp_path / "out.wav"
    told: list[Utterance] = []
    record(ScriptList((script,)), "a", Voicing(rate=400), file, told.append)
    assert [one.text for one in told] == ["Heading:", "Rain", "It fell.", "Heading:", "Sun"]
    with wave.open(str(file)) as sound:
        samples = sound.readframes(sound.getnframes())
        expected = tone("heading", sound.getframerate())
    assert samples.startswith(expected)
    assert samples.count(expected) == 2
