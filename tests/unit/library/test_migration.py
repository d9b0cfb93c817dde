"""An older library becomes one of this version, and stays beside it as it was."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.unit.library import version_1, version_2
from tests.unit.library.library_values import ADDRESS, OPENED, edition, story
from tidings.document import Position
from tidings.library import CheckResult, Counts, Library, LibraryError, SourceSummary, View
from tidings.library.opening import FILE_NAME
from tidings.library.schema import VERSION

TITLE = "The harbour is closed for the whole night"
PAGES = (
    edition(
        story(
            "a", "The tide came in.", published=OPENED - timedelta(days=2), url="https://a.example"
        ),
        story("b", "Café Ness.", title=TITLE),
        story("old", "Gone from the page."),
    ),
    edition(
        story("c", "Ёлка у школы."),
        story("d", "Closed, all night.", title=TITLE),
        story("old2", "Gone, too."),
        address="file:///two",
        section="Two",
    ),
)


def opened(folder: Path) -> tuple[Library, str | None]:
    found = Library.open(folder, OPENED)
    return found.library, found.notice


def test_all_that_was_kept_is_there(tmp_path: Path) -> None:
    version_1.make(tmp_path / FILE_NAME, *PAGES)
    library, notice = opened(tmp_path)
    with library:
        assert notice is not None
        assert str(tmp_path / "library-1.sqlite3") in notice
        for page in PAGES:
            kept = library.edition(page.address)
            assert kept is not None
            assert kept.articles == page.articles[:-1]
            for article in page.articles:
                assert library.article(article.id) == article
        assert library.sources() == [
            SourceSummary(ADDRESS, "Harbour Watch", 2, 3),
            SourceSummary("file:///two", "Two", 3, 3),
        ]
        # The two that tell the same are one line of the list, and one unread story.
        assert library.counts() == Counts(unread=4, saved=1, all=5)
        assert [s.id for s in library.summaries(View.ALL)] == ["b", "old", "c", "old2", "a"]
        assert [s.id for s in library.summaries(View.SOURCE, ADDRESS)] == ["a", "b", "old"]
        assert library.summaries(View.SAVED)[0].also_in == 1
        assert library.summary("a").read
        assert library.last_place() == (ADDRESS, Position("b", 0, 5))
        assert library.settings() == {"rate": "200"}
        assert [hit.article.id for hit in library.search("cafe")] == ["b"]
        assert [hit.article.id for hit in library.search("елка")] == ["c"]
        again = library.keep_edition(PAGES[0], OPENED)
        assert [(state.id, state.new, state.changed) for state in again] == [
            ("a", False, False), ("b", False, False), ("old", False, False),
        ]  # fmt: skip


def test_all_that_the_second_version_kept_is_there(tmp_path: Path) -> None:
    version_2.make(tmp_path / FILE_NAME, *PAGES)
    library, notice = opened(tmp_path)
    with library:
        assert notice is not None
        assert str(tmp_path / "library-2.sqlite3") in notice
        for page in PAGES:
            assert library.edition(page.address) == page
        assert library.summary("a").read
        assert [s.id for s in library.summaries(View.SAVED)] == ["b"]
        assert library.last_place() == (ADDRESS, Position("b", 0, 5))
        assert [hit.article.id for hit in library.search("cafe")] == ["b"]
        # What was kept of sources among the settings stands with them.
        assert library.settings() == {"rate": "200"}
        first, second = (library.source(page.address) for page in PAGES)
        assert first is not None
        assert second is not None
        assert (first.named_by, second.named_by) == ("", "https://links.example")
        assert first.choices.followed
        assert (first.choices.every, first.choices.watch_words) == (None, "")
        assert (first.validators.etag, first.not_before, first.moved_to) == ("tag", None, "")
        library.note_check(ADDRESS, CheckResult(OPENED, OPENED, may_move_to="https://new.example"))
        assert library.sources()[0].unread == 2


def test_it_is_told_once_and_the_copy_is_the_old_library(tmp_path: Path) -> None:
    """Also what the old one had in its log only."""
    made, folder = tmp_path / "made", tmp_path / "kept"
    made.mkdir()
    folder.mkdir()
    with closing(version_1.make(made / FILE_NAME, *PAGES, closed=False)) as old:
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{made / FILE_NAME}{suffix}", f"{folder / FILE_NAME}{suffix}")
        before = list(old.iterdump())
    library, notice = opened(folder)
    library.close()
    assert notice is not None
    library, notice = opened(folder)
    library.close()
    assert notice is None
    assert sorted(path.name for path in folder.iterdir()) == ["library-1.sqlite3", FILE_NAME]
    with closing(sqlite3.connect(folder / "library-1.sqlite3")) as copy:
        assert list(copy.iterdump()) == before
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)


def test_what_is_named_like_a_copy_later_is_left_alone(tmp_path: Path) -> None:
    version_1.make(tmp_path / FILE_NAME, *PAGES)
    opened(tmp_path)[0].close()
    (tmp_path / f"{FILE_NAME}.copy").write_text("mine")
    library, notice = opened(tmp_path)
    library.close()
    assert notice is None
    assert (tmp_path / f"{FILE_NAME}.copy").read_text() == "mine"


def test_a_file_that_has_the_name_of_the_copy_is_not_overwritten(tmp_path: Path) -> None:
    version_1.make(tmp_path / FILE_NAME, *PAGES)
    (tmp_path / "library-1.sqlite3").write_text("mine")
    library, notice = opened(tmp_path)
    library.close()
    assert (tmp_path / "library-1.sqlite3").read_text() == "mine"
    assert notice is not None
    assert str(tmp_path / "library-1.sqlite3.kept-2") in notice
    assert (tmp_path / "library-1.sqlite3.kept-2").exists()


def test_a_new_library_has_the_same_tables_as_a_migrated_one(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    version_1.make(tmp_path / "old" / FILE_NAME, *PAGES)
    for folder in ("old", "new"):
        opened(tmp_path / folder)[0].close()
    query = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    found = []
    for folder in ("old", "new"):
        with closing(sqlite3.connect(tmp_path / folder / FILE_NAME)) as file:
            found.append(file.execute(query).fetchall())
            assert file.execute("PRAGMA user_version").fetchone() == (VERSION,)
            assert file.execute("PRAGMA foreign_key_check").fetchall() == []
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert found[0] == found[1]


def test_a_library_of_the_second_version_gets_the_same_columns(tmp_path: Path) -> None:
    for folder in ("old", "new"):
        (tmp_path / folder).mkdir()
    version_2.make(tmp_path / "old" / FILE_NAME, *PAGES)
    found = []
    for folder in ("old", "new"):
        opened(tmp_path / folder)[0].close()
        with closing(sqlite3.connect(tmp_path / folder / FILE_NAME)) as file:
            tables = file.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
            ).fetchall()
            columns = [file.execute(f"PRAGMA table_xinfo({name})").fetchall() for (name,) in tables]
            rest = "SELECT type, name, tbl_name FROM sqlite_schema ORDER BY type, name"
            found.append((tables, columns, file.execute(rest).fetchall()))
            assert file.execute("PRAGMA user_version").fetchone() == (VERSION,)
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert found[0] == found[1]


def test_where_it_cannot_be_done_the_old_library_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / FILE_NAME
    version_1.make(file, *PAGES)
    before = file.read_bytes()
    monkeypatch.setattr("tidings.library.migration._COUNTED", "INSERT INTO nothing VALUES (1);\n")
    with pytest.raises(LibraryError, match="could not be used"):
        opened(tmp_path)
    monkeypatch.undo()
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    library, notice = opened(tmp_path)
    assert notice is not None
    assert library.counts().all == 5
    library.close()


def test_a_copy_that_does_not_reach_the_disk_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version_1.make(tmp_path / FILE_NAME, *PAGES)

    def broken(_number: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("os.fsync", broken)
    with pytest.raises(LibraryError, match="could not be read or written"):
        opened(tmp_path)
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_copy_that_was_not_finished_is_made_anew(tmp_path: Path) -> None:
    version_1.make(tmp_path / FILE_NAME, *PAGES)
    (tmp_path / f"{FILE_NAME}.copy").write_bytes(b"SQLite format 3\x00, half of it")
    library, notice = opened(tmp_path)
    library.close()
    assert notice is not None
    with closing(sqlite3.connect(tmp_path / "library-1.sqlite3")) as copy:
        assert copy.execute("SELECT COUNT(*) FROM article").fetchone() == (6,)


def test_a_kill_before_the_copy_has_its_name_is_made_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version_1.make(tmp_path / FILE_NAME, *PAGES)

    def killed(*_arguments: object) -> str | None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tidings.library.migration.finish", killed)
    with pytest.raises(KeyboardInterrupt):
        opened(tmp_path)
    monkeypatch.undo()
    library, notice = opened(tmp_path)
    library.close()
    assert notice is not None
    assert (tmp_path / "library-1.sqlite3").exists()
    assert not (tmp_path / f"{FILE_NAME}.copy").exists()
