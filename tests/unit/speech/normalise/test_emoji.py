from __future__ import annotations

import pytest

from tests.unit.speech.normalise.phonemes import Phonemes
from tests.unit.speech.normalise.said import said, table
from tidings.document import Article, Paragraph, Span
from tidings.speech import PRESETS, Announced, ScriptMaker, Way, load_announcements, ways_for
from tidings.speech.normalise import Normaliser

NAMED = """
Hello 😀 you | Hello 😀 you
Hello 😀! | Hello 😀 !
😂😂😂 so | 😂 so
👍🏽 and 👍🏿👍 | 👍 and 👍
I❤️you | I ❤ you
🇺🇸🇬🇧 won | 🇺🇸 🇬🇧 won
👨‍👩‍👧 and 👩‍⚕️ | 👨‍👩‍👧 and 👩‍⚕
(🎉) | ( 🎉 )
"""


@pytest.mark.parametrize(("written", "words"), table(NAMED))
@pytest.mark.parametrize("language", ["en", "ka", ""])
def test_each_emoji_stands_alone_to_be_named(written: str, words: str, language: str) -> None:
    assert said(written, language) == words


@pytest.mark.parametrize("written", ["Hello 😀👍🏽!", "Hello 🇺🇸🇬🇧!", "Hello 👩‍⚕️ ❤️!"])
def test_emoji_are_left_out_where_the_reader_wants_it(written: str) -> None:
    assert said(written, "en", Normaliser(emoji=False)) == "Hello !"


def test_the_table_of_announcements_has_the_choice() -> None:
    article = Article("a", "", (Paragraph((Span("Rain 🌧️ again."),)),), language="en")
    maker = ScriptMaker(load_announcements())

    def told() -> str:
        script = maker(article)
        cue = script.first()
        assert cue is not None
        while (following := script.after(cue)) is not None:
            cue = following
        return script.utterance(cue).text

    assert told() == "Rain 🌧 again."
    maker.announcing = maker.announcing.put(Announced.EMOJI, Way.SKIP)
    assert told().split() == ["Rain", "again."]
    assert PRESETS["few"].of(Announced.EMOJI) is Way.SKIP
    assert ways_for(Announced.EMOJI) == (Way.SAY, Way.SKIP)


@pytest.mark.parametrize(
    ("written", "name", "language"),
    [
        ("Yes👍🏽 then", "thumbs up", "en-us"),
        ("I❤️you", "red heart", "en-us"),
        ("so 😂😂. Bye", "face with tears of joy", "en-us"),
        ("Ja👍🏽!", "Daumen hoch", "de"),
        ("да👍🏽!", "большой палец вверх", "ru"),
    ],
)
def test_the_engine_says_the_whole_name(
    phonemes: Phonemes, written: str, name: str, language: str
) -> None:
    assert phonemes.of(name, language) not in phonemes.of(written, language)
    assert phonemes.of(name, language) in phonemes.of(said(written, language), language)
