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

    ``opened`` carries the address of a headline, the others its text: ``hear_wanted``,
    ``put_off`` until the page is opened again, ``dismissed`` for good.
    """

    opened = Signal(str)
    hear_wanted = Signal(str)
    put_off = Signal(str)
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
        self._widgets: list[QWidget] = []
        self._news: BreakingNews | None = None
        self.hide()

    def show_news(self, news: BreakingNews | None) -> None:
        """Show the headlines, and keep the focus; hide where there are none."""
        if news == self._news:
            return
        self._news = news
        had_focus = any(button.hasFocus() for button in self.buttons)
        old = self._widgets
        self.buttons, self._widgets = [], []
        items = news.items if news is not None else ()
        if news is not None and items:
            self._label.setText(news.label or _("Breaking news"))
            self.setAccessibleName(self._label.text())
            for item in items:
                self._add(item)
            self.show()
            if had_focus:
                # Before what has it is hidden: that would hand it to whatever comes next.
                self.buttons[0].setFocus()
        else:
            self.hide()
        for widget in old:
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _add(self, item: NewsItem) -> None:
        text = item.text
        if item.url:
            self._button(text, lambda: self.opened.emit(item.url), headline=True)
        else:
            words = QLabel(text)
            words.setWordWrap(True)
            words.setProperty("headline", True)
            self._show(words)
        hear = self._button(_("Hear now"), lambda: self.hear_wanted.emit(text))
        hear.setAccessibleName(_("Hear now: {headline}").format(headline=text))
        later = self._button(_("Later"), lambda: self.put_off.emit(text))
        later.setAccessibleName(_("Later: {headline}").format(headline=text))
        drop = self._button(_("Not this one"), lambda: self.dismissed.emit(text))
        drop.setAccessibleName(_("Not this one: {headline}").format(headline=text))

    def _button(self, text: str, act: Callable[[], None], *, headline: bool = False) -> QPushButton:
        button = WrappingButton(text) if headline else QPushButton(text)
        # Before it is shown: the style sheet looks at it then, and not again.
        button.setProperty("headline", headline)
        button.clicked.connect(act)
        self._show(button)
        self.buttons.append(button)
        return button

    def _show(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
        widget.show()
        self._widgets.append(widget)
