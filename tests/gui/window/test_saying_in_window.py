"""Words that are said differently: fixed, heard, listed, taken back and exchanged by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.gui.window.conftest import SAMPLES, Open
from tests.gui.window.steps import Opened, name_of, process, wait_until
from tidings.document import Position
from tidings.playback import Mode
from tidings.speech import Fix, Lexicon, LexiconFile, Match, read_lexicon, write_lexicon
from tidings.ui.saying_dialog import FixDialog
from tidings.ui.saying_list import FixList

LOGBOOK = Fix("Logbook", "log bouquet", language="en")


def kept(tmp_path: Path) -> tuple[Fix, ...]:
    return LexiconFile(tmp_path / "data").read().lexicon.fixes


def asked(opened: Opened, key: str = "F8") -> FixDialog:
    opened.press(key)
    dialog = opened.dialog
    assert isinstance(dialog, FixDialog)
    return dialog


def listed(opened: Opened) -> FixList:
    opened.press("Shift+F8")
    dialog = opened.dialog
    assert isinstance(dialog, FixList)
    return dialog


def title_spoken(opened: Opened) -> str:
    script = opened.reader.stories.script(opened.reader.stories.order[0])
    assert script is not None
    cue = script.first()
    assert cue is not None
    return script.utterance(cue).text


def go_to(opened: Opened, word: str) -> Position:
    """Put the caret on a word of the title."""
    article = opened.window.view.article
    assert article is not None
    place = Position(article.id, -3, article.title.index(word) + 1)
    opened.window.view.go_to(place)
    return place


def lines(dialog: FixList) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_word_is_fixed_by_keys_holds_at_once_and_is_kept(sample: Opened, tmp_path: Path) -> None:
    go_to(sample, "Logbook")
    assert "Logbook" in title_spoken(sample)
    dialog = asked(sample)
    assert dialog.written.text() == "Logbook"
    assert sample.focus is dialog.said
    sample.type("log bouquet")
    sample.press("Return")
    wait_until(lambda: sample.dialog is None)
    assert "A Lighthouse log bouquet Comes Home" in title_spoken(sample)
    sample.wait_for_message("Logbook: say “log bouquet”, English.")
    wait_until(lambda: kept(tmp_path) == (LOGBOOK,))


def test_the_same_word_again_is_changed_or_removed(sample: Opened, tmp_path: Path) -> None:
    sample.reader.saying._do(lambda lexicon: lexicon.put(LOGBOOK))
    go_to(sample, "Logbook")
    dialog = asked(sample)
    assert dialog.said.text() == "log bouquet"
    dialog.said.setText("book of logs")
    sample.press("Return")
    assert "Lighthouse book of logs Comes" in title_spoken(sample)
    dialog = asked(sample)
    dialog.remove.setFocus()
    sample.press("Space")
    wait_until(lambda: sample.dialog is None)
    assert "Lighthouse Logbook Comes" in title_spoken(sample)
    wait_until(lambda: kept(tmp_path) == ())


def test_every_control_has_a_name_and_is_reached_by_keys(sample: Opened) -> None:
    go_to(sample, "Logbook")
    dialog = asked(sample)
    dialog.written.setFocus()
    reached = []
    for _ in range(9):
        assert name_of(sample.focus), sample.focus
        assert not sample.focus.visibleRegion().isEmpty()
        reached.append(sample.focus)
        sample.press("Tab")
    wanted = [dialog.written, dialog.said, dialog.match, dialog.language, dialog.source]
    wanted += [dialog.hear, dialog.save, dialog.cancel, dialog.all]
    assert reached == wanted
    sample.close_dialog()
    sample.reader.saying._do(lambda lexicon: lexicon.put(LOGBOOK))
    words = listed(sample)
    reached = []
    for _ in range(9):
        assert name_of(sample.focus), sample.focus
        reached.append(sample.focus)
        sample.press("Tab")
    assert reached == [
        *(words.list, words.new, words.edit, words.remove, words.undo),
        *(words.take, words.export, words.leave, words.field),
    ]


@pytest.mark.parametrize(
    ("written", "said", "match", "told", "goes_to_said"),
    [
        ("", "x", Match.WORD, "Type what is written.", False),
        ("a", " ", Match.WORD, "Type how it is to be said.", True),
        ("(", "x", Match.PATTERN, "a closing bracket “)” is missing", False),
        ("a", r"\2", Match.PATTERN, "“\\2” stands for nothing", True),
    ],
)
def test_what_is_wrong_is_told_and_gone_to(
    sample: Opened, written: str, said: str, match: Match, told: str, goes_to_said: bool
) -> None:
    go_to(sample, "Logbook")
    dialog = asked(sample)
    dialog.written.setText(written)
    dialog.said.setText(said)
    dialog.match.setCurrentIndex(dialog.match.findData(match.value))
    dialog.save.setFocus()
    sample.press("Space")
    assert sample.dialog is dialog
    assert told in sample.told[-1]
    assert sample.focus is (dialog.said if goes_to_said else dialog.written)
    assert sample.reader.saying.lexicon == Lexicon()
    sample.close_dialog()


def test_only_this_source_and_only_this_language(sample: Opened) -> None:
    go_to(sample, "Logbook")
    dialog = asked(sample)
    assert [dialog.language.itemText(row) for row in range(2)] == ["All languages", "English"]
    assert dialog.source.itemText(0) == "All stories"
    source = dialog.source.itemData(1)
    sample.type("x")
    dialog.source.setFocus()
    sample.press("Down")
    dialog.language.setFocus()
    sample.press("Up")
    sample.press("Return", on=dialog.said)
    assert sample.reader.saying.lexicon.fixes == (Fix("Logbook", "x", source=source),)


def test_it_is_heard_as_it_is_typed_and_the_story_goes_on_after_it(sample: Opened) -> None:
    speaker = sample.reader.speaker
    place = go_to(sample, "Comes")
    heard: list[str] = []
    speaker.said.connect(heard.append)
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: speaker.mode is Mode.PLAYING)
    dialog = asked(sample)
    assert speaker.mode is Mode.PAUSED
    held = speaker.position
    assert held is not None
    assert held.block == place.block
    dialog.written.setText("Comes")
    sample.type("kumms")
    sample.press("Ctrl+Space")
    wait_until(lambda: "kumms" in heard)
    wait_until(lambda: speaker.mode is Mode.PLAYING)
    # Escape falls silent first.
    sample.press("Esc")
    wait_until(lambda: speaker.mode is Mode.STOPPED)
    assert sample.dialog is dialog
    sample.press("Return")
    wait_until(lambda: speaker.mode is Mode.PLAYING)
    assert heard[-1].startswith("A Lighthouse Logbook kumms Home")
    now = speaker.position
    assert now is not None
    assert (now.article, now.block) == (held.article, held.block)
    assert now.character >= held.character


def test_what_was_paused_is_paused_at_the_same_word_after_a_trial(sample: Opened) -> None:
    speaker = sample.reader.speaker
    go_to(sample, "Comes")
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: speaker.mode is Mode.PLAYING)
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: speaker.mode is Mode.PAUSED)
    held = speaker.position
    asked(sample)
    sample.press("Ctrl+Space")
    wait_until(lambda: speaker.mode is Mode.PLAYING)
    sample.press("Esc")
    sample.press("Esc")
    wait_until(lambda: sample.dialog is None)
    assert speaker.mode is Mode.PAUSED
    assert speaker.position == held


def test_the_list_is_narrowed_changed_and_undone_by_keys(sample: Opened, tmp_path: Path) -> None:
    quay = Fix("quay", "key", Match.PART, source="ferry.example")
    broken = Fix("(", "x", Match.PATTERN)
    sounds = Fix("tern", "", phoneme="tɜːn")
    everything = Lexicon((quay, LOGBOOK, broken, sounds))
    sample.reader.saying._do(lambda _old: everything)
    words = listed(sample)
    told = lines(words)
    assert told[1:] == [
        "Logbook: say “log bouquet”, English",
        "quay: say “key”, also a part of a word, only ferry.example",
        "tern: only sounds, which these voices do not use",
    ]
    assert told[0].startswith("(: say “x”, a pattern, not used. The pattern is wrong")
    words.field.setFocus()
    sample.type("log")
    assert lines(words) == told[1:2]
    assert words.count.text() == "1 word"
    sample.press("Down")
    assert sample.focus is words.list
    sample.press("Delete")
    assert sample.reader.saying.lexicon == everything.without(LOGBOOK)
    assert lines(words) == ["No word has these letters."]
    assert sample.told[-1] == "Removed: Logbook. Undo brings it back."
    sample.press("Ctrl+Z")
    assert lines(words) == told[1:2]
    sample.press("Return")
    dialog = sample.dialog
    assert isinstance(dialog, FixDialog)
    dialog.said.setText("book")
    sample.press("Return", on=dialog.said)
    wait_until(lambda: sample.dialog is words)
    assert lines(words) == ["Logbook: say “book”, English"]
    wait_until(lambda: Fix("Logbook", "book", language="en") in kept(tmp_path))


def test_words_are_exchanged(sample: Opened, tmp_path: Path) -> None:
    saying, path = sample.reader.saying, tmp_path / "friends.pls"
    theirs = (Fix("Logbook", "other", language="en"), Fix("Brae", "bray"))
    write_lexicon(Lexicon(theirs), path)
    saying._do(lambda lexicon: lexicon.put(LOGBOOK))
    words = listed(sample)
    saying.import_file(path)
    wait_until(lambda: sample.told[-1].startswith("1 new word"))
    assert sample.told[-1] == ("1 new word. 1 that you have already stays as you have it.")
    assert saying.lexicon == Lexicon((LOGBOOK, theirs[1]))
    out = tmp_path / "mine.pls"
    saying.export_file(out)
    wait_until(lambda: sample.told[-1] == "2 words were written to mine.pls.")
    assert read_lexicon(out).lexicon.fixes == (LOGBOOK, theirs[1])
    words.list.setFocus()
    sample.press("Ctrl+Z")
    assert saying.lexicon == Lexicon((LOGBOOK,))
    path.write_text("nothing")
    saying.import_file(path)
    wait_until(lambda: sample.told[-1].startswith("friends.pls could not be read"))


def test_files_are_asked_for_in_dialogs(sample: Opened) -> None:
    sample.reader.saying._do(lambda lexicon: lexicon.put(LOGBOOK))
    words = listed(sample)
    for button in (words.take, words.export):
        button.setFocus()
        sample.press("Space")
        wait_until(lambda: isinstance(sample.dialog, QFileDialog))
        asking = sample.dialog
        assert isinstance(asking, QFileDialog)
        # where a file is only chosen, none is deleted
        assert asking.testOption(QFileDialog.Option.ReadOnly) == (button is words.take)
        sample.close_dialog()
        assert sample.dialog is words


def test_an_empty_list_says_what_to_do(sample: Opened) -> None:
    words = listed(sample)
    assert lines(words) == ["No word is said differently yet. Press F8 at a word of a story."]
    assert not words.remove.isEnabled()
    sample.press("Delete")
    sample.press("Ctrl+Z")
    assert sample.told[-1] == "There is nothing to undo."


def test_a_broken_file_is_told_and_the_window_comes_all_the_same(
    opening: Open, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "lexicon.pls").write_text("<lexicon")
    opened = opening(str(SAMPLES / "harbour-watch.html"))
    opened.wait_for_message("Your words that are said differently could not be read")
    assert len(list((tmp_path / "data").glob("lexicon.pls.set-aside-*"))) == 1


def test_what_was_kept_holds_from_the_first_sentence(opening: Open, tmp_path: Path) -> None:
    write_lexicon(Lexicon((LOGBOOK,)), tmp_path / "data" / "lexicon.pls")
    opened = opening(str(SAMPLES / "harbour-watch.html"))
    assert "Lighthouse log bouquet Comes" in title_spoken(opened)


def test_where_nothing_can_be_kept_it_holds_and_is_said(sample: Opened, tmp_path: Path) -> None:
    (tmp_path / "data" / "lexicon.pls").mkdir()
    go_to(sample, "Logbook")
    asked(sample)
    sample.type("log bouquet")
    sample.press("Return")
    sample.wait_for_message("Your words in")
    assert "Lighthouse log bouquet Comes" in title_spoken(sample)


def test_a_pattern_that_never_ends_is_left_out_and_told(sample: Opened) -> None:
    text = "x" * 3000
    sample.reader.saying._do(lambda lex: lex.put(Fix("(x+x+)+y", "z", Match.PATTERN)))
    rewriter = sample.reader.saying._scripts.rewriter("")
    assert rewriter.replacements(text, "en") == ()
    process()
    sample.wait_for_message("“(x+x+)+y” takes too long to find and is not used for now.")


def test_a_story_under_way_goes_on_with_the_new_word_from_its_place(sample: Opened) -> None:
    speaker = sample.reader.speaker
    heard: list[str] = []
    speaker.said.connect(heard.append)
    go_to(sample, "Comes")
    sample.press("Space", on=sample.window.view)
    wait_until(lambda: speaker.mode is Mode.PLAYING)
    dialog = asked(sample)
    held = speaker.position
    assert held is not None
    dialog.written.setText("Sixty")
    sample.type("threescore")
    sample.press("Return")
    assert speaker.position == held
    wait_until(lambda: speaker.mode is Mode.PLAYING)
    assert heard[-1].endswith("After threescore Years")
