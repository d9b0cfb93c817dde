"""Forward by word: to the end of the word that is gone through, as GNOME and Firefox do it.

Qt goes to the beginning of the next one. Orca says what lies between the place before and the
place after, and would be silent at the first word. On Windows the next word is what is
expected, and what is said there.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QTextCursor


def end_of_word(before: QTextCursor, after: QTextCursor) -> int | None:
    """Return where a key leads that Qt took from ``before`` to the next word, ``after``.

    None where that is right: in another paragraph, or towards the beginning of the text.
    """
    if sys.platform == "win32":
        return None
    passed = QTextCursor(after)
    at = before.position()
    while passed.position() > at and passed.block() == before.block():
        start = at - passed.block().position()
        gone = passed.block().text().encode("utf-16-le")[2 * start : 2 * passed.positionInBlock()]
        words = gone.decode("utf-16-le", "surrogatepass").rstrip()
        if words:
            return at + len(words.encode("utf-16-le", "surrogatepass")) // 2
        if not passed.movePosition(QTextCursor.MoveOperation.NextWord):
            return None
    return None
