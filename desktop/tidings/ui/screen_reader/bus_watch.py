"""Follows who listens on the accessibility bus, on a thread of its own."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING, Any

from tidings.ui.screen_reader.listeners import Listener, a_screen_reader_listens, without

if TYPE_CHECKING:
    from jeepney import DBusAddress, Message
    from jeepney.io.blocking import DBusConnection

_log = logging.getLogger(__name__)

GONE = 0.5
"""Seconds after which a screen reader has ended. For a moment Orca listens to nothing: as
it goes from one program to another."""

AGAIN = 3.0
"""Seconds until a bus that failed is tried again."""

_ANSWERED = 2.0
"""Seconds that a bus may take to answer."""

_PATIENCE = 0.05
"""Seconds that the end of the thread is waited for. One that waits for a bus that hangs is
left alone: it tells nothing any more, and ends with the program."""

_FAULTS = (OSError, ValueError, RuntimeError, StopIteration, LookupError, TypeError)
"""What comes of a bus that is not there, refuses, goes away, or tells what it should not."""

_BUS = "org.a11y.Bus"
_REGISTRY = "org.a11y.atspi.Registry"


class BusWatch:
    """Calls ``tell``, on its thread, once it is known whether a screen reader listens, and
    whenever that changes.

    ``address`` is the session bus, which knows where the accessibility bus is. Where there
    is none of them, or one that hangs, nobody listens. Neither is started by asking for it.
    """

    def __init__(self, address: str, tell: Callable[[bool], None]) -> None:
        self._address = address
        self._tell = tell
        self._told: bool | None = None
        self._ends: float | None = None
        """When a screen reader that seems to have gone has gone."""
        self._lock = threading.Lock()
        self._closing = False
        self._ended = False
        self._wake_end, self._waker = os.pipe()
        self._thread = threading.Thread(target=self._run, name="screen reader", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Leave the bus; ``tell`` is not called any more."""
        with self._lock:
            self._closing = True
            if not self._ended:
                os.write(self._waker, b".")
        self._thread.join(_PATIENCE)

    # --- its own thread --------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while not self._closing:
                try:
                    self._follow()
                except _FAULTS as error:
                    _log.info("no accessibility bus: %s", error)
                    self._say(False)
                    self._pause()
        finally:
            with self._lock:
                self._ended = True
                os.close(self._waker)
                os.close(self._wake_end)

    def _pause(self) -> None:
        with DefaultSelector() as selector:
            selector.register(self._wake_end, EVENT_READ)
            selector.select(AGAIN)

    def _follow(self) -> None:
        """Follow an accessibility bus until it is another one."""
        with ExitStack() as stack:
            session = stack.enter_context(_connected(self._address))
            selector = stack.enter_context(DefaultSelector())
            selector.register(self._wake_end, EVENT_READ)
            selector.register(session.sock, EVENT_READ)
            _watch_owner(session, _BUS)
            listening: DBusConnection | None = None
            if address := _ask(session, _object(_BUS, "/org/a11y/bus"), "GetAddress"):
                listening = stack.enter_context(_connected(str(address[0])))
                selector.register(listening.sock, EVENT_READ)
                _watch_owner(listening, _REGISTRY)
                _watch(listening, _registry(), "EventListenerRegistered")
                _watch(listening, _registry(), "EventListenerDeregistered")
            listeners = self._take(listening, _listeners(listening))
            while not any(_is_owner_change(message) for message in _messages(session)):
                self._settle(a_screen_reader_listens(listeners))
                selector.select(self._patience())
                if self._closing:
                    return
                listeners = self._take(listening, listeners)

    def _take(
        self, connection: DBusConnection | None, listeners: frozenset[Listener]
    ) -> frozenset[Listener]:
        """Return who listens after all that has been told by now."""
        for message in _messages(connection):
            body, member = tuple(message.body), _member(message)
            if _is_owner_change(message):
                # The one who keeps the list has gone, or come.
                listeners = _listeners(connection) if body[2] else frozenset()
            elif member == "EventListenerRegistered":
                listeners |= {(str(body[0]), str(body[1]))}
            elif member == "EventListenerDeregistered":
                listeners = without(listeners, str(body[0]), str(body[1]))
        return listeners

    def _settle(self, listens: bool) -> None:
        if listens or not self._told:
            self._ends = None
            self._say(listens)
        elif self._ends is None:
            self._ends = time.monotonic() + GONE
        elif time.monotonic() >= self._ends:
            self._ends = None
            self._say(False)

    def _patience(self) -> float | None:
        return None if self._ends is None else max(0.0, self._ends - time.monotonic())

    def _say(self, listens: bool) -> None:
        with self._lock:
            if listens != self._told and not self._closing:
                self._told = listens
                self._tell(listens)


def _connected(address: str) -> DBusConnection:
    # Only now: it takes some 30 ms that nobody has to wait for.
    from jeepney import DBusErrorResponse
    from jeepney.io.blocking import open_dbus_connection

    try:
        return open_dbus_connection(address)
    except DBusErrorResponse as error:
        raise ConnectionError(str(error)) from error


def _object(name: str, path: str) -> DBusAddress:
    from jeepney import DBusAddress

    return DBusAddress(path, name, name)


def _registry() -> DBusAddress:
    return _object(_REGISTRY, "/org/a11y/atspi/registry")


def _listeners(connection: DBusConnection | None) -> frozenset[Listener]:
    if connection is None:
        return frozenset()
    answer = _ask(connection, _registry(), "GetRegisteredEvents")
    return frozenset((str(name), str(event)) for name, event in (answer[0] if answer else ()))


def _ask(connection: DBusConnection, thing: DBusAddress, method: str) -> tuple[Any, ...]:
    """Return what is answered; nothing where nobody is there to answer."""
    from jeepney import MessageFlag, MessageType, new_method_call

    call = new_method_call(thing, method)
    call.header.flags |= MessageFlag.no_auto_start
    reply = connection.send_and_get_reply(call, timeout=_ANSWERED)
    return () if reply.header.message_type is MessageType.error else tuple(reply.body)


def _watch_owner(connection: DBusConnection, name: str) -> None:
    from jeepney import DBusAddress

    daemon = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    _watch(connection, daemon, "NameOwnerChanged", name)


def _watch(connection: DBusConnection, thing: DBusAddress, member: str, about: str = "") -> None:
    from jeepney import MatchRule, message_bus

    rule = MatchRule(
        type="signal",
        sender=thing.bus_name,
        interface=thing.interface,
        member=member,
        path=thing.object_path,
    )
    if about:
        rule.add_arg_condition(0, about)
    connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_ANSWERED)


def _messages(connection: DBusConnection | None) -> Iterable[Message]:
    """Yield what has come by now."""
    while connection is not None:
        try:
            message = connection.receive(timeout=0)
        except TimeoutError:
            return
        yield message


def _member(message: Message) -> str:
    from jeepney import HeaderFields

    return str(message.header.fields.get(HeaderFields.member, ""))


def _is_owner_change(message: Message) -> bool:
    return _member(message) == "NameOwnerChanged"
