from __future__ import annotations

import pytest

from tests.unit.speech.speaking import Speaker
from tidings.speech import Ready, Voice, choose, family, offered, voices_of

VOICES = tuple(
    Voice(f"espeak:{tag}", tag, tag, "espeak")
    for tag in (
        "cmn",
        "en-gb",
        "en-gb-scotland",
        "en-us",
        "en-shaw",
        "fa-latn",
        "fa",
        "fr-be",
        "fr-fr",
        "nb",
        "pt",
        "pt-br",
        "ru",
        "ru-lv",
        "piqd",
    )
)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "en-us"),
        ("en-US", "en-us"),
        ("en_GB", "en-gb"),
        ("en-AU", "en-us"),
        ("EN-gb-Scotland", "en-gb-scotland"),
        ("fa", "fa"),
        ("fa-IR", "fa"),
        ("fr", "fr-fr"),
        ("fr-CA", "fr-fr"),
        ("no", "nb"),
        ("pt-BR", "pt-br"),
        ("pt-AO", "pt"),
        ("ru-RU", "ru"),
        ("tg", "ru"),
        ("zh-Hant-TW", "cmn"),
        ("e", None),
        ("", None),
        ("xx", None),
        ("piqd", None),
    ],
)
def test_the_voice_of_a_language(language: str, expected: str | None) -> None:
    voice = choose(VOICES, language)
    assert (voice.language if voice else None) == expected


def test_the_readers_pick_holds_for_the_longest_tag() -> None:
    picks = {"en": "espeak:en-gb", "en-AU": "espeak:en-gb-scotland", "ru": "espeak:gone"}
    assert choose(VOICES, "en", picks) == VOICES[1]
    assert choose(VOICES, "en-US", picks) == VOICES[1]
    assert choose(VOICES, "en-au", picks) == VOICES[2]
    assert choose(VOICES, "ru", picks) == VOICES[12]


def test_novelties_are_not_offered() -> None:
    assert {voice.language for voice in VOICES} - {voice.language for voice in offered(VOICES)} == {
        "en-shaw",
        "piqd",
    }


def test_singing_voices_of_the_system_are_not_offered() -> None:
    system = [Voice(f"nsss:{name}", name, "en-US", "nsss") for name in ("Samantha", "Bad News")]
    assert [voice.name for voice in offered(system)] == ["Samantha"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en-GB", "en"), ("EN_us", "en"), ("zh-TW", "cmn"), ("no", "nb"), ("tg", "tg"), ("", "")],
)
def test_the_family_of_a_language(language: str, expected: str) -> None:
    assert family(language) == expected


def test_the_voices_of_a_language_are_those_of_all_its_regions() -> None:
    tags = [voice.language for voice in voices_of(VOICES, "en-AU")]
    assert tags == ["en-gb", "en-gb-scotland", "en-us"]
    assert [voice.language for voice in voices_of(VOICES, "zh")] == ["cmn"]
    assert voices_of(VOICES, "tg") == ()


def test_the_worker_has_the_languages_of_the_news(speaker: Speaker) -> None:
    speaker.client.close()
    speaker.client.start()
    _, ready = speaker.hear(Ready)
    tags = [
        *("en", "ru", "uk", "be", "kk", "ky", "tt", "ug", "uz", "tk", "fa", "ar", "hy", "ka"),
        *("az", "sr", "bs", "sq", "mk", "ro", "bg", "zh", "de", "fr", "es", "tr"),
    ]
    chosen = {tag: choose(ready.voices, tag) for tag in tags}
    assert all(chosen.values())
    assert len({voice.id for voice in ready.voices}) == len(ready.voices)
    assert {voice.engine for voice in ready.voices} == {"espeak"}
