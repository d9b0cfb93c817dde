"""What breaks is said once, between sentences, and not too often."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.document import Article, BreakingNews, Edition, NewsItem
from tidings.intake import breaking
from tidings.intake.breaking import LATER, QUIET, Voice, Watch
from tidings.intake.headlines import Headline, headlines_by_pattern, headlines_of_bar

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
FERRY = Headline("Ferry aground off Brae", "https://news.example/a/1.html")
STORM = Headline("Storm closes all harbours", "https://news.example/a/2.html")
TERNS = Headline("Terns are back", "https://news.example/a/3.html")


def watching(*headlines: Headline) -> Watch:
    return breaking.found(Watch(), headlines)


def announced(watch: Watch, now: datetime = NOW) -> Watch:
    step = breaking.announcing(watch, now, Voice.SILENT)
    assert step.announced
    return step.watch


# --- which are new ----------------------------------------------------------------------


def test_the_headlines_of_a_bar() -> None:
    news = BreakingNews(
        "Breaking", (NewsItem("A", "https://a.example"), NewsItem(" "), NewsItem("B"))
    )
    edition = Edition("https://news.example/", (), breaking=news)
    assert headlines_of_bar(edition) == (Headline("A", "https://a.example"), Headline("B"))
    assert headlines_of_bar(Edition("https://news.example/", ())) == ()


@pytest.mark.parametrize(
    ("pattern", "title", "fits"),
    [
        ("breaking", "BREAKING: Ferry aground", True),
        ("breaking", "Groundbreaking study", False),
        ("breaking news", "Breaking\u00a0News of the hour", True),
        ("breaking news", "Breaking the news", False),
        ("срочно, землетрясен*", "Землетрясение у Курил", True),
        ("срочно, землетрясен*", "После землетрясений", True),
        ("землетрясен", "Землетрясение", False),
        ("фوری، فوری", "خبر فوری: زلزله", True),
        ("c++ (2), [x]", "On C++ (2) and more", True),
        ("a*b", "aXb", False),
        ("", "anything", False),
        (" , *, ", "anything", False),
        ("⚡", "⚡ Ferry", True),
    ],
)
def test_a_pattern_is_words_as_they_are_typed(pattern: str, title: str, fits: bool) -> None:
    found = headlines_by_pattern((Article("1", title, (), "u"),), pattern, NOW)
    assert found == ((Headline(title, "u"),) if fits else ())


@pytest.mark.parametrize(
    ("published", "fits"),
    [
        (None, True),
        (NOW - timedelta(hours=12), True),
        (NOW - timedelta(hours=13), False),
        (NOW.replace(tzinfo=None) - timedelta(hours=13), False),
        (NOW + timedelta(hours=1), True),
    ],
)
def test_an_old_story_does_not_break(published: datetime | None, fits: bool) -> None:
    article = Article("1", "Breaking: ferry", (), published=published)
    assert bool(headlines_by_pattern((article,), "breaking", NOW)) is fits


@pytest.mark.parametrize(
    ("again", "is_new"),
    [
        (FERRY, False),
        # The same words, whatever signs and wherever; at its address, most of the same words.
        (Headline("FERRY aground — off Brae!", "https://other.example/x"), False),
        (Headline("Ferry aground off Brae, 3 missing", FERRY.url), False),
        (Headline(f"{FERRY.text}: five boats are searching all night long", FERRY.url), False),
        (Headline("Ferry ran aground", "https://NEWS.example/a/1.html/#now"), False),
        # A page that is written on all day has other headlines in time.
        (Headline("All passengers are safe", FERRY.url), True),
        (Headline("Ferry aground off Brae, 3 missing", "https://other.example/x"), True),
        (STORM, True),
    ],
)
def test_what_is_known_is_not_new(again: Headline, is_new: bool) -> None:
    watch = breaking.found(watching(FERRY), (again,))
    assert breaking.banner(watch, NOW) == ((FERRY, again) if is_new else (FERRY,))


def test_headlines_without_a_word_are_told_apart() -> None:
    assert len(watching(Headline("⚡"), Headline("🔥"), Headline("⚡")).banner) == 2


def test_an_address_that_is_none_does_no_harm() -> None:
    broken = Headline("Ferry aground", "http://[")
    assert breaking.found(watching(broken, STORM), (broken,)).banner == (
        breaking.Shown(broken),
        breaking.Shown(STORM),
    )


def test_what_is_there_at_the_first_look_is_no_news() -> None:
    watch = breaking.found(breaking.took_note(Watch(), (FERRY,)), (FERRY, STORM))
    assert breaking.banner(watch, NOW) == (STORM,)


def test_what_is_still_there_is_not_forgotten() -> None:
    watch = watching(FERRY)
    for number in range(2_500):
        watch = breaking.took_note(watch, (FERRY, Headline(f"{number}")))
        assert FERRY in watch.known
    assert len(watch.known) == breaking.MOST_KNOWN
    assert breaking.found(watch, (FERRY,)).banner == watch.banner


# --- when one is said -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("voice", "is_said"),
    [(Voice.SILENT, True), (Voice.BETWEEN_SENTENCES, True), (Voice.IN_SENTENCE, False)],
)
def test_a_sentence_is_never_cut(voice: Voice, is_said: bool) -> None:
    step = breaking.announcing(watching(FERRY, STORM), NOW, voice)
    assert step.announced == (FERRY if is_said else None)
    assert step.more == (1 if is_said else 0)
    # The end of the sentence is when to look again.
    assert step.again_at is None


def test_the_next_comes_five_minutes_later() -> None:
    watch = announced(watching(FERRY, STORM))
    early = breaking.announcing(watch, NOW + QUIET - MINUTE, Voice.SILENT)
    assert (early.announced, early.again_at) == (None, NOW + QUIET)
    assert breaking.announcing(watch, NOW + QUIET, Voice.SILENT).announced == STORM


def test_when_all_is_said_there_is_nothing_to_wait_for() -> None:
    step = breaking.announcing(announced(watching(FERRY)), NOW + 99 * MINUTE, Voice.SILENT)
    assert (step.announced, step.again_at) == (None, None)
    # It stays in the banner until it is read.
    assert breaking.banner(step.watch, NOW + 99 * MINUTE) == (FERRY,)


def test_a_clock_that_was_set_back_silences_nothing() -> None:
    watch = breaking.put_off(announced(watching(FERRY, STORM)), FERRY, NOW)
    before = NOW - timedelta(days=1)
    assert breaking.banner(watch, before) == (FERRY, STORM)
    assert breaking.announcing(watch, before, Voice.SILENT).announced == FERRY


# --- the reader's keys --------------------------------------------------------------------------


def test_hear_now_does_not_wait() -> None:
    watch = announced(watching(FERRY, STORM))
    step = breaking.asked(watch, NOW + MINUTE)
    assert (step.announced, step.more) == (STORM, 0)
    # What was asked for counts, and is not said by itself as well.
    late = breaking.announcing(step.watch, NOW + 30 * MINUTE, Voice.SILENT)
    assert late.announced is None
    # Asked once more, it says the newest again.
    assert breaking.asked(step.watch, NOW + MINUTE).announced == STORM
    assert breaking.asked(Watch(), NOW).announced is None


def test_one_that_was_heard_by_its_button_is_not_announced_as_well() -> None:
    watch = breaking.heard(watching(FERRY, STORM), STORM, NOW)
    assert breaking.announcing(watch, NOW + QUIET, Voice.SILENT).more == 0
    assert breaking.heard(watch, TERNS, NOW) == watch


def test_later_puts_one_off_and_brings_it_again() -> None:
    watch = breaking.put_off(announced(watching(FERRY)), FERRY, NOW)
    assert breaking.banner(watch, NOW + MINUTE) == ()
    early = breaking.announcing(watch, NOW + MINUTE, Voice.SILENT)
    assert (early.announced, early.again_at) == (None, NOW + LATER)
    assert breaking.asked(watch, NOW + MINUTE).announced is None
    then = NOW + LATER
    assert breaking.banner(watch, then) == (FERRY,)
    assert breaking.announcing(watch, then, Voice.SILENT).announced == FERRY
    # The source that brings it meanwhile changes nothing.
    assert breaking.found(watch, (FERRY,)) == watch


def test_not_this_one_is_for_good() -> None:
    watch = breaking.taken_away(watching(FERRY, STORM), FERRY)
    assert breaking.banner(watch, NOW) == (STORM,)
    assert breaking.found(watch, (FERRY,)).banner == watch.banner


# --- sources and pages ---------------------------------------------------------------------------

FRONT = "https://news.example/"


def test_the_first_look_at_a_source_takes_note_and_the_next_finds() -> None:
    watch = breaking.looked_at(Watch(), FRONT, "", (FERRY,), (STORM,))
    assert breaking.banner(watch, NOW) == ()
    watch = breaking.looked_at(watch, FRONT, "", (FERRY, TERNS), (STORM,))
    assert breaking.banner(watch, NOW) == (TERNS,)
    # Another source has a first look of its own, and so has one that was left alone.
    quake = Headline("Quake hits isles")
    other = breaking.looked_at(watch, "https://other.example/", "", (quake,), ())
    assert breaking.banner(other, NOW) == (TERNS,)
    again = breaking.looked_at(breaking.left_alone(watch, FRONT), FRONT, "", (quake,), ())
    assert breaking.banner(again, NOW) == (TERNS,)


def test_what_other_words_find_the_first_time_is_no_news_but_the_bar_is() -> None:
    watch = breaking.looked_at(Watch(), FRONT, "storm", (), ())
    watch = breaking.looked_at(watch, FRONT, "storm, terns", (FERRY,), (TERNS,))
    assert breaking.banner(watch, NOW) == (FERRY,)
    watch = breaking.looked_at(watch, FRONT, "storm, terns", (FERRY,), (TERNS, STORM))
    assert breaking.banner(watch, NOW) == (FERRY, STORM)


def test_a_source_cannot_fill_the_banner_or_the_memory() -> None:
    watch = breaking.looked_at(Watch(), FRONT, "", (), ())
    many = tuple(Headline(f"{number} " + "long " * 500) for number in range(3_000))
    watch = breaking.looked_at(watch, FRONT, "", many, ())
    assert len(watch.banner) == breaking.MOST_SHOWN
    assert watch.banner[-1].headline.text.startswith("2999 ")
    assert len(watch.known) == breaking.MOST_KNOWN
    assert max(len(headline.text) for headline in watch.known) == breaking.LONGEST


def test_what_the_page_that_is_open_shows_is_not_announced() -> None:
    watch = breaking.page_opened(watching(FERRY, STORM), (FERRY, TERNS))
    step = breaking.announcing(watch, NOW, Voice.SILENT)
    assert (step.announced, step.more) == (STORM, 0)
    assert breaking.found(watch, (TERNS,)).banner == watch.banner
    # One that was put off comes again all the same: that was asked for.
    later = breaking.page_opened(breaking.put_off(watching(FERRY), FERRY, NOW), (FERRY,))
    assert breaking.announcing(later, NOW + LATER, Voice.SILENT).announced == FERRY


def test_a_page_shows_neither_what_was_read_nor_what_was_put_off() -> None:
    bar = (FERRY, STORM, TERNS)
    watch = breaking.page_opened(Watch(), bar)
    assert breaking.of_page(watch, bar, NOW) == bar
    watch = breaking.put_off(breaking.taken_away(watch, FERRY), STORM, NOW)
    assert breaking.of_page(watch, bar, NOW) == (TERNS,)
    # Whatever its case and signs are, and wherever it leads.
    again = Headline("FERRY aground, off Brae", "https://news.example/other")
    assert breaking.of_page(watch, (again,), NOW) == ()
    assert breaking.of_page(watch, bar, NOW + LATER) == (STORM, TERNS)
    assert breaking.banner(watch, NOW + LATER) == (STORM,)


def test_what_is_not_wanted_on_a_page_does_not_break_elsewhere() -> None:
    watch = breaking.taken_away(Watch(), FERRY)
    assert breaking.found(watch, (Headline(FERRY.text, "https://other.example/"),)).banner == ()


HEADLINES = st.builds(
    Headline,
    st.sampled_from(["Ferry aground", "Storm", "Terns are back", "⚡", "Quake hits isles"]),
    st.sampled_from(["", "https://news.example/1", "https://news.example/2"]),
)
STEPS = st.one_of(
    st.tuples(st.just("found"), st.lists(HEADLINES, max_size=3)),
    st.tuples(st.just("announcing"), st.sampled_from(Voice)),
    st.tuples(st.just("asked"), st.none()),
    st.tuples(st.just("taken_away"), HEADLINES),
)


@given(st.lists(st.tuples(STEPS, st.integers(0, 400)), max_size=40))
def test_whatever_happens_nothing_is_announced_twice_or_too_soon(
    course: list[tuple[tuple[str, object], int]],
) -> None:
    now, watch = NOW, Watch()
    said: list[Headline] = []
    last: datetime | None = None
    for (what, value), seconds in course:
        now += timedelta(seconds=seconds)
        match what, value:
            case "found", list(headlines):
                watch = breaking.found(watch, headlines)
            case "announcing", Voice() as voice:
                step = breaking.announcing(watch, now, voice)
                watch = step.watch
                if step.announced:
                    assert voice is not Voice.IN_SENTENCE
                    assert last is None or now - last >= QUIET
                    said.append(step.announced)
                    last = now
            case "asked", None:
                step = breaking.asked(watch, now)
                watch, last = step.watch, now if step.announced else last
            case _, Headline() as headline:
                watch = breaking.taken_away(watch, headline)
    assert len({headline.words for headline in said}) == len(said)
