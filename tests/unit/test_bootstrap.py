"""What set-up decides: what is missing, which packages bring it, when there is nothing to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap
import system_packages
import system_parts
from bootstrap import Purpose
from steps import SetupError
from system_parts import SystemPart

ROOT = Path(__file__).parents[2]
GLIB = SystemPart("library", "libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0"), "the window")
ORCA = SystemPart("program", "orca", ("orca",), "tests with a screen reader")

POLICY = """\
libglib2.0-0:
  Installed: (none)
  Candidate: 2.74.6-2+deb12u8
  Version table:
     2.74.6-2+deb12u8 500
libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
"""


class TestPackages:
    def test_reads_what_apt_can_install(self) -> None:
        assert system_packages.read_candidates(POLICY) == {"libglib2.0-0"}

    def test_reads_nothing_from_nothing(self) -> None:
        assert system_packages.read_candidates("") == set()

    @pytest.mark.parametrize(
        ("known", "chosen"),
        [
            ({"libglib2.0-0", "orca"}, ["libglib2.0-0", "orca"]),
            ({"libglib2.0-0t64", "orca"}, ["libglib2.0-0t64", "orca"]),
            (set(), ["libglib2.0-0t64", "orca"]),
        ],
    )
    def test_takes_the_name_of_this_release(self, known: set[str], chosen: list[str]) -> None:
        assert system_packages.packages_for([ORCA, GLIB], known) == chosen

    def test_names_a_package_once(self) -> None:
        other = SystemPart("program", "orca-dbg", ("orca",), "tests")

        assert system_packages.packages_for([ORCA, other], {"orca"}) == ["orca"]

    @pytest.mark.parametrize(
        ("is_root", "has_sudo", "asks_no_password", "is_terminal", "prefix"),
        [
            (True, False, False, False, []),
            (True, True, False, True, []),
            (False, True, True, False, ["sudo", "--non-interactive"]),
            (False, True, False, True, ["sudo"]),
            (False, True, False, False, None),
            (False, False, False, True, None),
        ],
    )
    def test_asks_for_a_password_only_where_one_can_be_typed(
        self,
        is_root: bool,
        has_sudo: bool,
        asks_no_password: bool,
        is_terminal: bool,
        prefix: list[str] | None,
    ) -> None:
        way = system_packages.way_to_root(is_root, has_sudo, asks_no_password, is_terminal)

        assert way == prefix

    def test_command_to_type_can_be_typed(self) -> None:
        command = system_packages.command_to_type(["orca", "xvfb"], is_root=False)

        assert command.startswith("sudo apt-get update && sudo apt-get install ")
        assert command.endswith(" orca xvfb")
        assert "sudo" not in system_packages.command_to_type(["orca"], is_root=True)

    def test_never_removes_what_is_there(self) -> None:
        assert "--no-remove" in system_packages.INSTALL


class TestParts:
    @pytest.mark.parametrize(
        ("kind", "there", "not_there"),
        [
            ("library", "libc.so.6", "libnothing-of-the-kind.so.7"),
            ("program", "sh", "nothing-of-the-kind"),
            ("file", "/usr/*/sh", "/usr/*/nothing-of-the-kind"),
            ("module", "json", "nothing_of_the_kind"),
        ],
    )
    def test_looks_at_the_system_itself(
        self, kind: system_parts.Kind, there: str, not_there: str
    ) -> None:
        assert system_parts.is_present(SystemPart(kind, there, (), ""))
        assert not system_parts.is_present(SystemPart(kind, not_there, (), ""))

    def test_finds_programs_that_only_root_has_in_the_path(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", "/nowhere")

        assert system_parts.is_present(SystemPart("program", "ldconfig", (), ""))

    def test_venv_is_asked_for_by_the_version_in_use(self) -> None:
        assert system_parts.venv_part((3, 12)).packages == ("python3.12-venv", "python3-venv")

    def test_every_library_that_qt_loads_is_there_or_brought_along(self) -> None:
        """The wheels' own account: what do the libraries we use link to, and who brings it?"""
        import PySide6

        qt = Path(PySide6.__file__).parent / "Qt"
        used = [qt / "lib" / f"libQt6{name}.so.6" for name in ("Widgets", "Multimedia", "Svg")]
        used += [qt / "plugins" / "platforms" / f"libq{name}.so" for name in ("xcb", "wayland")]
        used += [qt / "plugins" / "multimedia" / "libffmpegmediaplugin.so"]

        for library in used:
            linked = subprocess.run(["ldd", library], capture_output=True, text=True, check=True)
            assert "not found" not in linked.stdout


