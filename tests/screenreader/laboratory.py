"""A desktop of its own in which a real screen reader reads a real window.

Xvfb, a private D-Bus with its accessibility bus, a window manager, speech-dispatcher with a
module that writes instead of speaking, the application, and Orca. Keys go in by xdotool,
and what Orca says comes out as lines. Nothing of the person's session is read or touched.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

SYSTEM_PYTHON = "/usr/bin/python3"
_ORCA = "/usr/bin/orca"
_TREE = Path(__file__).with_name("accessible_tree.py")
_TEXT = Path(__file__).with_name("accessible_text.py")
_WALKER = Path(__file__).with_name("story_walker.py")
_BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
_FOCUS_SETTLES = 0.1
"""Seconds within which all is told of one move of the focus."""
QUIET = 0.2
"""Seconds of idleness after which Orca is taken to have said all."""
_COMMANDS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
    "import": "imagemagick",
    "dbus-daemon": "dbus",
    "dbus-send": "dbus",
    "speech-dispatcher": "speech-dispatcher",
    _BUS_LAUNCHER: "at-spi2-core",
    _ORCA: "orca",
}
_PERSONAL = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "AT_SPI_BUS_ADDRESS",
    "DBUS_SESSION_BUS_ADDRESS",
)
_SPEECH_SERVER = """\
LogLevel 3
LogDir "{folder}/log"
DefaultModule "capture"
AddModule "capture" "sd_generic" "capture.conf" "{folder}/log/capture.log"
DefaultLanguage "en"
Timeout 0
AudioOutputMethod "alsa"
AudioALSADevice "null"
"""
# Speech that is over before speech-dispatcher has said that it began is lost to Orca: it then
# waits for ever. So a moment passes.
_SPEECH_MODULE = """\
GenericExecuteSynth "printf '%s\\\\n' \\'$DATA\\' >> {spoken}; sleep 0.1"
GenericCmdDependency "printf"
GenericMaxChunkLength 10000
GenericLanguage "en" "en" "utf-8"
AddVoice "en" "male1" "null"
DefaultVoice "null"
"""
# Orca refuses to run twice for one person; ours is not the one they may be using.
_RUN_ORCA = """\
import sys
source = open({orca!r}).read().replace(
    "def otherOrcas():", "def otherOrcas():\\n    return []\\n\\ndef _other_orcas():")
