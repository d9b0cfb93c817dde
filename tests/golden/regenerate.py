"""Write ``edition.json`` of the golden cases anew: see README.md beside this file."""

from __future__ import annotations

import json
import sys

from tests.golden.cases import FOLDER, case_names, edition_json


def main(names: list[str]) -> None:
    """Write the named cases, or all."""
    for name in names or case_names():
        text = json.dumps(edition_json(name), ensure_ascii=False, indent=1) + "\n"
        (FOLDER / name / "edition.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
