"""The gate that keeps what extraction has reached on pages of the world.

The pages are not ours to ship. Where they lie beside the checkout, in ``../shared/corpus``,
every figure is measured and must not be below its floor; elsewhere the gate says that it did
not run. Floors are lowered on purpose only, in ``corpus_floors.json``, and hold for one state
of the pages, which their hash names.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_HERE = Path(__file__).parent
_CORPUS = _HERE.parents[3] / "shared" / "corpus"
_ROUNDING = 0.0005
_FLOORS: dict[str, Any] = json.loads((_HERE / "corpus_floors.json").read_text(encoding="utf-8"))


def _hash(folder: Path) -> str:
    """Return the hash of all files of a set, by their names and contents."""
    found = hashlib.blake2b(digest_size=16)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(path.relative_to(folder).as_posix().encode())
        found.update(hashlib.blake2b(path.read_bytes()).digest())
    return found.hexdigest()


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    if not (_CORPUS / "score.py").is_file():
        pytest.skip("The pages to measure on are not beside the checkout: the gate did not run.")
    out = tmp_path_factory.mktemp("figures") / "figures.json"
    sets = [f"--data={kind}:{_CORPUS / name}" for name, kind in _FLOORS["kinds"].items()]
    adapter = f"--adapter=tidings=py:{_HERE / 'corpus_adapter.py'}:extract"
    command = [sys.executable, str(_CORPUS / "score.py"), *sets, "--adapters=", adapter]
    subprocess.run([*command, f"--out={out}"], check=True, stdout=subprocess.DEVNULL)
    told = json.loads(out.read_text(encoding="utf-8"))
    return {Path(name).name: of["summary"]["tidings"] for name, of in told.items()}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", _FLOORS["kinds"])
def test_no_figure_falls_below_its_floor(name: str, figures: dict[str, dict[str, float]]) -> None:
    assert _hash(_CORPUS / name) == _FLOORS["hashes"][name], "other pages: measure floors anew"
    reached = figures[name]
    below = {
        figure: f"{reached[figure]:.4f} < {floor}"
        for figure, floor in _FLOORS["floors"][name].items()
        if reached[figure] < floor - _ROUNDING
    }
    assert not below
    assert not reached["errors"]
