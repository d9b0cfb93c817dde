"""Voices chosen, tried and told of in the window, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, name_of, wait_until
from tidings.document import Article, Paragraph, Span
from tidings.playback import Mode, Voicing
from tidings.speech import Voice, offered
from tidings.ui.language_words import language_words
from tidings.ui.manner import kept_voicing
from tidings.ui.voice_words import grouped, named, voice_words
from tidings.ui.voiceless import languages_of, missing_words
from tidings.ui.voices_dialog import VoicesDialog

NATURAL = Voice("piper:joe", "en_US-joe-medium", "en-US", "piper")
OWN = Voice("espeak:en", "English (America)", "en-us", "espeak")
SYSTEM = Voice("sapi5:zira", "Zira", "en-US", "sapi5")
RUSSIAN = Voice("espeak:ru", "Russian", "ru", "espeak")


def voices_of(opened: Opened) -> VoicesDialog:
    wait_until(lambda: bool(opened.reader.speaker.voices))
    opened.press("Ctrl+Shift+V")
    dialog = opened.dialog
    assert isinstance(dialog, VoicesDialog)
    return dialog


def test_the_voices_are_those_of_the_storys_language_in_groups(sample: Opened) -> None:
    dialog = voices_of(sample)
    assert dialog.language.currentText() == "English"
    assert sample.focus is dialog.list
    shown = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert shown[0].startswith("Automatic: ")
    assert shown[0].endswith("(in use)")
    assert "eSpeak voices" in shown
    assert "English (America)" in shown
    assert not any("Russian" in text for text in shown)
    for control in (dialog.language, dialog.rate, dialog.pitch, dialog.volume, dialog.list):
        assert name_of(control)
    sample.close_dialog()


def test_a_voice_is_heard_before_it_is_taken_and_the_story_goes_on(sample: Opened) -> None:
    speaker = sample.reader.speaker
    spoken: list[str] = []
    speaker.said.connect(spoken.append)
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: speaker.mode is Mode.PLAYING)
    place = speaker.position
    assert place is not None
    dialog = voices_of(sample)
    sample.press("Down")
    sample.press("Space")
    wait_until(lambda: any("ferry leaves at half past" in said for said in spoken))
    assert speaker.voicing.voices.get("en", "") == ""
    trial = speaker.voicing.voices["en-x-trial"]
    assert trial == dialog.list.currentItem().data(256)
    sample.close_dialog()
    wait_until(
        lambda: (now := speaker.position) is not None and now.article == place.article,
        "the story does not go on",
    )
    now = speaker.position
    assert now is not None
    assert now.block == place.block


def test_a_voice_is_taken_by_enter_told_and_kept(opening: Open) -> None:
    first = opening(str(SAMPLES / "harbour-watch.html"))
    dialog = voices_of(first)
    first.press("End")
    chosen = dialog.list.currentItem()
    voice, name = chosen.data(256), chosen.text()
    first.press("Return")
    wait_until(lambda: first.dialog is None)
    first.wait_for_message("Voice for English: ")
    assert name in first.told[-1]
    assert first.reader.speaker.voicing.voices["en"] == voice
    assert first.window.player.voice.currentData() == voice
    first.end()
    again = opening()
    wait_until(lambda: again.reader.speaker.voicing.voices.get("en") == voice)


def test_another_language_has_voices_of_its_own(sample: Opened) -> None:
    dialog = voices_of(sample)
    dialog.language.setCurrentIndex(dialog.language.findText("Kazakh"))
    assert name_of(dialog.list) == "Voices for Kazakh"
    sample.press("End", on=dialog.list)
    sample.press("Return")
    wait_until(lambda: sample.dialog is None)
    assert set(sample.reader.speaker.voicing.voices) == {"kk"}


def test_pitch_volume_and_speed_have_keys_and_are_kept(opening: Open) -> None:
    first = opening(str(SAMPLES / "harbour-watch.html"))
    first.press("Ctrl+]")
    first.press("Ctrl+\\")
    assert first.told[-1] == "175 words a minute."
    first.press("Ctrl+Shift+]")
    assert first.told[-1] == "Pitch 55."
    first.press("Alt+]")
    assert first.told[-1] == "Volume 100, the loudest."
    first.press("Alt+[")
    assert first.told[-1] == "Volume 90."
    first.end()
    again = opening()
    wanted = Voicing(pitch=55, volume=0.9)
    wait_until(lambda: again.reader.speaker.voicing.pitch == wanted.pitch)
    assert again.reader.speaker.voicing.volume == wanted.volume


def test_sliders_hold_at_once_and_go_back_to_the_usual(sample: Opened) -> None:
    speaker = sample.reader.speaker
    dialog = voices_of(sample)
    sample.press("Right", on=dialog.rate)
    sample.press("Left", on=dialog.pitch)
    sample.press("Left", on=dialog.volume)
    voicing = speaker.voicing
    assert (voicing.rate, voicing.pitch, voicing.volume) == (185, 45, 0.9)
    dialog.usual.click()
    assert (speaker.voicing.rate, speaker.voicing.pitch, speaker.voicing.volume) == (175, 50, 1.0)
    sample.close_dialog()


def test_what_was_kept_and_makes_no_sense_is_left_out() -> None:
    kept = kept_voicing({"rate": "9999", "pitch": "high", "volume": "-4", "voice:en": "a"})
    assert (kept.rate, kept.pitch, kept.volume, dict(kept.voices)) == (800, 50, 1.0, {"en": "a"})


def test_a_language_without_a_voice_is_told_of_once(opening: Open, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<html lang="ab"><body><article><h1>Аҧсуа</h1><p lang="ab">Иахьа амш бзиоуп, '
        "аҟәара аҿы ауаа рацәаҩуп, ашхәақәа амшын иалоуп уажәы.</p></article></body></html>",
        encoding="utf-8",
    )
    opened = opening(str(page))
    wait_until(lambda: bool(opened.reader.speaker.voices))
    article = opened.reader.desk.article
    assert article is not None
    if article.language != "ab":
        pytest.fail(f"the page was taken for {article.language!r}")
    opened.press("Space", on=opened.window.view)
    opened.wait_for_message("There is no voice")
    told = next(words for words in opened.told if words.startswith("There is no voice"))
    assert "Abkhazian; one for Russian reads it." in told
    assert str(tmp_path) in told
    opened.end()
    again = opening(str(page))
    wait_until(lambda: bool(again.reader.speaker.voices))
    again.press("Space", on=again.window.view)
    wait_until(lambda: again.reader.speaker.mode is Mode.PLAYING)
    assert not any(words.startswith("There is no voice") for words in again.told)


def test_groups_and_plain_names() -> None:
    assert grouped((SYSTEM, OWN, NATURAL)) == (NATURAL, OWN, SYSTEM)
    assert voice_words(NATURAL) == "Joe"
    assert [voice.name for voice in named((OWN,))] == ["English (America)"]
    names = [voice.name for voice in named((SYSTEM, OWN, NATURAL))]
    assert names == ["Joe, natural", "English (America), eSpeak", "Zira, system"]


def test_no_two_voices_have_the_same_name(sample: Opened) -> None:
    wait_until(lambda: bool(sample.reader.speaker.voices))
    own = [voice for voice in offered(sample.reader.speaker.voices) if voice.engine == "espeak"]
    assert len(own) > 100
    assert len({voice_words(voice) for voice in own}) == len(own)


def test_names_of_languages() -> None:
    assert [language_words(tag) for tag in ("zh-TW", "cmn", "gag", "xx", "en-GB")] == [
        *("Chinese", "Chinese", "Gagauz", "xx", "English")
    ]


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    assert missing_words("en-AU", (OWN,), tmp_path) == ""
    assert missing_words("tg", (), tmp_path) == ""
    assert "one for Russian reads it" in missing_words("tg", (OWN, RUSSIAN), tmp_path)
    assert "one for English reads it" in missing_words("xh", (OWN, RUSSIAN), tmp_path)
    assert "There is no voice for Xhosa. " in missing_words("xh", (RUSSIAN,), tmp_path)


def test_the_languages_of_an_article() -> None:
    blocks = (Paragraph((Span("One. "), Span("Два. ", "ru-RU")), language="en-GB"),)
    assert languages_of(Article("a", "", blocks, language="en")) == ("en", "ru")
