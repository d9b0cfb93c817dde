"""A process that marks stories of a library which others use as well, and tells each mark.

Run as ``python beside_child.py FOLDER REMAINDER``: it saves each story whose number leaves that
remainder when halved, in turns, and tells "done NUMBER" or the sentence of what stood in the way.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tidings.library import Library, LibraryError


def main() -> None:
    folder, remainder = Path(sys.argv[1]), int(sys.argv[2])
    with Library.open(folder).library as library:
        for number in range(remainder, 200, 2):
            try:
                library.set_saved(str(number), True)
                library.set_read(str(number), True)
                print(f"done {number}", flush=True)  # noqa: T201
            except LibraryError as error:
                print(error, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
