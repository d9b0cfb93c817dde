"""What cannot be opened, read or kept: said in plain words, and nothing is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.gui.window.conftest import SAMPLES, Open, Site
from tests.gui.window.steps import Opened, process, wait_until

LOGBOOK = "A Lighthouse Logbook Comes Home After Sixty Years"
MENU = b"""<!doctype html><html lang="en"><head><title>Menu</title>
<script>var imgEnhancerBreakpoints = [0];</script></head><body>
<section><div class="sr-only"><h2>Accessibility links</h2><ul>
<li><a href="#content">Go to the text</a></li></ul></div></section>
<nav id="navigation"><a href="/a">A</a><a href="/b">B</a></nav>
<div id="content"></div></body></html>"""
DEEP = b"<!doctype html><html><body>" + b"<div>" * 100_000 + b"<p>down here</p></body></html>"

Make = Callable[[Path], str]


def _file(name: str, content: bytes) -> Make:
    def make(folder: Path) -> str:
        (folder / name).write_bytes(content)
        return str(folder / name)

    return make


WRONG: dict[str, tuple[Make, str]] = {
    "missing": (lambda folder: str(folder / "nowhere.html"), "There is no file"),
    "folder": (str, "is a folder"),
    "pdf": (_file("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"), "a PDF"),
    "picture": (_file("a.html", b"\x89PNG\r\n\x1a\n" + bytes(64)), "opens web pages"),
    "empty": (_file("empty.html", b""), "This page is empty."),
    "blank": (_file("blank.txt", b" \n\n "), "This page is empty."),
    "refused": (lambda _folder: "http://127.0.0.1:9/story", "There is no connection to 127.0.0.1"),
    "nonsense": (lambda _folder: "gopher://example.org/", "neither a file nor a web address"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_it_is_said_and_the_page_that_was_open_stays(
    sample: Opened, tmp_path: Path, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    make, sentence = WRONG[kind]
    sample.press("P", on=sample.window.view)
    caret, listed = sample.window.view.position_at_caret(), sample.window.list.ids
    sample.press("Ctrl+L")
    sample.type(make(tmp_path))
    sample.press("Return")
    sample.wait_for_message(sentence)
    process()
    assert sentence in sample.window.message_line.text()
    assert sample.title == LOGBOOK
    assert sample.window.view.position_at_caret() == caret
    assert sample.window.list.ids == listed
    assert sample.window.breaking.isVisible()
    assert sample.window.header.address.hasFocus()
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize("kind", WRONG)
def test_it_stands_in_the_reading_view_where_nothing_else_is_shown(
    opening: Open, tmp_path: Path, kind: str
) -> None:
    make, sentence = WRONG[kind]
    opened = opening(make(tmp_path), waits=False)
    wait_until(lambda: sentence in opened.text, f"{sentence!r} not in {opened.text!r}")
    assert any(sentence in told for told in opened.told)
    assert opened.window.list.ids == ()
    process()
    assert opened.focus.isVisible()
    # And from there another page can be opened.
    opened.press("Ctrl+L")
    opened.window.header.address.selectAll()
    opened.type(str(SAMPLES / "quiet-day.html"))
    opened.press("Return")
    opened.wait_for_title("Nothing Happened, and the Town Wrote It Down")


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (404, "has no page at this address (404)"),
        (403, "does not allow this page to be read (403)"),
        (500, "has a problem just now"),
    ],
)
def test_what_a_server_answers_is_said_in_words(
    sample: Opened, site: Site, status: int, sentence: str
) -> None:
    sample.reader.desk.open(site.page("/story", b"no", status=status))
    sample.wait_for_message(sentence)
    assert sample.title == LOGBOOK


def test_a_page_without_a_story_says_so_and_shows_its_links(opening: Open, tmp_path: Path) -> None:
    opened = opening(_file("menu.html", MENU)(tmp_path), waits=False)
    wait_until(lambda: "no story on this page" in opened.text)
    assert [button.text() for button in opened.window.skip_links.buttons] == ["Go to the text"]


def test_deep_nesting_is_survived(sample: Opened, tmp_path: Path) -> None:
    sample.reader.desk.open(_file("deep.html", DEEP)(tmp_path))
    wait_until(lambda: len(sample.told) > 1, f"{sample.told}")
    process()
    sample.reader.desk.open(str(SAMPLES / "quiet-day.html"))
    sample.wait_for_title("Nothing Happened, and the Town Wrote It Down")


def test_only_what_was_asked_for_last_is_shown(sample: Opened, site: Site) -> None:
    let_go = threading.Event()

    def slowly(handler: BaseHTTPRequestHandler) -> None:
        let_go.wait(20)
        body = (SAMPLES / "harbour-watch-2.html").read_bytes()
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        handler.wfile.write(body)

    slow = site.answer("/slow.html", slowly)
    sample.reader.desk.open(slow)
    sample.reader.desk.open(str(SAMPLES / "quiet-day.html"))
    sample.wait_for_title("Nothing Happened, and the Town Wrote It Down")
    let_go.set()
    # It is not thrown away: it stands among the sources.
    view = sample.window.sources.view
    wait_until(lambda: view.count() == 6)
    assert sample.title == "Nothing Happened, and the Town Wrote It Down"


def test_what_takes_long_is_said_meanwhile(sample: Opened, site: Site) -> None:
    let_go = threading.Event()

    def slowly(handler: BaseHTTPRequestHandler) -> None:
        let_go.wait(20)
        handler.send_error(404)

    slow = site.answer("/slow.html", slowly)
    sample.reader.desk.open(slow)
    sample.wait_for_message(f"Opening {slow}")
    let_go.set()
    sample.wait_for_message("(404)")


def test_a_picture_that_cannot_be_had_leaves_its_words(opening: Open, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html lang=en><body><article><h1>The mill</h1><p>On Monday the old mill by the river "
        "was opened to visitors after four quiet years, and forty came.</p>"
        '<figure><img src="gone.png" alt="The wheel under water"></figure><p>The miller said that '
        "every plank had been cut by hand from local oak.</p></article></body></html>"
    )
    opened = opening(str(page))
    shelf = opened.window.view._shelf
    wait_until(lambda: not shelf.wanted())
    assert "The wheel under water" in opened.text


def test_a_link_that_nothing_can_open_is_said(sample: Opened) -> None:
    sample.window.view.link_activated.emit("javascript:alert(1)")
    assert sample.told[-1].startswith("This link leads to nothing that can be opened")
    assert sample.title == LOGBOOK


# --- keeping ---------------------------------------------------------------------------------


def test_a_broken_library_is_set_aside_and_that_stays_on_the_screen(
    opening: Open, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "library.sqlite3").write_bytes(b"this is no library " * 500)
    opened = opening(str(SAMPLES / "harbour-watch.html"))
    opened.wait_for_message("Harbour Watch: 5 stories.")
    aside = [file for file in data.iterdir() if b"this is no library" in file.read_bytes()[:40]]
    assert len(aside) == 1
    assert aside[0].name != "library.sqlite3"
    assert aside[0].name in opened.window.message_line.text()
    assert "Harbour Watch: 5 stories." in opened.window.message_line.text()
    opened.press("S", on=opened.window.list.view)
    opened.end()
    again = opening(str(SAMPLES / "harbour-watch.html"))
    row = again.window.list.row(again.window.list.ids[0])
    assert row is not None
    assert row.saved


def test_where_nothing_can_be_kept_it_is_said_and_all_else_works(
    opening: Open, tmp_path: Path
) -> None:
    # A file in the folder's place: that holds for every user, root too.
    (tmp_path / "data").write_text("in the way")
    opened = opening(str(SAMPLES / "harbour-watch.html"))
    opened.wait_for_message("cannot keep anything")
    assert "cannot keep anything" in opened.window.message_line.text()
    assert opened.title == LOGBOOK
    opened.press("S", on=opened.window.list.view)
    opened.press("Down")
    opened.press("Ctrl++")
    view = opened.window.sources.view
    wait_until(lambda: view.count() == 5 and view.item(2).text() == "Saved, 1")
    assert (tmp_path / "data").read_text() == "in the way"


def test_a_library_that_fails_later_is_told_once_and_reading_goes_on(sample: Opened) -> None:
    sample.reader.keeping.close()
    view = sample.window.view
    for key in ("P", "P", "P"):
        sample.press(key, on=view)
        wait_until(lambda: not sample.reader.browsing._rest.isActive())
    sample.press("N")
    assert sample.title.startswith("Библиобус")
    sample.wait_for_message("this may not have been kept")
    process()
    assert len([told for told in sample.told if "this may not have been kept" in told]) == 1
    sample.press("S", on=sample.window.list.view)
    wait_until(lambda: sample.told[-1].endswith("this may not have been kept."))


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        ("this is = = no table", "could not be read, so the usual ones hold"),
        ('[next-article]\nkeys = ["F6"]', "keeps its usual key N"),
        ('[dance]\nkeys = ["J"]', "which Tidings does not know"),
    ],
)
def test_own_keys_that_cannot_be_used_are_told(
    opening: Open, tmp_path: Path, own: str, sentence: str
) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "keymap.toml").write_text(own)
    opened = opening(str(SAMPLES / "harbour-watch.html"))
    opened.wait_for_message("Harbour Watch: 5 stories.")
    assert sentence in opened.window.message_line.text()
    opened.press("N", on=opened.window.view)
    assert opened.title.startswith("Библиобус")


def test_a_warning_gives_way_after_it_could_be_read(sample: Opened) -> None:
    messages, line = sample.window.messages, sample.window.message_line
    messages.warn("Something to know.")
    messages.tell("Something else.")
    assert line.text() == "Something to know.\nSomething else."
    line._stays.timeout.emit()
    messages.tell("A third thing.")
    assert line.text() == "A third thing."
