from __future__ import annotations

import errno
import os
import re
import time
import xml.etree.ElementTree as ET
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.speech import lexicon_file
from tidings.speech.fixes import Fix, Lexicon, Match
from tidings.speech.lexicon_file import (
    FILE_NAME,
    LexiconError,
    LexiconFile,
    read_lexicon,
    write_lexicon,
)
from tidings.speech.pls import OURS, PLS, PlsError, from_pls, to_pls

FERRY = Fix("Skarholm", "Scar home", language="en")
MANY = Lexicon(
    (
        FERRY,
        Fix("quay", "key", Match.PART, "en", "ferry.example"),
        Fix(r"(\d+) kn", r"\1 knots", Match.PATTERN),
        Fix("Озёрный", "Азёрный", language="ru"),
        Fix("Ål & <Ø>", 'all "and" more', language="en", phoneme="ɔl"),
    )
)
# Another program's, by the examples of the specification's own shape.
FOREIGN = """<?xml version="1.0" encoding="UTF-16"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"
    xmlns:other="urn:other" alphabet="ipa" xml:lang="en-GB">
  <metadata><other:note>made elsewhere</other:note></metadata>
  <lexeme role="other:noun">
    <grapheme>harbour</grapheme><grapheme>harbor</grapheme>
    <alias>first</alias><alias prefer="true">haven</alias>
    <example>The harbour was full.</example>
  </lexeme>
  <lexeme><grapheme> tern
    gull </grapheme><phoneme alphabet="x-sampa">t3:n</phoneme><phoneme>tɜːn</phoneme></lexeme>
  <lexeme><alias>nothing is written</alias></lexeme>
  <lexeme><grapheme>only sounds</grapheme><phoneme alphabet="x-sampa">x</phoneme></lexeme>
</lexicon>
"""


def test_what_is_kept_is_a_pronunciation_lexicon_that_others_can_read() -> None:
    root = ET.fromstring(to_pls(MANY))
    assert root.tag == f"{{{PLS}}}lexicon"
    assert root.attrib == {
        "version": "1.0",
        "alphabet": "ipa",
        "{http://www.w3.org/XML/1998/namespace}lang": "en",
    }
    first = root[0]
    assert first.attrib == {}
    assert [(child.tag, child.text) for child in first] == [
        (f"{{{PLS}}}grapheme", "Skarholm"),
        (f"{{{PLS}}}alias", "Scar home"),
    ]
    # All that the specification does not have is in a namespace of ours.
    strange = {name for lexeme in root for name in lexeme.attrib}
    assert strange == {f"{{{OURS}}}{name}" for name in ("match", "source", "language")}


def test_all_comes_back() -> None:
    assert from_pls(to_pls(MANY).encode()).lexicon == MANY
    assert from_pls(to_pls(Lexicon()).encode()).lexicon == Lexicon()


texts = st.text(min_size=1, max_size=30)
fixes = st.builds(
    Fix,
    texts,
    texts,
    st.sampled_from(Match),
    st.sampled_from(["", "en", "ru", "pt-BR"]),
    st.sampled_from(["", "ferry.example", "file:///a b&c"]),
    st.sampled_from(["", "ˈfɛri"]),
)


@given(st.lists(fixes, max_size=8))
def test_whatever_is_typed_comes_back_as_it_was_tidied(typed: list[Fix]) -> None:
    lexicon = Lexicon()
    for fix in map(Fix.tidied, typed):
        if fix.written.strip() and fix.said:
            lexicon = lexicon.put(fix)
    read = from_pls(to_pls(lexicon).encode())
    assert (read.lexicon, read.unused) == (lexicon, 0)


@given(st.binary(max_size=200))
def test_no_bytes_do_any_harm(content: bytes) -> None:
    with pytest.raises(PlsError):
        from_pls(content)


