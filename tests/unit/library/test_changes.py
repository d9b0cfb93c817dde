"""A story that changed since it was read says so, and what is new in it is known."""

from __future__ import annotations

from hypothesis import given

from tests.unit.library.library_values import ADDRESS, OPENED, articles, edition, story
from tidings.document import Article
from tidings.library import Library, View
from tidings.library.changes import changed, new_blocks, says


def kept(library: Library, *texts: str, title: str = "Title") -> bool:
    (state,) = library.keep_edition(edition(story("a", *texts, title=title)), OPENED)
    assert library.summaries(View.ALL)[0].changed == state.changed
    return state.changed


def test_what_is_new_since_it_was_read_is_known() -> None:
    with Library.in_memory() as library:
        kept(library, "One.", "Two.")
        assert not kept(library, "One.", "Two.", "Three.")  # not read yet
        assert library.new_blocks("a") == ()
        library.set_read("a", True)
        assert not kept(library, "One.", "Two.", "Three.")
        assert kept(library, "Before.", "One.", "Two, corrected.", "Three.")
        assert library.new_blocks("a") == (0, 2)
        assert kept(library, "Before.", "One.", "Two, corrected.", "Three.")  # until it is read
        library.set_read("a", True)
        assert not library.summary("a").changed
        assert library.new_blocks("a") == ()
        assert kept(library, "Before.", "One.", "Two, corrected.", "Three.", title="Other")


def test_what_only_went_or_moved_is_nothing_new() -> None:
    with Library.in_memory() as library:
        kept(library, "One.", "Two.", "Three.")
        library.set_read("a", True)
        assert not kept(library, "Three.", " One. ")
        assert library.new_blocks("a") == ()


def test_a_change_that_is_taken_back_is_none() -> None:
    with Library.in_memory() as library:
        kept(library, "One.")
        library.set_read("a", True)
        assert kept(library, "Two.")
        assert not kept(library, "One.")


def test_an_unread_story_has_not_changed() -> None:
    with Library.in_memory() as library:
        kept(library, "One.")
        library.set_read("a", True)
        library.set_read("a", False)
        assert not kept(library, "Two.")
        assert library.new_blocks("nothing") == ()
        assert library.edition(ADDRESS) is not None


@given(articles, articles)
def test_any_article_and_its_changes(one: Article, other: Article) -> None:
    heard, now = says(one), says(other)
    assert not changed(heard, heard)
    assert new_blocks(one, heard) == ()
    new = new_blocks(other, heard)
    assert changed(heard, now) or not new
    texts = {" ".join(block.text.split()) for block in one.blocks}
    for index in new:
        assert " ".join(other.blocks[index].text.split()) not in texts
