from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.document import Edition, Figure, Heading, RawPage, Table, plain
from tidings.extract import read

SENTENCE = "The harbour office said that the ferry leaves at noon, whatever the weather may be. "
PAGE = (
    f"<title>Noon</title><h1>Noon</h1><p>{SENTENCE * 2}</p><img src='a.jpg' alt='A pier'>{SENTENCE}"
)
MHTML = (
    "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://tidings.example/a/1\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
    "--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"
    f"\r\n\r\n{PAGE.replace('=', '=3D').replace('Noon', 'N=C3=B3n')}\r\n"
    "--x\r\nContent-Type: image/jpeg\r\nContent-Location: https://tidings.example/a/a.jpg\r\n\r\n"
    "no picture\r\n--x--\r\n"
)
CONTAINER = '<container><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>'
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>Harbours</dc:title><dc:creator>Ann Lee</dc:creator><dc:language>en</dc:language>
<dc:identifier>urn:1</dc:identifier><dc:date>2022-07-09</dc:date></metadata><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="two" href="two%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="lost" href="lost.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="cover"/><itemref idref="n"/><itemref idref="one"/><itemref idref="lost"/>
<itemref idref="two"/></spine></package>"""
XHTML = (
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>'
)


def packed(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as folder:
        for name, text in files.items():
            folder.writestr(name, text)
    return out.getvalue()


def opened(kind: str, content: bytes | str) -> Edition:
    content = content.encode() if isinstance(content, str) else content
    return read(RawPage("file:///tmp/saved", kind, content))


def test_a_page_saved_as_mhtml_is_read_as_found_at_its_address() -> None:
    got = opened("multipart/related", MHTML)
    (article,) = got.articles
    assert got.address == "file:///tmp/saved"
    assert (article.title, article.url) == ("Nón", "https://tidings.example/a/1")
    (figure,) = (block for block in article.blocks if isinstance(block, Figure))
    assert figure.picture.sources == ("https://tidings.example/a/a.jpg",)


def test_a_packed_folder_gives_the_page_nearest_its_top() -> None:
    files = {
        "__MACOSX/._a.html": "<p>No</p>",
        "a_files/frame.html": "<p>No</p>" * 9000,
        "a.html": PAGE,
        "b.txt": "No",
    }
    assert opened("application/zip", packed(files)).articles[0].title == "Noon"
    assert (
        opened("application/zip", packed({"x/a.md": "# Noon\n\nText."})).articles[0].title == "Noon"
    )
    assert opened("application/zip", packed({"a.jpg": "x"})).notes == (
        "There is no page in this file.",
    )


def test_each_chapter_of_a_book_is_a_story() -> None:
    picture = '<img src="a.jpg" alt="A pier"/><img src="b.jpg" alt=""/>'
    files = {
        "META-INF/container.xml": CONTAINER,
        "in/book.opf": PACKAGE,
        "in/cover.xhtml": f'{XHTML}<img src="cover.jpg" alt=""/></body></html>',
        "in/nav.xhtml": f"{XHTML}<ol><li>One</li></ol></body></html>",
        "in/one.xhtml": f"{XHTML}<h1>One</h1><p>Ships{picture} sail.</p></body></html>",
        "in/two a.xhtml": "<html lang='de'><h2>Zwei</h2><p>Schiffe&nbsp;fahren & segeln.",
    }
    got = opened("application/epub+zip", packed(files))
    assert (got.title, got.language) == ("Harbours", "en")
    one, two = got.articles
    assert (one.title, one.byline, one.section) == ("One", ("Ann Lee",), "Harbours")
    assert [block.text for block in one.blocks] == ["Ships sail.", "A pier"]
    assert (two.title, two.language) == ("Zwei", "de")
    assert one.id != two.id
    assert one.published is not None


def test_markdown_is_one_story() -> None:
    text = (
        "---\ntitle: Noon\nauthor: Ann Lee, Bo Oh\ndate: 2022-07-09\nlang: en\n---\n"
        "# Noon\n\nA *ferry* with a [plan](https://tidings.example/p).\n\n"
        "## Why\n\n- One\n- Two\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n![A pier](https://tidings.example/a.jpg)\n\n"
        "<script>no()</script>\n"
    )
    (article,) = opened("text/markdown", text).articles
    assert (article.title, article.byline) == ("Noon", ("Ann Lee", "Bo Oh"))
    assert article.published is not None
    kinds = [type(block).__name__ for block in article.blocks]
    assert kinds[:3] == ["Paragraph", "Heading", "ListBlock"]
    assert any(isinstance(block, Table) and block.header_rows == 1 for block in article.blocks)
    assert any(isinstance(block, Figure) and block.alt == "A pier" for block in article.blocks)
    assert isinstance(article.blocks[1], Heading)
    assert plain(article.blocks[1].spans) == "Why"
    assert opened("text/markdown", "").notes == ("This page is empty.",)


def test_a_picture_named_by_its_part_is_had_from_its_address() -> None:
    saved = MHTML.replace("src=3D'a.jpg'", "src=3D'cid:pier@1'").replace(
        "Content-Type: image/jpeg", "Content-ID: <pier@1>\r\nContent-Type: image/jpeg"
    )
    (article,) = opened("multipart/related", saved).articles
    (figure,) = (block for block in article.blocks if isinstance(block, Figure))
    assert figure.picture.sources == ("https://tidings.example/a/a.jpg",)


def bursting() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("a.html", "<p>" + "a" * 3_000_000)
    return out.getvalue()


def locked() -> bytes:
    content = bytearray(packed({"a.html": PAGE}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def flipped() -> bytes:
    content = bytearray(packed({"a.html": PAGE}))
    content[80] ^= 255
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (bursting(), "This file is too large to be unpacked."),
        (packed({"a.html": "a" * 25_000_001}), "This file is too large to be unpacked."),
        (locked(), "This file is locked with a password."),
        (flipped(), "This file is damaged and cannot be opened."),
        (packed({"a.html": PAGE})[:-30], "This file is damaged and cannot be opened."),
        (b"PK\x03\x04 and no more", "This file is damaged and cannot be opened."),
        (
            packed({f"{number}.css": "" for number in range(20_001)}),
            "There are too many files in this one to open it.",
        ),
    ],
    ids=["bomb", "large", "locked", "flipped", "cut", "none", "many"],
)
def test_an_archive_that_cannot_be_opened_says_why(content: bytes, note: str) -> None:
    assert opened("application/zip", content).notes == (note,)


LOCK = (
    '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:CipherData>'
    '<e:CipherReference URI="{}"/></e:CipherData></e:EncryptedData></encryption>'
)


def book(**changed: str) -> dict[str, str]:
    return {
        "META-INF/container.xml": CONTAINER,
        "in/book.opf": PACKAGE.replace('<itemref idref="lost"/>', ""),
        "in/one.xhtml": f"{XHTML}<h1>One</h1><p>{SENTENCE}</p></body></html>",
        "in/two a.xhtml": f"{XHTML}<h1>Two</h1><p>{SENTENCE}</p></body></html>",
        "in/cover.xhtml": f"{XHTML}<p>Harbours</p></body></html>",
    } | changed


@pytest.mark.parametrize(
    ("files", "note"),
    [
        (book(**{"META-INF/encryption.xml": LOCK.format("in/one.xhtml")}),
         "This book is locked and cannot be read here."),
        (book(**{"in/book.opf": "no XML"}), "This book is damaged and cannot be opened."),
        ({"META-INF/container.xml": CONTAINER}, "This book is damaged and cannot be opened."),
        ({"META-INF/container.xml": CONTAINER, "in/book.opf": PACKAGE},
         "This book is damaged and cannot be opened."),
    ],
    ids=["locked", "package", "no package", "no chapters"],
)  # fmt: skip
def test_a_book_that_cannot_be_read_says_why(files: dict[str, str], note: str) -> None:
    assert opened("application/epub+zip", packed(files)).notes == (note,)


def test_a_book_whose_fonts_alone_are_locked_is_read() -> None:
    files = book(**{"META-INF/encryption.xml": LOCK.format("in/font.otf")})
    assert len(opened("application/epub+zip", packed(files)).articles) == 3


def test_a_lost_part_of_a_book_is_said() -> None:
    files = book()
    del files["in/two a.xhtml"]
    got = opened("application/epub+zip", packed(files))
    assert got.notes == ("A part of this book is missing.",)
    assert [story.title for story in got.articles] == ["", "One"]


@pytest.mark.parametrize(
    "cover",
    [
        "<body epub:type='cover'><p>Harbours</p>",
        "<body><section epub:type='titlepage'><p>Harbours</p></section>",
        "<body><p><a href='one.xhtml'>One</a></p><p><a href='b.xhtml'>Two</a></p>"
        "<p><a href='c.xhtml'>Three</a></p>",
        "<body><p><img src='a.jpg' alt='A ship'/></p>",
    ],
    ids=["cover", "title", "contents", "picture"],
)
def test_what_is_before_a_book_is_no_story(cover: str) -> None:
    page = XHTML.replace("<body>", cover).replace(
        "<html ", '<html xmlns:epub="http://www.idpf.org/2007/ops" '
    )
    got = opened(
        "application/epub+zip", packed(book(**{"in/cover.xhtml": f"{page}</body></html>"}))
    )
    assert [story.title for story in got.articles] == ["One", "Two"]


def test_the_guide_of_an_old_book_tells_what_is_no_story() -> None:
    guide = '<guide><reference type="cover" href="cover.xhtml#top"/></guide></package>'
    package = book()["in/book.opf"].replace("</package>", guide)
    got = opened("application/epub+zip", packed(book(**{"in/book.opf": package})))
    assert [story.title for story in got.articles] == ["One", "Two"]


@pytest.mark.parametrize("kind", ["multipart/related", "application/zip", "application/epub+zip"])
@given(content=st.binary(max_size=300))
@settings(deadline=None, max_examples=60)
def test_broken_archives_do_not_raise(kind: str, content: bytes) -> None:
    assert opened(kind, content).notes


@given(cut=st.integers(0, 2000), flip=st.integers(0, 2000))
@settings(deadline=None, max_examples=100)
def test_a_damaged_book_does_not_raise(cut: int, flip: int) -> None:
    book = bytearray(packed({"META-INF/container.xml": CONTAINER, "in/book.opf": PACKAGE,
                             "in/one.xhtml": f"{XHTML}<p>One</p>"}))  # fmt: skip
    book[flip % len(book)] ^= 255
    got = opened("application/epub+zip", bytes(book[: max(1, len(book) - cut)]))
    assert got.articles or got.notes
