"""Breaking news above all while there is any, and nothing when there is none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel

from tests.gui.window.conftest import SAMPLES, Open, Site
from tests.gui.window.steps import Opened, is_seen, name_of, process, wait_until
from tidings.intake.breaking import LATER
from tidings.playback import Mode
from tidings.ui.listening import HEADLINE as HEADLINE_ID

HEADLINE = "Evening ferry stays in port: fog on the sound until morning"
LOGBOOK = "A Lighthouse Logbook Comes Home After Sixty Years"
PAGE = """<!doctype html><html lang="en"><head><title>Fog</title>
<script>var imgEnhancerBreakpoints = [0];</script></head><body class="pg-section">
<div class="c-hlights c-hlights--breaking"><span class="c-hlights__label"><span>Breaking</span>
</span><ul class="c-hlights__items"><li class="c-hlights__item"><a href="{href}">One thing</a></li>
<li class="c-hlights__item"><a href="{href}">Another thing</a></li></ul></div>
<div id="content"><h1 class="pg-title">Fog lies on the sound</h1><div id="article-content">
<div class="wsw"><p>The evening boat did not sail, and forty people slept in the school hall, where
the baker brought them bread before it was light.</p></div></div></div></body></html>"""


def labels(opened: Opened) -> list[str]:
    return [name_of(button) for button in opened.window.breaking.buttons]


def test_a_headline_is_shown_with_its_three_choices(sample: Opened) -> None:
    bar = sample.window.breaking
    assert is_seen(bar)
    assert bar.accessibleName() == "Breaking News"
    assert labels(sample) == [
        HEADLINE,
        f"Hear now: {HEADLINE}",
        f"Later: {HEADLINE}",
        f"Not this one: {HEADLINE}",
    ]


def test_an_empty_bar_is_not_there(opening: Open) -> None:
    opened = opening(str(SAMPLES / "quiet-day.html"))
    assert not opened.window.breaking.isVisible()
    assert labels(opened) == []
    assert not any("Breaking" in told for told in opened.told)


def test_a_bar_goes_when_a_page_without_news_comes(sample: Opened) -> None:
    sample.window.breaking.buttons[0].setFocus()
    sample.reader.desk.open(str(SAMPLES / "quiet-day.html"))
    sample.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    process()
    assert not sample.window.breaking.isVisible()
    assert sample.focus is sample.window.view


def test_not_this_one_is_for_good(sample: Opened, opening: Open) -> None:
    sample.press("Return", on=sample.window.breaking.buttons[3])
    assert not sample.window.breaking.isVisible()
    assert sample.focus is sample.window.view
    sample.reader.desk.open(str(SAMPLES / "harbour-watch.html"))
    wait_until(lambda: sample.told.count("Harbour Watch: 5 stories.") == 2)
    assert not sample.window.breaking.isVisible()
    sample.end()
    again = opening(str(SAMPLES / "harbour-watch.html"))
    assert not again.window.breaking.isVisible()


def test_later_is_in_half_an_hour(sample: Opened) -> None:
    watch = sample.reader.news.breaking.watch
    now = watch.now()
    watch.now = lambda: now
    sample.press("Return", on=sample.window.breaking.buttons[2])
    assert not sample.window.breaking.isVisible()
    assert sample.focus is sample.window.view
    assert sample.told[-1] == f"Put off for half an hour: {HEADLINE}"
    # Opening the page again does not bring it.
    sample.reader.desk.open(str(SAMPLES / "harbour-watch.html"))
    wait_until(lambda: sample.told.count("Harbour Watch: 5 stories.") == 2)
    assert not sample.window.breaking.isVisible()
    watch.now = lambda: now + LATER
    watch.look()
    assert labels(sample)[0] == HEADLINE
    # Then it is told, though the page is not watched: that was asked for.
    sample.wait_for_message(f"Breaking news: {HEADLINE}")


def test_of_two_headlines_the_other_stays_and_has_the_focus(opening: Open, tmp_path: Path) -> None:
    page = tmp_path / "fog.html"
    page.write_text(PAGE.format(href="https://example.org/"), encoding="utf-8")
    opened = opening(str(page))
    assert len(labels(opened)) == 8
    opened.press("Return", on=opened.window.breaking.buttons[3])
    assert labels(opened)[0] == "Another thing"
    assert len(labels(opened)) == 4
    assert opened.focus is opened.window.breaking.buttons[0]


def test_of_two_headlines_the_first_has_the_focus_when_the_last_goes(
    opening: Open, tmp_path: Path
) -> None:
    page = tmp_path / "fog.html"
    page.write_text(PAGE.format(href="https://example.org/"), encoding="utf-8")
    opened = opening(str(page))
    opened.press("Return", on=opened.window.breaking.buttons[7])
    assert labels(opened)[0] == "One thing"
    assert len(labels(opened)) == 4
    assert opened.focus is opened.window.breaking.buttons[0]


def test_a_headline_opens_its_page(opening: Open, site: Site) -> None:
    href = site.page("/quiet-day.html", (SAMPLES / "quiet-day.html").read_bytes())
    opened = opening(site.page("/fog.html", PAGE.format(href=href).encode()))
    opened.press("Return", on=opened.window.breaking.buttons[0])
    opened.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    process()
    assert opened.focus is opened.window.view


def test_a_headline_that_leads_nowhere_is_no_button(opening: Open, tmp_path: Path) -> None:
    page = tmp_path / "fog.html"
    page.write_text(PAGE.format(href=""), encoding="utf-8")
    opened = opening(str(page))
    assert labels(opened)[0] == "Hear now: One thing"
    told = [label.text() for label in opened.window.breaking.findChildren(QLabel)]
    assert "One thing" in told


def test_hear_now_speaks_the_headline_alone_and_then_there_is_silence(sample: Opened) -> None:
    said: list[str] = []
    sample.reader.speaker.said.connect(said.append)
    sample.press("Return", on=sample.window.breaking.buttons[1])
    wait_until(lambda: HEADLINE in said)
    wait_until(lambda: sample.reader.speaker.mode is Mode.STOPPED)
    process()
    assert [text for text in said if text] == [HEADLINE]
    assert "That was the last story." not in sample.told
    assert not sample.reader.desk.marks.of(HEADLINE_ID).read
    assert sample.reader.desk.marks.place(HEADLINE_ID) is None
    # Afterwards the list is the queue again.
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: LOGBOOK in said)
    sample.press("N")
    wait_until(lambda: sample.title.startswith("Библиобус"))


def test_a_story_that_a_headline_interrupts_goes_on_after_it(sample: Opened) -> None:
    said: list[str] = []
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    sample.reader.speaker.said.connect(said.append)
    sample.press("Return", on=sample.window.breaking.buttons[1])
    wait_until(lambda: HEADLINE in said)
    wait_until(lambda: bool(said) and said[-1] not in ("", HEADLINE), f"{said}")
    article = sample.window.list.ids[0]
    position = sample.reader.speaker.position
    assert position is not None
    assert position.article == article


def test_a_headline_can_be_stopped_and_stays_so(sample: Opened) -> None:
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    sample.press("Return", on=sample.window.breaking.buttons[1])
    wait_until(lambda: sample.reader.speaker.mode is Mode.PLAYING)
    sample.press("Esc")
    assert sample.reader.speaker.mode is Mode.STOPPED
    process()
    assert sample.reader.speaker.mode is Mode.STOPPED
