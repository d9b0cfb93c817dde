"""The window speaks the reader's language, and so does Qt."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from tidings.resources import resource_folder
from tidings.speech import Voice
from tidings.ui.application import use_dates, use_qt_words
from tidings.ui.icons import Icons
from tidings.ui.keymap import load_keymap
from tidings.ui.player_bar import PlayerBar
from tidings.ui.voice_words import voice_words

CANCEL = QDialogButtonBox.StandardButton.Cancel


def player(qtbot: QtBot) -> PlayerBar:
    bar = PlayerBar(Icons(resource_folder() / "icons"))
    qtbot.addWidget(bar)
    return bar


def cancel_text(qtbot: QtBot) -> str:
    buttons = QDialogButtonBox(CANCEL)
    qtbot.addWidget(buttons)
    return buttons.button(CANCEL).text()


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize(
    ("language", "name", "shown"),
    [
        ("kk", "Kazakh", "казахский"),
        ("en-us", "English (America)", "английский (США)"),
        ("hyw", "Armenian (West Armenia)", "западноармянский"),
        ("grc", "Greek (Ancient)", "древнегреческий"),
        ("xx", "Nobody's (Nowhere)", "Nobody's (Nowhere)"),
    ],
)
def test_voices_without_a_name_are_named_by_their_language(
    language: str, name: str, shown: str
) -> None:
    assert voice_words(Voice("espeak:x", name, language, "espeak")) == shown


@pytest.mark.usefixtures("russian")
def test_voices_with_a_name_keep_it() -> None:
    assert voice_words(Voice("system:x", "Milena (Enhanced)", "ru", "system")) == (
        "Milena (Enhanced)"
    )
    assert voice_words(Voice("piper:x", "Joe (x_low)", "en", "piper")) == (
        "Joe (самое низкое качество)"
    )


@pytest.mark.usefixtures("russian")
def test_the_player_is_in_russian(qtbot: QtBot) -> None:
    bar = player(qtbot)
    bar.show_rate(175)

    assert bar.play.accessibleName() == "Слушать"
    assert bar.next_sentence.accessibleName() == "Следующая фраза"
    assert bar.rate.text() == "175 слов в минуту"


@pytest.mark.usefixtures("russian")
def test_dialogs_and_keys_are_in_russian(qtbot: QtBot) -> None:
    assert cancel_text(qtbot) == "Отмена"
    assert QKeySequence("Space").toString(QKeySequence.SequenceFormat.NativeText) == "Пробел"


@pytest.mark.usefixtures("russian")
def test_months_are_in_russian() -> None:
    assert QLocale().toString(QDate(2026, 11, 20), "d MMMM") == "20 ноября"


@pytest.mark.usefixtures("russian")
def test_the_keys_are_listed_in_russian_and_bound_as_before() -> None:
    keymap, notices = load_keymap(resource_folder() / "keymap.toml")

    assert notices == ()
    assert keymap.binding("play-pause").words == "Слушать или сделать паузу"
    assert keymap.binding("larger-text").display[0].endswith("Плюс")
    assert keymap.binding("play-from-caret").keys == ("Space",)


def test_english_is_what_the_program_is_written_in(qtbot: QtBot) -> None:
    assert player(qtbot).play.accessibleName() == "Play"
    assert cancel_text(qtbot).replace("&", "") == "Cancel"


def test_dates_stay_the_systems_own_in_english() -> None:
    use_dates("en")
    assert QLocale() == QLocale.system()


def test_a_language_that_qt_does_not_speak_changes_nothing(qapp: QApplication) -> None:
    assert use_qt_words(qapp, "tlh") is None
