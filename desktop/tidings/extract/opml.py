"""Lists of sources (OPML), as every reader of feeds writes and reads them.

The format is OPML 2.0, http://opml.org/spec2.opml. What it has no word for, a page whose
stories are followed, is marked in a namespace of ours, which other programs pass over.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from gettext import gettext as _
from gettext import ngettext
from html.entities import html5
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from tidings.extract.decode import decode
from tidings.extract.text import tidy
from tidings.extract.unreadable import UnreadableError

OURS = "urn:x-tidings:opml:1"
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?opml[\s/>]", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:(#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});)?")
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_QUOTES = {'"': "&quot;", "'": "&apos;"}
_SPACES = re.compile(r"[\s\0]+")
_FEED_SCHEME = re.compile(r"\A(?:feed:(?://)?(?=https?://)|feed(?=://))", re.IGNORECASE)
# What programs keep in their list beside sources, by its type.
_FOLDERS = frozenset(("folder", "category"))
_SEARCHES = frozenset(("vfolder", "search", "rule"))
_LINKS = frozenset(("link", "include"))
_TOLD = frozenset(("text", "title", "type", "xmlurl", "url", "htmlurl", "kind"))


class SourceKind(Enum):
    """What there is at a source's address."""

    FEED = "feed"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Subscription:
    """A source that somebody follows.

    ``address`` is http or https. ``title`` is empty where the list gives none. ``folder`` is
    the path of folders that it lies in, from the outside in. ``page`` is where people read
    what the feed is made of, empty where unknown.
    """

    title: str
    address: str
    folder: tuple[str, ...] = ()
    kind: SourceKind = SourceKind.FEED
    page: str = ""

    @property
    def key(self) -> str:
        """What is the same for two addresses of one source."""
        parts = urlsplit(self.address)
        query = f"?{parts.query}" if parts.query else ""
        return f"{parts.netloc.casefold()}{parts.path or '/'}{query}"

    def tidied(self) -> Subscription:
        """Return the subscription as a list can hold it: no line breaks, nothing invisible."""
        title = tidy(self.title)
        folder = tuple(filter(None, map(tidy, self.folder)))
        return replace(self, title="" if title == self.address else title, folder=folder)


