"""A reading view that shows another story at each press of a link. Run as a script."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from tests.gui.reading.sample_article import PLAN, text
from tidings.document import Article, ListBlock, Paragraph, Span, Table
from tidings.ui.reading import ReadingView, install_accessibility

STORY = Article(
    id="0",
    title="Story 0",
    blocks=(
        Paragraph((Span("Read "), Span("the next one", link=PLAN))),
        ListBlock((text("Ferry"),)),
        Table(((text("Route"),), (text("North"),)), header_rows=1),
    ),
)


def main() -> int:
    app = QApplication(sys.argv)
    install_accessibility()
    view, numbers = ReadingView(), count(1)

    def show_another() -> None:
        number = next(numbers)
        view.show_article(replace(STORY, id=str(number), title=f"Story {number}"))

    view.setWindowTitle("Many stories")
    view.show_article(STORY)
    view.link_activated.connect(show_another)
    view.resize(900, 900)
    view.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
