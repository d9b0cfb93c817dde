"""A media player on the session bus, on a thread of its own: nobody waits for the bus."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING

from tidings.ui.media_keys.calls import Call, RefusedError, Wish, answer
from tidings.ui.media_keys.interface import NAME, PATH, PLAYER, PROPERTIES
from tidings.ui.media_keys.player_state import PlayerState, changed

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_log = logging.getLogger(__name__)

_JUMP = 2_000_000
"""Microseconds by which the voice may be elsewhere than reckoned before that is told."""

_PATIENCE = 1.0
"""Seconds that the end of the thread is waited for; it takes a few milliseconds."""

_DO_NOT_QUEUE = 4
_IS_OWNER = 1


class BusPlayer:
    """Is a media player on the session bus from construction to :meth:`close`.

    ``ask`` is called on its thread with what others want to be done. Where there is no bus,
    or it goes away, there is no player, and nobody is told.
    """

    def __init__(self, address: str, state: PlayerState, ask: Callable[[Wish], None]) -> None:
        self._address = address
        self._ask = ask
        self._told = state
        """What others have been told."""
        self._wanted = state
        self._lock = threading.Lock()
        self._closing = False
        self._ended = False
        self._wake_end, self._waker = os.pipe()
        self._thread = threading.Thread(target=self._run, name="media keys", daemon=True)
        self._thread.start()

    @property
    def is_there(self) -> bool:
        """Tell whether it is on the bus, or on its way there."""
        return self._thread.is_alive()

    def show(self, state: PlayerState) -> None:
        """Tell others what is being read aloud now; returns at once."""
        with self._lock:
            self._wanted = state
            self._wake()

    def close(self) -> None:
        """Leave the bus; ``ask`` is not called any more."""
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
            # No bus, or none that can be used: the keys of the window are there.
            _log.info("no media keys: %s", error)
        finally:
            with self._lock:
                self._ended = True
                os.close(self._waker)
                os.close(self._wake_end)

    def _serve(self) -> None:
        # Only now: it takes some 30 ms that nobody has to wait for.
        from jeepney.io.blocking import open_dbus_connection

        with open_dbus_connection(self._address) as connection, DefaultSelector() as selector:
            if not self._take_name(connection):
                return
            selector.register(connection.sock, EVENT_READ)
            selector.register(self._wake_end, EVENT_READ)
            while True:
                # Before waiting: something may have come with the answers to the name.
                self._take_messages(connection)
                for key, _events in selector.select():
                    if key.fd == self._wake_end:
                        os.read(self._wake_end, 4096)
                if self._closing:
                    return
                self._tell(connection)

    def _take_name(self, connection: DBusConnection) -> bool:
        """Take the name, or where another window has it, one of its own beside it."""
        from jeepney import message_bus

        for name in (NAME, f"{NAME}.instance{os.getpid()}"):
            wish = message_bus.RequestName(name, _DO_NOT_QUEUE)
            reply = connection.send_and_get_reply(wish, timeout=10)
            if reply.body == (_IS_OWNER,):
                return True
        return False

    def _take_messages(self, connection: DBusConnection) -> None:
        while True:
            try:
                message = connection.receive(timeout=0)
            except TimeoutError:
                return
            self._take(connection, message)

    def _take(self, connection: DBusConnection, message: Message) -> None:
        from jeepney import HeaderFields, MessageFlag, MessageType, new_error, new_method_return

        header = message.header
        if header.message_type is not MessageType.method_call:
            return
        call = Call(
            header.fields.get(HeaderFields.interface, ""),
            header.fields.get(HeaderFields.member, ""),
            header.fields.get(HeaderFields.signature, ""),
            tuple(message.body),
        )
        try:
            if header.fields.get(HeaderFields.path) != PATH:
                raise RefusedError("UnknownObject", f"there is only {PATH}")
            given = answer(call, self._wanted, time.monotonic())
        except RefusedError as refusal:
            reply = new_error(message, refusal.name, "s", (str(refusal),))
        else:
            reply = new_method_return(message, given.signature or None, given.body)
            if given.wish is not None:
                self._hand_on(given.wish)
        if not header.flags & MessageFlag.no_reply_expected:
            connection.send(reply)

    def _hand_on(self, wish: Wish) -> None:
        with self._lock:
            if not self._closing:
                self._ask(wish)

    def _tell(self, connection: DBusConnection) -> None:
        from jeepney import DBusAddress, new_signal

        old, new = self._told, self._wanted
        self._told = new
        if changes := changed(old, new):
            emitter = DBusAddress(PATH, interface=PROPERTIES)
            told: tuple[object, ...] = (PLAYER, changes, [])
            connection.send(new_signal(emitter, "PropertiesChanged", "sa{sv}as", told))
        now = time.monotonic()
        if new.track == old.track and abs(new.time(now) - old.time(now)) > _JUMP:
            emitter = DBusAddress(PATH, interface=PLAYER)
            connection.send(new_signal(emitter, "Seeked", "x", (new.time(now),)))
