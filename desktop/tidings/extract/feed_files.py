"""What comes with a story of a feed: sound, films and files, named and not fetched."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from gettext import gettext as _
from gettext import ngettext
from urllib.parse import urlsplit

from tidings.document import Paragraph, Span
from tidings.extract.feed_parts import Attached
from tidings.extract.language import same_language
from tidings.extract.spans import join
from tidings.words import words_language

_MINUTE = 60


def files_of(attached: Iterable[Attached], story: str) -> Iterator[Paragraph]:
    """Yield a paragraph for each file: its name, how long it plays, its host as a link.

    ``story`` is the language of the story, in which its feed names the file; words of ours are
    in the language of the window.
    """
    ours = words_language(os.environ)
    ours = "" if same_language(ours, story) else ours
    for file in attached:
        yield Paragraph(join(_spans(file, ours)))


def _spans(file: Attached, ours: str) -> Iterator[Span]:
    kind = file.media_type.partition("/")[0].lower()
    yield Span(file.title) if file.title else Span(_kind(kind), ours)
    if file.seconds:
        minutes = -(-file.seconds // _MINUTE)
        yield Span(", ")
        yield Span(ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes), ours)
    yield Span(" (")
    yield Span(urlsplit(file.url).netloc.removeprefix("www."), link=file.url)
    yield Span(")")


def _kind(kind: str) -> str:
    match kind:
        case "audio":
            return _("Sound recording")
        case "video":
            return _("Film")
        case _:
            return _("File")
