"""Making a feed's XML whole and harmless before it is parsed.

Feeds are cut off, badly escaped, and lack their declarations; some are written to harm. What
comes out of here is well-formed, declares no entity, names no other file, and holds no more
than the entries that are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from html.entities import html5
from itertools import islice, pairwise

from lxml import etree

from tidings.extract.feed_media import pictures_of, space_of
from tidings.extract.feed_parts import MOST_ENTRIES, Shown
from tidings.extract.text import word_set
from tidings.extract.tree import without_controls

_MOST_CHARACTERS = 10_000_000
# Every tag costs feedparser 15 µs, and a text is not counted by its own.
_MOST_TAGS = 80_000
_ROOT = re.compile(r"<(?:[A-Za-z][\w.-]*:)?(?:rss|feed|rdf)(?=[\s>/])", re.IGNORECASE)
_ENDS = re.compile(r"</(?:[A-Za-z][\w.-]*:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
_ROOT_END = re.compile(r"""<(?:"[^"<]*+"|'[^'<]*+'|[^"'<>]++)*+>""")
_MARKED = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_BARE = re.compile(r"<(?![A-Za-z_/!?])")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,8}|[xX][0-9a-fA-F]{1,7});|([A-Za-z][\w.-]{0,40});)?")
# A short text without anything in it that stands for more.
_DECLARED = re.compile(r"""<!ENTITY\s+([\w.-]{1,40})\s+(?:"([^"&%<]{0,200})"|'([^'&%<]{0,200})')""")
_NAMED = re.compile(r"<!ENTITY\s+([\w.-]{1,40})\s")
_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
_PREFIX = re.compile(r"(?:</?|\s)([A-Za-z_][\w.-]{0,40}):[A-Za-z_]")
_MOST_PREFIXES = 40
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_READ_ATTRIBUTES = frozenset(
    f"{{http://www.w3.org/{name}"
    for name in (
        "XML/1998/namespace}base",
        "XML/1998/namespace}lang",
        "1999/02/22-rdf-syntax-ns#}about",
    )
)
_PREFIX_DECLARED = re.compile(r"xmlns:([\w.-]+)\s*=")
_KNOWN = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
_MAIL = re.compile(
    r"""\s*(?:"?([^<>"@()]*?)"?\s*<[^<>\s]+@[^<>\s]+>|[^\s()<>]+@[^\s()<>]+\s*(?:\(([^()]*)\))?)\s*"""
)
_ENTRY = re.compile(r"<(?:[A-Za-z][\w.-]*:)?(item|entry)(?=[\s>])", re.IGNORECASE)
_ENTRIES = ("{*}item", "{*}entry")
# All that is read of a feed and of its entries; what else there is, a parser could stumble over.
_READ = word_set(
    "channel item entry title link guid id pubdate published updated issued modified created date "
    "author creator description summary abstract content encoded body fullitem enclosure language "
    "duration"
)
_READ_SPACES = frozenset(
    (
        "", "http://www.w3.org/2005/atom", "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/rss/1.0/modules/rss091#",
        "http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss",
        *(uri.lower() for prefix, uri in _KNOWN.items() if prefix != "media"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WholeXml:
    """A feed as well-formed XML in UTF-8, and the pictures beside each of its entries.

    ``is_cut`` tells that there were more entries.
    """

    content: bytes
    pictures: tuple[tuple[Shown, ...], ...]
    is_cut: bool


def whole(text: str) -> WholeXml | None:
    """Return the feed in a text, or None where there is none. Never raises."""
    start = _ROOT.search(text)
    if start is None:
        return None
    head, body = text[: start.start()], text[start.start() : start.start() + _MOST_CHARACTERS]
    body, more = _first_tags(_escaped(without_controls(body), _entities(head)))
    breaks_off = _breaks_off(body)
    root = _parsed(_with_prefixes(body))
    first = _ENTRY.search(body)
    if first and (root is None or next(root.iter(*_ENTRIES), None) is None):
        # Its root is damaged, or closed before the entries.
        outer = "rss" if first[1].lower() == "item" else f'feed xmlns="{_KNOWN["atom"]}"'
        root = _parsed(_with_prefixes(f"<{outer}>{_ENDS.sub('', body[first.start() :])}"))
    if root is None:
        return None
    entries = _side_by_side(root)
    # Half an entry would be another story than the whole one, next time.
    entries, rest = entries[:MOST_ENTRIES], entries[MOST_ENTRIES:]
    for entry in [*rest, *(entries[-1:] if breaks_off else ())]:
        _remove(entry)
    entries = entries[:-1] if breaks_off else entries
    pictures = tuple(tuple(pictures_of(entry)) for entry in entries)
    spaces = _READ_SPACES | {space_of(root)} | set(map(space_of, entries))
    for element in (root, *root.iter("{*}channel"), *entries):
        _without_unread(element, spaces)
        _without_mail(element)
    is_cut = more or bool(rest) or len(text) > start.start() + _MOST_CHARACTERS
    content = etree.tostring(
        _rebuilt(root), encoding="utf-8", xml_declaration=True, with_tail=False
    )
    return WholeXml(content, pictures, is_cut)


def _first_tags(body: str) -> tuple[str, bool]:
    """Return the body up to so many tags as are parsed in a few seconds; whether it had more."""
    if body.count("<") <= _MOST_TAGS:
        return body, False
    end = next(islice(re.finditer("<", body), _MOST_TAGS, None)).start()
    return body[:end], True


def _breaks_off(body: str) -> bool:
    """Tell whether a feed ends inside an entry."""
    if _ENDS.search(body, max(0, len(body) - 1_000)):
        return False
    begun = max(body.rfind("<item"), body.rfind("<entry"))
    return begun > max(body.rfind("</item"), body.rfind("</entry"))


def _escaped(body: str, entities: dict[str, str]) -> str:
    """Return the body without marked sections, its stray signs escaped, its names in letters."""

    def reference(found: re.Match[str]) -> str:
        number, name = found[1], found[2]
        if number:
            return found[0] if _is_character(number) else ""
        if not name:
            return "&amp;"
        if name in _OWN:
            return found[0]
        told = entities.get(name, html5.get(f"{name};"))
        return f"&amp;{name};" if told is None else escape(told)

    pieces: list[str] = []
    last = 0
    for marked in _MARKED.finditer(body):
        pieces += (_REFERENCE.sub(reference, body[last : marked.start()]), escape(marked[1]))
        last = marked.end()
    pieces.append(_REFERENCE.sub(reference, body[last:]))
    return _BARE.sub("&lt;", "".join(pieces))


def _entities(head: str) -> dict[str, str]:
    """Return what the names that a feed declares stand for: nothing, where not a short text."""
    if "<!" not in head:
        return {}
    names = dict.fromkeys(_NAMED.findall(head), "")
    return names | {name: one or other for name, one, other in _DECLARED.findall(head)}


def _is_character(number: str) -> bool:
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    return (
        code in (9, 10, 13)
        or 0x20 <= code < 0xD800
        or 0xE000 <= code < 0xFFFE
        or 0xFFFF < code < 0x110000
    )


def _with_prefixes(body: str) -> str:
    """Declare, at the root, the prefixes that the feed uses and does not declare there."""
    end = _ROOT_END.match(body)
    if end is None:
        return body
    at = end.end() - (2 if body[: end.end()].endswith("/>") else 1)
    declared = {"xml", "xmlns", *_PREFIX_DECLARED.findall(body[:at])}
    missing = dict.fromkeys(name for name in _PREFIX.findall(body) if name not in declared)
    spaces = (
        f' xmlns:{name}="{_KNOWN.get(name, f"urn:{name}")}"'
        for name in islice(missing, _MOST_PREFIXES)
    )
    return body[:at] + "".join(spaces) + body[at:]


def _parsed(body: str) -> etree._Element | None:
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(body.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _rebuilt(element: etree._Element, parent: etree._Element | None = None) -> etree._Element:
    """Return a copy of an element of which every name is one that all parsers take.

    What was mended on the way in may have kept names that no well-formed feed has.
    """
    local = element.tag.rpartition("}")[2]
    local = local if _NAME.fullmatch(local) else "span"
    tag = f"{{{_space(element)}}}{local}" if space_of(element) in _READ_SPACES - {""} else local
    made = etree.Element(tag) if parent is None else etree.SubElement(parent, tag)
    made.text, made.tail = element.text, element.tail
    for name, value in element.attrib.items():
        if _NAME.fullmatch(str(name)) or str(name) in _READ_ATTRIBUTES:
            made.set(name, value)
    for child in element.iterchildren(etree.Element):
        _rebuilt(child, made)
    return made


def _space(element: etree._Element) -> str:
    return str(element.tag)[1:].partition("}")[0]


def _side_by_side(root: etree._Element) -> list[etree._Element]:
    """Return the entries, those that stand in others for want of their ends put behind them."""
    entries = list(root.iter(*_ENTRIES))
    for before, entry in pairwise(entries):
        if next(entry.iterancestors(*_ENTRIES), None) is not None:
            before.addnext(entry)
    return entries


def _without_unread(element: etree._Element, spaces: frozenset[str]) -> None:
    for child in list(element):
        if child.tag.rpartition("}")[2].lower() not in _READ or space_of(child) not in spaces:
            _remove(child)


def _without_mail(element: etree._Element) -> None:
    """Leave of an author only the name, where RSS has a mail address with the name beside it."""
    for author in element.iterchildren("{*}author"):
        found = _MAIL.fullmatch(author.text or "")
        if found:
            author.text = found[1] or found[2] or ""


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
