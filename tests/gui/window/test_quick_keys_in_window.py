"""H, 1 to 6, P, G, K, L, Q and T in the real window, with Shift back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.window.conftest import Open
from tests.gui.window.steps import Opened

LONG = "It goes on for a while, as stories do, so that it counts as one. " * 3
PAGE = f"""<!doctype html><html lang="en"><head><title>All kinds</title></head><body><article>
<h1>All kinds of things</h1>
<p>First paragraph with <a href="https://example.org/one">a first link</a>. {LONG}</p>
<h2>Second level</h2>
<p>Second paragraph. {LONG}</p>
<h3>Third level</h3>
<ul><li>a first list</li><li>of two</li></ul>
<h4>Fourth level</h4>
<figure><img src="one.png" alt="a first picture"><figcaption>Its caption</figcaption></figure>
<p>Third paragraph. {LONG}</p>
<h5>Fifth level</h5>
<blockquote><p>A first quote, which is long enough to be one.</p></blockquote>
<h6>Sixth level</h6>
<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>3</td></tr></table>
<p>Fourth paragraph with <a href="https://example.org/two">a second link</a>. {LONG}</p>
<h2>Second level again</h2>
<ul><li>a second list</li><li>of two</li></ul>
<blockquote><p>A second quote, which is long enough to be one.</p></blockquote>
<figure><img src="two.png" alt="a second picture"><figcaption>Another caption</figcaption></figure>
<table><tr><th>Day</th><th>Gulls</th></tr><tr><td>Tuesday</td><td>9</td></tr></table>
<p>Last paragraph. {LONG}</p>
</article></body></html>"""

WAYS = {
    "H": ["Second level", "Third level"],
    "2": ["Second level", "Second level again"],
    "3": ["Third level"],
    "4": ["Fourth level"],
    "5": ["Fifth level"],
    "6": ["Sixth level"],
    "P": ["First paragraph", "Second paragraph"],
    "K": ["First paragraph", "Fourth paragraph"],
    "L": ["a first list", "a second list"],
    "Q": ["A first quote", "A second quote"],
    "T": ["Day", "Day"],
}


@pytest.fixture
def kinds(opening: Open, tmp_path: Path) -> Opened:
    page = tmp_path / "kinds.html"
    page.write_text(PAGE, encoding="utf-8")
    opened = opening(str(page))
    opened.press("Ctrl+Home", on=opened.window.view)
    return opened


@pytest.mark.parametrize("key", WAYS)
def test_a_letter_leads_to_the_next_of_its_kind_and_with_shift_back(
    kinds: Opened, key: str
) -> None:
    view = kinds.window.view
    stops = [view.textCursor().position()]
    for text in WAYS[key]:
        kinds.press(key)
        assert text in kinds.caret_text, key
        assert view.textCursor().position() > stops[-1]
        assert view.viewport().rect().intersects(view.cursorRect())
        stops.append(view.textCursor().position())
    for stop in stops[-2:0:-1]:
        kinds.press(f"Shift+{key}")
        assert view.textCursor().position() == stop


def test_pictures_are_led_to_one_after_another(kinds: Opened) -> None:
    at = []
    for _ in range(2):
        kinds.press("G")
        position = kinds.window.view.position_at_caret()
        assert position is not None
        at.append(position.block)
    article = kinds.window.view.article
    assert article is not None
    assert [type(article.blocks[block]).__name__ for block in at] == ["Figure", "Figure"]
    assert at[0] < at[1]
    kinds.press("Shift+G")
    position = kinds.window.view.position_at_caret()
    assert position is not None
    assert position.block == at[0]


def test_1_leads_to_the_title(kinds: Opened) -> None:
    kinds.press("Ctrl+End")
    kinds.press("Shift+1")
    assert kinds.caret_text == "All kinds"


@pytest.mark.parametrize("key", ["H", "1", "6", "P", "G", "K", "L", "Q", "T"])
def test_where_there_is_no_more_it_is_said_and_the_caret_stays(kinds: Opened, key: str) -> None:
    kinds.press("Ctrl+End")
    before = kinds.window.view.textCursor().position()
    kinds.press(key)
    assert kinds.told[-1].startswith("No more ")
    assert kinds.window.view.textCursor().position() == before


def test_the_end_of_a_story_is_told_once_with_the_key_that_leads_on(sample: Opened) -> None:
    end = "End of the story. N: the next story."
    sample.press("Ctrl+End")
    told = len(sample.told)
    sample.press("Down")
    sample.press("Down")
    assert sample.told[told:] == [end]
    # once for each arriving there
    sample.press("Up")
    sample.press("Down")
    assert sample.told[told:] == [end]
    sample.press("Down")
    assert sample.told[told:] == [end, end]
    sample.press("Ctrl+Home")
    told = len(sample.told)
    sample.press("Up")
    sample.press("Up")
    assert sample.told[told:] == ["Beginning of the first story."]
    sample.press("N")
    told = len(sample.told)
    sample.press("Up")
    assert sample.told[told:] == ["Beginning of the story. B: the previous story."]


def test_the_end_of_the_last_story_is_told(kinds: Opened) -> None:
    kinds.press("Ctrl+End")
    kinds.press("Down")
    assert kinds.told[-1] == "End of the last story."


def test_a_link_is_opened_with_enter(kinds: Opened, tmp_path: Path) -> None:
    followed: list[str] = []
    kinds.window.view.link_activated.connect(followed.append)
    # Nothing is fetched from the network here: the address leads nowhere.
    kinds.window.view.link_activated.disconnect(kinds.reader.browsing._follow_link)
    kinds.press("K")
    kinds.press("Return")
    assert followed == ["https://example.org/one"]
