"""Breaking news of sources that are watched: told once, shown until read, at the reader's keys."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QPushButton

from tests.gui.parts.notice_service import Desktop
from tests.gui.window.conftest import SAMPLES, Open, Site
from tests.gui.window.front_page import front_page
from tests.gui.window.steps import Opened, name_of, process, wait_until
from tests.sound.bus import SessionBus, missing_tools
from tidings.intake.breaking import LATER, QUIET
from tidings.library import Library, NewSource, Source, SourceChoices, SourceKind
from tidings.playback import Mode, SleepIn
from tidings.ui.breaking.telling import AFTER_TONE
from tidings.ui.message_pacing import Message
from tidings.ui.window import Pane

FERRY = "Ferry aground off Brae"
STORM = "Storm closes all harbours"
QUIET_DAY = "Nothing Happened, and the Town Wrote It Down"
FEED = """<rss version="2.0"><channel><title>The weir</title>{items}</channel></rss>"""
NEWS = (
    "<item><title>{title}</title><link>{link}</link><description>The water stands at the third "
    "step of the old quay, and the ferrymen say it will be at the fourth by night.</description>"
    "</item>"
)


def page(site: Site, *headlines: str) -> str:
    """Put a page there whose bar has these headlines; return its address."""
    return site.page("/front", front_page(site.address, *headlines), ETag=f'"{len(headlines)}"')


def feed(site: Site, *titles: str) -> str:
    items = "".join(NEWS.format(title=title, link=f"{site.address}/{title}") for title in titles)
    return site.page("/feed.xml", FEED.format(items=items).encode(), Content_Type="text/xml")


def refresh(opened: Opened) -> None:
    """Ask all sources, and wait until what came is kept and what breaks is told."""
    wait_until(lambda: not opened.reader.news.refreshing.is_under_way)
    done: list[bool] = []
    connection = opened.reader.news.refreshing.done.connect(lambda: done.append(True))
    opened.reader.news.refreshing.refresh(by_hand=True)
    wait_until(lambda: bool(done))
    opened.reader.news.refreshing.done.disconnect(connection)
    settle(opened)


def settle(opened: Opened) -> None:
    kept: list[bool] = []
    for _ in range(2):
        opened.reader.keeping.do(lambda _library: True, kept.append)
        count = len(kept) + 1
        wait_until(lambda count=count: len(kept) >= count)  # type: ignore[misc]
    # A tone goes before the message.
    ends = QDeadlineTimer(AFTER_TONE + 50)
    wait_until(ends.hasExpired)
    process()


def tones(opened: Opened) -> list[str]:
    """Note which tones are sounded by themselves from now on."""
    sounded: list[str] = []
    opened.reader.speaker.sound_tone = sounded.append  # type: ignore[assignment,method-assign]
    return sounded


def shown(opened: Opened) -> list[str]:
    """The headlines in the bar."""
    return [button.text() for button in opened.window.breaking.buttons[::4]]


def breaking_told(opened: Opened) -> list[str]:
    return [told for told in opened.told if told.startswith("Breaking news: ")]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionBus]:
    if missing := missing_tools():
        told = f"missing for the tests of notices: {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    with SessionBus() as private:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private.address)
        yield private


@pytest.fixture
def watching(opening: Open, site: Site) -> Opened:
    """A window on a page without news, that watches another one, which has none either."""
    address = page(site)
    opened = opening(str(SAMPLES / "quiet-day.html"))
    source = NewSource(address, "Fog", choices=SourceChoices(watch_breaking=True), named_by="")
    opened.reader.keeping.do(lambda library: library.follow(source))
    refresh(opened)
    return opened


def test_what_breaks_is_told_once_by_a_tone_and_a_message(watching: Opened, site: Site) -> None:
    sounded = tones(watching)
    refresh(watching)
    assert not watching.window.breaking.isVisible()
    page(site, FERRY)
    refresh(watching)
    assert breaking_told(watching) == [f"Breaking news: {FERRY}"]
    assert sounded == ["breaking"]
    assert shown(watching) == [FERRY]
    # The same again, and in other words at its address.
    refresh(watching)
    page(site, f"{FERRY}: three missing")
    refresh(watching)
    assert len(breaking_told(watching)) == len(sounded) == 1


def test_what_is_there_when_it_is_marked_is_no_news(opening: Open, site: Site) -> None:
    opened = opening(page(site, FERRY))
    opened.press("Ctrl+D")
    opened.wait_for_message("Followed: Fog.")
    sounded = tones(opened)
    opened.press("Ctrl+Shift+W")
    opened.wait_for_message("Watched for breaking news: Fog. It is asked every 5 minutes.")
    refresh(opened)
    assert breaking_told(opened) == []
    page(site, STORM, FERRY)
    refresh(opened)
    assert breaking_told(opened) == [f"Breaking news: {STORM}"]
    assert sounded == ["breaking"]
    opened.press("Ctrl+Shift+W")
    opened.wait_for_message("Not watched for breaking news any more: Fog.")
    page(site, "Boats sail again")
    refresh(opened)
    assert len(breaking_told(opened)) == 1


def test_a_first_look_at_what_has_not_changed_is_one(opening: Open, site: Site) -> None:
    address = page(site, FERRY)
    opened = opening(str(SAMPLES / "quiet-day.html"))
    source = NewSource(address, "Fog", named_by="")
    opened.reader.keeping.do(lambda library: library.follow(source))
    refresh(opened)

    def watch(library: Library) -> bool:
        library.choose(address, SourceChoices(watch_breaking=True))
        return True

    opened.reader.keeping.do(watch)
    site.page("/front", b"", status=304)
    refresh(opened)
    assert breaking_told(opened) == []
    # Now it is known what was there, and what comes after it is news.
    page(site, FERRY, STORM)
    refresh(opened)
    assert breaking_told(opened) == [f"Breaking news: {STORM}"]


def test_items_of_a_feed_break_by_their_words(opening: Open, site: Site) -> None:
    address = feed(site, "Breaking: old news")
    opened = opening(str(SAMPLES / "quiet-day.html"))
    choices = SourceChoices(watch_breaking=True, watch_words="breaking, flood*")
    source = NewSource(address, "The weir", SourceKind.FEED, choices=choices, named_by="")
    opened.reader.keeping.do(lambda library: library.follow(source))
    refresh(opened)
    feed(site, "Floods at the mill", "Tea in the hall", "Breaking: old news")
    refresh(opened)
    assert breaking_told(opened) == ["Breaking news: Floods at the mill"]
    assert shown(opened) == ["Floods at the mill"]


def test_the_next_is_told_five_minutes_later(watching: Opened, site: Site) -> None:
    watch = watching.reader.news.breaking.watch
    start = datetime.now().astimezone()
    watch.now = lambda: start
    page(site, FERRY, STORM)
    refresh(watching)
    assert breaking_told(watching) == [f"Breaking news: {FERRY}. And 1 more."]
    assert shown(watching) == [FERRY, STORM]
    watch.now = lambda: start + QUIET - timedelta(seconds=1)
    watch.look()
    settle(watching)
    assert len(breaking_told(watching)) == 1
    watch.now = lambda: start + QUIET
    watch.look()
    settle(watching)
    assert breaking_told(watching)[1:] == [f"Breaking news: {STORM}"]


def test_the_reader_need_not_wait(watching: Opened, site: Site) -> None:
    page(site, FERRY, STORM)
    refresh(watching)
    said: list[str] = []
    watching.reader.speaker.said.connect(said.append)
    watching.press("Ctrl+B")
    wait_until(lambda: STORM in said)
    wait_until(lambda: watching.reader.speaker.mode is Mode.STOPPED)
    process()
    # Heard to its end it is read, and no news any more; the other one is still there.
    assert shown(watching) == [FERRY]
    assert breaking_told(watching)[1:] == [f"Breaking news: {STORM}"]


def hear(opened: Opened) -> None:
    """Have what breaks said, and listen to its end."""
    opened.press("Ctrl+B")
    wait_until(lambda: opened.reader.speaker.mode is not Mode.STOPPED)
    wait_until(lambda: opened.reader.speaker.mode is Mode.STOPPED)
    process()


def test_what_was_heard_to_its_end_is_what_the_other_keys_mean(
    watching: Opened, site: Site
) -> None:
    site.page("/a/0.html", (SAMPLES / "harbour-watch-2.html").read_bytes())
    page(site, FERRY, STORM)
    refresh(watching)
    hear(watching)
    assert shown(watching) == [FERRY]
    watching.press("Alt+B")
    assert watching.told[-1] == f"Put off for half an hour: {STORM}"
    assert shown(watching) == [FERRY]
    hear(watching)
    assert shown(watching) == []
    watching.press("Ctrl+Shift+B")
    wait_until(lambda: watching.title not in ("", QUIET_DAY))


def test_signs_that_no_voice_can_say_are_told_on_the_screen(watching: Opened, site: Site) -> None:
    watching.press("Space", on=watching.window.view)
    wait_until(lambda: watching.reader.speaker.mode is Mode.PLAYING)
    page(site, "— …")
    refresh(watching)
    watching.wait_for_message("Breaking news: — …")
    assert watching.reader.speaker.mode is Mode.PLAYING


def test_each_key_says_so_where_there_is_none(watching: Opened) -> None:
    for key in ("Ctrl+B", "Ctrl+Shift+B", "Alt+B", "Alt+Shift+B"):
        before = len(watching.told)
        watching.press(key)
        assert watching.told[before:] == ["There is no breaking news."], key


def test_later_and_not_this_one_by_their_keys(watching: Opened, site: Site) -> None:
    watch = watching.reader.news.breaking.watch
    start = datetime.now().astimezone()
    watch.now = lambda: start
    page(site, FERRY, STORM)
    refresh(watching)
    # What was told last is meant, wherever the focus is.
    watching.press("Alt+B", on=watching.window.list.view)
    assert watching.told[-1] == f"Put off for half an hour: {FERRY}"
    assert shown(watching) == [STORM]
    watching.press("Alt+Shift+B")
    assert watching.told[-1] == f"This headline will not be shown again: {STORM}"
    assert not watching.window.breaking.isVisible()
    refresh(watching)
    watch.now = lambda: start + LATER
    watch.look()
    settle(watching)
    assert shown(watching) == [FERRY]
    assert breaking_told(watching)[1:] == [f"Breaking news: {FERRY}"]


def test_what_was_told_last_is_opened_by_its_key_and_goes(watching: Opened, site: Site) -> None:
    story = (SAMPLES / "quiet-day.html").read_bytes().replace(b"Nothing Happened", b"It Floats")
    page(site, FERRY)
    refresh(watching)
    watching.press("Ctrl+Shift+B")
    # It is not there yet.
    wait_until(lambda: any("/a/0.html" in told or "127.0.0.1" in told for told in watching.told))
    assert shown(watching) == [FERRY]
    site.page("/a/0.html", story)
    watching.press("Ctrl+Shift+B")
    wait_until(lambda: watching.title.startswith("It Floats"))
    process()
    assert not watching.window.breaking.isVisible()
    assert watching.focus is watching.window.view


def test_a_skip_link_leads_to_it_while_there_is_any(watching: Opened, site: Site) -> None:
    links = watching.window.skip_links
    assert len(links.buttons) == 3
    page(site, FERRY)
    refresh(watching)
    assert [name_of(button) for button in links.buttons][3:] == ["Skip to breaking news"]
    watching.press("Return", on=links.buttons[-1])
    assert watching.focus is watching.window.breaking.buttons[0]
    assert watching.window.current_pane() is Pane.BREAKING
    # The bar comes after the links and the sizes in the tab order.
    links.buttons[-1].setFocus()
    sizes = len(watching.window.sizes.choices)
    for _ in range(sizes + 1):
        watching.press("Tab")
        if watching.focus is watching.window.breaking.buttons[0]:
            break
    assert watching.focus is watching.window.breaking.buttons[0]
    links.buttons[-1].setFocus()
    watching.press("Alt+Shift+B")
    assert len(links.buttons) == 3
    assert watching.focus is links.buttons[-1]


def test_the_focus_stays_where_it_is_when_more_comes(watching: Opened, site: Site) -> None:
    page(site, FERRY)
    refresh(watching)
    later = watching.window.breaking.buttons[2]
    later.setFocus()
    page(site, FERRY, STORM)
    refresh(watching)
    assert shown(watching) == [FERRY, STORM]
    assert watching.focus is later


def test_who_stays_on_what_was_heard_keeps_it_until_they_leave(
    watching: Opened, site: Site
) -> None:
    page(site, FERRY)
    refresh(watching)
    hear = watching.window.breaking.buttons[1]
    watching.press("Return", on=hear)
    wait_until(lambda: watching.reader.speaker.mode is not Mode.STOPPED)
    wait_until(lambda: watching.reader.speaker.mode is Mode.STOPPED)
    process()
    assert watching.focus is hear
    # It can still be put off.
    watching.press("Tab")
    assert shown(watching) == [FERRY]
    watching.window.list.view.setFocus()
    process()
    assert not watching.window.breaking.isVisible()


def test_three_are_shown_and_the_others_counted(watching: Opened, site: Site) -> None:
    many = [FERRY, STORM, "Terns are back", "Quake shakes the isles", "Bridge shut for the night"]
    page(site, *many)
    refresh(watching)
    assert shown(watching) == many[2:]
    bar = watching.window.breaking
    assert "And 2 more." in [label.text() for label in bar.findChildren(type(bar._label))]
    watching.press("Return", on=bar.buttons[3])
    assert shown(watching) == [STORM, *many[3:]]


@pytest.mark.parametrize("points", [12, 28])
def test_each_headline_has_a_row_of_its_own(watching: Opened, site: Site, points: int) -> None:
    watching.window.set_text_size(points)
    page(site, FERRY, STORM, "Terns are back")
    refresh(watching)
    buttons = watching.window.breaking.buttons
    rows = [{button.geometry().center().y() for button in buttons[n : n + 4]} for n in (0, 4, 8)]
    assert [len(row) for row in rows] == [1, 1, 1]
    assert len(set.union(*rows)) == 3
    # Screen readers come to them in the same order.
    bar = watching.window.breaking
    names = [name_of(child) for child in bar.findChildren(QPushButton)]
    assert names == [name_of(button) for button in buttons]


def test_the_page_that_is_open_shows_its_bar_and_it_is_not_told(
    watching: Opened, site: Site
) -> None:
    sounded = tones(watching)
    page(site, FERRY)
    watching.reader.desk.open(f"{site.address}/front")
    wait_until(lambda: shown(watching) == [FERRY])
    refresh(watching)
    assert breaking_told(watching) == sounded == []
    # What comes while it is open is news.
    page(site, FERRY, STORM)
    refresh(watching)
    assert breaking_told(watching) == [f"Breaking news: {STORM}"]
    assert shown(watching) == [FERRY, STORM]


def test_after_a_restart_it_is_there_and_not_told_again(
    watching: Opened, site: Site, opening: Open
) -> None:
    page(site, FERRY)
    refresh(watching)
    watching.end()
    again = opening(str(SAMPLES / "quiet-day.html"))
    sounded = tones(again)
    assert shown(again) == [FERRY]
    refresh(again)
    again.reader.news.breaking.watch.look()
    settle(again)
    assert breaking_told(again) == sounded == []


def test_what_an_older_version_left_out_stays_so(opening: Open) -> None:
    headline = "Evening ferry stays in port: fog on the sound until morning"
    first = opening(str(SAMPLES / "quiet-day.html"))
    first.reader.keeping.remember("dismissed-headlines", f'["{headline}"]')
    first.end()
    again = opening(str(SAMPLES / "harbour-watch.html"))
    assert not again.window.breaking.isVisible()


def test_a_watched_source_is_asked_every_five_minutes(watching: Opened, site: Site) -> None:
    found: list[Source | None] = []
    address = f"{site.address}/front"

    watching.reader.keeping.do(lambda library: (library.source(address),), found.extend)
    wait_until(lambda: bool(found))
    assert found[0] is not None
    assert found[0].next_check_at is not None
    assert found[0].checked_at is not None
    assert found[0].next_check_at - found[0].checked_at == timedelta(minutes=5)


def test_only_what_is_followed_can_be_watched(sample: Opened) -> None:
    sample.press("Ctrl+Shift+W")
    sample.wait_for_message("Only a source that is followed can be watched for breaking news.")


def test_amid_a_story_it_is_said_between_two_sentences(watching: Opened, site: Site) -> None:
    said: list[str] = []
    speaker = watching.reader.speaker
    sounded = tones(watching)
    watching.press("Space", on=watching.window.view)
    wait_until(lambda: speaker.mode is Mode.PLAYING)
    speaker.said.connect(said.append)
    page(site, FERRY)
    refresh(watching)
    wait_until(lambda: FERRY in said, f"{said}")
    wait_until(lambda: said[-1] != FERRY)
    # Shown and kept, and spoken by nobody else.
    assert breaking_told(watching) == [f"Breaking news: {FERRY}"]
    assert sounded == []
    assert speaker.mode is Mode.PLAYING
    assert shown(watching) == [FERRY]


def test_where_the_story_stops_before_it_is_told_at_once(watching: Opened, site: Site) -> None:
    speaker = watching.reader.speaker
    sounded = tones(watching)
    watching.press("Space", on=watching.window.view)
    wait_until(lambda: speaker.mode is Mode.PLAYING)
    page(site, FERRY)
    refresh(watching)
    watching.press("Esc")
    watching.wait_for_message(f"Breaking news: {FERRY}")
    assert sounded in (["breaking"], [])
    assert len(breaking_told(watching)) == 1


def test_who_fell_asleep_is_not_woken(watching: Opened, site: Site) -> None:
    speaker = watching.reader.speaker
    sounded = tones(watching)
    watching.press("Space", on=watching.window.view)
    wait_until(lambda: speaker.mode is Mode.PLAYING)
    speaker.on(SleepIn(300))
    watching.wait_for_message("The sleep timer has stopped it.")
    page(site, FERRY)
    refresh(watching)
    assert breaking_told(watching) == sounded == []
    assert shown(watching) == [FERRY]
    # The first key tells that somebody is there.
    watching.press("F6")
    settle(watching)
    assert breaking_told(watching) == [f"Breaking news: {FERRY}"]
    assert sounded == ["breaking"]


def told_outside(opened: Opened, site: Site, *, listens: bool, playing: bool = False) -> None:
    """Let a headline break while another program is in front."""
    reader = opened.reader
    reader.watch._take(listens)
    reader.news.breaking.telling.is_in_front = lambda: False
    if playing:
        opened.press("Space", on=opened.window.view)
        wait_until(lambda: reader.speaker.mode is Mode.PLAYING)
    page(site, FERRY)
    refresh(opened)
    opened.wait_for_message(f"Breaking news: {FERRY}")


def test_with_another_program_in_front_the_desktop_shows_it_and_a_click_opens_it(
    bus: SessionBus, watching: Opened, site: Site
) -> None:
    site.page("/a/0.html", (SAMPLES / "harbour-watch-2.html").read_bytes())
    with Desktop(bus.address) as desktop:
        told_outside(watching, site, listens=False)
        wait_until(lambda: bool(desktop.shown))
        assert desktop.shown[1][3:5] == ("Breaking news", FERRY)
        watching.window.showMinimized()
        desktop.click(1)
        wait_until(lambda: watching.title not in ("", QUIET_DAY), f"{watching.told}")
        process()
        assert not watching.window.isMinimized()
        assert shown(watching) == []


def test_what_was_read_in_the_window_goes_from_the_desktop(
    bus: SessionBus, watching: Opened, site: Site
) -> None:
    with Desktop(bus.address) as desktop:
        told_outside(watching, site, listens=False)
        wait_until(lambda: bool(desktop.shown))
        watching.press("Alt+Shift+B")
        wait_until(lambda: not desktop.shown)


def due(opened: Opened) -> list[str]:
    """Note which breaking news is given to be spoken from now on."""
    spoken: list[str] = []

    def note(message: Message) -> None:
        if message.text.startswith("Breaking news"):
            spoken.append(message.text)

    opened.window.messages.due.connect(note)
    return spoken


def test_a_screen_reader_that_reads_what_the_desktop_shows_is_told_nothing_besides(
    bus: SessionBus, watching: Opened, site: Site
) -> None:
    spoken = due(watching)
    with Desktop(bus.address) as desktop:
        told_outside(watching, site, listens=True)
        assert len(desktop.ever) == 1
        # Nor in the lull after a flood of messages.
        lull = QDeadlineTimer(1_500)
        wait_until(lull.hasExpired)
        assert spoken == []


def test_where_the_desktop_shows_none_the_window_says_it(
    bus: SessionBus, watching: Opened, site: Site
) -> None:
    spoken = due(watching)
    told_outside(watching, site, listens=True)
    # Of a flood it is the one that is spoken.
    wait_until(lambda: spoken == [f"Breaking news: {FERRY}"])


@pytest.mark.parametrize("listens", [False, True])
def test_over_the_voice_that_says_it_no_screen_reader_reads_the_desktops(
    bus: SessionBus, watching: Opened, site: Site, listens: bool
) -> None:
    spoken = due(watching)
    with Desktop(bus.address) as desktop:
        told_outside(watching, site, listens=listens, playing=True)
        settle(watching)
        if listens:
            assert desktop.ever == []
        else:
            wait_until(lambda: len(desktop.ever) == 1)
        assert spoken == []


def test_damaged_memory_is_passed_over(opening: Open) -> None:
    for text in ("{", "[]", '{"banner": 3, "known": [1, ["a"]], "announced_at": "2026"}'):
        first = opening(str(SAMPLES / "quiet-day.html"))
        first.reader.keeping.remember("breaking", text)
        first.end()
        again = opening(str(SAMPLES / "harbour-watch.html"))
        assert len(shown(again)) == 1
        again.end()
