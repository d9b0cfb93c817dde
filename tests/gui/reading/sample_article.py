"""An article of our own with every kind of block, for tests that look at it or listen to it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from tidings.document import (
    Article,
    Emphasis,
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

BRIDGE = "https://news.example/pictures/bridge.jpg"
CHART = "https://news.example/pictures/chart.png"
LOST = "https://news.example/pictures/lost.jpg"
ORNAMENT = "https://news.example/pictures/ornament.png"
PLAN = "https://news.example/cycling-plan"
TIMETABLE = "https://news.example/timetable"


def text(words: str) -> tuple[Span, ...]:
    return (Span(words),)


ARTICLE = Article(
    id="bridge",
    title="River bridge reopens after two years",
    byline=("Aigerim Bekova", "Tom Hale"),
    published=datetime(2025, 11, 24, 9, 30, tzinfo=timezone(timedelta(hours=5))),
    dateline="OSKEMEN",
    language="en",
    blocks=(
        Paragraph(
            (
                Span("The old bridge over the Irtysh opened again on Monday, two years after a "),
                Span("cracked bearing", emphasis=Emphasis.EMPHASIS),
                Span(
                    " closed it. The first to cross were pupils of the school on the left bank, "
                    "who had come to their lessons by ferry since the closure and who had kept a "
                    "diary of every crossing."
                ),
            )
        ),
        Figure(
            Picture((BRIDGE,), 1200, 800),
            "A steel arch bridge at sunrise with people walking across",
            text("The bridge on Monday morning."),
            "Photo: Dana Seit",
        ),
        Heading(2, text("What it cost")),
        Paragraph(
            (
                Span("The work cost 41 million. Half of it came from "),
                Span("the regional plan", link=PLAN),
                Span(", the rest from tolls that end in March. "),
                Span("Nobody was hurt", emphasis=Emphasis.STRONG),
                Span(" during the work 🚧, and the ferry 🛥️ goes on "),
                Span("until the new timetable", link=TIMETABLE),
                Span(" begins."),
            )
        ),
        Quote(
            text(
                "We counted the days on the wall of the boat.\n"
                "Now we shall have to find something else to count."
            )
        ),
        Heading(3, text("What changes")),
        ListBlock(
            (
                text("Bus 12 crosses the bridge again"),
                (Span("Tram 4 keeps to "), Span("its detour", link=TIMETABLE), Span(" until May")),
                text("The night ferry stops"),
            )
        ),
        ListBlock((text("Walkers first"), text("Cars from Tuesday")), ordered=True),
        Table(
            (
                (text("Month"), text("Crossings")),
                (text("October"), text("1,204")),
                (text("November"), text("18,377")),
            ),
            header_rows=1,
            caption="Crossings a month",
        ),
        Figure(
            Picture((CHART,)),
            "Crossings grew from 1,204 to 18,377",
            text("Crossings grew from 1,204 to 18,377"),
        ),
        Figure(Picture((LOST,), 640, 360), None, text("The ferry in spring.")),
        Figure(Picture((ORNAMENT,), 80, 12), ""),
        Preformatted("Mon  06:10\nTue  06:10  07:40"),
        Paragraph(text("پل قدیمی پس از دو سال دوباره باز شد."), language="fa"),
        Paragraph(text("The council meets again on Friday.")),
    ),
)
