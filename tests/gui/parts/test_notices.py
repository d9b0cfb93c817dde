"""Headlines shown by a desktop over a real session bus."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.parts.notice_service import Desktop
from tests.sound.bus import SessionBus, missing_tools
from tidings.intake.headlines import Headline
from tidings.ui.breaking import bus_notices
from tidings.ui.breaking.notices import LONGEST, Notices, as_plain

FERRY = Headline("Ferry aground off Brae", "https://news.example/a/1.html")
STORM = Headline("Storm closes <b>all</b> & every harbour", "https://news.example/a/2.html")


@pytest.fixture
def bus() -> Iterator[SessionBus]:
    if missing := missing_tools():
        told = f"missing for the tests of notices: {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    with SessionBus() as session:
        yield session


class Told:
    """What a :class:`Notices` told."""

    def __init__(self, notices: Notices) -> None:
        self.all: list[tuple[str, Headline]] = []
        notices.shown.connect(lambda headline: self.all.append(("shown", headline)))
        notices.missed.connect(lambda headline: self.all.append(("missed", headline)))
        notices.opened.connect(lambda headline: self.all.append(("opened", headline)))


@pytest.fixture
def notices(bus: SessionBus, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Notices]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    made = Notices()
    yield made
    made.close()


@pytest.fixture
def told(notices: Notices) -> Told:
    return Told(notices)


def test_a_headline_is_shown_and_a_click_opens_it(
    bus: SessionBus, notices: Notices, told: Told, qtbot: QtBot
) -> None:
    with Desktop(bus.address) as desktop:
        notices.show(FERRY)
        qtbot.waitUntil(lambda: told.all == [("shown", FERRY)])
        name, replaces, _icon, title, text, actions, hints, expires = desktop.shown[1]
        assert (name, replaces, title, text) == ("Tidings", 0, "Breaking news", FERRY.text)
        assert actions == ["default", "Open the story"]
        assert hints == {
            "urgency": ("y", 1),
            "desktop-entry": ("s", "tidings"),
            "suppress-sound": ("b", True),
        }
        assert expires == -1
        notices.show(STORM)
        qtbot.waitUntil(lambda: len(told.all) == 2)
        desktop.click(2)
        qtbot.waitUntil(lambda: told.all[2:] == [("opened", STORM)])


@pytest.mark.parametrize(
    ("capabilities", "text"),
    [
        (("body",), "Storm closes <b>all</b> & every harbour"),
        (("body", "body-markup"), "Storm closes &lt;b&gt;all&lt;/b&gt; &amp; every harbour"),
    ],
)
def test_no_headline_is_markup(
    bus: SessionBus,
    notices: Notices,
    told: Told,
    qtbot: QtBot,
    capabilities: tuple[str, ...],
    text: str,
) -> None:
    with Desktop(bus.address, capabilities) as desktop:
        notices.show(STORM)
        qtbot.waitUntil(lambda: bool(told.all))
        assert desktop.shown[1][4] == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ferry\n\taground\x00 \x1b[31mnow", "Ferry aground [31mnow"),
        ("left \u202eright\u2066 and \ud800", "left right and"),
        ("زمین\u200cلرزه", "زمین\u200cلرزه"),
        ("word " * 200, ("word " * 60)[: LONGEST - 1].rstrip() + "…"),
    ],
)
def test_what_others_wrote_can_do_no_harm(text: str, plain: str) -> None:
    assert as_plain(text) == plain
    assert len(as_plain(text)) <= LONGEST


def test_what_was_dealt_with_is_taken_away(
    bus: SessionBus, notices: Notices, told: Told, qtbot: QtBot
) -> None:
    with Desktop(bus.address) as desktop:
        notices.show(FERRY)
        notices.show(STORM)
        qtbot.waitUntil(lambda: len(desktop.shown) == 2)
        qtbot.waitUntil(lambda: len(told.all) == 2)
        notices.withdraw(FERRY)
        qtbot.waitUntil(lambda: [shown[4] for shown in desktop.shown.values()] == [STORM.text])
        notices.close()
        qtbot.waitUntil(lambda: not desktop.shown)


def test_where_nobody_shows_notices_each_is_missed(
    notices: Notices, told: Told, qtbot: QtBot
) -> None:
    notices.show(FERRY)
    qtbot.waitUntil(lambda: told.all == [("missed", FERRY)])
    notices.show(STORM)
    qtbot.waitUntil(lambda: told.all[1:] == [("missed", STORM)])


def test_a_desktop_that_refuses_or_hangs_holds_up_nothing(
    bus: SessionBus,
    notices: Notices,
    told: Told,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bus_notices, "_ANSWERED", 0.3)
    with Desktop(bus.address, refuses=True) as desktop:
        notices.show(FERRY)
        qtbot.waitUntil(lambda: told.all == [("missed", FERRY)])
        desktop.hangs = True
        notices.show(STORM)
        qtbot.waitUntil(lambda: told.all[1:] == [("missed", STORM)])
        desktop.hangs = desktop.refuses = False
        notices.show(FERRY)
        qtbot.waitUntil(lambda: told.all[2:] == [("shown", FERRY)])


def test_without_a_bus_it_is_missed_and_a_bus_that_dies_is_not_mentioned(
    bus: SessionBus,
    notices: Notices,
    told: Told,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Desktop(bus.address):
        notices.show(FERRY)
        qtbot.waitUntil(lambda: told.all == [("shown", FERRY)])
    bus.kill()
    notices.withdraw(FERRY)
    notices.show(STORM)
    qtbot.waitUntil(lambda: told.all[1:] == [("missed", STORM)])
    monkeypatch.setitem(os.environ, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/not/there")
    other = Notices()
    told_by_other = Told(other)
    other.show(FERRY)
    qtbot.waitUntil(lambda: told_by_other.all == [("missed", FERRY)])
    other.close()
