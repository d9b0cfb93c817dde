"""The reader's language, for tests of the window."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tidings.ui.application import use_dates, use_qt_words
from tidings.words import use_language


@pytest.fixture
def russian(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """Have all words and dates in Russian, Qt's own too."""
    monkeypatch.setenv("LANGUAGE", "ru")
    # Qt would look it up there once, and for the rest of the tests.
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_any: ["ru"])
    use_language(os.environ)
    words = use_qt_words(qapp, "ru")
    assert words is not None
    use_dates("ru")
    yield
    QLocale.setDefault(QLocale.system())
    qapp.removeTranslator(words)
    monkeypatch.undo()
    use_language({})
