"""The golden cases: pages, what must come of them, and what must be said of that."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

from tidings.document import Edition, RawPage, edition_to_json
from tidings.extract import read
from tidings.resources import resource_folder
from tidings.speech import ScriptMaker, load_announcements, script_to_json

FOLDER = Path(__file__).parent
_KINDS = {
    ".html": "text/html",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".mhtml": "multipart/related",
    ".zip": "application/zip",
    ".epub": "application/epub+zip",
    ".rss": "application/rss+xml",
    ".atom": "application/rss+xml",
    ".rdf": "application/rss+xml",
    ".json": "application/feed+json",
}


def case_names() -> list[str]:
    """Return the names of all cases, sorted."""
    return sorted(_pages())


def read_case(name: str) -> Edition:
    """Return the edition that the case's page gives."""
    page = _pages()[name]
    address = f"https://tidings.example/{name}"
    content = _packed(page) if page.is_dir() else page.read_bytes()
    return read(RawPage(address, _KINDS[page.suffix], content))


def edition_json(name: str) -> dict[str, Any]:
    """Return the case's edition in the form that ``edition.json`` has."""
    return edition_to_json(read_case(name))


def script_json(name: str) -> dict[str, Any]:
    """Return what is said of each article, by its id, in the form that ``script.json`` has.

    It is made as the window makes it, for a reader who has changed nothing.
    """
    script_of = ScriptMaker(load_announcements())
    return {article.id: script_to_json(script_of(article)) for article in read_case(name).articles}


def edition_text(edition: dict[str, Any]) -> str:
    """Return what ``edition.json`` holds."""
    return json.dumps(edition, ensure_ascii=False, indent=1) + "\n"


def script_text(scripts: dict[str, Any]) -> str:
    """Return what ``script.json`` holds: each utterance on a line, to be read as it is heard."""
    told = []
    for article, utterances in scripts.items():
        lines = ",\n".join(f"  {json.dumps(said, ensure_ascii=False)}" for said in utterances)
        told.append(f' "{article}": [\n{lines}\n ]')
    return "{\n" + ",\n".join(told) + "\n}\n"


def _packed(folder: Path) -> bytes:
    """Return a folder as the packed file that the case is about; packed, it could not be read."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                packed.write(file, file.relative_to(folder).as_posix())
    return out.getvalue()


def _pages() -> dict[str, Path]:
    """The page of every case: one of its own, or a sample that ships with the program."""
    own = {page.parent.name: page for page in FOLDER.glob("*/input.*")}
    samples = {page.stem: page for page in (resource_folder() / "samples").glob("*.html")}
    return samples | own
