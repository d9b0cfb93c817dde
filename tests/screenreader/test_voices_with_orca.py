"""What a person hears who chooses a voice with Orca."""

from __future__ import annotations

from tests.screenreader.laboratory import Laboratory
from tests.screenreader.walks import STORY, heard_in_time, hears

HINT = "Space: hear the voice. Enter: use it."


def hears_first(lab: Laboratory, key: str, *lines: str) -> None:
    """Press a key, and hear lines that begin so: which voices there are differs."""
    said = heard_in_time(lab, lab.press(key), len(lines))
    assert len(said) == len(lines), said
    for heard, line in zip(said, lines, strict=True):
        assert heard.startswith(line), said


def test_a_voice_is_chosen_and_its_pitch_and_volume_are_set(orca: Laboratory) -> None:
    opening = (f"Voices — Tidings dialog Voices for English {HINT}", "Voices for English.")
    said = heard_in_time(orca, orca.press("ctrl+shift+v"), 4)
    # Nothing more is said of what stands in the dialog.
    assert tuple(said[:2]) == opening
    assert said[2].startswith("List with ")
    assert said[3].startswith("Automatic: ")
    assert orca.press("End")[-1].startswith("English (")
    # the voice itself speaks, and Orca does not
    assert orca.press("space") == []
    hears(orca, "Tab", "Hear the voice push button.", "Ctrl+Space.")
    hears(orca, "Tab", "Use the voice push button.")
    hears(orca, "Tab", "Speed, words a minute horizontal slider 175.")
    hears(orca, "Right", "185")
    assert orca.press("ctrl+space") == []
    hears(orca, "Tab", "Pitch horizontal slider 50.")
    hears(orca, "Left", "45")
    hears(orca, "Tab", "Volume horizontal slider 100.")
    hears(orca, "Left", "90")
    hears(orca, "Tab", "Usual speed, pitch and volume push button.")
    hears(orca, "Tab", "Close push button.")
    hears(orca, "Tab", "Language combo box.", "English.")
    orca.press("Down")
    hears_first(orca, "Tab", "Voices for Esperanto.", "List with ", "Automatic: Esperanto")
    hears(orca, "shift+Tab", "Language combo box.", "Esperanto.")
    orca.press("Up")
    orca.press("Tab", "End")
    hears_first(orca, "Return", "notification Voice for English: ", "Harbour Watch – ", *STORY)
    hears(orca, "ctrl+shift+bracketright", "notification Pitch 50.")
    hears(orca, "alt+bracketright", "notification Volume 100, the loudest.")
    hears(orca, "ctrl+backslash", "notification 175 words a minute.")
