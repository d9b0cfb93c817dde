"""What is read on a control stands in its name too, so that saying it aloud finds it."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.gui.window.steps import Opened, name_of
from tests.gui.window.test_dialogs_in_window import KEYS, opened_by


def words_of(text: str) -> str:
    """Return the words of a text without its signs, in small letters."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def assert_labels_in_names(window: QWidget, least: int) -> None:
    labels = [
        (button.text(), name_of(button))
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and button.text()
    ]
    assert len(labels) >= least
    assert [pair for pair in labels if words_of(pair[0]) not in words_of(pair[1])] == []


def test_the_label_of_every_button_is_in_its_name(sample: Opened) -> None:
    assert_labels_in_names(sample.window, 20)


@pytest.mark.usefixtures("russian")
def test_in_russian_too(sample: Opened) -> None:
    assert_labels_in_names(sample.window, 20)


@pytest.mark.parametrize("key", KEYS)
def test_and_in_every_dialog(sample: Opened, key: str) -> None:
    assert_labels_in_names(opened_by(sample, key), 0)
