"""Breaking news, above all else while there is any."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from tidings.document import BreakingNews, NewsItem
from tidings.ui.flow import FlowLayout
from tidings.ui.wrapping_button import WrappingButton


class BreakingBar(QFrame):
    """The headlines of the page's bar; not there at all when the bar is empty.

    ``opened`` carries the address of a headline, ``hear_wanted`` its text.
    """

    opened = Signal(str)
    hear_wanted = Signal(str)
    dismissed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breaking")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(4, 4, 4, 4)
        self._label = QLabel()
        self._label.setObjectName("breaking-label")
        self._items = QWidget()
        self._row = FlowLayout(self._items)
        self._row.addWidget(self._label)
        outer.addWidget(self._items, 1)
        self.buttons: list[QPushButton] = []
        self._news: BreakingNews | None = None
        self.hide()

    def show_news(self, news: BreakingNews | None) -> None:
        """Show the headlines; hide where there are none."""
        if news == self._news:
            return
        self._news = news
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        if news is None or not news.items:
            self.hide()
            return
        self._label.setText(news.label or _("Breaking news"))
        self.setAccessibleName(self._label.text())
        for item in news.items:
            self._add(item)
        self.show()

    def _add(self, item: NewsItem) -> None:
        headline = self._button(item.text, lambda: self.opened.emit(item.url), headline=True)
        headline.setEnabled(bool(item.url))
        hear = self._button(_("Hear now"), lambda: self.hear_wanted.emit(item.text))
        hear.setAccessibleName(_("Hear now: {headline}").format(headline=item.text))
        drop = self._button(_("Not this one"), lambda: self.dismissed.emit(item.text))
        drop.setAccessibleName(_("Not this one: {headline}").format(headline=item.text))

    def _button(self, text: str, act: Callable[[], None], *, headline: bool = False) -> QPushButton:
        button = WrappingButton(text) if headline else QPushButton(text)
        # Before it is shown: the style sheet looks at it then, and not again.
        button.setProperty("headline", headline)
        button.clicked.connect(act)
        self._row.addWidget(button)
        button.show()
        self.buttons.append(button)
        return button
