from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.extract.decode import decode

WORDS = "Смотритель маяка попросил вторую лампу"


@pytest.mark.parametrize(
    ("content", "declared"),
    [
        (WORDS.encode(), ""),
        (WORDS.encode(), "windows-1251"),
        (WORDS.encode("cp1251"), "windows-1251"),
        (WORDS.encode("koi8-r"), "KOI8-R"),
        (b"<meta charset=windows-1251>" + WORDS.encode("cp1251"), ""),
        (b'<?xml version="1.0" encoding="koi8-r"?>' + WORDS.encode("koi8-r"), ""),
        (b"<meta http-equiv=x content='text/html; charset=cp1251'>" + WORDS.encode("cp1251"), ""),
        (WORDS.encode("cp1251"), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), "windows-1251"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-8"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), ""),
        (WORDS.encode("utf-16-le"), "utf-16"),
    ],
)
def test_the_words_come_out_right(content: bytes, declared: str) -> None:
    if content == WORDS.encode("cp1251") and declared == "utf-8":
        content = (WORDS + ". ").encode("cp1251") * 8
    text = decode(content, declared)
    assert WORDS in text
    assert "\ufeff" not in text


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("iso-8859-1", b"\x93caf\xe9\x94", "“café”"),
        ("gb2312", "東京".encode("gb18030"), "東京"),
        ("shift_jis", "灯台".encode("cp932"), "灯台"),
        ("iso-2022-jp", "灯台".encode("iso2022_jp"), "灯台"),
        ("euc-kr", "등대".encode("cp949"), "등대"),
    ],
)
def test_names_mean_what_pages_mean_by_them(name: str, content: bytes, text: str) -> None:
    assert decode(content, name) == text


@pytest.mark.parametrize("name", ["rot13", "zlib", "idna", "punycode", "unicode_escape", "x" * 99])
def test_codecs_that_are_no_page_encodings_are_refused(name: str) -> None:
    assert decode(b"caf\\u0065 x-y", name) == "caf\\u0065 x-y"


@given(st.binary(max_size=200), st.text(max_size=12))
def test_any_bytes_become_text(content: bytes, declared: str) -> None:
    assert isinstance(decode(content, declared), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_utf8_survives_every_wrong_word(text: str) -> None:
    if not text.startswith("\ufeff") and "\x1b" not in text:
        assert decode(text.encode(), "windows-1252") in (text, decode(text.encode()))
