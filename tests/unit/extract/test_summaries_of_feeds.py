"""A story whose feed gives only a few words on it is known as such, and no other is."""

from __future__ import annotations

import pytest

from tests.unit.extract.feed_texts import LONG, PARAGRAPH, item, only, rss

OWN = "https://news.example/noon"


@pytest.mark.parametrize(
    "text",
    [
        "",
        PARAGRAPH,
        LONG * 2 + "…",
        LONG * 3 + "[...]",
        f"{LONG * 3} [&amp;#8230;]",
        f"{LONG * 8} (more…)",
        f"{LONG * 3}&lt;a href='{OWN}'&gt;Weiterlesen&lt;/a&gt; »",
        f"&lt;p&gt;{LONG * 3}&lt;/p&gt;&lt;p&gt;&lt;a href='{OWN}?utm_source=rss'&gt;Weiterlesen"
        "&lt;/a&gt;&lt;/p&gt;",
    ],
)
def test_a_few_words_on_a_story_are_a_summary(text: str) -> None:
    story = only(
        rss(f"<item><title>Noon</title><link>{OWN}</link><description>{text}</description></item>")
    )
    assert story.is_summary
    assert "Weiterlesen" not in "".join(block.text for block in story.blocks)


@pytest.mark.parametrize(
    "story",
    [
        item(f"<p>{LONG}</p>", f"<description>{PARAGRAPH}</description>"),
        item(f"<p>{LONG}</p>"),
        item(f"<p>{LONG * 4}And so it goes…</p>"),
        item(
            f"<p>{LONG}</p><p>The post <a href='{OWN}'>Noon</a> appeared first on "
            "<a href='https://news.example/'>News</a>.</p>"
        ),
        item("<p>All of it.</p>", "<description>In short.</description>"),
        item("<p>One.</p><figure><img src='a.jpg'></figure><h2>Two</h2><p>Three.</p>"),
        f"<item><title>Noon</title><link>{OWN}</link><description>{LONG * 2}</description></item>",
        f"<item><title>Noon</title><description>{PARAGRAPH}</description></item>",
    ],
    ids=[
        "both",
        "content",
        "trails off",
        "appeared first",
        "short",
        "parts",
        "long description",
        "no address",
    ],
)
def test_a_whole_story_is_none(story: str) -> None:
    got = only(rss(story))
    assert not got.is_summary
    assert "appeared first" not in "".join(block.text for block in got.blocks)


def test_what_is_called_content_and_is_the_summary_is_one() -> None:
    text = PARAGRAPH * 5
    assert only(rss(item(f"<p>{text}</p>", f"<description>{text}</description>"))).is_summary


def test_signs_without_spaces_are_counted() -> None:
    assert not only(rss(item(f"<p>{'港口办公室星期二说，渡船中午开。' * 20}</p>"))).is_summary
    assert only(rss(item("<p>港口办公室星期二说，渡船中午开。</p>"))).is_summary
