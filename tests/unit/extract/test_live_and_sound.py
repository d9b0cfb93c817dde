from __future__ import annotations

import pytest

from tests.unit.extract.pages import edition
from tidings.document import Heading

SENTENCE = "The harbour office said that the ferry leaves at noon, whatever the weather may be. "
PART = "<article class=post><time datetime='2022-07-09T{0}'>{1}</time>{2}<p>{3}</p></article>"
PARTS = (
    PART.format("14:05", "12 minutes ago 14:05", "<h2>The ferry stays</h2>", SENTENCE * 4)
    + "<div class=ad></div>"
    + PART.format("13:00", "", "", f"First part. {SENTENCE * 3}")
    + PART.format("12:00", "noon", "<h3>It rains</h3>", SENTENCE * 4)
)
DATA = (
    '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Storm"}</script>'
)


@pytest.mark.parametrize(
    "page",
    [
        f"{DATA}<main><h1>Storm</h1><p>What we know.</p><div>{PARTS}</div></main>",
        f"<main class='live-blog'><h1>Storm</h1><p>What we know.</p><div>{PARTS}</div></main>",
        f"<main itemtype='https://schema.org/LiveBlogPosting'><h1>Storm</h1><p>What we know.</p>"
        f"<div>{PARTS}</div></main>",
    ],
)
def test_a_live_blog_is_one_story_with_timed_parts(page: str) -> None:
    (article,) = edition(page).articles
    assert article.title == "Storm"
    assert article.blocks[0].text == "What we know."
    headings = [block.text for block in article.blocks if isinstance(block, Heading)]
    assert headings == ["14:05 – The ferry stays", "13:00", "12:00 – It rains"]
    assert any(block.text.startswith("First part.") for block in article.blocks)


def test_stories_side_by_side_are_no_live_blog() -> None:
    parts = "".join(
        PART.format(f"1{at}:00", "", f"<h2>No. {at}</h2>", SENTENCE * 4) for at in range(3)
    )
    assert len(edition(f"<main><div>{parts}</div></main>").articles) == 3


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Talk</h1><audio src=/a.mp3></audio>",
        "<meta property=og:audio content=/a.mp3><h1>Talk</h1>",
        '<script type="application/ld+json">{"@type": "PodcastEpisode"}</script><h1>Talk</h1>',
    ],
)
def test_a_page_of_sound_alone_says_so(page: str) -> None:
    assert edition(page).notes == ("There is no text to read here.",)


def test_sound_beside_a_story_is_no_matter() -> None:
    got = edition(f"<h1>Noon</h1><audio src=/a.mp3></audio><p>{SENTENCE * 5}</p>")
    assert (len(got.articles), got.notes) == (1, ())
