from __future__ import annotations

import subprocess
import sys
import time

import pytest

from tests.unit.extract.pages import edition
from tidings.extract.tree import lighten

SENTENCE = "The harbour office said that the ferry leaves at noon, whatever the weather may be. "
KINDS = {
    "text": f"<p>{SENTENCE * 3}<a href=/a>{SENTENCE}</a></p>",
    "teasers": f"<article><a href=/a><img src=/a.jpg><h3>{SENTENCE}</h3></a>{SENTENCE}</article>",
    "elements": "<div><span><b>x</b></span></div>",
    "spans": "<span class=a>word</span> ",
    "lines": f"{SENTENCE}<br><br>",
    "rows": f"<table><tr><td>1<td>{SENTENCE}</table>",
    "scripts": "<script>",
    "comments": "<!--",
}
# What a 10 MB page may take is 2 seconds and 300 MB; a shared computer gets some grace.
_SECONDS = 5.0
_MEGABYTES = 300


def page(kind: str, size: int) -> str:
    piece = KINDS[kind]
    return f"<html lang=en><h1>Noon</h1><p>{SENTENCE * 9}</p>{piece * (size // len(piece))}"


@pytest.mark.parametrize("kind", KINDS)
def test_ten_megabytes_take_no_time(kind: str) -> None:
    long = page(kind, 10_000_000)
    began = time.process_time()
    got = edition(long)
    assert time.process_time() - began < _SECONDS
    assert got.notes[:1] == ("This page is very long. Only its first part is here.",)


@pytest.mark.parametrize("kind", ["text", "teasers", "spans", "elements"])
def test_work_grows_no_faster_than_the_page(kind: str) -> None:
    small, large = (_seconds(page(kind, size)) for size in (100_000, 800_000))
    assert large < 8 * 3 * max(small, 0.02)


def _seconds(html: str) -> float:
    edition(html)
    began = time.process_time()
    edition(html)
    return time.process_time() - began


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux tells a peak of memory this way.")
def test_ten_megabytes_take_little_memory() -> None:
    program = (
        "from pathlib import Path\nfrom tests.unit.extract.test_long_pages import page\n"
        "from tidings.extract import read\nfrom tidings.document import RawPage\n"
        "content = page('text', 10_000_000).encode()\n"
        "assert read(RawPage('stdin:', 'text/html', content, 'utf-8')).articles\n"
        # getrusage() would count what the parent held when it forked
        "print(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert int(told.stdout) / 1024 < _MEGABYTES


def test_what_holds_no_words_is_dropped_from_a_long_page() -> None:
    script = f"<script>{'x = 1;' * 400_000}</script>"
    picture = f"<img src='data:image/png;base64,{'A' * 2_000_000}' alt='A pier'>"
    data = '<script type="application/ld+json">{"@type": "Article", "headline": "Noon"}</script>'
    text, cut = lighten(f"{script}{data}<!-- {'x' * 99} -->{picture}<p>{SENTENCE}</p>")
    assert not cut
    assert "x = 1" not in text
    assert data in text
    assert f"<p>{SENTENCE}</p>" in text
    assert "A pier" in text


def test_a_page_of_common_length_is_left_as_it_is() -> None:
    html = f"<script>x</script><!-- y --><p>{SENTENCE}</p>"
    assert lighten(html) == (html, False)
