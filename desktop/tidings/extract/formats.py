"""The edition as the plain JSON that ``tidings extract`` prints.

It names what is on the page in the words of a page ("image", "src"), for other programs to
take up; the document's own codec is for keeping.
"""

from __future__ import annotations

from typing import Any

from tidings.document import (
    Article,
    Block,
    Edition,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Table,
    plain,
)

Json = dict[str, Any]


def to_format(edition: Edition) -> Json:
    """Return the edition as values that ``json.dumps`` takes.

    ``lang`` and ``dir`` are the first story's. ``alt`` is null where the page gives none.
    ``src`` is the page's own address of a picture, ``srcs`` all of them, best first.
    ``feeds`` and ``is_summary`` are there only where there is something to say.
    """
    first = edition.articles[0] if edition.articles else None
    return {
        "url": edition.address,
        "lang": first.language if first else edition.language,
        "dir": first.direction.value if first else "ltr",
        "html_lang": edition.language,
        "site": _site(edition),
        "articles": [_article(article) for article in edition.articles],
        "notes": list(edition.notes),
    }


def _site(edition: Edition) -> Json:
    site: Json = {
        "skip_links_label": edition.skip_links_label,
        "skip_links": [{"text": link.text, "href": link.href} for link in edition.skip_links],
        "breaking_news": None,
        "section_title": edition.section,
    }
    if edition.breaking:
        site["breaking_news"] = {
            "label": edition.breaking.label,
            "items": [{"text": item.text, "href": item.url} for item in edition.breaking.items],
        }
    if edition.load_more:
        site["load_more"] = {"text": edition.load_more.text, "href": edition.load_more.url}
    if edition.feeds:
        site["feeds"] = [{"title": feed.title, "href": feed.url} for feed in edition.feeds]
    return site


def _article(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "byline": list(article.byline),
        "date": article.published.isoformat() if article.published else "",
        "date_text": article.published_text,
        "dateline": article.dateline,
        "kicker": article.section,
        "summary": article.summary,
        "url": article.url,
        "lang": article.language,
        "dir": article.direction.value,
        "blocks": [_block(block) for block in article.blocks],
    } | ({"is_summary": True} if article.is_summary else {})


def _block(block: Block) -> Json:
    match block:
        case Heading():
            shape: Json = {"type": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            shape = {"type": "paragraph", "text": block.text}
        case Quote():
            shape = {"type": "quote", "text": block.text}
        case ListBlock():
            items = [plain(item) for item in block.items]
            shape = {"type": "list", "ordered": block.ordered, "items": items}
            shape |= {"start": block.start} if block.start != 1 else {}
        case Table():
            rows = [[plain(cell) for cell in row] for row in block.rows]
            shape = {"type": "table", "caption": block.caption, "rows": rows}
        case Preformatted():
            shape = {"type": "preformatted", "text": block.text}
        case Figure():
            sources = block.picture.sources
            shape = {
                "type": "image",
                "src": sources[-1] if sources else "",
                "srcs": list(sources),
                "alt": block.alt,
                "caption": plain(block.caption),
                "credit": block.credit,
            }
    return shape | ({"lang": block.language} if block.language else {})
