"""What is handed out is the whole program: the wheel, and the entry in the system's menu."""

from __future__ import annotations

import configparser
import subprocess
import sys
import sysconfig
import zipfile
from email import message_from_bytes
from pathlib import Path
from xml.etree import ElementTree

import pytest

import tidings

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    ran = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=100)
    assert ran.returncode == 0, ran.stderr + ran.stdout
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as `pip install .` does, from what is installed already."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-I", "-m", "pip", "--disable-pip-version-check", "wheel"]
    run(*pip, "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an environment of its own, beside the packages it needs."""
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-I", "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-I", "-m", "pip", "--disable-pip-version-check"]
    run(*pip, "--python", python, "install", "--no-index", "--no-deps", wheel)
    # The path alone: .pth files of that folder, which lead to this checkout, are not read.
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    (packages / "beside.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return folder


def test_wheel_holds_every_resource_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    resources = {
        f"tidings/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }

    assert resources
    assert resources <= names
    assert "tidings/py.typed" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"tidings"}


def test_wheel_says_what_it_is(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    folder = f"tidings-{tidings.__version__}.dist-info"
    metadata = message_from_bytes(archive.read(f"{folder}/METADATA"))

    assert metadata["License-Expression"] == "GPL-3.0-or-later"
    assert metadata["Requires-Python"] == "<3.15,>=3.11"
    assert "LICENSE" in metadata.get_all("License-File", [])
    assert "tidings = tidings.cli:main" in archive.read(f"{folder}/entry_points.txt").decode()


def test_installed_program_finds_its_own_resources(installed: Path) -> None:
    ask = "from tidings.resources import resource_folder as f; print(f())"
    found = Path(run(installed / "bin" / "python", "-I", "-c", ask, cwd=installed).strip())

    assert found.is_relative_to(installed)
    assert (found / "samples").is_dir()
    assert (found / "keymap.toml").is_file()


def test_installed_program_runs(installed: Path) -> None:
    said = run(installed / "bin" / "tidings", "--version", cwd=installed)

    assert tidings.__version__ in said


def test_installed_program_speaks_the_readers_language(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "ru")

    assert "ключи" in run(installed / "bin" / "tidings", "--help", cwd=installed)


def test_installed_program_is_in_the_systems_menu(installed: Path) -> None:
    share = installed / "share"
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(share / "applications" / "tidings.desktop", "utf-8")
    about = ElementTree.parse(share / "metainfo" / "tidings.metainfo.xml")
    program = entry["Desktop Entry"]["Exec"].split()[0]
    icon = entry["Desktop Entry"]["Icon"]
    opens = entry["Desktop Entry"]["MimeType"].split(";")

    assert (installed / "bin" / program).is_file()
    assert (share / "icons" / "hicolor" / "scalable" / "apps" / f"{icon}.svg").is_file()
    assert {"text/html", "application/epub+zip"} <= set(opens)
    assert about.findtext("launchable") == "tidings.desktop"
    assert about.findtext("project_license") == "GPL-3.0-or-later"