class TestPurposes:
    def test_running_takes_nothing_of_the_developers(self) -> None:
        run = bootstrap.purposes()["run"]

        assert "dev.lock" not in run.locks
        assert not {part.name for part in run.parts} & {"Xvfb", "orca", "pulseaudio"}

    def test_a_checkout_ready_to_test_is_ready_to_run_but_not_the_other_way(self) -> None:
        known = bootstrap.purposes()

        assert known["test"].includes(known["run"])
        assert known["test"].includes(known["check"])
        assert known["bench"].includes(known["test"])
        assert not known["run"].includes(known["test"])
        assert not known["check"].includes(known["run"])


class TestStamps:
    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        (tmp_path / "packaging").mkdir()
        (tmp_path / "pyproject.toml").write_text("", "utf-8")
        for name in ("run.lock", "bootstrap.py", "system_parts.py"):
            (tmp_path / "packaging" / name).write_text(name, "utf-8")
        return tmp_path

    def test_key_stays_while_nothing_changes(self, root: Path) -> None:
        purpose = Purpose(("run.lock",))

        assert bootstrap.stamp_key(purpose, root, (3, 11)) == bootstrap.stamp_key(
            purpose, root, (3, 11)
        )

    @pytest.mark.parametrize(
        "changed", ["packaging/run.lock", "packaging/system_parts.py", "pyproject.toml"]
    )
    def test_key_changes_with_what_set_up_reads(self, root: Path, changed: str) -> None:
        purpose = Purpose(("run.lock",))
        before = bootstrap.stamp_key(purpose, root, (3, 11))

        (root / changed).write_text("other", "utf-8")

        assert bootstrap.stamp_key(purpose, root, (3, 11)) != before

    def test_key_changes_with_the_python(self, root: Path) -> None:
        purpose = Purpose(("run.lock",))

        assert bootstrap.stamp_key(purpose, root, (3, 11)) != bootstrap.stamp_key(
            purpose, root, (3, 12)
        )

    def test_a_stamp_that_cannot_be_read_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "odd").write_bytes(b"\xff\xfe")

        assert not bootstrap.has_stamp(tmp_path / "odd", "key")
        assert not bootstrap.has_stamp(tmp_path / "absent", "key")
        assert not bootstrap.has_stamp(tmp_path, "key")


