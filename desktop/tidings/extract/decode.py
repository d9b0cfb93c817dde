"""Bytes to characters, when the source's word for it may be missing or wrong."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
          (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_STATED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset\s*=\s*|<\?xml[^>]{0,100}?encoding\s*=\s*)["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
# What pages mean by a name, where that differs from the name's own meaning (WHATWG).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
}
# Codecs are named by strangers here, so only those that pages are written in.
_ALLOWED = re.compile(
    r"utf-8|utf-16(-le|-be)?|cp\d+|iso8859-\d+|koi8-[rut]|mac-(roman|cyrillic)|gb18030|big5hkscs"
    r"|euc_jp|iso2022_jp|ptcp154|kz1048"
)


def decode(content: bytes, declared: str = "") -> str:
    """Return the text of ``content``; never raises.

    In this order: a byte order mark; text that is valid UTF-8 and not plain ASCII (which no
    other encoding produces by chance); the ``declared`` encoding; the one that the page
    states inside; a guess; and at last Windows-1252 with marks in place of what is not.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    stated = _STATED.search(content[:4096])
    names = (declared, stated[1].decode("ascii", "ignore") if stated else "")
    named = [name for name in map(_codec, names) if name]
    # The one encoding whose bytes pass for plain ASCII.
    if "iso2022_jp" in named and b"\x1b" in content:
        return content.decode("iso2022_jp", "replace")
    wide = [name for name in named if name.startswith("utf-16") and b"\0" in content[:4096]]
    for encoding in (*wide, "utf-8", *named):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _guess(content, named)


def _codec(name: str) -> str:
    try:
        found = codecs.lookup(name.strip().lower()).name
    except (LookupError, ValueError):
        return ""
    meant = _MEANT.get(found, found)
    return meant if _ALLOWED.fullmatch(meant) else ""


def _guess(content: bytes, named: list[str]) -> str:
    """Decode what no candidate could: one of them with marks for the few bad bytes, or a guess."""
    for encoding in (*named, "utf-8"):
        text = content.decode(encoding, "replace")
        if text.count("\ufffd") * 100 <= len(text):
            return text
    from charset_normalizer import from_bytes

    best = from_bytes(content[:100_000]).best()
    encoding = _codec(best.encoding) if best else ""
    return content.decode(encoding or "cp1252", "replace")