def test_the_lexicon_of_another_program() -> None:
    read = from_pls(FOREIGN.encode("utf-16"))
    assert read.lexicon.fixes == (
        Fix("harbour", "haven", language="en"),
        Fix("harbor", "haven", language="en"),
        Fix("tern gull", "", language="en", phoneme="tɜːn"),
    )
    assert read.unused == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not whole"),
        (b"<lexicon/>", "no pronunciation lexicon"),
        (b"<html><p>lexicon</p></html>", "no pronunciation lexicon"),
        (to_pls(MANY).encode()[:-20], "not whole"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "^it has a DOCTYPE"),
        (b'<!DOCTYPE lexicon SYSTEM "file:///etc/passwd"><lexicon/>', "^it has a DOCTYPE"),
        (b'<?xml version="1.0" encoding="no-such"?><x/>', "not whole"),
    ],
)
def test_what_is_no_lexicon_is_said(content: bytes, reason: str) -> None:
    with pytest.raises(PlsError, match=reason):
        from_pls(content)


def lexicon_of(*lexemes: str, about: str = 'xml:lang="en"') -> bytes:
    return f'<lexicon version="1.0" xmlns="{PLS}" {about}>{"".join(lexemes)}</lexicon>'.encode()


def lexeme(written: str, said: str, about: str = "") -> str:
    return f"<lexeme {about}><grapheme>{written}</grapheme><alias>{said}</alias></lexeme>"


@pytest.mark.parametrize(
    ("lexemes", "fixes", "unused"),
    [
        # A word with two sounds by its part of speech: only one of them can be told apart.
        ((lexeme("read", "red", 'role="v"'), lexeme("read", "reed")), [("read", "reed")], 1),
        ((lexeme("read", "red"), lexeme("read", "red")), [("read", "red")], 0),
        ((lexeme("re<!-- aloud -->ad", "r<i>e</i>d"),), [("read", "red")], 0),
        ((lexeme("a" * 201, "b"), lexeme("b", "a" * 201)), [], 2),
        ((lexeme("a" * 200, "b" * 200),), [("a" * 200, "b" * 200)], 0),
        ((lexeme(" ", "b"), lexeme("b", "")), [], 2),
        (("<lexeme>" * 3 + lexeme("a", "b") + "</lexeme>" * 3,), [], 1),
        ((f'<lexeme xmlns:t="{OURS}" t:match="sound">{lexeme("a", "b")[9:]}',), [], 1),
        (("<meta/>", "<metadata><x/></metadata>", "<p/>", lexeme("a", "b")), [("a", "b")], 0),
    ],
)
def test_of_what_cannot_be_used_is_told_how_much(
    lexemes: tuple[str, ...], fixes: list[tuple[str, str]], unused: int
) -> None:
    read = from_pls(lexicon_of(*lexemes))
    assert [(fix.written, fix.said) for fix in read.lexicon.fixes] == fixes
    assert read.unused == unused


def test_names_and_languages_are_as_the_file_declares_them() -> None:
    prefixed = (
        f'<?xml version="1.0" encoding="windows-1251"?><p:lexicon xmlns:p="{PLS}" version="1.0">'
        "<p:lexeme><p:grapheme>щи</p:grapheme><p:alias>щи</p:alias></p:lexeme></p:lexicon>"
    )
    # It names no language: it holds for all.
    assert from_pls(prefixed.encode("cp1251")).lexicon.fixes == (Fix("щи", "щи"),)
    sampa = lexicon_of(
        "<lexeme><grapheme>tern</grapheme><phoneme>t3:n</phoneme>"
        '<phoneme alphabet="ipa">tɜːn</phoneme></lexeme>',
        about='alphabet="x-sampa" xml:lang="de-AT"',
    )
    assert from_pls(sampa).lexicon.fixes == (Fix("tern", "", language="de", phoneme="tɜːn"),)


def test_a_large_lexicon_is_read_in_a_moment() -> None:
    many = lexicon_of(*(lexeme(f"word{number}", "said") for number in range(20_000)))
    begun = time.process_time()
    assert len(from_pls(many).lexicon.fixes) == 20_000
    assert time.process_time() - begun < 3


