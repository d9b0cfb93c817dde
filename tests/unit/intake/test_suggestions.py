"""The list of sources to begin with is whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tidings.extract import SourceKind, Subscription, read_opml, write_opml
from tidings.intake import Reason, Suggestion, load_suggestions, why

LANGUAGES = {"en", "ru", "uk", "kk", "fa", "de", "fr", "es"}


def test_every_language_has_a_choice() -> None:
    found = Counter(each.language for each in load_suggestions())
    assert set(found) == LANGUAGES
    assert min(found.values()) >= 2


def test_every_source_is_whole_and_there_once() -> None:
    found = load_suggestions()
    for each in found:
        address = urlsplit(each.address)
        assert address.scheme == "https"
        assert "." in address.netloc
        assert each.title == each.title.strip() != ""
        assert why(each).endswith(".")
    assert len({each.address for each in found}) == len(found)
    assert len({(each.title, each.language) for each in found}) == len(found)
    assert {each.kind for each in found} == set(SourceKind)
    assert {each.reason for each in found} == set(Reason)


def test_it_can_be_exchanged_as_a_list() -> None:
    wanted = {Subscription(each.title, each.address, kind=each.kind) for each in load_suggestions()}
    assert set(read_opml(write_opml(wanted)).subscriptions) == wanted


ENTRY = """[[source]]
title = "A"
address = "https://a.example/"
language = "en"
kind = "feed"
why = "agency"
"""


def test_a_list_of_another_file(tmp_path: Path) -> None:
    file = tmp_path / "sources.toml"
    file.write_text(ENTRY)
    assert load_suggestions(file) == (
        Suggestion("A", "https://a.example/", "en", SourceKind.FEED, Reason.AGENCY),
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [('title = "A"\n', ""), ('"feed"', '"film"'), ('"agency"', '"because"'), ("[[", "[")],
)
def test_a_list_that_is_not_whole_is_noticed(tmp_path: Path, old: str, new: str) -> None:
    file = tmp_path / "sources.toml"
    file.write_text(ENTRY.replace(old, new))
    with pytest.raises((KeyError, ValueError, TypeError)):
        load_suggestions(file)
