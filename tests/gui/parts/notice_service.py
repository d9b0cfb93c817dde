"""A desktop that shows notices, on a bus of the test's own."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


@dataclass
class Desktop:
    """Notes what it is to show; ``capabilities`` are what it says that it can do.

    With ``refuses`` each notice is answered with an error, with ``hangs`` not at all.
    """

    address: str
    capabilities: tuple[str, ...] = ("body", "actions")
    refuses: bool = False
    hangs: bool = False
    shown: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    """What Notify was given, by the ids; what was withdrawn is not there any more."""
    ever: list[tuple[Any, ...]] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._connection = open_dbus_connection(self.address)
        reply = self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        assert reply.body == (1,)
        self._ending = False
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ending = True
        self._thread.join(5)
        self._connection.close()

    def click(self, its_id: int) -> None:
        """Click on a notice as a person does: the desktop opens and closes it."""
        here = DBusAddress(PATH, interface=NAME)
        self._connection.send(new_signal(here, "ActionInvoked", "us", (its_id, "default")))
        self._connection.send(new_signal(here, "NotificationClosed", "uu", (its_id, 2)))
        self.shown.pop(its_id, None)

    def _serve(self) -> None:
        while not self._ending:
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            except OSError:
                return
            if message.header.message_type is MessageType.method_call and not self.hangs:
                self._connection.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        match message.header.fields.get(HeaderFields.member):
            case "GetCapabilities":
                return new_method_return(message, "as", (list(self.capabilities),))
            case "Notify" if not self.refuses:
                its_id = len(self.ever) + 1
                self.ever.append(tuple(message.body))
                self.shown[its_id] = tuple(message.body)
                return new_method_return(message, "u", (its_id,))
            case "CloseNotification":
                self.shown.pop(message.body[0], None)
                return new_method_return(message)
        return new_error(message, "org.freedesktop.DBus.Error.Failed")
