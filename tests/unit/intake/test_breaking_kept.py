"""What is watched for is the same after it was written down, and damage costs no more than that."""

from __future__ import annotations

import json
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.intake.breaking import MOST_SHOWN, Shown, Watch
from tidings.intake.breaking_kept import watch_from_dismissed, watch_from_text, watch_to_text
from tidings.intake.headlines import Headline

TEXTS = st.text(max_size=20)
HEADLINES = st.builds(Headline, TEXTS.filter(lambda text: bool(text.strip())), TEXTS, TEXTS, TEXTS)
TIMES = st.none() | st.datetimes(timezones=st.just(UTC))
WATCHES = st.builds(
    Watch,
    st.lists(st.builds(Shown, HEADLINES, st.booleans(), TIMES), max_size=MOST_SHOWN).map(tuple),
    st.lists(HEADLINES, max_size=5).map(tuple),
    TIMES,
    st.lists(HEADLINES, max_size=5).map(tuple),
    st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "banner",
                    "known",
                    "looked",
                    "unwanted",
                    "announced_at",
                    "text",
                    "not_before",
                    "url",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(WATCHES)
def test_it_is_the_same_afterwards(watch: Watch) -> None:
    again = watch_from_text(watch_to_text(watch))
    assert again == watch
    # Also what is no part of being the same headline.
    for one, other in zip(again.banner, watch.banner, strict=True):
        assert one.headline.page == other.headline.page
        assert one.headline.language == other.headline.language


@given(JSON)
def test_whatever_stands_there_makes_a_watch(damaged: object) -> None:
    watch = watch_from_text(json.dumps(damaged))
    assert watch_from_text(watch_to_text(watch)) == watch
    assert isinstance(watch_from_dismissed(json.dumps(damaged)), Watch)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "[" * 100_000, '{"banner": 3}'])
def test_a_text_that_is_none_is_an_empty_watch(text: str) -> None:
    assert watch_from_text(text) == Watch()


def test_what_is_damaged_costs_only_itself_and_says_nothing_twice() -> None:
    text = json.dumps(
        {
            "banner": [{"text": "Ferry"}, {"text": 3}, 7, {"text": " "}, {"url": "x"}],
            "known": [["Storm", "u"], ["one"], 5],
            "announced_at": "2026-11-29T08:00:00",
        }
    )
    watch = watch_from_text(text)
    assert watch.banner == (Shown(Headline("Ferry"), announced=True),)
    assert watch.known == (Headline("Storm", "u"),)
    # A time without a zone could not be compared with others.
    assert watch.announced_at is None


def test_what_an_older_version_left_out_is_not_wanted() -> None:
    assert watch_from_dismissed('["Ferry", 3]').unwanted == (Headline("Ferry"),)
    for text in ("", "{", "3", '"Ferry"'):
        assert watch_from_dismissed(text) == Watch()


def test_the_text_is_no_longer_than_it_must_be() -> None:
    headline = Headline("Землетрясение у Курил", "https://news.example/a/1.html")
    text = watch_to_text(Watch(known=(headline,)))
    assert headline.text in text
    assert len(text) < 160


def test_what_is_no_character_can_be_kept() -> None:
    text = watch_to_text(Watch(known=(Headline("Ferry \ud800 aground"),)))
    assert watch_from_text(text).known[0].words == ("ferry", "aground")
    assert text.encode()
