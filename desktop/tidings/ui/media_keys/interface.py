"""What a media player offers on the session bus, as far as Tidings does.

Names, signatures and meaning are those of the MPRIS D-Bus Interface Specification 2.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NAME = "org.mpris.MediaPlayer2.tidings"
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"
INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"
PEER = "org.freedesktop.DBus.Peer"
NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"


@dataclass(frozen=True, slots=True)
class Offered:
    """A property: its signature, whether others may set it, and whether its changes are told."""

    signature: str
    writable: bool = False
    told: bool = True


PROPERTIES_OF: Mapping[str, Mapping[str, Offered]] = {
    ROOT: {
        "CanQuit": Offered("b"),
        "CanRaise": Offered("b"),
        "HasTrackList": Offered("b"),
        "Identity": Offered("s"),
        "DesktopEntry": Offered("s"),
        "SupportedUriSchemes": Offered("as"),
        "SupportedMimeTypes": Offered("as"),
    },
    PLAYER: {
        "PlaybackStatus": Offered("s"),
        "Rate": Offered("d", writable=True),
        "MinimumRate": Offered("d"),
        "MaximumRate": Offered("d"),
        "Metadata": Offered("a{sv}"),
        "Volume": Offered("d", writable=True),
        "Position": Offered("x", told=False),
        "CanGoNext": Offered("b"),
        "CanGoPrevious": Offered("b"),
        "CanPlay": Offered("b"),
        "CanPause": Offered("b"),
        "CanSeek": Offered("b"),
        "CanControl": Offered("b", told=False),
    },
}

METHODS_OF: Mapping[str, Mapping[str, str]] = {
    ROOT: {"Raise": "", "Quit": ""},
    PLAYER: {
        "Play": "",
        "Pause": "",
        "PlayPause": "",
        "Stop": "",
        "Next": "",
        "Previous": "",
        "Seek": "x",
        "SetPosition": "ox",
        "OpenUri": "s",
    },
    PROPERTIES: {"Get": "ss", "GetAll": "s", "Set": "ssv"},
    INTROSPECTABLE: {"Introspect": ""},
    PEER: {"Ping": ""},
}
"""The signatures of what a method takes."""

_RESULTS = {"Get": "v", "GetAll": "a{sv}", "Introspect": "s"}
_SIGNALS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    PLAYER: {"Seeked": ("x",)},
    PROPERTIES: {"PropertiesChanged": ("s", "a{sv}", "as")},
}


def introspection() -> str:
    """Return the description that other programs ask for."""
    lines = ["<node>"]
    for interface, methods in METHODS_OF.items():
        lines.append(f'<interface name="{interface}">')
        for method, takes in methods.items():
            arguments = [f'<arg type="{one}" direction="in"/>' for one in takes]
            if method in _RESULTS:
                arguments.append(f'<arg type="{_RESULTS[method]}" direction="out"/>')
            lines.append(f'<method name="{method}">{"".join(arguments)}</method>')
        for signal, carries in _SIGNALS.get(interface, {}).items():
            arguments = [f'<arg type="{one}"/>' for one in carries]
            lines.append(f'<signal name="{signal}">{"".join(arguments)}</signal>')
        for name, offered in PROPERTIES_OF.get(interface, {}).items():
            access = "readwrite" if offered.writable else "read"
            told = (
                ""
                if offered.told
                else '<annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal"'
                ' value="false"/>'
            )
            lines.append(
                f'<property name="{name}" type="{offered.signature}" access="{access}">'
                f"{told}</property>"
            )
        lines.append("</interface>")
    return "\n".join([*lines, "</node>"])
