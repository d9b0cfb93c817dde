"""The page's accessibility links, first in the tab order."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from tidings.document import SkipLink
from tidings.ui.flow import FlowLayout

BREAKING = "breaking"
"""What the link means that is not the page's."""


def own_links() -> tuple[SkipLink, ...]:
    """Return the links for a page that brings none."""
    return (
        SkipLink(_("Skip to main content"), "content"),
        SkipLink(_("Skip to main navigation"), "navigation"),
        SkipLink(_("Skip to search"), "search"),
    )


class SkipLinks(QFrame):
    """One button a link, in the page's own words; ``chosen`` carries the pane it means.

    It is a frame without one, for a screen reader says its name as the focus comes to it.
    """

    chosen = Signal(str)

    _news: QPushButton | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self)
        self._label = QLabel()
        self._label.setProperty("quiet", True)
        self._row.addWidget(self._label)
        self._buttons: list[QPushButton] = []
        self._links: tuple[SkipLink, ...] = ()
        self.show_links("", ())

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The links in their order."""
        return (*self._buttons, *((self._news,) if self._news else ()))

    def offer_breaking(self, there_is: bool) -> None:
        """Show a link to the breaking news while there is any, after the page's own."""
        if there_is and self._news is None:
            self._news = self._button(SkipLink(_("Skip to breaking news"), BREAKING))
        elif not there_is and self._news is not None:
            news, self._news = self._news, None
            if news.hasFocus():
                # Before it is hidden: that would hand the focus to whatever comes next.
                self._buttons[-1].setFocus()
            self._row.removeWidget(news)
            news.hide()
            news.deleteLater()

    def show_links(self, label: str, links: tuple[SkipLink, ...]) -> None:
        """Show the page's links, or our own where it has none."""
        links = links or own_links()
        self._label.setText(label or _("Accessibility links"))
        self.setAccessibleName(self._label.text())
        if links == self._links:
            return
        old, self._links = self._buttons, links
        had_focus = any(button.hasFocus() for button in old)
        self._buttons = [self._button(link) for link in links]
        if self._news is not None:
            # Behind the new ones.
            self._row.removeWidget(self._news)
            self._row.addWidget(self._news)
        if had_focus:
            self._buttons[0].setFocus()
        for button in old:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()

    def _button(self, link: SkipLink) -> QPushButton:
        button = QPushButton(link.text, self)
        button.setProperty("link", True)
        button.clicked.connect(self._chooser(link.target))
        self._row.addWidget(button)
        button.show()
        return button

    def _chooser(self, target: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(target)
