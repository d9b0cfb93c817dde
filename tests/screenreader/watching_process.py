"""A small window that prints whether a screen reader listens to it. Run as a script."""

from __future__ import annotations

import faulthandler
import sys
import time

from PySide6.QtWidgets import QApplication, QLabel

from tidings.ui.screen_reader import ScreenReaderWatch


def main() -> int:
    faulthandler.enable()
    app = QApplication(sys.argv)
    window = QLabel("Watching")
    window.setWindowTitle("Watching window")
    window.show()
    watch = ScreenReaderWatch(window)
    began = time.monotonic()

    def say(word: str) -> None:
        used = time.process_time()
        since = time.monotonic() - began
        sys.stdout.write(f"watch {word} {time.time():.3f} {since:.3f} {used:.3f}\n")
        sys.stdout.flush()

    watch.changed.connect(lambda listens: say("listens" if listens else "gone"))
    watch.known.connect(lambda: say("known"))
    watch.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
