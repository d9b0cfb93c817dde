"""Write what must come of the golden cases anew: see README.md beside this file."""

from __future__ import annotations

import sys

from tests.golden.cases import (
    FOLDER,
    case_names,
    edition_json,
    edition_text,
    script_json,
    script_text,
)


def main(names: list[str]) -> None:
    """Write the named cases, or all."""
    for name in names or case_names():
        folder = FOLDER / name
        folder.mkdir(exist_ok=True)
        (folder / "edition.json").write_text(edition_text(edition_json(name)), encoding="utf-8")
        (folder / "script.json").write_text(script_text(script_json(name)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
