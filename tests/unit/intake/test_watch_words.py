"""Words to watch for, in the language of a source."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tidings.document import Article
from tidings.intake import load_suggestions, usual_watch_words
from tidings.intake.headlines import headlines_by_pattern
from tidings.resources import resource_folder

NOW = datetime(2026, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize("language", sorted({each.language for each in load_suggestions()}))
def test_each_language_that_sources_are_offered_in_has_words(language: str) -> None:
    words = usual_watch_words(language)
    assert 3 < len(words.split(",")) < 8
    for word in words.split(","):
        title = word.strip().removesuffix("*")
        article = Article(id=title, title=title, blocks=())
        assert headlines_by_pattern([article], words, NOW), title


def test_it_is_found_by_any_tag_of_a_language_and_others_have_none() -> None:
    assert usual_watch_words("en-GB") == usual_watch_words("EN_us") == usual_watch_words("en") != ""
    assert usual_watch_words("tlh") == usual_watch_words("") == ""


def test_there_is_no_word_twice() -> None:
    for words in tomllib.loads(
        (resource_folder() / "watch-words.toml").read_text("utf-8")
    ).values():
        assert len(set(words.split(", "))) == len(words.split(", "))


def test_a_list_that_is_missing_or_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"):
        usual_watch_words("en", tmp_path / "none.toml")
    (tmp_path / "some.toml").write_text("en = ")
    with pytest.raises(ValueError, match="Invalid"):
        usual_watch_words("en", tmp_path / "some.toml")
