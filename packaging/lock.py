"""Pin the Python packages anew: pyproject.toml -> packaging/{run,dev,build}.lock.

Every file names each package's exact version and the hashes of its files, and no
address of any index: pip looks where it is set up to look. What is pinned already
stays as it is; `make lock ARGS=--upgrade` takes the newest that pyproject.toml allows.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
RESOLVER = "uv==0.13.9"
OPTIONS = (
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"),
)


def compile_lock(uv: Path, name: str, *source: str) -> None:
    """Resolve one source of requirements into the lock of this name."""
    lock = HERE / f"{name}.lock"
    command = [str(uv), "pip", "compile", *OPTIONS, *sys.argv[1:], *source]
    # Constrained by what the program runs with, so that tests see the same versions.
    if name != "run":
        command += ["--constraint", "packaging/run.lock"]
    subprocess.run([*command, "--output-file", str(lock)], cwd=ROOT, check=True)


def main() -> None:
    """Resolve all three, with a resolver that is thrown away afterwards."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder, with_pip=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", RESOLVER]
        subprocess.run(pip, check=True)
        build = folder / "build.in"
        build.write_text("\n".join(project["build-system"]["requires"]), "utf-8")
        compile_lock(folder / "bin" / "uv", "run", "pyproject.toml")
        # What speaks with a natural voice is chosen by whoever installs, but always tested.
        natural = folder / "natural.in"
        extra = project["project"]["optional-dependencies"]["natural"]
        # onnxruntime has no wheels beyond what the program supports.
        natural.write_text("\n".join(f"{one}; python_version < '3.15'" for one in extra))
        compile_lock(folder / "bin" / "uv", "dev", "--group", "dev", str(natural))
        compile_lock(folder / "bin" / "uv", "build", str(build))


if __name__ == "__main__":
    main()
