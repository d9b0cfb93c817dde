"""How long a story takes to hear, told beforehand and heard."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from tests.unit.playback.stage import story
from tidings.document import TITLE, Article, Paragraph, Position, Quote, Span
from tidings.extract import read
from tidings.playback import ScriptList, StoryTime, Voicing
from tidings.playback.recording import record
from tidings.playback.story_time import LONG
from tidings.resources import resource_folder
from tidings.source import fetch
from tidings.speech import (
    ArticleScript,
    ListeningTime,
    ScriptMaker,
    guessed_time,
    load_announcements,
    table_from_text,
)

SAMPLES = resource_folder() / "samples"


def script_of(article: Article, table: str = "some") -> ArticleScript:
    return ScriptMaker(load_announcements(), table_from_text(table))(article)


def measured(article: Article, table: str = "some") -> StoryTime:
    times = StoryTime(script_of(article, table))
    while not times.is_measured:
        times.measure_part()
    return times


@pytest.fixture(scope="module")
def samples() -> dict[str, Article]:
    pages = ("harbour-watch.html", "quiet-day.html")
    editions = [read(fetch(str(SAMPLES / page))) for page in pages]
    return {
        f"{number} {article.language}": article
        for number, edition in enumerate(editions)
        for article in edition.articles
    }


@pytest.mark.parametrize("rate", [175, 400])
@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("0 en", "none"),
        ("0 en", "some heading=sound quote=sound item=sound"),
        ("0 en", "most"),
        ("0 ru", "some"),
        ("0 kk", "some"),
        ("0 fa", "none"),
        ("1 en", "most"),
    ],
)
def test_a_story_takes_as_long_as_was_told(
    samples: dict[str, Article], name: str, table: str, rate: int, tmp_path: Path
) -> None:
    article = samples[name]
    told = measured(article, table).whole.minutes_at(rate)
    file = tmp_path / "heard.wav"
    stories = ScriptList((script_of(article, table),))
    record(stories, article.id, Voicing(rate=rate), file, lambda _utterance: None)
    with wave.open(str(file)) as sound:
        heard = sound.getnframes() / sound.getframerate() / 60
    assert told == pytest.approx(heard, rel=0.1)


def test_what_is_skipped_takes_no_time_and_what_is_announced_does() -> None:
    quoted = Article(
        "a", "", (Quote((Span("It rained."),)), Paragraph((Span("So it did."),))), language="en"
    )
    silent, announced = measured(quoted, "none").whole, measured(quoted, "most").whole
    assert announced.words > silent.words + 3
    assert announced.silence > silent.silence
    dated = Article("b", "", (), byline=("Ada Reed of the harbour office",), language="en")
    assert measured(dated, "some byline=skip").whole.words == 0


def test_the_time_left_shrinks_on_the_way_to_nothing() -> None:
    article = story("a", "One two three four.", "## Five", "Six seven.", title="A title")
    times = measured(article)
    whole = times.left(Position("a", TITLE))
    assert whole == times.whole
    places = [Position("a", TITLE)] + [
        Position("a", block, character)
        for block in range(3)
        for character in range(len(article.part_text(block)) + 1)
    ]
    left = [times.left(place) for place in places]
    minutes = [one.minutes_at(175) for one in left]
    assert minutes == sorted(minutes, reverse=True)
    assert len(set(minutes)) == len(minutes) - 2  # the end of a part is where the next begins
    assert times.left(Position("a", 2, 10)) == ListeningTime()
    assert times.left(Position("a", 9)) == ListeningTime()


def test_before_it_is_measured_it_is_guessed(samples: dict[str, Article]) -> None:
    article = samples["0 en"]
    guess = StoryTime(script_of(article)).whole.minutes_at(175)
    assert guess == pytest.approx(measured(article).whole.minutes_at(175), rel=0.25)
    words = sum(len(article.part_text(part).split()) for part in article.parts)
    assert guessed_time(words).minutes_at(175) == pytest.approx(guess, rel=0.25)


def test_a_part_that_would_take_long_to_measure_is_guessed_for_good() -> None:
    long = story("a", "All day long. " * (LONG // 14 + 1), "A short one.")
    times = StoryTime(script_of(long))
    before = times.left(Position("a", 0))
    while not times.is_measured:
        times.measure_part()
    assert times.left(Position("a", 1)).silence == pytest.approx(400)
    assert times.left(Position("a", 0)).words == pytest.approx(before.words, rel=0.001)
