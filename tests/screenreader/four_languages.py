"""One story with every kind of block in four languages, one of them right to left.

Every line is short enough to be one line of the page.
"""

from __future__ import annotations

from tidings.document import (
    Article,
    Block,
    Direction,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    Span,
    Table,
)

_ADDRESS = "https://news.example/"
_PICTURE = Picture((_ADDRESS + "quay.jpg",), 320, 200)

WORDS = {
    "en": (
        "The quay is open", "What is new", "Read ", "the plan", " first.", "Ferry", "Bus",
        "by night", "We waited.", "Fares", "Route", "Price", "North", "4.20", "A crowd at the quay",
        "Monday morning.", "The new quay", "The old quay.", "Mon 06:10", "Note ", "1",
    ),
    "ru": (
        "Причал открыт", "Что нового", "Сначала ", "прочтите план", ".", "Паром", "Автобус",
        "ночной", "Мы ждали.", "Цены", "Маршрут", "Цена", "Север", "4,20", "Толпа у причала",
        "Утро понедельника.", "Новый причал", "Старый причал.", "Пн 06:10", "Сноска ", "1",
    ),
    "kk": (
        "Айлақ ашылды", "Не жаңалық", "Алдымен ", "жоспарды оқыңыз", ".", "Паром", "Автобус",
        "түнгі", "Біз күттік.", "Бағалар", "Бағыт", "Бағасы", "Солтүстік", "4,20",
        "Айлақтағы көпшілік", "Дүйсенбі таңы.", "Жаңа айлақ", "Ескі айлақ.", "Дс 06:10",
        "Ескерту ", "1",
    ),
    "fa": (
        "اسکله باز شد", "چه خبر تازه", "نخست ", "نقشه را بخوانید", ".", "کشتی", "اتوبوس",
        "شبانه", "ما منتظر ماندیم.", "نرخ‌ها", "مسیر", "بها", "شمال", "۴٫۲۰", "جمعیت در اسکله",
        "صبح دوشنبه.", "اسکله تازه", "اسکله کهنه.", "دوشنبه ۰۶:۱۰", "یادداشت ", "۱",
    ),
}  # fmt: skip
"""The words of each, in the order in which they stand in the story."""


def story(language: str) -> Article:
    """Return the story in a language."""
    words = iter(WORDS[language])

    def text() -> tuple[Span, ...]:
        return (Span(next(words)),)

    title = next(words)
    blocks: list[Block] = [
        Heading(2, text()),
        Paragraph((*text(), Span(next(words), link=_ADDRESS + "plan"), *text())),
        ListBlock((text(), text()), ordered=True),
        ListBlock((text(),)),
        Quote(text()),
    ]
    caption = next(words)
    blocks += [
        Table(((text(), text()), (text(), text())), header_rows=1, caption=caption),
        Figure(_PICTURE, next(words), text()),
    ]
    alike = next(words)
    blocks += [
        Figure(_PICTURE, alike, (Span(alike),)),
        Figure(_PICTURE, None, text()),
        Preformatted(next(words)),
        Paragraph((*text(), Span(next(words), link=_ADDRESS + "note"))),
    ]
    direction = Direction.RIGHT_TO_LEFT if language == "fa" else Direction.LEFT_TO_RIGHT
    return Article(language, title, tuple(blocks), language=language, direction=direction)
