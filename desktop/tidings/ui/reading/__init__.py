"""The reading view. What the rest of the window uses is here; all else is implementation."""

from tidings.ui.reading.accessible import install_accessibility
from tidings.ui.reading.edge import Edge
from tidings.ui.reading.quick_keys import Landmark
from tidings.ui.reading.view import ReadingView

__all__ = ["Edge", "Landmark", "ReadingView", "install_accessibility"]
