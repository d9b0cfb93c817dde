"""What is told of a passage beside its role: its language, and a heading's level."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface

from tidings.ui.reading.guarded import guarded

_Attribute = QAccessible.Attribute


class Attributes(QAccessibleAttributesInterface):
    """The attributes of all passages of one level, 0 for none, and language.

    Where the language is not known (empty, or no language at all), nothing is told of it.
    """

    def __init__(self, level: int, language: str) -> None:
        super().__init__()
        self._values: dict[QAccessible.Attribute, Any] = {}
        if level:
            self._values[_Attribute.Level] = level
        locale = QLocale(language)
        if locale.language() != QLocale.Language.C:
            self._values[_Attribute.Locale] = locale

    @guarded([])
    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """Return what is told."""
        return list(self._values)

    @guarded(None)
    def attributeValue(self, key: QAccessible.Attribute) -> Any:
        """Return what is told of one of them; None where that is nothing."""
        return self._values.get(key)