# --- the file -------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> LexiconFile:
    return LexiconFile(tmp_path / "data", lambda: datetime(2026, 11, 24, 9, 5, 7))


def test_no_file_means_no_fixes(file: LexiconFile) -> None:
    assert file.read() == lexicon_file.Kept(Lexicon())
    assert not file.path.exists()


def test_a_change_is_on_the_disk_when_it_is_told(file: LexiconFile) -> None:
    assert file.change(lambda lexicon: lexicon.put(FERRY)).lexicon.fixes == (FERRY,)
    assert file.read().lexicon.fixes == (FERRY,)
    assert [path.name for path in file.path.parent.iterdir()] == [FILE_NAME]


def test_what_another_hand_wrote_meanwhile_is_kept(file: LexiconFile) -> None:
    file.change(lambda lexicon: lexicon.put(FERRY))
    write_lexicon(MANY, file.path)
    new = Fix("Brae", "bray")
    assert file.change(lambda lexicon: lexicon.put(new)).lexicon.fixes == (*MANY.fixes, new)


def test_a_broken_file_is_set_aside_and_said(file: LexiconFile) -> None:
    file.path.parent.mkdir()
    for content in (b"<lexicon", b"half of"):
        file.path.write_bytes(content)
        kept = file.read()
        assert kept.lexicon == Lexicon()
        assert "set-aside-2026-11-24T090507" in kept.notice
    file.change(lambda lexicon: lexicon.put(FERRY))
    aside = sorted(file.path.parent.glob("*.set-aside-*"))
    assert [path.read_bytes() for path in aside] == [b"<lexicon", b"half of"]


def test_entries_that_cannot_be_used_are_kept_in_a_copy(file: LexiconFile) -> None:
    file.path.parent.mkdir()
    file.path.write_bytes(FOREIGN.encode("utf-16"))
    kept = file.read()
    assert len(kept.lexicon.fixes) == 3
    assert kept.notice.startswith("2 of your words")
    (aside,) = file.path.parent.glob("*.set-aside-*")
    assert aside.read_bytes() == FOREIGN.encode("utf-16")
    assert file.read() == lexicon_file.Kept(kept.lexicon)


def test_of_two_words_that_are_one_the_file_is_kept(file: LexiconFile) -> None:
    file.path.parent.mkdir()
    written = lexicon_of(lexeme("read", "red"), lexeme("read", "reed"))
    file.path.write_bytes(written)
    kept = file.change(lambda lexicon: lexicon.put(FERRY))
    assert kept.lexicon.fixes == (Fix("read", "reed", language="en"), FERRY)
    assert kept.notice.startswith("1 of your words")
    (aside,) = file.path.parent.glob("*.set-aside-*")
    assert aside.read_bytes() == written


def test_a_write_that_fails_leaves_the_old_file(
    file: LexiconFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.change(lambda lexicon: lexicon.put(FERRY))
    before = file.path.read_bytes()

    def no_space(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(LexiconError, match=r"could not be kept .* No space left on device\."):
        file.change(lambda lexicon: lexicon.put(Fix("a", "b")))
    assert file.path.read_bytes() == before
    assert [path.name for path in file.path.parent.iterdir()] == [FILE_NAME]


def test_a_file_that_cannot_be_imported_is_said_by_its_name(tmp_path: Path) -> None:
    # The system's own words, in whatever language it has them.
    absent = re.escape(os.strerror(errno.ENOENT))
    for content, reason in ((None, absent), (b"<a/>", "no pronunciation lexicon")):
        path = tmp_path / "friends.pls"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(LexiconError, match=rf"^friends\.pls could not be read: .*{reason}"):
            read_lexicon(path)


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexicon_file, "LARGEST", 100)
    write_lexicon(MANY, tmp_path / "a.pls")
    with pytest.raises(LexiconError, match="too large"):
        read_lexicon(tmp_path / "a.pls")
