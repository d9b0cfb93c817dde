"""The keys that ship, and the reader's own laid over them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from tidings.resources import resource_folder
from tidings.ui.command_words import command_words, group_words, place_words
from tidings.ui.keymap import Keymap, KeymapError, Where, load_keymap, overlay

DEFAULT = resource_folder() / "keymap.toml"


@pytest.fixture(scope="module")
def keymap(qapp: QApplication) -> Keymap:
    return load_keymap(DEFAULT)[0]


def own(tmp_path: Path, text: str) -> tuple[Keymap, tuple[str, ...]]:
    file = tmp_path / "keymap.toml"
    file.write_text(text, encoding="utf-8")
    return load_keymap(DEFAULT, file)


DESIGN = {
    Where.ANYWHERE: """
        F6 next-pane, Shift+F6 previous-pane, Ctrl+L go-to-address, Ctrl+O open-file,
        Ctrl+Space play-pause, Media_Play play-pause, Esc stop, Ctrl++ larger-text,
        Ctrl+= larger-text, Ctrl+- smaller-text, Ctrl+0 normal-text, Ctrl+] faster,
        Ctrl+[ slower, Ctrl+\\ usual-rate, Ctrl+Shift+V choose-voice, Alt+] louder,
        Ctrl+F find-in-article, Ctrl+Shift+F search-library,
        Ctrl+Shift+P command-palette, F10 listening-menu, F1 show-keys, Shift+F1 explain-key""",
    Where.READING: """
        Space play-from-caret, Alt+Right hear-next-sentence, Alt+Left hear-previous-sentence,
        Alt+Down hear-next-paragraph, Alt+Up hear-previous-paragraph, H next-heading,
        Shift+H previous-heading, 1 next-heading-1, Shift+6 previous-heading-6,
        P next-paragraph, G next-picture, K next-link, L next-list, Q next-quote,
        Shift+Q previous-quote, T next-table, Shift+T previous-table, N next-article,
        B previous-article, Alt+End hear-after-this, R repeat-sentence, W where-am-i""",
    Where.LIST: """
        Return open-article, Enter open-article, M load-more, S toggle-saved, R toggle-read,
        Del remove-article, Ctrl+Z undo-remove""",
    Where.SOURCES: "Del remove-source, Ctrl+Z restore-source",
}


@pytest.mark.parametrize("where", Where)
def test_the_keys_are_those_of_the_design(keymap: Keymap, where: Where) -> None:
    for pair in DESIGN[where].split(","):
        key, command = pair.split()
        found = keymap.find(QKeySequence(key.replace("_", " ")), where)
        assert found is not None, key
        assert found.command == command


def test_every_command_has_words_group_and_place(keymap: Keymap) -> None:
    assert {binding.command for binding in keymap} == set(command_words())
    assert {binding.group for binding in keymap} == set(group_words())
    assert {where.value for where in Where} == set(place_words())
    assert len(set(command_words().values())) == len(command_words())
    assert all(binding.keys for binding in keymap)


def test_keys_of_anywhere_hold_in_the_reading_view(keymap: Keymap) -> None:
    found = keymap.find(QKeySequence("F1"), Where.READING)
    assert found is not None
    assert found.command == "show-keys"
    assert keymap.find(QKeySequence("H"), Where.LIST) is None


def test_signs_are_shown_in_words(keymap: Keymap) -> None:
    assert keymap.binding("larger-text").display == ("Ctrl+Plus", "Ctrl+Equals")
    assert keymap.binding("smaller-text").display == ("Ctrl+Minus",)
    with pytest.raises(KeyError):
        keymap.binding("no-such-command")


def test_own_keys_replace_those_of_one_command(tmp_path: Path) -> None:
    keymap, notices = own(tmp_path, '[next-article]\nkeys = ["J", "Ctrl+Plus"]\n[stop]\nkeys = []')
    assert notices == (
        "“Next story” keeps its usual key N: Ctrl+Plus already means “Larger text”.",
    )
    assert keymap.binding("stop").keys == ()
    keymap, notices = own(tmp_path, 'faster = "Ctrl+Alt+Up"\nnext-article = ["J"]')
    assert notices == ()
    assert keymap.binding("faster").keys == ("Ctrl+Alt+Up",)
    assert keymap.binding("next-article").keys == ("J",)


def test_two_commands_may_swap_their_keys(tmp_path: Path) -> None:
    keymap, notices = own(tmp_path, 'next-article = "B"\nprevious-article = "N"')
    assert notices == ()
    assert keymap.binding("next-article").keys == ("B",)


def test_of_two_that_want_one_key_the_first_has_it(tmp_path: Path) -> None:
    keymap, notices = own(tmp_path, 'next-article = "J"\nprevious-article = "J"')
    assert len(notices) == 1
    assert keymap.binding("next-article").keys == ("J",)
    assert keymap.binding("previous-article").keys == ("B",)


def test_a_double_that_giving_way_makes_is_found_too(tmp_path: Path) -> None:
    # next-article wants B; previous-article gives B up for H, which is taken, and has B again.
    keymap, notices = own(tmp_path, 'next-article = "B"\nprevious-article = "H"')
    assert len(notices) == 2
    assert keymap.binding("next-article").keys == ("N",)
    assert keymap.binding("previous-article").keys == ("B",)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("Insert+H", "screen readers"),
        ("Insert", "screen readers"),
        ("Shift+Ins", "screen readers"),
        ("CapsLock", "screen readers"),
        ("Caps Lock+A", "screen readers"),
        ("KP_Insert", "screen readers"),
        ("KP_Insert+A", "screen readers"),
        ("Num+Ins", "screen readers"),
        ("Num+5", "screen readers"),
        ("Ctrl", "screen readers"),
        ("Control", "screen readers"),
        ("Shift", "not a key of its own"),
        ("Tab", "moves through the window"),
        ("Shift+Tab", "moves through the window"),
        ("Nonsense", "can read"),
        ("Ctrl+K, Ctrl+B", "can read"),
        ("", "can read"),
    ],
)
def test_keys_that_cannot_be_used_are_refused(tmp_path: Path, key: str, reason: str) -> None:
    keymap, notices = own(tmp_path, f'next-article = "{key}"')
    assert keymap.binding("next-article").keys == ("N",)
    assert len(notices) == 1
    assert reason in notices[0]


@pytest.mark.parametrize("key", ["P", "Shift+P", "Space", "Return", "+", "Left", "ж"])
def test_keys_that_are_typed_are_not_taken_everywhere(tmp_path: Path, key: str) -> None:
    keymap, notices = own(tmp_path, f'faster = "{key}"')
    assert keymap.binding("faster").keys == ("Ctrl+]",)
    assert "typing" in notices[0]


@pytest.mark.parametrize(
    "text",
    [
        "not toml at all",
        "next-article = 7",
        "[next-article]\nkeys = [1]",
        "[next-article]\nkey = 'J'",
    ],
)
def test_a_file_of_another_shape_leaves_the_usual_keys(tmp_path: Path, text: str) -> None:
    keymap, notices = own(tmp_path, text)
    assert keymap == load_keymap(DEFAULT)[0]
    assert len(notices) == 1


def test_a_file_that_cannot_be_read_leaves_the_usual_keys(tmp_path: Path) -> None:
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    for file in (tmp_path, tmp_path / "bytes.toml"):
        keymap, notices = load_keymap(DEFAULT, file)
        assert len(notices) == 1
        assert keymap == load_keymap(DEFAULT)[0]
    assert load_keymap(DEFAULT, tmp_path / "none.toml")[1] == ()


def test_unknown_commands_are_named(tmp_path: Path) -> None:
    assert "make-coffee" in own(tmp_path, 'make-coffee = "C"')[1][0]


def test_a_damaged_default_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "keymap.toml"
    table = DEFAULT.read_text(encoding="utf-8")
    for damaged in ("", "x", table.replace('"F6"', '"F1"'), table.replace("where", "were")):
        file.write_text(damaged, encoding="utf-8")
        with pytest.raises(KeymapError):
            load_keymap(file)


COMMANDS = sorted(tomllib.loads(DEFAULT.read_text(encoding="utf-8")))
KEYS = st.one_of(
    st.sampled_from(["N", "B", "H", "F1", "Ctrl+F", "Ctrl+J", "J", "Space", "Insert", "Ctrl+Plus"]),
    st.text("Ctrl+Shift AKP_num1F,ж", max_size=12),
)


@given(st.dictionaries(st.sampled_from(COMMANDS), st.lists(KEYS, max_size=3), max_size=6))
def test_whatever_the_reader_wrote_no_key_means_two_things(changes: dict[str, list[str]]) -> None:
    default = load_keymap(DEFAULT)[0]
    keymap, _notices = overlay(default, changes)
    assert [binding.command for binding in keymap] == [binding.command for binding in default]
    for one in keymap:
        for other in keymap:
            if one is not other and one.where.meets(other.where):
                assert not set(one.keys) & set(other.keys)
