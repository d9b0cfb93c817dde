"""What is said of a text, and tables of it: "written | words", a line each."""

from __future__ import annotations

from tidings.speech.normalise import Normaliser


def said(text: str, language: str, normaliser: Normaliser | None = None) -> str:
    """Return the words of a text in a language, with every sign said in words."""
    for each in reversed((normaliser or Normaliser()).replacements(text, language)):
        text = text[: each.start] + each.said + text[each.end :]
    return text


def table(lines: str) -> list[list[str]]:
    """Return the rows of a table, each a list of its cells."""
    return [line.split(" | ") for line in lines.strip("\n").splitlines()]
