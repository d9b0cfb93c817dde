"""Breaking news, above all else while there is any."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from tidings.document import BreakingNews, NewsItem
from tidings.ui.flow import BEGINS_ROW, FlowLayout
from tidings.ui.wrapping_button import WrappingButton


class BreakingBar(QFrame):
    """Headlines with what can be done with each; not there at all when there is none.

    Each signal carries the :class:`NewsItem`: ``opened`` where its story is wanted,
    ``hear_wanted``, ``put_off`` for a while, ``dismissed`` for good.
    """

    opened = Signal(object)
    hear_wanted = Signal(object)
    put_off = Signal(object)
    dismissed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breaking")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(4, 4, 4, 4)
        self._label = QLabel()
        self._label.setObjectName("breaking-label")
        self._more = QLabel()
        self._more.setProperty("quiet", True)
        self._items = QWidget()
        self._row = FlowLayout(self._items)
        self._row.addWidget(self._label)
        self._row.addWidget(self._more)
        outer.addWidget(self._items, 1)
        self._news: BreakingNews | None = None
        self._waiting = 0
        self._widgets: dict[NewsItem, list[QWidget]] = {}
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """The controls, headline by headline."""
        return [
            widget
            for widgets in self._widgets.values()
            for widget in widgets
            if isinstance(widget, QPushButton)
        ]

    @property
    def focused(self) -> NewsItem | None:
        """The headline of which a control has the focus."""
        focus = QApplication.focusWidget()
        return next((item for item, widgets in self._widgets.items() if focus in widgets), None)

    def show_news(self, news: BreakingNews | None, waiting: int = 0) -> bool:
        """Show the headlines, and that others wait; hide where there are none.

        What was there before stays as it is, with the focus; of the focus of what goes, the
        next headline has it. Return whether anything has changed.
        """
        if news == self._news and waiting == self._waiting:
            return False
        self._news, self._waiting = news, waiting
        items = dict.fromkeys(news.items if news is not None else ())
        order, focused = list(self._widgets), self.focused
        old = {item: widgets for item, widgets in self._widgets.items() if item not in items}
        self._widgets = {item: self._widgets.get(item) or self._make(item) for item in items}
        self._lay_out()
        if news is not None and items:
            self._label.setText(news.label or _("Breaking news"))
            self.setAccessibleName(self._label.text())
            words = ngettext("And {n} more.", "And {n} more.", waiting)
            self._more.setText(words.format(n=waiting))
            self._more.setVisible(bool(waiting))
            self.show()
            if focused in old:
                # Before what has it is hidden: that would hand it to whatever comes next.
                later = (item for item in order[order.index(focused) :] if item in items)
                self._first_of(next(later, next(iter(items)))).setFocus()
        else:
            self.hide()
        for widget in (widget for widgets in old.values() for widget in widgets):
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        return True

    def _first_of(self, item: NewsItem) -> QPushButton:
        return next(each for each in self._widgets[item] if isinstance(each, QPushButton))

    def _lay_out(self) -> None:
        """Put all in their order, none of them taken off the screen for that.

        Each headline has a row of its own, so that it is seen which one a button is for.
        """
        for place, widgets in enumerate(self._widgets.values()):
            widgets[0].setProperty(BEGINS_ROW, place > 0)
        for widget in [*(w for widgets in self._widgets.values() for w in widgets), self._more]:
            self._row.removeWidget(widget)
            self._row.addWidget(widget)
            # Screen readers walk them from the lowest to the highest.
            widget.raise_()
            if widget is not self._more:
                widget.show()

    def _make(self, item: NewsItem) -> list[QWidget]:
        made: list[QWidget] = []
        if item.url:
            made.append(self._button(item.text, partial(self.opened.emit, item), headline=True))
        else:
            words = QLabel(item.text)
            words.setWordWrap(True)
            words.setProperty("headline", True)
            made.append(words)
        for text, name, signal in (
            (_("Hear now"), _("Hear now: {headline}"), self.hear_wanted),
            (_("Later"), _("Later: {headline}"), self.put_off),
            (_("Not this one"), _("Not this one: {headline}"), self.dismissed),
        ):
            button = self._button(text, partial(signal.emit, item))
            button.setAccessibleName(name.format(headline=item.text))
            made.append(button)
        return made

    def _button(self, text: str, act: Callable[[], None], *, headline: bool = False) -> QPushButton:
        button = WrappingButton(text) if headline else QPushButton(text)
        # Before it is shown: the style sheet looks at it then, and not again.
        button.setProperty("headline", headline)
        button.clicked.connect(lambda _checked: act())
        return button