@dataclass(frozen=True, slots=True)
class SubscriptionList:
    """What a list of sources gave.

    ``subscriptions`` are in the list's own order, each source once. Of the rest it is counted
    how many entries came ``repeated``, ``without_address``, or with an ``unusable`` one (a
    program, a file, a search). ``damaged`` tells that the file is not whole.
    """

    title: str
    subscriptions: tuple[Subscription, ...]
    repeated: int = 0
    without_address: int = 0
    unusable: int = 0
    damaged: bool = False

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences for the reader on what could not be used."""
        unused = self.without_address + self.unusable
        told = []
        if self.damaged:
            told.append(_("The list is damaged. What can be read of it is here."))
        if unused:
            words = ngettext(
                "{n} entry of the list has no address that Tidings can follow.",
                "{n} entries of the list have no address that Tidings can follow.",
                unused,
            )
            told.append(words.format(n=unused))
        if self.repeated:
            words = ngettext(
                "{n} entry of the list names a source that was named before.",
                "{n} entries of the list name sources that were named before.",
                self.repeated,
            )
            told.append(words.format(n=self.repeated))
        return tuple(told)


def read_opml(content: bytes) -> SubscriptionList:
    """Return the sources in a list of any program's, in any encoding.

    Declarations of the file are left out unread, so that none can make it grow or have
    another file opened. Raises UnreadableError where it is no list of sources.
    """
    text = _CONTROL.sub("", decode(content))
    begin = _ROOT.search(text)
    if begin is None:
        raise UnreadableError(_("This file is no list of sources (OPML)."))
    parser = etree.XMLParser(
        recover=True,
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(_plain_references(text[begin.start() :]).encode(), parser)
    if root is None or _name(root) != "opml":
        raise UnreadableError(_("This file is no list of sources (OPML)."))
    reading = _Reading(OURS in root.nsmap.values())
    for body in _named(root, "body"):
        reading.read(body)
    return SubscriptionList(
        next(
            (tidy(each.text) for head in _named(root, "head") for each in _named(head, "title")), ""
        ),
        tuple(reading.found.values()),
        reading.repeated,
        reading.without_address,
        reading.unusable,
        damaged=bool(parser.error_log.filter_from_fatals()),
    )


def write_opml(subscriptions: Iterable[Subscription], title: str = "") -> bytes:
    """Return a list of sources as OPML 2.0, for any program to read.

    In each folder its sources come first, then its folders, in the order they came.
    """
    tree = _Folder()
    for each in map(Subscription.tidied, subscriptions):
        tree.at(each.folder).sources.append(each)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:tidings="{OURS}">',
        f"  <head><title>{escape(tidy(title))}</title></head>",
        "  <body>",
        *(f"  {line}" for line in tree.lines()),
        "  </body>",
        "</opml>",
        "",
    ]
    return "\n".join(lines).encode()


@dataclass(slots=True)
class _Folder:
    """A folder while it is being filled."""

    sources: list[Subscription] = field(default_factory=list)
    folders: dict[str, _Folder] = field(default_factory=dict)

    def at(self, path: tuple[str, ...]) -> _Folder:
        """Return the folder at a path inside this one, made where there was none."""
        here = self
        for name in path:
            here = here.folders.setdefault(name, _Folder())
        return here

    def lines(self) -> Iterator[str]:
        """Yield what is in the folder as lines, however deep it is."""
        for source in self.sources:
            yield f"  {_outline(source)}"
        open_folders = [iter(self.folders.items())]
        while open_folders:
            indent = "  " * len(open_folders)
            name, folder = next(open_folders[-1], ("", None))
            if folder is None:
                open_folders.pop()
                if open_folders:
                    yield f"{indent[2:]}</outline>"
                continue
            yield f"{indent}<outline text={quoteattr(name)} title={quoteattr(name)}>"
            for source in folder.sources:
                yield f"{indent}  {_outline(source)}"
            open_folders.append(iter(folder.folders.items()))


class _Reading:
    """Goes through a list once, keeps what can be followed, and counts the rest."""

    def __init__(self, ours: bool) -> None:
        self._ours = ours
        self.found: dict[str, Subscription] = {}
        self.repeated = self.without_address = self.unusable = 0

    def read(self, body: etree._Element) -> None:
        """Read all outlines below an element, whatever their depth."""
        waiting: list[tuple[etree._Element, tuple[str, ...]]] = [(body, ())]
        while waiting:
            outline, folder = waiting.pop()
            within = folder if outline is body else self._outline(outline, folder)
            if within is not None:
                waiting += [(each, within) for each in reversed(list(_named(outline, "outline")))]

    def _outline(self, outline: etree._Element, folder: tuple[str, ...]) -> tuple[str, ...] | None:
        """Read an outline; return the folder of those inside it, None where they mean nothing."""
        told = _attributes(outline)
        kind = told.get("type", "")
        name = self._words(told.get("text", "")) or self._words(told.get("title", ""))
        if kind in _SEARCHES:
            self.unusable += 1
            return None
        if told.get("xmlurl") or (told.get("url") and kind):
            self._keep(name, folder, told)
        elif len(outline):
            return (*folder, name)
        elif kind not in _FOLDERS:
            self.without_address += 1
        return folder

    def _keep(self, name: str, folder: tuple[str, ...], told: dict[str, str]) -> None:
        is_page = self._ours and told.get("kind") == SourceKind.PAGE.value
        is_link = not told.get("xmlurl") and told.get("type") in _LINKS
        address = _address(told.get("xmlurl") or told["url"])
        if not address or (is_link and not is_page):
            self.unusable += 1
            return
        kind = SourceKind.PAGE if is_page else SourceKind.FEED
        page = _address(told.get("htmlurl", ""))
        source = Subscription(name, address, folder, kind, page).tidied()
        if source.key in self.found:
            self.repeated += 1
        self.found.setdefault(source.key, source)

    def _words(self, text: str) -> str:
        # Many programs escape what is escaped already.
        return tidy(text if self._ours else html.unescape(text))


def _outline(source: Subscription) -> str:
    words = quoteattr(source.title or source.address)
    page = f" htmlUrl={quoteattr(source.page)}" if source.page else ""
    if source.kind is SourceKind.PAGE:
        where = (
            f'type="link" tidings:kind="{SourceKind.PAGE.value}" url={quoteattr(source.address)}'
        )
    else:
        where = f'type="rss" xmlUrl={quoteattr(source.address)}'
    return f"<outline text={words} title={words} {where}{page}/>"


def _attributes(outline: etree._Element) -> dict[str, str]:
    """Return what an outline tells, by the format's names in lower case."""
    # The same name without a namespace comes last, so that it holds.
    names = sorted(map(str, outline.keys()), key=lambda name: not re.search("[:}]", name))
    # Only those few are looked at: each look goes through all attributes.
    wanted = {_local(name): name for name in names if _local(name) in _TOLD}
    told = {local: outline.get(name, "").strip() for local, name in wanted.items()}
    return {**told, "type": told.get("type", "").casefold()}


def _address(stated: str) -> str:
    """Return an http or https address, or empty for what is none."""
    address = _SPACES.sub("", stated)
    scheme = _FEED_SCHEME.match(address)
    if scheme:
        address = ("http" if scheme[0].isalpha() else "") + address[scheme.end() :]
    try:
        parts = urlsplit(address)
        good = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
        _port = parts.port
    except ValueError:
        return ""
    return address if good else ""


def _plain_references(text: str) -> str:
    """Return markup whose references all stand for characters.

    Programs write "&" as it is, and HTML's names as if this were HTML. A name that the file
    declared itself stays the letters that it is.
    """
    return _REFERENCE.sub(_plain_reference, text)


def _plain_reference(match: re.Match[str]) -> str:
    name = match[1]
    if not name:
        return "&amp;"
    characters = html.unescape(match[0]) if name[0] == "#" else html5.get(f"{name};", match[0])
    return escape(_CONTROL.sub("", characters), _QUOTES)


def _named(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in element if _name(child) == name)


def _name(element: etree._Element) -> str:
    return _local(element.tag) if isinstance(element.tag, str) else ""


def _local(name: str | bytes) -> str:
    return str(name).rpartition("}")[2].rpartition(":")[2].casefold()
