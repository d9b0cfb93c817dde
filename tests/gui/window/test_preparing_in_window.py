"""What is made ready while a story is shown, so that it begins at once when it is wanted."""

from __future__ import annotations

import threading

import pytest

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import wait_until
from tidings.speech.normalise import Normaliser
from tidings.ui.tasks import PICTURES


def test_the_words_for_signs_are_made_ready_beside_the_window(
    opening: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[tuple[str, threading.Thread]] = []
    monkeypatch.setattr(
        Normaliser,
        "prepare",
        lambda _self, language: prepared.append((language, threading.current_thread())),
    )
    opening(str(SAMPLES / "harbour-watch.html"))
    wait_until(lambda: "en" in {language for language, _thread in prepared})
    assert threading.main_thread() not in {thread for _language, thread in prepared}


def test_slow_pictures_do_not_hold_up_the_words_for_signs(
    opening: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = opening(str(SAMPLES / "harbour-watch.html"))
    prepared: list[str] = []
    monkeypatch.setattr(Normaliser, "prepare", lambda _self, language: prepared.append(language))
    come = threading.Event()
    for _ in range(PICTURES):
        opened.reader.tasks.in_passing(come.wait)
    opened.press("N", on=opened.window.view)
    try:
        wait_until(lambda: bool(prepared))
    finally:
        come.set()
