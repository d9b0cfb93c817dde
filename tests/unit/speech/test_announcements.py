from __future__ import annotations

from dataclasses import asdict

from tidings.speech import Announcements


def test_every_language_is_whole(announcements: Announcements) -> None:
    assert set(announcements.by_language) >= {"en", "ru", "kk", "fa", "uk", "de", "fr", "es"}
    for phrases in announcements.by_language.values():
        assert all(text.strip() == text and text for text in asdict(phrases).values())
        assert "7" in phrases.list_of(7)
        assert "7" in phrases.item_number(7)
        assert phrases.list_of(1) == phrases.list_of_one


def test_languages_without_words_get_english(announcements: Announcements) -> None:
    assert announcements.phrases("ka") == (announcements.by_language["en"], "en")
    assert announcements.phrases("fa-IR") == (announcements.by_language["fa"], "fa-IR")
    assert announcements.phrases("EN_gb")[1] == "EN_gb"
    assert not announcements.speak("")
