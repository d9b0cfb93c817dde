"""A small window round the reading view, for a screen reader to read. Run as a script."""

from __future__ import annotations

import faulthandler
import sys
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from tests.gui.reading.sample_article import ARTICLE, text
from tests.screenreader.four_languages import WORDS, story
from tidings.document import Article, Heading, Paragraph, Range
from tidings.ui.reading import Landmark, ReadingView, install_accessibility

SECOND = Article(
    id="market",
    title="Market moves to the square",
    blocks=(Paragraph(text("Stalls open at seven.")), Heading(2, text("Where to park"))),
    language="en",
)


def tell_caret(view: ReadingView) -> None:
    """Print the line that the caret is in, with what is selected in it."""
    cursor = view.textCursor()
    start, end = (at - cursor.block().position() for at in (cursor.anchor(), cursor.position()))
    line = cursor.block().text()
    sys.stdout.write(f"{line[:start]}[{line[start:end]}]{line[end:]}\n")
    sys.stdout.flush()


def main() -> int:
    faulthandler.enable()
    app = QApplication(sys.argv)
    install_accessibility()
    window = QWidget()
    window.setWindowTitle("Reading window")
    before, view, after = QPushButton("Before"), ReadingView(), QPushButton("After")
    column = QVBoxLayout(window)
    for widget in (before, view, after):
        column.addWidget(widget)
    view.show_article(ARTICLE)
    view.link_activated.connect(lambda address: sys.stdout.write(f"opened {address}\n"))
    languages = cycle(WORDS)
    actions = {
        "F7": lambda: view.highlight(Range("bridge", 3, 0, 25), Range("bridge", 3, 4, 8)),
        "F8": lambda: view.show_article(SECOND),
        "F6": lambda: view.show_article(story(next(languages))),
        "F9": lambda: view.set_text_size(28),
        "F11": lambda: tell_caret(view),
        "H": lambda: view.next_of(Landmark.HEADING),
        "G": lambda: view.next_of(Landmark.PICTURE),
        "L": lambda: view.next_of(Landmark.LIST),
    }
    for key, action in actions.items():
        QShortcut(QKeySequence(key), window, action)
    window.resize(1000, 900)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
