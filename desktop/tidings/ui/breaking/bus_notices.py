"""Notices shown by the desktop, over the session bus, on a thread of its own."""

from __future__ import annotations

import html
import logging
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_log = logging.getLogger(__name__)

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

_ANSWERED = 5.0
"""Seconds in which the desktop is to answer."""

_PATIENCE = 1.0
"""Seconds that the end of the thread is waited for; it takes a few milliseconds."""

_NORMAL = 1
_AS_USUAL = -1
"""For how long it is shown: as the reader has told their desktop."""


class Fate(Enum):
    """What became of a notice."""

    SHOWN = "shown"
    MISSED = "missed"
    """The desktop shows none."""
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown: a title and a text, both as they are read. ``number`` is the caller's."""

    number: int
    title: str
    text: str
    action: str
    """What it is called that a click does."""


class BusNotices:
    """Shows notices from the first one on to :meth:`close`.

    ``tell`` is called on its thread with the number of a notice and what became of it. Where
    there is no bus, or nobody who shows notices, each is missed, and nothing else happens.
    """

    def __init__(self, address: str, tell: Callable[[int, Fate], None]) -> None:
        self._address = address
        self._tell = tell
        self._lock = threading.Lock()
        self._to_show: deque[Notice] = deque()
        self._to_withdraw: deque[int] = deque()
        self._closing = False
        self._ended = False
        self._wake_end, self._waker = os.pipe()
        # What follows belongs to the thread.
        self._markup = False
        self._capable = False
        """Whether it is known by now what the desktop can do."""
        self._asked: dict[int, tuple[Notice | None, float]] = {}
        """The serials of what is not answered, with the notice and until when it may be."""
        self._ids: dict[int, int] = {}
        """The numbers of notices that are shown, by the desktop's ids."""
        self._thread = threading.Thread(target=self._run, name="notices", daemon=True)
        self._thread.start()

    @property
    def is_there(self) -> bool:
        """Tell whether it can show anything; where not, another one may."""
        with self._lock:
            return not self._ended

    def show(self, notice: Notice) -> None:
        """Show a notice; returns at once."""
        with self._lock:
            if not self._ended:
                self._to_show.append(notice)
                self._wake()
                return
        self._say(notice.number, Fate.MISSED)

    def withdraw(self, number: int) -> None:
        """Take a notice away, if it is still there."""
        with self._lock:
            self._to_withdraw.append(number)
            self._wake()

    def close(self) -> None:
        """Take away what is shown, which could not be opened; ``tell`` is called no more."""
        with self._lock:
            self._closing = True
            self._wake()
        self._thread.join(_PATIENCE)

    # --- its own thread --------------------------------------------------------------------

    def _wake(self) -> None:
        if not self._ended:
            os.write(self._waker, b".")

    def _run(self) -> None:
        try:
            self._serve()
        except (OSError, ValueError, RuntimeError, StopIteration) as error:
            # No bus, or none that can be used: the window tells it all the same.
            _log.info("no notices: %s", error)
        finally:
            with self._lock:
                self._ended = True
                os.close(self._waker)
                os.close(self._wake_end)
                missed = [notice for notice, _until in self._asked.values() if notice]
                missed += self._to_show
            for notice in missed:
                self._say(notice.number, Fate.MISSED)

    def _serve(self) -> None:
        # Only now: it takes some 30 ms that nobody has to wait for.
        from jeepney.io.blocking import open_dbus_connection

        with open_dbus_connection(self._address) as connection, DefaultSelector() as selector:
            self._begin(connection)
            selector.register(connection.sock, EVENT_READ)
            selector.register(self._wake_end, EVENT_READ)
            while True:
                # Before waiting: something may have come with what was taken before.
                self._take_messages(connection)
                self._give_up()
                if self._capable:
                    self._show_all(connection)
                if self._closing:
                    self._withdraw_all(connection, list(self._ids.values()))
                    return
                for key, _events in selector.select(self._wait()):
                    if key.fd == self._wake_end:
                        os.read(self._wake_end, 4096)

    def _begin(self, connection: DBusConnection) -> None:
        from jeepney import MatchRule, message_bus

        for member in ("ActionInvoked", "NotificationClosed"):
            rule = MatchRule(type="signal", interface=NAME, member=member, path=PATH)
            connection.send(message_bus.AddMatch(rule))
        self._ask(connection, "GetCapabilities", "", (), None)

    def _ask(
        self,
        connection: DBusConnection,
        method: str,
        signature: str,
        body: tuple[Any, ...],
        notice: Notice | None,
    ) -> None:
        from jeepney import DBusAddress, new_method_call

        call = new_method_call(DBusAddress(PATH, NAME, NAME), method, signature or None, body)
        serial = next(connection.outgoing_serial)
        self._asked[serial] = notice, time.monotonic() + _ANSWERED
        connection.send(call, serial=serial)

    def _show_all(self, connection: DBusConnection) -> None:
        while self._to_show:
            notice = self._to_show.popleft()
            text = html.escape(notice.text, quote=False) if self._markup else notice.text
            hints = {
                "urgency": ("y", _NORMAL),
                "desktop-entry": ("s", "tidings"),
                # The window has sounded its own tone.
                "suppress-sound": ("b", True),
            }
            body = ("Tidings", 0, "tidings", notice.title, text)
            actions = ["default", notice.action]
            told = (*body, actions, hints, _AS_USUAL)
            self._ask(connection, "Notify", "susssasa{sv}i", told, notice)
        wanted = [self._to_withdraw.popleft() for _ in range(len(self._to_withdraw))]
        self._withdraw_all(connection, wanted)

    def _withdraw_all(self, connection: DBusConnection, numbers: list[int]) -> None:
        for its_id in [its_id for its_id, number in self._ids.items() if number in numbers]:
            del self._ids[its_id]
            self._ask(connection, "CloseNotification", "u", (its_id,), None)

    def _take_messages(self, connection: DBusConnection) -> None:
        while True:
            try:
                message = connection.receive(timeout=0)
            except TimeoutError:
                return
            self._take(message)

    def _take(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType

        fields, kind = message.header.fields, message.header.message_type
        if kind in (MessageType.method_return, MessageType.error):
            asked = self._asked.pop(fields.get(HeaderFields.reply_serial, 0), None)
            if asked is not None:
                answer = () if kind is MessageType.error else tuple(message.body)
                self._answered(asked[0], answer)
        elif kind is MessageType.signal and message.body:
            member = fields.get(HeaderFields.member)
            number = self._ids.get(message.body[0])
            if member == "ActionInvoked" and number is not None:
                self._say(number, Fate.OPENED)
            elif member == "NotificationClosed":
                self._ids.pop(message.body[0], None)

    def _answered(self, notice: Notice | None, answer: tuple[Any, ...]) -> None:
        if notice is not None:
            if answer and isinstance(answer[0], int):
                self._ids[answer[0]] = notice.number
            self._say(notice.number, Fate.SHOWN if answer else Fate.MISSED)
        elif not self._capable:
            self._capable = True
            self._markup = bool(answer) and "body-markup" in answer[0]

    def _give_up(self) -> None:
        """Take it that what was not answered in time never will be."""
        now = time.monotonic()
        for serial, (notice, until) in list(self._asked.items()):
            if now >= until:
                del self._asked[serial]
                self._answered(notice, ())

    def _wait(self) -> float | None:
        ends = [until for _notice, until in self._asked.values()]
        return max(0.0, min(ends) - time.monotonic()) if ends else None

    def _say(self, number: int, fate: Fate) -> None:
        with self._lock:
            if not self._closing:
                self._tell(number, fate)
