"""Stories whose sound begins clearly and has few gaps."""

from __future__ import annotations

from pathlib import Path

# Almost without plosives and hisses: sound that is meant to be there is hardly ever silent,
# so that silence tells that it was stopped.
SENTENCES = (
    "Nora ran along a narrow lane near our mill and all our women were mowing on a lawn. ",
    "Nine lions were lying in warm meadow rain on a long and lonely morning in May. ",
)
TITLE = "Lane near a mill"


def story(characters: int) -> str:
    """Return the text of a story of about so many characters, in paragraphs."""
    paragraph = "".join(SENTENCES).strip()
    return "\n".join([paragraph] * max(1, round(characters / len(paragraph))))


def words_of(characters: int) -> list[str]:
    """Return the words of such a story's page in their order, as they are lit."""
    return [word.strip(".,") for word in f"{TITLE} {story(characters)}".split()]


def write_text(folder: Path, characters: int) -> Path:
    """Write a story of about so many characters as plain text; return where."""
    file = folder / f"story-{characters}.txt"
    file.write_text(story(characters), encoding="utf-8")
    return file


def write_page(folder: Path, characters: int) -> Path:
    """Write a page with one story of about so many characters; return where."""
    paragraphs = "\n".join(f"<p>{text}</p>" for text in story(characters).splitlines())
    page = folder / f"story-{characters}.html"
    page.write_text(
        f'<!doctype html><html lang="en"><head><title>{TITLE}</title></head>'
        f"<body><article><h1>{TITLE}</h1>\n{paragraphs}\n</article></body></html>",
        encoding="utf-8",
    )
    return page
