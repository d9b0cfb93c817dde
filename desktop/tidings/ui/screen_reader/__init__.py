"""Whether a screen reader listens to the window: docs/screen-readers.md."""

from tidings.ui.screen_reader.watch import ScreenReaderWatch

__all__ = ["ScreenReaderWatch"]
