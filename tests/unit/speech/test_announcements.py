from __future__ import annotations

from dataclasses import asdict

from tidings.speech import Announcements
from tidings.speech.announcements import Phrases


def _filled(phrases: Phrases) -> list[str]:
    return [
        phrases.level.format(level=2),
        phrases.heading_of_level.format(level=2),
        phrases.footnote.format(mark="1"),
        phrases.row.format(number=1),
        phrases.column.format(number=1),
        phrases.date.format(day=1, month=phrases.months[0], year=2026),
        *(phrases.image, phrases.link, phrases.caption, phrases.place, phrases.dated),
    ]


def test_every_language_is_whole(announcements: Announcements) -> None:
    assert set(announcements.by_language) >= {"en", "ru", "kk", "fa", "uk", "de", "fr", "es"}
    for phrases in announcements.by_language.values():
        words = asdict(phrases)
        assert len(set(words["months"])) == 12
        assert all(text.strip() == text and text for text in words.values() if type(text) is str)
        assert all("{" not in each for each in _filled(phrases))
        assert "7" in phrases.list_of(7)
        assert "7" in phrases.item_number(7)
        assert phrases.list_of(1) == phrases.list_of_one


def test_languages_without_words_get_english(announcements: Announcements) -> None:
    assert announcements.phrases("ka") == (announcements.by_language["en"], "en")
    assert announcements.phrases("fa-IR") == (announcements.by_language["fa"], "fa-IR")
    assert announcements.phrases("EN_gb")[1] == "EN_gb"
    assert not announcements.speak("")