exec(compile(source, {orca!r}, "exec"), {{"__name__": "__main__", "__file__": {orca!r}}})
"""


def missing_parts() -> list[str]:
    """Return the names of the system packages that the laboratory lacks."""
    missing = {package for command, package in _COMMANDS.items() if not shutil.which(command)}
    return sorted(missing)


class Laboratory:
    """The desktop, from entering to leaving. ``folder`` takes all that it writes."""

    def __init__(self, folder: Path, screen: str = "1280x1000x24") -> None:
        self.folder = folder
        self.application: subprocess.Popen[bytes] | None = None
        self._screen = screen
        self._stack = ExitStack()
        self._said = folder / "said.jsonl"
        self._busy = folder / "busy"
        self._heard = 0
        self._orca: subprocess.Popen[bytes] | None = None
        self._accessibility: subprocess.Popen[bytes] | None = None
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._answering: subprocess.Popen[str] | None = None
        self._environment = self._private_environment()

    def __enter__(self) -> Laboratory:
        for name in ("home", "run", "config", "data/orca", "cache", "log", "speech/modules"):
            (self.folder / name).mkdir(parents=True, mode=0o700, exist_ok=True)
        try:
            self._start_screen()
            self._start_buses()
            self._start_window_manager()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    # -- starting

    def start_application(
        self, command: Sequence[str], title: str, folder: Path | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program in a folder, wait for its window by title, and bring that to the front.

        What it prints goes to ``application.log``.
        """
        self.application = self._start("application", command, folder=folder)
        self.bring_to_front(title)
        return self.application

    def run_program(self, command: Sequence[str]) -> int:
        """Run a program to its end; return its exit code."""
        return self._start("program", command).wait(30)

    def title_in_front(self) -> str:
        """Return the title of the window that has the focus."""
        return self._output("xdotool", "getactivewindow", "getwindowname").strip()

    def bring_to_front(self, title: str) -> None:
        """Give the focus to the window with a title that was opened last."""
        found: list[str] = []

        def is_there() -> bool:
            # While another window goes away, the search for one may break off.
            found[:] = self._windows(title)
            return bool(found)

        self._wait(is_there, f"the window {title!r}", 30)
        self._run("xdotool", "windowactivate", "--sync", found[-1])

    def start_screen_reader(self) -> list[str]:
        """Start Orca; return what it says first."""
        if self._orca is None:
            self._start_speech()
        ear = Path(__file__).with_name("orca_ear.py")
        shutil.copy(ear, self.folder / "data" / "orca" / "orca-customizations.py")
        runner = self.folder / "run_orca.py"
        runner.write_text(_RUN_ORCA.format(orca=_ORCA))
        self._said.touch()
        said = len(self._lines())
        self._orca = self._start("orca", [SYSTEM_PYTHON, str(runner)])
        self._wait(lambda: len(self._lines()) > said, "the first words of Orca", 30)
        return self.settle()

    def end_screen_reader(self, *, suddenly: bool = False) -> None:
        """Have Orca end, or ``suddenly`` die, and wait for it."""
        assert self._orca is not None
        self._orca.send_signal(signal.SIGKILL if suddenly else signal.SIGTERM)
        if not suddenly:
            # Python takes note of a signal with the next event that comes to it.
            self.press_unheard("Shift_L")
        self._orca.wait(20)

    def start_accessibility_bus(self) -> None:
        """Start the accessibility bus, which is there from the beginning, once it has died."""
        self._accessibility = self._start("at-spi", [_BUS_LAUNCHER, "--launch-immediately"])
        ask = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]
        self._wait(lambda: self._succeeds(*ask, "org.a11y.Bus.GetAddress"), "the accessibility bus")

    def end_accessibility_bus(self) -> None:
        """Have the accessibility bus die, and wait for it."""
        assert self._accessibility is not None
        os.killpg(self._accessibility.pid, signal.SIGKILL)
        self._accessibility.wait(20)

    # -- driving

    def press(self, *keys: str, quiet: float = QUIET) -> list[str]:
        """Press keys by their X names, one after another; return what Orca says to them.

        That is all that it says until it has been idle for ``quiet`` seconds. What it says
        too late for the keys before comes first: nothing goes unheard.
        """
        self._run("xdotool", "key", "--clearmodifiers", *keys)
        return self.settle(quiet)

    def time_to_speech(self, *keys: str, limit: float = 5.0) -> float:
        """Press keys; return the seconds until Orca hands its first line to be spoken.

        The start of the program that presses them is part of it. Raises TimeoutError where
        Orca is silent.
        """
        before = self._said.stat().st_size
        begun = time.monotonic()
        self._run("xdotool", "key", *keys)
        while self._said.stat().st_size == before:
            if time.monotonic() > begun + limit:
                raise TimeoutError(f"nothing was said to {keys}")
            time.sleep(0.001)
        seconds = time.monotonic() - begun
        self.settle()
        return seconds

    def press_holding(self, modifier: str, key: str, quiet: float = QUIET) -> list[str]:
        """Press a key while a modifier stays down, and let go of it when Orca has spoken.

        Of a modifier that is up again at once Orca may know nothing when it looks.
        """
        self._run("xdotool", "keydown", modifier, "key", key)
        try:
            return self.settle(quiet)
        finally:
            self._run("xdotool", "keyup", modifier)

    def hold(self, key: str, until: Callable[[], bool], what: str) -> None:
        """Hold a key down until something is so. Raises TimeoutError, naming it, where not."""
        self._run("xdotool", "keydown", key)
        try:
            self._wait(until, what)
        finally:
            self._run("xdotool", "keyup", key)

    def type(self, text: str) -> list[str]:
        """Type a text; return what Orca says to it, as ``press`` does."""
        self._run("xdotool", "type", "--clearmodifiers", text)
        return self.settle()

    def settle(self, quiet: float = QUIET, limit: float = 10.0) -> list[str]:
        """Wait until Orca is idle and has been for ``quiet`` seconds; return its new lines."""
        begun = time.time()
        while time.time() < begun + limit:
            latest = max(
                [begun] + [path.stat().st_mtime for path in self._signs() if path.exists()]
            )
            if self.is_idle() and time.time() > latest + quiet:
                break
            time.sleep(0.02)
        lines = self._lines()
        new, self._heard = lines[self._heard :], len(lines)
        return new

    def is_idle(self) -> bool:
        """Tell whether Orca has done with all that it was told of."""
        return not self._busy.exists() or self._busy.read_bytes()[:1] in (b"0", b"")

    def spoken(self) -> str:
        """Return all that reached the synthesiser."""
        path = self.folder / "spoken.txt"
        return path.read_text() if path.exists() else ""

    # -- looking, without a screen reader

    def objects(self) -> list[dict[str, Any]]:
        """Return all that the application shows on the bus; see ``accessible_tree.py``."""
        found: list[dict[str, Any]] = json.loads(self._output(SYSTEM_PYTHON, str(_TREE)))
        return found

    def follow_focus(self) -> None:
        """Take note from now on of where the focus goes."""
        self._start("focus", [SYSTEM_PYTHON, str(_TREE), "follow"])
        self._wait(lambda: bool(self._focus_lines()), "the accessibility bus")

    def focuses(self) -> list[list[list[str]]]:
        """Return where the focus has come since it is followed, from the first on."""
        return [json.loads(line) for line in self._focus_lines()[1:]]

    def focus(self) -> list[list[str]]:
        """Return role and name of what has the focus now, and of all around it; [] for nothing.

        The focus must be followed.
        """
        answer = self._ask_for_focus() or self._ask_for_focus()
        chain: list[list[str]] = json.loads(answer)
        if chain:
            return chain
        # A popup is a child of nothing on the bus: it is known only from what it tells.
        told = self.focuses()[-1]
        return [] if {"frame", "dialog"} & {role for role, _name in told} else told

    def _ask_for_focus(self) -> str:
        """Return a line of JSON; empty where who answers has died, as the bindings to the bus
        do now and then over objects that go away. Another one is asked the next time.
        """
        if self._answering is None:
            log = self._stack.enter_context((self.folder / "answering.log").open("ab"))
            self._answering = subprocess.Popen(
                [SYSTEM_PYTHON, str(_TREE), "answer"],
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
            self._stack.enter_context(self._answering)
            self._stack.callback(_stop, self._answering)
        asking, answering = self._answering.stdin, self._answering.stdout
        assert asking is not None
        assert answering is not None
        with suppress(BrokenPipeError):
            asking.write("?\n")
            asking.flush()
        answer = answering.readline()
        if not answer:
            self._answering = None
        return answer

    def ended(self) -> list[str]:
        """Return the names of what was started and does not run any more."""
        return [name for name, process in self._processes.items() if process.poll() is not None]

    def press_unheard(self, *keys: str) -> None:
        """Press keys one right after the other, and wait for nothing that comes of them."""
        self._run("xdotool", "key", "--clearmodifiers", "--delay", "3", *keys)

    def focus_after(self, *keys: str) -> list[list[str]]:
        """Press keys; return role and name of what then has the focus, and of all around it.

        Raises TimeoutError where the focus does not move.
        """
        before = len(self._focus_lines())
        self._run("xdotool", "key", "--clearmodifiers", *keys)
        self._wait(lambda: len(self._focus_lines()) > before, f"a focus after {keys}", 5)
        lines = self._focus_lines()
        while len(lines) > before:
            # What has the focus may be told after what is around it, and must not be taken
            # for the answer to the next key.
            before = len(lines)
            time.sleep(_FOCUS_SETTLES)
            lines = self._focus_lines()
        chain: list[list[str]] = json.loads(lines[-1])
        return chain

    def focus_within(self, role: str, *keys: str) -> None:
        """Press keys, and wait until the focus is in something of a role.

        Raises TimeoutError where it does not come there.
        """
        before = len(self._focus_lines())
        self._run("xdotool", "key", "--clearmodifiers", *keys)

        def is_there() -> bool:
            chains = map(json.loads, self._focus_lines()[before:])
            return any(role == part for chain in chains for part, _name in chain)

        self._wait(is_there, f"the focus in a {role} after {keys}", 10)

    def text(self, words: str) -> dict[str, Any]:
        """Return caret and selections of the text that begins with some words."""
        found: dict[str, Any] = json.loads(self._output(SYSTEM_PYTHON, str(_TEXT), words))
        return found

    def language_of_text(self, words: str) -> str:
        """Return the language that is told of the text that begins with some words."""
        found: str = json.loads(self._output(SYSTEM_PYTHON, str(_TEXT), words, "language"))
        return found

    def do_to_text(self, words: str, *action: str) -> None:
        """Put caret or selection into that text as a screen reader does, see the script."""
        self._run(SYSTEM_PYTHON, str(_TEXT), words, *action)

    def walk_stories(self, times: int, limit: float) -> dict[str, Any]:
        """Go from story to story and walk each; see ``story_walker.py``."""
        walked = self._output(SYSTEM_PYTHON, str(_WALKER), str(times), limit=limit)
        found: dict[str, Any] = json.loads(walked)
        return found

    def follow_texts(self) -> None:
        """Take note from now on of every caret and selection that changes."""
        self._start("texts", [SYSTEM_PYTHON, str(_TEXT), "follow"])
        self._wait(lambda: bool(self._text_lines()), "the accessibility bus")

    def texts_told(self, *keys: str, count: int) -> list[dict[str, Any]]:
        """Press keys; return what is then told of texts, which must be ``count`` times.

        Raises TimeoutError where it is less.
        """
        before = len(self._text_lines())
        self.press_unheard(*keys)
        self._wait(lambda: len(self._text_lines()) >= before + count, f"events after {keys}", 5)
        time.sleep(_FOCUS_SETTLES)
        return [json.loads(line) for line in self._text_lines()[before:]]

    def wait_for(self, condition: Callable[[], bool], what: str, limit: float = 15.0) -> None:
        """Wait until something is so. Raises TimeoutError, naming it, where it never is."""
        self._wait(condition, what, limit)

    def resize(self, title: str, width: int, height: int) -> None:
        """Give a window another size, and wait until it has it."""
        (window,) = self._windows(title)
        self._run("xdotool", "windowsize", "--sync", window, str(width), str(height))

    def minimise(self, title: str) -> None:
        """Take the window with a title away as its button does."""
        self._run("xdotool", "windowminimize", "--sync", self._windows(title)[-1])

    def shot(self, path: Path) -> None:
        """Write a picture of the whole screen."""
        self._run("import", "-window", "root", str(path))

    # -- parts

    def _private_environment(self) -> dict[str, str]:
        folder = self.folder
        environment = {name: value for name, value in os.environ.items() if name not in _PERSONAL}
        return environment | {
            "HOME": str(folder / "home"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_STATE_HOME": str(folder / "data"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_SESSION_TYPE": "x11",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "GSETTINGS_BACKEND": "memory",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "QT_QPA_PLATFORM": "xcb",
            "QT_IM_MODULE": "simple",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            # the window manager and Orca use a toolkit that would join the bus as well
            "GTK_A11Y": "none",
            "NO_AT_BRIDGE": "1",
            "SPEECHD_ADDRESS": f"unix_socket:{folder}/run/speechd.sock",
            "TIDINGS_TEST_SAID": str(self._said),
            "TIDINGS_TEST_BUSY": str(self._busy),
        }

    def _start_screen(self) -> None:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", self._screen]
        self._start("xvfb", [*command, "-nolisten", "tcp", "-noreset", "-ac"], keep=(writing,))
        os.close(writing)
        with os.fdopen(reading) as number:
            self._environment["DISPLAY"] = ":" + number.readline().strip()

    def _start_buses(self) -> None:
        address = f"unix:path={self.folder}/run/bus"
        self._start("dbus", ["dbus-daemon", "--session", "--nofork", f"--address={address}"])
        self._wait((self.folder / "run" / "bus").exists, "the session bus")
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self.start_accessibility_bus()

    def _start_speech(self) -> None:
        spoken = self.folder / "spoken.txt"
        speech = self.folder / "speech"
        (speech / "speechd.conf").write_text(_SPEECH_SERVER.format(folder=self.folder))
        (speech / "modules" / "capture.conf").write_text(_SPEECH_MODULE.format(spoken=spoken))
        socket = self.folder / "run" / "speechd.sock"
        self._start(
            "speech-dispatcher",
            [
                "speech-dispatcher",
                "--run-single",
                f"--config-dir={speech}",
                f"--log-dir={self.folder}/log",
                "--communication-method=unix_socket",
                f"--socket-path={socket}",
                f"--pid-file={socket}.pid",
            ],
        )
        self._wait(socket.exists, "speech-dispatcher")

    def _start_window_manager(self) -> None:
        self._start("openbox", ["openbox", "--sm-disable"])
        self._wait(
            lambda: "window id" in self._output("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"),
            "the window manager",
        )

    def _start(
        self,
        name: str,
        command: Sequence[str],
        keep: Sequence[int] = (),
        folder: Path | None = None,
    ) -> subprocess.Popen[bytes]:
        log: IO[bytes] = self._stack.enter_context((self.folder / f"{name}.log").open("ab"))
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            pass_fds=keep,
        )
        self._stack.callback(_stop, process)
        self._processes[name] = process
        return process

    def _run(self, *command: str) -> None:
        subprocess.run(command, env=self._environment, check=True, timeout=20)

    def _output(self, *command: str, limit: float = 20) -> str:
        done = subprocess.run(
            command,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=limit,
            check=False,
        )
        return done.stdout

    def _succeeds(self, *command: str) -> bool:
        done = subprocess.run(
            command, env=self._environment, capture_output=True, timeout=20, check=False
        )
        return done.returncode == 0

    def _windows(self, title: str) -> list[str]:
        return self._output("xdotool", "search", "--onlyvisible", "--name", title).split()

    def _signs(self) -> tuple[Path, Path]:
        return self._said, self._busy

    def _lines(self) -> list[str]:
        if not self._said.exists():
            return []
        whole = self._said.read_text().rpartition("\n")[0]
        return [json.loads(line) for line in whole.splitlines()]

    def _focus_lines(self) -> list[str]:
        return (self.folder / "focus.log").read_text().rpartition("\n")[0].splitlines()

    def _text_lines(self) -> list[str]:
        return (self.folder / "texts.log").read_text().rpartition("\n")[0].splitlines()

    def _wait(self, condition: Callable[[], bool], what: str, limit: float = 15.0) -> None:
        end = time.monotonic() + limit
        while not condition():
            if time.monotonic() > end:
                logs = {path.name: path.read_text()[-500:] for path in self.folder.glob("*.log")}
                raise TimeoutError(f"{what} did not come within {limit} s; {logs}")
            time.sleep(0.02)


def _stop(process: subprocess.Popen[Any]) -> None:
    """End a process and those that it started: its session is its own."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        try:
            process.wait(3)
        except subprocess.TimeoutExpired:
            continue
        return
