"""Bring the missing parts of the system in with apt-get, or say how a person can."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence

from steps import answers, say, succeeds
from system_parts import SystemPart, is_present

# PulseAudio, which the tests need, would push PipeWire and a whole desktop with it off
# some machines: nothing that is there is removed for us.
INSTALL = ("install", "--no-install-recommends", "--no-remove")


def provide(parts: Iterable[SystemPart]) -> list[SystemPart]:
    """Install the parts that are missing, where that is possible, and return the rest."""
    missing = [part for part in parts if not is_present(part)]
    prefix = find_way_to_root() if missing and has_apt() else None
    if prefix is not None:
        say(f"These parts of the system are missing:\n{describe(missing)}")
        install_with_apt(missing, prefix)
        missing = [part for part in missing if not is_present(part)]
    return missing


def advice(missing: Sequence[SystemPart]) -> str:
    """Return what is missing, and what a person can do about it."""
    listed = f"These parts of the system are missing:\n{describe(missing)}\n"
    if not has_apt():
        return f"{listed}Please install them with this system's package manager, and try again."
    command = command_to_type(packages_for(missing, ask_apt(missing)), os.geteuid() == 0)
    return f"{listed}Please have them installed with this command, and try again:\n  {command}"


def describe(parts: Iterable[SystemPart]) -> str:
    """Return the parts as lines, each with what it is for."""
    return "\n".join(f"  {part.name}  (for {part.purpose})" for part in parts)


def packages_for(parts: Iterable[SystemPart], known: set[str]) -> list[str]:
    """Choose one package for each part: the first that this system's apt knows.

    Names differ between releases (libglib2.0-0 became libglib2.0-0t64). Where apt
    knows none of them, the first is named all the same, so that it can be said.
    """
    chosen = (next((p for p in part.packages if p in known), part.packages[0]) for part in parts)
    return sorted(set(chosen))


def read_candidates(policy: str) -> set[str]:
    """Read from the answer of `apt-cache policy` the packages that can be installed."""
    known: set[str] = set()
    name = ""
    for line in policy.splitlines():
        if not line.startswith(" "):
            name = line.strip().removesuffix(":")
        elif line.strip().startswith("Candidate:") and "(none)" not in line:
            known.add(name)
    return known


def command_to_type(packages: Sequence[str], is_root: bool) -> str:
    """Return the one line that installs the packages, for a person to type."""
    sudo = "" if is_root else "sudo "
    return f"{sudo}apt-get update && {sudo}{shlex.join(['apt-get', *INSTALL, *packages])}"


def way_to_root(
    is_root: bool, has_sudo: bool, asks_no_password: bool, is_terminal: bool
) -> list[str] | None:
    """Return what to put before apt-get, or None where this person may not install."""
    if is_root:
        return []
    if has_sudo and asks_no_password:
        return ["sudo", "--non-interactive"]
    if has_sudo and is_terminal:
        return ["sudo"]
    return None


def find_way_to_root() -> list[str] | None:
    """Look at who runs this, and whether sudo would ask for a password nobody can type."""
    has_sudo = shutil.which("sudo") is not None
    return way_to_root(
        is_root=os.geteuid() == 0,
        has_sudo=has_sudo,
        asks_no_password=has_sudo and answers(["sudo", "--non-interactive", "true"]),
        is_terminal=sys.stdin.isatty(),
    )


def has_apt() -> bool:
    """Tell whether this system is one that apt-get looks after."""
    return shutil.which("apt-get") is not None


def ask_apt(parts: Iterable[SystemPart]) -> set[str]:
    """Ask apt which packages of these parts it could install."""
    names = [name for part in parts for name in part.packages]
    answer = subprocess.run(
        ["apt-cache", "policy", *names],
        env=os.environ | {"LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    return read_candidates(answer.stdout)


def apt_get(prefix: Sequence[str], *words: str) -> list[str]:
    """Return an apt-get command that asks nothing and waits for another apt to end."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes"]
    return [*prefix, *quiet, "--option", "DPkg::Lock::Timeout=300", *words]


def install_with_apt(missing: Sequence[SystemPart], prefix: Sequence[str]) -> None:
    """Install what apt can, refreshing its lists where they are empty or out of date."""
    known = ask_apt(missing)
    if all(known.intersection(part.packages) for part in missing) and install_packages(
        packages_for(missing, known), prefix
    ):
        return
    succeeds(apt_get(prefix, "update"))
    packages = packages_for(missing, ask_apt(missing))
    if not install_packages(packages, prefix) and len(packages) > 1:
        # One that cannot be had must not keep the others away.
        for package in packages:
            install_packages([package], prefix)


def install_packages(packages: Sequence[str], prefix: Sequence[str]) -> bool:
    """Say what is installed, install it, and tell whether that went well."""
    say(f"Installing with apt-get: {' '.join(packages)}")
    return succeeds(apt_get(prefix, *INSTALL, *packages))