class TestPrepare:
    """The order of things and where they stop, on a checkout that is never really set up."""

    @pytest.fixture
    def done(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        done: list[str] = []

        def make_venv(root: Path, version: tuple[int, int]) -> Path:
            (root / ".venv" / "stamps").mkdir(parents=True, exist_ok=True)
            return root / ".venv" / "bin" / "python"

        def provide(parts: object) -> list[SystemPart]:
            done.append("parts")
            return []

        monkeypatch.setattr(bootstrap, "provide", provide)
        monkeypatch.setattr(bootstrap, "make_venv", make_venv)
        monkeypatch.setattr(bootstrap, "install_locks", lambda *args: done.append("locks"))
        return done

    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        (tmp_path / "packaging").symlink_to(ROOT / "packaging")
        (tmp_path / "pyproject.toml").symlink_to(ROOT / "pyproject.toml")
        return tmp_path

    def test_second_time_does_nothing(self, root: Path, done: list[str]) -> None:
        bootstrap.prepare("run", root)
        bootstrap.prepare("run", root)

        assert done == ["parts", "locks"]

    def test_ready_to_test_is_ready_to_run(self, root: Path, done: list[str]) -> None:
        bootstrap.prepare("test", root)
        bootstrap.prepare("run", root)
        bootstrap.prepare("check", root)

        assert done == ["parts", "locks"]

    def test_failed_set_up_is_tried_again(
        self, root: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*args: object) -> None:
            raise SetupError("no network")

        with monkeypatch.context() as broken:
            broken.setattr(bootstrap, "install_locks", fail)
            with pytest.raises(SetupError, match="no network"):
                bootstrap.prepare("run", root)

        bootstrap.prepare("run", root)
        assert done == ["parts", "parts", "locks"]

    def test_stops_without_a_library_of_the_window(
        self, root: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        egl = next(part for part in system_parts.parts_for_run() if part.name == "libEGL.so.1")
        monkeypatch.setattr(bootstrap, "provide", lambda parts: [egl])

        with pytest.raises(SetupError, match=r"libEGL\.so\.1"):
            bootstrap.prepare("test", root)
        assert done == []

    def test_goes_on_without_a_screen_reader_but_says_so(
        self,
        root: Path,
        done: list[str],
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        orca = next(part for part in system_parts.parts_for_test() if part.name == "orca")
        monkeypatch.setattr(bootstrap, "provide", lambda parts: [orca])

        bootstrap.prepare("test", root)
        bootstrap.prepare("test", root)

        assert done == ["locks", "locks"], "what is missing is looked for every time"
        assert "orca" in capsys.readouterr().out

        with pytest.raises(SetupError, match="orca"):
            bootstrap.prepare("test", root, strict=True)


class TestFirstPython:
    """packaging/with-python, among Pythons that are not there or too old."""

    @pytest.fixture
    def script(self, tmp_path: Path) -> Path:
        folder = tmp_path / "packaging"
        folder.mkdir()
        copy = folder / "with-python"
        copy.write_bytes((ROOT / "packaging" / "with-python").read_bytes())
        copy.chmod(0o755)
        (tmp_path / "bin").mkdir()
        (tmp_path / "bin" / "dirname").symlink_to("/usr/bin/dirname")
        return copy

    def put_python(self, script: Path, name: str, text: str) -> None:
        program = script.parents[1] / "bin" / name
        program.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        program.chmod(0o755)

    def ask(self, script: Path) -> subprocess.CompletedProcess[str]:
        environment = {k: v for k, v in os.environ.items() if k != "PYTHON"}
        return subprocess.run(
            [script, "-c", "import sys; print(sys.version_info[0])"],
            env=environment | {"PATH": str(script.parents[1] / "bin")},
            capture_output=True,
            text=True,
            check=False,
        )

    @pytest.mark.parametrize(
        ("version", "fits"), [((3, 10), False), ((3, 11), True), ((3, 14), True), ((3, 15), False)]
    )
    def test_takes_only_a_python_that_fits(
        self, script: Path, version: tuple[int, int], fits: bool
    ) -> None:
        pretend = f"import sys; sys.version_info = (*{version}, 0); exec(sys.argv[1])"
        asked = f'[ "$1" = -c ] && exec "{sys.executable}" -c "{pretend}" "$2"'
        self.put_python(script, "python3", f"{asked}\necho first")
        self.put_python(script, "python3.11", f'exec "{sys.executable}" "$@"')

        assert self.ask(script).stdout == ("first\n" if fits else "3\n")

    def test_says_what_is_there_and_what_to_install(self, script: Path) -> None:
        self.put_python(script, "python3", '[ "$1" = --version ] && echo "Python 3.9.2" || exit 1')

        asked = self.ask(script)

        assert asked.returncode == 1
        assert "this machine has Python 3.9.2" in asked.stderr
        assert "apt-get install" in asked.stderr

    def test_says_so_where_there_is_none(self, script: Path) -> None:
        assert "this machine has no Python" in self.ask(script).stderr


def test_locks_pin_every_package_by_its_hash_and_name_no_index() -> None:
    locks = sorted((ROOT / "packaging").glob("*.lock"))

    assert [lock.name for lock in locks] == ["build.lock", "dev.lock", "run.lock"]
    for lock in locks:
        text = lock.read_text("utf-8")
        entries = text.replace("\\\n", " ").splitlines()
        assert entries
        assert "://" not in text
        assert "--index" not in text
        for entry in entries:
            assert "==" in entry
            assert "--hash=sha256:" in entry
