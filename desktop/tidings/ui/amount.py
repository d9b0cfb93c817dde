"""A number that is chosen between two bounds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSlider


class Amount(QSlider):
    """A slider with a name, and its value; ``bounds`` end with the step."""

    def __init__(self, name: str, bounds: tuple[int, int, int], value: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        lowest, highest, step = bounds
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setPageStep(step * 5)
        self.setValue(value)
        self.setAccessibleName(name)
        # A number alone: words without a control would be said as the dialog opens.
        self.shown = QLabel(str(value))
        self.valueChanged.connect(self.shown.setNum)
