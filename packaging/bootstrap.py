"""Make this checkout ready to run, to be tested or to be measured.

Called by the Makefile as `bootstrap.py run|check|test|bench`. The first time it
names and installs the system parts that are missing, makes `.venv` and fills it
from the locks beside this file. After that a stamp says that nothing is left to
do, and it returns at once and in silence. Standard library only.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from steps import SetupError, say, succeeds
from system_packages import advice, provide
from system_parts import SystemPart, parts_for_bench, parts_for_run, parts_for_test, venv_part

ROOT = Path(__file__).resolve().parents[1]
# The newest is the last one for which every locked package has a built wheel.
OLDEST, NEWEST = (3, 11), (3, 14)


@dataclass(frozen=True, slots=True)
class Purpose:
    """What the checkout is made ready for, and all that this takes.

    Attributes:
        locks: files of pinned Python packages, beside this file.
        parts: what the system must have.
        wanted: what only some tests need; on a developer's machine they say what they lack.
    """

    locks: tuple[str, ...]
    parts: tuple[SystemPart, ...] = ()
    wanted: tuple[SystemPart, ...] = ()

    def includes(self, other: Purpose) -> bool:
        """Tell whether a checkout that is ready for this is also ready for the other."""
        return set(other.locks) <= set(self.locks) and {*other.parts, *other.wanted} <= {
            *self.parts,
            *self.wanted,
        }


def purposes() -> dict[str, Purpose]:
    """Return every purpose by the name the Makefile gives it."""
    run = ("build.lock", "run.lock")
    dev = (*run, "dev.lock")
    return {
        "run": Purpose(run, parts_for_run()),
        "check": Purpose(dev),
        "test": Purpose(dev, parts_for_run(), parts_for_test()),
        "bench": Purpose(dev, parts_for_run(), parts_for_test() + parts_for_bench()),
    }


# --- the virtual environment -------------------------------------------------------


def stamp_key(purpose: Purpose, root: Path, version: tuple[int, int]) -> str:
    """Return what changes whenever set-up would give something else than it gave."""
    here = root / "packaging"
    files = [here / lock for lock in purpose.locks]
    files += [root / "pyproject.toml", here / "bootstrap.py", here / "system_parts.py"]
    digest = hashlib.sha256(f"{root} {version}".encode())
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def has_stamp(stamp: Path, key: str) -> bool:
    """Tell whether the stamp is there and carries this key."""
    try:
        return stamp.read_text("ascii") == key
    except (OSError, ValueError):
        return False


def make_venv(root: Path, version: tuple[int, int]) -> Path:
    """Make `.venv`, unless a whole one of this checkout and this Python is there.

    Returns:
        The environment's Python.
    """
    venv = root / ".venv"
    whole, mark = venv / "stamps" / "whole", f"{root} {version}"
    if not has_stamp(whole, mark):
        say("Making a Python environment in .venv")
        run([sys.executable, "-I", "-m", "venv", "--clear", str(venv)])
        whole.parent.mkdir()
        whole.write_text(mark, "ascii")
    return venv / "bin" / "python"


def install_locks(python: Path, root: Path, locks: Iterable[str]) -> None:
    """Install the locked packages by their hashes, then this checkout itself, in place."""
    pip = [str(python), "-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    pip += ["--no-deps", *([] if sys.stdout.isatty() else ["--quiet"])]
    for lock in locks:
        say(f"Installing the Python packages of packaging/{lock}")
        locked = ["--require-hashes", "--only-binary", ":all:"]
        run([*pip, *locked, "--requirement", str(root / "packaging" / lock)])
    run([*pip, "--no-build-isolation", "--editable", str(root)])


def prepare(name: str, root: Path = ROOT, strict: bool = False) -> None:
    """Make the checkout ready for the purpose of this name.

    Args:
        strict: also stop where a part is missing that only some tests need. Otherwise
            it is named, and those tests say that they were left out.

    Raises:
        SetupError: something is missing that cannot be installed from here.
    """
    version = sys.version_info[:2]
    if not OLDEST <= version <= NEWEST:
        raise SetupError(
            f"Tidings needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]}; "
            f"this is {sys.version.split()[0]}."
        )
    known = purposes()
    purpose, stamps = known[name], root / ".venv" / "stamps"
    if has_stamp(stamps / name, stamp_key(purpose, root, version)):
        return
    say("Setting up Tidings. This is done once and takes a few minutes.")
    missing = provide((venv_part(version), *purpose.parts, *purpose.wanted))
    if missing and (strict or not set(missing) <= set(purpose.wanted)):
        raise SetupError(advice(missing))
    install_locks(make_venv(root, version), root, purpose.locks)
    if missing:
        say(advice(missing) + "\nWithout them, the tests that need them are left out.")
        return
    for other_name, other in known.items():
        if purpose.includes(other):
            (stamps / other_name).write_text(stamp_key(other, root, version), "ascii")
    say("Tidings is set up.")


# --- the edge ----------------------------------------------------------------------


def run(command: Sequence[str]) -> None:
    """Run a command of set-up.

    Raises:
        SetupError: it failed; what it printed stands above.
    """
    if not succeeds(command):
        raise SetupError(f"This step failed, see above:\n  {shlex.join(command)}")


def main(arguments: Sequence[str]) -> int:
    """Prepare for the one purpose that is named; return the exit code."""
    if len(arguments) != 1 or arguments[0] not in purposes():
        print(f"usage: bootstrap.py {'|'.join(purposes())}", file=sys.stderr)
        return 2
    try:
        prepare(arguments[0], strict=os.environ.get("CI") == "true")
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"Set-up could not use a file: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
