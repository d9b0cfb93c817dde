"""What the window does when the program is started once more."""

from __future__ import annotations

import os
from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tidings.playback import Mode, Pause
from tidings.ui.browsing import Browsing
from tidings.ui.desk import Desk
from tidings.ui.given import GivenPages
from tidings.ui.keeping import Keeping
from tidings.ui.one_window import Wish
from tidings.ui.speaker import Speaker
from tidings.ui.window import MainWindow


class HandedOver(QObject):
    """Brings the window to the front and opens what a later start was asked for."""

    def __init__(
        self,
        window: MainWindow,
        browsing: Browsing,
        desk: Desk,
        given: GivenPages,
        keeping: Keeping,
        speaker: Speaker,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._browsing = browsing
        self._desk = desk
        self._given = given
        self._keeping = keeping
        self._speaker = speaker
        self._is_closing = False
        window.closing.connect(self._close)

    def take(self, wish: Wish, taken: Callable[[], None]) -> None:
        """Do what is wished, then call ``taken``; a window that closes does neither."""
        if self._is_closing:
            return
        if wish.beside:
            self._tell_of_another_window()
            taken()
            return
        is_shown = self._window.isVisible()
        if is_shown:
            self._come_to_front(wish.token)
            if not wish.sources:
                self._window.messages.tell(_("Tidings was open already."))
        if not wish.sources:
            taken()
            return

        def open_sources(_there: bool) -> None:
            if not self._is_closing:
                self._open(wish)
                taken()

        # After what the window itself begins with, which would take its place.
        self._keeping.do(lambda _library: True, open_sources, True)

    def _open(self, wish: Wish) -> None:
        first, *others = self._given.add(wish.sources, wish.given)
        self._browsing.open_from_outside(first)
        for source in others:
            self._desk.keep_for_later(source)

    def _come_to_front(self, token: str) -> None:
        """Bring the window to the front, or the dialog that is before it, if the desktop lets."""
        window = self._window
        if token and QGuiApplication.platformName().startswith("wayland"):
            # Qt takes it from there when it asks for the front, and out again.
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        front = QApplication.activeModalWidget() or window
        front.raise_()
        front.activateWindow()

    def _tell_of_another_window(self) -> None:
        """Fall silent, as the other may be reading by now, and say why."""
        if self._speaker.mode in (Mode.STARTING, Mode.PLAYING):
            self._speaker.on(Pause())
        self._window.messages.warn(
            _(
                "This window did not answer for a while, so another one was opened. "
                "Close one of the two."
            )
        )

    def _close(self) -> None:
        self._is_closing = True
