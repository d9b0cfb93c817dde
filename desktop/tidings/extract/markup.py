"""Small questions to one element of a page."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from tidings.extract.text import tidy, word_set

_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASSES = word_set("hidden d-none is-hidden u-hidden display-none js-hidden")
_SHOWN_CLASS = re.compile(r"(sm|md|lg|xl)[:-](block|flex|inline|grid|table|inline-block)")
# For screen readers only: labels of controls, not words of the story.
_FOR_SCREEN_READERS = word_set(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only "
    "screen-reader-only sr-text a11y-hidden u-visually-hidden assistive-text"
)


def classes(element: HtmlElement) -> frozenset[str]:
    """Return the element's classes, in lower case."""
    return frozenset((element.get("class") or "").lower().split())


def by_class(root: HtmlElement, *names: str) -> list[HtmlElement]:
    """Return, in document order, the elements below ``root`` that have all of the classes."""
    tests = " and ".join(
        f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in names
    )
    found: list[HtmlElement] = root.xpath(f".//*[{tests}]")
    return found


def first_by_class(root: HtmlElement, *names: str) -> HtmlElement | None:
    """Return the first element below ``root`` that has all of the classes."""
    return next(iter(by_class(root, *names)), None)


def text_of(element: HtmlElement | None) -> str:
    """Return all words below the element, tidied; empty for None."""
    return tidy(str(element.text_content())) if element is not None else ""


def is_element(node: object) -> bool:
    """Tell an element from a comment or processing instruction."""
    return isinstance(getattr(node, "tag", None), str)


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether the page shows this element to nobody."""
    style = element.get("style")
    return (
        element.get("hidden") is not None
        or bool(style and _HIDDEN_STYLE.search(style))
        or (element.get("aria-hidden") == "true" and not _shows_picture(element))
        or _is_hidden_class(element.get("class") or "")
    )


def _shows_picture(element: HtmlElement) -> bool:
    """Tell whether a described picture is in what a page keeps from screen readers.

    It does so with links that repeat the one beside them; the eye gets the picture.
    """
    return any(tidy(image.get("alt")) for image in element.iter("img"))


def _is_hidden_class(names: str) -> bool:
    """Tell whether a class hides on screens of every size ("hidden md:block" does not)."""
    return (
        ("hid" in names or "none" in names)
        and not _HIDDEN_CLASSES.isdisjoint(names.split())
        and not _SHOWN_CLASS.search(names)
    )


def is_for_screen_readers(element: HtmlElement) -> bool:
    """Tell whether the page gives this element to screen readers alone."""
    names = element.get("class")
    return bool(names) and not _FOR_SCREEN_READERS.isdisjoint(names.lower().split())


def language_of(element: HtmlElement) -> str:
    """Return the element's own language tag, or empty."""
    return language_tag(element.get("lang") or element.get(_XML_LANGUAGE) or "")


def language_tag(value: str) -> str:
    """Return a well-formed BCP 47 tag ("en", "pt-BR"), or empty for what is none."""
    if not value:
        return ""
    value = value.strip().replace("_", "-")
    return value if _LANGUAGE_TAG.fullmatch(value) else ""


def line(element: HtmlElement) -> list[HtmlElement]:
    """Return an element and all those around it, from the inside out."""
    return [element, *element.iterancestors()]
