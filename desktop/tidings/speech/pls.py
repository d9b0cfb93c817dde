"""Fixes as a pronunciation lexicon, to be exchanged with other programs.

The format is the W3C's Pronunciation Lexicon Specification (PLS) 1.0,
https://www.w3.org/TR/pronunciation-lexicon/. What it has no word for (how it is matched,
for which source, another language than the file's) stands in attributes of a namespace of
ours, which the specification tells other programs to pass over.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _
from xml.sax.saxutils import escape, quoteattr

from tidings.speech.fixes import Fix, Lexicon, Match, base_language

PLS = "http://www.w3.org/2005/01/pronunciation-lexicon"
OURS = "urn:x-tidings:lexicon:1"
_XML = "http://www.w3.org/XML/1998/namespace"
_ALL = "*"
"""Stands for all languages."""
_USUAL = "en"


class PlsError(ValueError):
    """A text is no pronunciation lexicon; the text says why, for the reader."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a text gave, and how many entries of it Tidings cannot use."""

    lexicon: Lexicon
    unused: int = 0


def to_pls(lexicon: Lexicon) -> str:
    """Return a lexicon as PLS. The language that most fixes are for is the file's."""
    languages = Counter(fix.language for fix in lexicon.fixes if fix.language)
    main = max(languages, key=lambda language: languages[language], default=_USUAL)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<lexicon version="1.0" xmlns="{PLS}" xmlns:tidings="{OURS}"',
        f'         alphabet="ipa" xml:lang={quoteattr(main)}>',
    ]
    for fix in lexicon.fixes:
        lines.append(f"  <lexeme{_attributes(fix, main)}>")
        lines.append(f"    <grapheme>{escape(fix.written)}</grapheme>")
        if fix.phoneme:
            lines.append(f"    <phoneme>{escape(fix.phoneme)}</phoneme>")
        if fix.said:
            lines.append(f"    <alias>{escape(fix.said)}</alias>")
        lines.append("  </lexeme>")
    return "\n".join([*lines, "</lexicon>", ""])


def from_pls(text: bytes) -> Read:
    """Read a lexicon, ours or another program's. Raises PlsError where it is none."""
    try:
        root = ET.fromstring(text, ET.XMLParser(target=_NoDeclarations()))
    except PlsError:
        raise
    except (ET.ParseError, ValueError, LookupError) as error:
        raise PlsError(_("it is not whole: {reason}").format(reason=error)) from error
    if root.tag != f"{{{PLS}}}lexicon":
        raise PlsError(_("it is no pronunciation lexicon (PLS)"))
    language = base_language(root.get(f"{{{_XML}}}lang", ""))
    alphabet = root.get("alphabet", "ipa")
    by_key: dict[object, Fix] = {}
    unused = 0
    for lexeme in root.findall(f"{{{PLS}}}lexeme"):
        found = list(_fixes(lexeme, language, alphabet))
        unused += not found
        for fix in found:
            if fix is None:
                unused += 1
            else:
                # Of two that cannot hold at once, the one that was made last.
                unused += by_key.get(fix.key, fix) != fix
                by_key[fix.key] = fix
    return Read(Lexicon(tuple(by_key.values())), unused)


class _NoDeclarations(ET.TreeBuilder):
    """Builds the tree, and refuses the declarations with which a short file grows without end."""

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        """Refuse a document type. Raises PlsError."""
        raise PlsError(_("it has a DOCTYPE, which Tidings does not read to be safe"))


def _fixes(lexeme: ET.Element, language: str, alphabet: str) -> Iterator[Fix | None]:
    """The fixes of an entry, one for each way of writing; None for one that cannot be used."""
    own = lexeme.get(f"{{{OURS}}}language", language)
    said = _preferred(lexeme, "alias")
    phoneme = _preferred(lexeme, "phoneme", alphabet)
    for grapheme in lexeme.findall(f"{{{PLS}}}grapheme"):
        try:
            fix = Fix(
                "".join(grapheme.itertext()),
                said,
                Match(lexeme.get(f"{{{OURS}}}match", Match.WORD.value)),
                "" if own == _ALL else own,
                lexeme.get(f"{{{OURS}}}source", ""),
                phoneme,
            ).tidied()
            fix.check_length()
        except ValueError:
            yield None
        else:
            yield fix


def _preferred(lexeme: ET.Element, name: str, alphabet: str = "ipa") -> str:
    """The text of the element that is preferred, else of the first (PLS 1.0, 4.9.3)."""
    elements = [
        element
        for element in lexeme.findall(f"{{{PLS}}}{name}")
        if element.get("alphabet", alphabet) == "ipa"
    ]
    chosen = [element for element in elements if element.get("prefer") == "true"] or elements
    return "".join(chosen[0].itertext()) if chosen else ""


def _attributes(fix: Fix, main: str) -> str:
    told = ""
    if fix.match is not Match.WORD:
        told += f" tidings:match={quoteattr(fix.match.value)}"
    if fix.source:
        told += f" tidings:source={quoteattr(fix.source)}"
    if fix.language != main:
        told += f" tidings:language={quoteattr(fix.language or _ALL)}"
    return told
