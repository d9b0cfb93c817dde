"""What others ask a media player on the session bus, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import isnan

from tidings.ui.manner import FASTEST, SLOWEST
from tidings.ui.media_keys.interface import (
    INTROSPECTABLE,
    METHODS_OF,
    PLAYER,
    PROPERTIES,
    PROPERTIES_OF,
    ROOT,
    introspection,
)
from tidings.ui.media_keys.player_state import PlayerState, properties
from tidings.ui.media_keys.story_clock import NORMAL_RATE

_ERRORS = "org.freedesktop.DBus.Error"


class Key(Enum):
    """A button of a player, by the name of its method."""

    PLAY = "Play"
    PAUSE = "Pause"
    PLAY_PAUSE = "PlayPause"
    STOP = "Stop"
    NEXT = "Next"
    PREVIOUS = "Previous"
    RAISE = "Raise"
    QUIT = "Quit"


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go to a time of the story, in microseconds at a rate of 1; past its end: to the next."""

    microseconds: int


@dataclass(frozen=True, slots=True)
class SetRate:
    """Speak so many words a minute."""

    rate: int


@dataclass(frozen=True, slots=True)
class SetVolume:
    """Speak so loud, 0 to 1."""

    volume: float


Wish = Key | GoTo | SetRate | SetVolume


@dataclass(frozen=True, slots=True)
class Call:
    """A method that was called, with what it was given."""

    interface: str
    member: str
    signature: str = ""
    body: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered, and what the caller wants to be done."""

    signature: str = ""
    body: tuple[object, ...] = ()
    wish: Wish | None = None


class RefusedError(Exception):
    """What was called cannot be done; ``name`` is the error's, as D-Bus knows it."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text)
        self.name = f"{_ERRORS}.{name}"


def answer(call: Call, state: PlayerState, now: float) -> Answer:
    """Answer a call. Raises RefusedError where it makes no sense."""
    interface = call.interface or _interface_of(call.member)
    methods = METHODS_OF.get(interface)
    if methods is None:
        raise RefusedError("UnknownInterface", f"no interface {interface}")
    if call.member not in methods:
        raise RefusedError("UnknownMethod", f"no method {call.member}")
    if call.signature != methods[call.member]:
        raise RefusedError("InvalidArgs", f"{call.member} takes “{methods[call.member]}”")
    if interface == PROPERTIES:
        return _answer_on_properties(call, state, now)
    if interface == INTROSPECTABLE:
        return Answer("s", (introspection(),))
    if interface in (ROOT, PLAYER):
        return Answer(wish=_wish(call, state, now))
    return Answer()


def _interface_of(member: str) -> str:
    return next((name for name, methods in METHODS_OF.items() if member in methods), "")


def _wish(call: Call, state: PlayerState, now: float) -> Wish | None:
    match call.member, call.body:
        case "Seek", (int(offset),):
            return GoTo(max(0, state.time(now) + offset)) if state.clock else None
        case "SetPosition", (str(track), int(time)):
            # Of another story, or outside of it: to be taken no notice of.
            if state.clock is None or track != state.track or not 0 <= time <= state.clock.length:
                return None
            return GoTo(time)
        case "OpenUri", _:
            raise RefusedError("NotSupported", "Tidings opens no addresses for others")
        case _:
            return Key(call.member)


def _answer_on_properties(call: Call, state: PlayerState, now: float) -> Answer:
    interface = str(call.body[0])
    if interface not in PROPERTIES_OF:
        raise RefusedError("UnknownInterface", f"no properties of {interface}")
    if call.member == "GetAll":
        return Answer("a{sv}", (properties(state, interface, now),))
    name = str(call.body[1])
    offered = PROPERTIES_OF[interface].get(name)
    if offered is None:
        raise RefusedError("UnknownProperty", f"no property {name}")
    if call.member == "Get":
        return Answer("v", (properties(state, interface, now)[name],))
    if not offered.writable:
        raise RefusedError("PropertyReadOnly", f"{name} can only be read")
    match call.body[2]:
        case (str(signature), float(value)) if signature == offered.signature:
            return Answer(wish=_setting(name, value))
    raise RefusedError("InvalidArgs", f"{name} is “{offered.signature}”")


def _setting(name: str, value: float) -> Wish | None:
    if isnan(value):
        return None
    if name == "Volume":
        return SetVolume(min(max(value, 0.0), 1.0))
    if value == 0:
        return Key.PAUSE
    if value < 0:
        return None
    return SetRate(round(min(max(value * NORMAL_RATE, SLOWEST), FASTEST)))
