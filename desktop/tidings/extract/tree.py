"""From characters to a tree of elements, whatever the characters are."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, document_fromstring

from tidings.extract.text import word_set

# The parser gives up on pages nested deeper than 255, and what comes later would be lost;
# readers of the tree go down it by calls. No page that a person made comes near this.
_DEPTH = 100
_TOO_DEEP = "boolean(" + "/*" * (_DEPTH + 10) + ")"
# No part of it runs over a "<", so that the time spent is in proportion to the page.
_TAG = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9:-]*+)((?:"[^"<]*+"|'[^'<]*+'|[^'"<>]++)*+)>""")
# 450,000 words, which take two days to say.
_MOST_CHARACTERS = 3_000_000
_MOST_TAGS = 60_000
_LONGEST_TAG = 10_000
_WORDLESS = re.compile(r"<(?:(script|style|svg|template)\b([^<>]*)>|!--)", re.IGNORECASE)
# Pictures that a saved page carries in its addresses.
_EMBEDDED = re.compile(r"data:[a-z]{1,20}/[^\s\"'()<>]{200,}")
_WORDLESS_ENDS = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
    for name in ("script", "style", "svg", "template")
} | {"": re.compile("-->")}
# What no XML may hold, and libraries that take the tree stumble over.
_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_VOID = word_set("area base br col embed hr img input link meta source track wbr")
_SELF_CLOSING = word_set("p li dt dd option tr td th")


def lighten(html: str) -> tuple[str, bool]:
    """Return a page without what holds no words, where it is long; and whether it was cut.

    What is left may still be longer than anyone listens to: then it ends where reading it
    would take more time or memory than there is. Takes time in proportion to the page.
    """
    if len(html) <= _MOST_CHARACTERS and html.count("<") <= _MOST_TAGS:
        return html, False
    html = _without_wordless(html)
    end = _MOST_CHARACTERS if len(html) > _MOST_CHARACTERS else len(html)
    if html.count("<", 0, end) > _MOST_TAGS:
        end = next(islice(re.finditer("<", html), _MOST_TAGS, None)).start()
    elif end < len(html):
        end = max(
            html.rfind("<", end - _LONGEST_TAG, end), html.rfind(" ", end - _LONGEST_TAG, end)
        )
    end = end if end > 0 else _MOST_CHARACTERS
    return html[:end], end < len(html)


def _without_wordless(html: str) -> str:
    out: list[str] = []
    last = 0
    endless: set[str] = set()
    for start in _WORDLESS.finditer(html):
        name = (start[1] or "").lower()
        if start.start() < last or name in endless or "ld+json" in (start[2] or ""):
            continue
        end = _WORDLESS_ENDS[name].search(html, start.end())
        if end is None:
            endless.add(name)
            continue
        out.append(html[last : start.start()])
        last = end.end()
    out.append(html[last:])
    return _EMBEDDED.sub("", "".join(out))


def without_controls(text: str) -> str:
    """Return markup without the characters that no XML may hold."""
    return _CONTROLS.sub("", text)


def parse(html: str) -> HtmlElement | None:
    """Return the page's root element, or None where there is nothing of a page."""
    html = _DECLARATION.sub("", without_controls(html), count=1)
    if not html.strip():
        return None
    root, too_deep = _parse(html)
    if too_deep:
        root, _ = _parse(flatten(html))
    return root


def _parse(html: str) -> tuple[HtmlElement | None, bool]:
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True)
    # lxml.html asks a function in Python for the class of every element that is touched.
    parser.set_element_class_lookup(
        etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment)
    )
    try:
        root = document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        root = None
    given_up = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root, given_up or (root is not None and bool(root.xpath(_TOO_DEEP)))


def flatten(html: str) -> str:
    """Return the page without the tags that are nested too deep, their text kept.

    Takes time in proportion to the page.
    """
    out: list[str] = []
    open_tags: list[tuple[str, bool]] = []
    open_names: Counter[str] = Counter()
    depth = last = 0
    for match in _TAG.finditer(html):
        out.append(html[last : match.start()])
        last = match.end()
        closing, name = match[1], match[2].lower()
        if name in _VOID or match[3].endswith("/"):
            out.append(match[0])
        elif not closing:
            if name in _SELF_CLOSING and open_tags and open_tags[-1][0] == name:
                depth -= open_tags.pop()[1]
                open_names[name] -= 1
            kept = depth < _DEPTH
            out.append(match[0] if kept else " ")
            open_tags.append((name, kept))
            open_names[name] += 1
            depth += kept
        elif open_names[name]:
            kept = False
            while open_tags:
                opened, kept = open_tags.pop()
                open_names[opened] -= 1
                depth -= kept
                if opened == name:
                    break
            out.append(match[0] if kept else " ")
    out.append(html[last:])
    return "".join(out)
