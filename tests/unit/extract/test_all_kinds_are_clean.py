"""Whatever a page comes in, nothing gets out of it but words and harmless addresses."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from tidings.document import Article, Figure, ListBlock, RawPage, Spans, Table
from tidings.extract import read

SENTENCE = "The harbour office said that the ferry leaves at noon, whatever the weather may be. "
DIRT = """<script>steal("words")</script><style>p { steal: words }</style>
<p onclick="steal()" style="background: url(javascript:steal())">A <a href="javascript:steal()">link
</a>, <a href="JAVA&#10;script:steal()">two</a>, <a href="data:text/html,steal">three</a>,
<a href="vbscript:steal">four</a> and <a href="file:///steal">five</a>, <a href="sub/a">six</a>.</p>
<form action="/steal"><p>steal <input value="steal"/> <button>steal</button></p></form>
<iframe src="https://steal.example/" title="">steal</iframe><iframe src="javascript:steal()"
title="A film"></iframe><object data="steal">steal</object><svg onload="steal()"><text>steal</text>
</svg><template><p>steal</p></template><p hidden="hidden">steal</p>
<img src="javascript:steal()" alt="One"/><img src="data:image/png;base64,steal" alt="Two"/>
<img src="file:///steal.png" alt="Three"/><img src="https://pictures.example/a.jpg" alt="Four"/>
<ul><li onclick="steal()">An <a href="javascript:steal()">item</a></li><li>More</li></ul>
<table><caption>Times</caption><tr><th onclick="steal()">Hour</th><th>Boat</th></tr>
<tr><td><a href="javascript:steal()">Noon</a></td><td>Ferry</td></tr></table>"""
STORY = f"<h1>Noon</h1><p>{SENTENCE * 2}</p>{DIRT}<p>{SENTENCE * 3}</p>"
PAGE = f'<html lang="en"><body onload="steal()"><main>{STORY}</main></body></html>'
CONTAINER = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
PACKAGE = (
    '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    '</manifest><spine><itemref idref="a"/></spine></package>'
)


def packed(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as folder:
        for name, text in files.items():
            folder.writestr(name, text)
    return out.getvalue()


def stated(text: str) -> bytes:
    data = json.dumps({"@type": "NewsArticle", "headline": "Noon", "articleBody": text})
    data = data.replace("</script", "<\\/script")
    return f"<script type='application/ld+json'>{data}</script><div id='app'></div>".encode()


MHTML = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n{PAGE}\r\n--x--\r\n'  # noqa: E501
MARKDOWN = (
    f"# Noon\n\n{SENTENCE}\n\nA [link](javascript:steal) ![One](data:image/png;base64,AA)\n\n"
    "[two](<java script:x>) [three](vbscript:x) [six](sub/a) ![Four](https://pictures.example/a.jpg)\n"
)
KINDS = {
    "page": ("text/html", PAGE.encode()),
    "amp": ("text/html", PAGE.replace("<img", "<amp-img").replace("iframe", "amp-iframe").encode()),
    "several": (
        "text/html",
        f"<main>{f'<article>{STORY}</article>' * 3}</main>".encode(),
    ),
    "mhtml": ("multipart/related", MHTML.encode()),
    "packed": ("application/zip", packed(**{"a.html": PAGE})),
    "book": (
        "application/epub+zip",
        packed(**{"META-INF/container.xml": CONTAINER, "b.opf": PACKAGE, "a.xhtml": PAGE}),
    ),
    "data": ("text/html", stated(STORY)),
    "data, escaped": ("text/html", stated(STORY.replace("<", "&lt;").replace(">", "&gt;"))),
    "markdown": ("text/markdown", MARKDOWN.encode()),
}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_gets_through_but_words_and_harmless_addresses(kind: str) -> None:
    media_type, content = KINDS[kind]
    got = read(RawPage("https://tidings.example/a/page", media_type, content))
    assert got.articles, got.notes
    for article in got.articles:
        assert article.title == "Noon"
        words = "\n".join(block.text for block in article.blocks)
        assert "harbour office" in words
        if kind != "markdown":
            assert "steal" not in words
        for link in links(article):
            assert link == "https://tidings.example/a/sub/a" or link.startswith("https://")
            assert "steal" not in link
        sources = {
            source
            for block in article.blocks
            if isinstance(block, Figure)
            for source in block.picture.sources
        }
        assert sources <= {"https://pictures.example/a.jpg"}


def links(article: Article) -> set[str]:
    found: list[Spans] = []
    for block in article.blocks:
        match block:
            case ListBlock():
                found.extend(block.items)
            case Table():
                found.extend(cell for row in block.rows for cell in row)
            case _:
                found.append(getattr(block, "spans", getattr(block, "caption", ())))
    return {span.link for spans in found for span in spans if span.link}
