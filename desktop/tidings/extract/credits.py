"""Whose work a picture is, where that is said in its caption."""

from __future__ import annotations

import re

from tidings.document import Spans, plain
from tidings.extract.spans import keep_start
from tidings.extract.text import has_words

_AGENCY = (
    "(?-i:Getty(?: Images)?|AFP|Reuters|AP|AP Photo|dpa|EPA|PA|ANSA|APA|Keystone|Imago|IMAGO"
    "|AAP|TASS|Xinhua|Shutterstock|Bloomberg|Unsplash|Pexels|Alamy|NTB|TT|PAP|ČTK|Anadolu|AA"
    "|EFE|Lusa|Belga|ANP|picture alliance)"
)
_KIND = (
    "(?:picture|photo|photograph|photographs|image|images|credit|credits|courtesy|foto|fotos"
    r"|fotografie|bild|bilder|quelle|crédit|crédits|photographie|fot\.|zdjęcie|fotoğraf|kuva"
    "|illustration|grafik|graphic|fonte|fuente|imagen|imagem|crédito)"
)
_SENTENCE_END = r"(?<=[.!?»”\"'])\s*"
_LAST = re.compile(
    # "(Picture: A. Name/Agency)"
    rf"\s*[(\[](?:[^()\[\]]{{0,60}}\b)?(?:{_KIND}\s?(?:©|:|by|courtesy)|{_AGENCY}\b)"
    r"[^()\[\]]{0,100}[)\]]\s*\.?$"
    # "| Photo: A. Name", "© Agency"
    rf"|(?:{_SENTENCE_END}|\s+[|/–—·•]\s*|\s+)(?:(?:{_KIND}\s?(?:©|:|by\b)|©|\(c\))[^|]{{2,100}})$"
    # "A. Name/Agency" behind a sentence
    rf"|{_SENTENCE_END}(?:[^\W\d_][\w.'’-]*[ ,]*){{0,4}}"
    rf"(?:(?:/|via |, ){_AGENCY}|\b{_AGENCY})\b[^.]{{0,40}}$",
    re.IGNORECASE,
)


def split_credit(caption: Spans) -> tuple[Spans, str]:
    """Return a caption without the credit that ends it, and that credit, empty without one."""
    text = plain(caption)
    found = _LAST.search(text)
    if not found or not has_words(text[: found.start()]):
        return caption, ""
    return keep_start(caption, found.start()), found[0].strip(" |/–—·•()[]")
