"""What Tidings needs from the system, and the Debian and Ubuntu packages that bring it."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, assert_never

Kind = Literal["library", "program", "file", "module"]


@dataclass(frozen=True, slots=True)
class SystemPart:
    """One thing the system must have.

    Attributes:
        name: what it is looked for by: a soname, a program, a pattern of paths, a module of
            the Python that runs this.
        packages: the packages that may bring it, by release; the first that apt knows is taken.
        purpose: what it is for, in the words of a message.
    """

    kind: Kind
    name: str
    packages: tuple[str, ...]
    purpose: str


def is_present(part: SystemPart) -> bool:
    """Ask the system itself, not its list of packages: it may be no Debian at all."""
    match part.kind:
        case "library":
            try:
                ctypes.CDLL(part.name)
            except OSError:
                return False
            return True
        case "program":
            folders = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
            return shutil.which(part.name, path=folders) is not None
        case "file":
            return any(Path("/").glob(part.name.lstrip("/")))
        case "module":
            return importlib.util.find_spec(part.name) is not None
    assert_never(part.kind)


def venv_part(version: tuple[int, int]) -> SystemPart:
    """Return what `python3 -m venv` needs: Debian keeps it apart from Python."""
    own = f"python{version[0]}.{version[1]}-venv"
    return SystemPart("module", "ensurepip", (own, "python3-venv"), "Python environments")


def parts_for_run() -> tuple[SystemPart, ...]:
    """Return the libraries that Qt's wheels link to and do not bring."""
    window = "the window"
    wanted = {
        "libEGL.so.1": ("libegl1",),
        "libGL.so.1": ("libgl1",),
        "libX11-xcb.so.1": ("libx11-xcb1",),
        "libX11.so.6": ("libx11-6",),
        "libXext.so.6": ("libxext6",),
        "libXrandr.so.2": ("libxrandr2",),
        "libdbus-1.so.3": ("libdbus-1-3",),
        "libdrm.so.2": ("libdrm2",),
        "libfontconfig.so.1": ("libfontconfig1",),
        "libfreetype.so.6": ("libfreetype6",),
        "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
        "libwayland-cursor.so.0": ("libwayland-cursor0",),
        "libxcb-cursor.so.0": ("libxcb-cursor0",),
        "libxcb-icccm.so.4": ("libxcb-icccm4",),
        "libxcb-image.so.0": ("libxcb-image0",),
        "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
        "libxcb-randr.so.0": ("libxcb-randr0",),
        "libxcb-render-util.so.0": ("libxcb-render-util0",),
        "libxcb-render.so.0": ("libxcb-render0",),
        "libxcb-shape.so.0": ("libxcb-shape0",),
        "libxcb-shm.so.0": ("libxcb-shm0",),
        "libxcb-sync.so.1": ("libxcb-sync1",),
        "libxcb-util.so.1": ("libxcb-util1",),
        "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
        "libxcb-xkb.so.1": ("libxcb-xkb1",),
        "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
        "libxkbcommon.so.0": ("libxkbcommon0",),
    }
    network = {
        "libbrotlidec.so.1": ("libbrotli1",),
        "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    }
    return (
        *(SystemPart("library", name, packages, window) for name, packages in wanted.items()),
        *(SystemPart("library", name, packages, "Qt") for name, packages in network.items()),
        SystemPart("library", "libpulse.so.0", ("libpulse0",), "sound"),
    )


def parts_for_test() -> tuple[SystemPart, ...]:
    """Return the programs with which the tests look, listen and work the keys."""
    screen, sound, reader = "tests of the window", "tests that listen", "tests with a screen reader"
    return (
        SystemPart("program", "Xvfb", ("xvfb",), screen),
        SystemPart("program", "openbox", ("openbox",), screen),
        SystemPart("program", "xdotool", ("xdotool",), screen),
        SystemPart("program", "xprop", ("x11-utils",), screen),
        SystemPart("program", "import", ("imagemagick",), screen),
        SystemPart("program", "pulseaudio", ("pulseaudio",), sound),
        SystemPart("program", "parec", ("pulseaudio-utils",), sound),
        SystemPart("program", "playerctl", ("playerctl",), "tests of the media keys"),
        SystemPart("program", "dbus-daemon", ("dbus-daemon", "dbus"), reader),
        SystemPart("program", "dbus-send", ("dbus-bin", "dbus"), reader),
        SystemPart("file", "/usr/libexec/at-spi-bus-launcher", ("at-spi2-core",), reader),
        SystemPart("program", "speech-dispatcher", ("speech-dispatcher",), reader),
        SystemPart("program", "orca", ("orca",), reader),
    )


def parts_for_bench() -> tuple[SystemPart, ...]:
    """Return what the other ways to speak need, beside which Tidings is measured."""
    measured = "what Tidings is measured beside"
    return (
        SystemPart("program", "espeak-ng", ("espeak-ng",), measured),
        SystemPart("program", "aplay", ("alsa-utils",), measured),
        SystemPart(
            "file",
            "/usr/lib/*/alsa-lib/libasound_module_pcm_pulse.so",
            ("libasound2-plugins",),
            measured,
        ),
    )
