from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.document import Article
from tidings.speech.fixes import Fix, FixError, Lexicon, Match, source_of
from tidings.speech.lexicon import LexiconRewriter, word_around
from tidings.speech.patterns import TooSlowError, find
from tidings.speech.replacing import FirstOf, Replacement

WORD, PART, PATTERN = Match.WORD, Match.PART, Match.PATTERN


def said(text: str, *fixes: Fix, language: str = "en", source: str = "") -> str:
    rewriter = LexiconRewriter(Lexicon(fixes), source)
    return applied(text, rewriter.replacements(text, language))


def applied(text: str, replacements: object) -> str:
    assert isinstance(replacements, tuple | list)
    for replacement in reversed(replacements):
        text = text[: replacement.start] + replacement.said + text[replacement.end :]
    return text


@pytest.mark.parametrize(
    ("fix", "text", "spoken"),
    [
        # a whole word, wherever it stands
        (Fix("Brae", "bray"), "Brae, Brae's and “Brae”.", "bray, bray's and “bray”."),
        (Fix("Brae", "bray"), "Braes, McBrae, Brae2", "Braes, McBrae, Brae2"),
        # small letters are found in capitals; capitals only as they are
        (Fix("quay", "key"), "Quay, QUAY, quay", "key, key, key"),
        (Fix("US", "U S"), "us in the US. Us!", "us in the U S. Us!"),
        # several words, and the signs that print has for what is typed
        (Fix("St. Ives", "Saint Ives"), "to St.\u00a0Ives.", "to Saint Ives."),
        (Fix("o'clock", "of the clock"), "four o’clock", "four of the clock"),
        (Fix(".NET", "dot net"), "in .NET and ASP.NET", "in dot net and ASPdot net"),
        (Fix("C++", "see plus plus"), "C++, or C++20", "see plus plus, or see plus plus20"),
        (Fix("&", "and"), "R & B, Q&A, &", "R and B, QandA, and"),
        (Fix("x", "times"), "3 x 4, 3x4, X", "3 times 4, 3x4, times"),
        # other scripts
        (Fix("озёрный", "азёрный"), "Озёрный край", "азёрный край"),
        (Fix("ізет", "і зет"), "қызметізет ізет", "қызметізет і зет"),
        # a letter with a mark of its own is another letter
        (Fix("resume", "re zoom"), "resume, resume\u0301", "re zoom, resume\u0301"),
        # part of a word
        (Fix("holm", "home", PART), "Skarholm, Holmes", "Skarhome, homees"),
        (Fix("東京", "とうきょう", PART), "東京都", "とうきょう都"),
        # "İ" is two characters in small letters
        (Fix("izmir", "smyrna"), "İİ izmir", "İİ smyrna"),
        # patterns
        (Fix(r"\b(\d+) ?kn\b", r"\1 knots", PATTERN), "12kn, 8 kn", "12 knots, 8 knots"),
        (Fix(r"(?P<n>\w+)holm", r"\g<n>home", PATTERN), "Skarholm", "Skarhome"),
        (Fix("x*", "y", PATTERN), "abc", "abc"),
        (Fix(r"(a)|b", r"\1!", PATTERN), "ab", "a!!"),
    ],
)
def test_where_a_fix_is_found(fix: Fix, text: str, spoken: str) -> None:
    fix.check()
    assert said(text, fix) == spoken


def test_only_in_its_language_and_its_source() -> None:
    fixes = (
        Fix("chat", "shah", language="fr"),
        Fix("Moor", "more", source="ferry.example"),
    )
    text = "chat, Moor"
    assert said(text, *fixes, language="fr-CA") == "shah, Moor"
    assert said(text, *fixes, language="en", source="ferry.example") == "chat, more"


def test_of_fixes_that_overlap_the_nearest_one_has_its_say() -> None:
    general = Fix("Moor", "more")
    here = Fix("Moor", "mur", source="ferry.example")
    longer = Fix("Moor Street", "market street")
    assert said("Moor Street, Moor", general, longer) == "market street, more"
    assert said("Moor Street, Moor", general, longer, here, source="ferry.example") == (
        "mur Street, mur"
    )
    # The text ends before the longer one does.
    found = LexiconRewriter(Lexicon((general, longer))).replacements("to Moor", "en")
    assert found == (Replacement(3, 7, "more"),)
    # The one that was made last.
    assert said("Moor", Fix("Moor", "one"), Fix("moor", "two")) == "two"


def test_a_fix_holds_at_each_of_its_characters_and_no_other() -> None:
    rewriter = LexiconRewriter(Lexicon((fix := Fix("Brae", "bray"),)))
    holding = [rewriter.fix_at("at Brae.", place, "en") for place in range(9)]
    assert holding == [None] * 3 + [fix] * 4 + [None] * 2


def test_a_fix_of_sounds_alone_changes_nothing_here() -> None:
    assert said("tern", Fix("tern", "", phoneme="tɜːn")) == "tern"


def test_the_readers_own_goes_before_what_is_usual() -> None:
    own = LexiconRewriter(Lexicon((Fix("Dr. Moor", "Doctor More"),)))
    usual = LexiconRewriter(Lexicon((Fix("Dr", "Drive"), Fix("Moor Rd", "Moor Road"))))
    text = "Dr. Moor Rd, 3 Dr"
    both = FirstOf(own, usual).replacements(text, "en")
    assert applied(text, both) == "Doctor More Rd, 3 Drive"
    assert both == sorted(both, key=lambda replacement: replacement.start)


written = st.text("abAB .-'", min_size=1, max_size=4)
literals = st.builds(Fix, written, st.text("xy", min_size=1), st.sampled_from(Match))


@given(st.lists(literals, max_size=6), st.text("abAB .-'’", max_size=40))
def test_replacements_are_in_order_and_never_overlap(fixes: list[Fix], text: str) -> None:
    usable = []
    for fix in map(Fix.tidied, fixes):
        try:
            fix.check()
        except FixError:
            continue
        usable.append(fix)
    found = LexiconRewriter(Lexicon(tuple(usable))).replacements(text, "en")
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(0 <= each.start < each.end <= len(text) for each in found)


# --- patterns ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "to_say", "told", "of_said"),
    [
        ("(", "x", "The pattern is wrong at its character 2: a closing bracket", False),
        ("a)", "x", "a closing bracket “)” has no opening one", False),
        ("[a", "x", "a closing “]” is missing", False),
        ("*a", "x", "there is nothing before", False),
        ("a\\", "x", "stands for nothing", False),
        ("[z-a]", "x", "runs backwards", False),
        ("a", r"\1", "“\\1” stands for nothing", True),
        ("(?P<n>a)", r"\g<m>", "“\\m” stands for nothing", True),
        ("a{1000000000}", "x", "repeats something too often: 100000 times at most.", False),
        ("(((a{99}){99,}){9}){2,}", "x", "repeats something too often", False),
        ("a{0,5}(b{400}){400}", "x", "repeats something too often", False),
        ("(?x)a{ 100001 }", "x", "repeats something too often", False),
        ("", "x", "Type what is written.", False),
        ("a", "", "Type how it is to be said.", True),
        ("a" * 201, "x", "too long: 200 characters", False),
        ("a" * 200, "x" * 201, "too long: 200 characters", True),
    ],
)
def test_what_is_wrong_is_told_plainly(written: str, to_say: str, told: str, of_said: bool) -> None:
    with pytest.raises(FixError, match=re.escape(told)) as raised:
        Fix(written, to_say, PATTERN).check()
    assert raised.value.of_said is of_said


def test_a_pattern_may_repeat_as_much_as_news_does() -> None:
    for usual in (
        r"[A-Z]{2}\d{2}(?: ?\d{4}){4}",
        r"\d{1,3}(?:,\d{3})*",
        "a{100000}",
        "(a{9,})*b{0}",
    ):
        Fix(usual, "x", PATTERN).check()


@given(st.text(max_size=20), st.text(max_size=10))
def test_no_pattern_is_more_than_wrong(written: str, to_say: str) -> None:
    fix = Fix(written, to_say, PATTERN).tidied()
    try:
        fix.check()
    except FixError:
        return
    said("Some text, (with) [signs] in it \\ 12.", fix)


def test_a_pattern_that_takes_for_ever_is_stopped_and_told() -> None:
    endless, good = Fix("(a+a+)+b", "x", PATTERN), Fix("(a+)c", r"\1", PATTERN)
    slow: list[Fix] = []
    rewriter = LexiconRewriter(Lexicon((endless, good)), too_slow=slow.append)
    text = "a" * 5000 + " aac"
    begun = time.process_time()
    assert applied(text, rewriter.replacements(text, "en")).endswith(" aa")
    assert time.process_time() - begun < 0.5
    assert slow == [endless]
    begun = time.process_time()
    rewriter.replacements(text, "en")
    assert time.process_time() - begun < 0.04
    assert slow == [endless]


def test_the_time_holds_for_one_long_search() -> None:
    with pytest.raises(TooSlowError):
        list(find("(x+x+)+y", "", "x" * 5000, 0.02))


def test_a_thousand_fixes_do_not_hold_up_the_first_sound() -> None:
    fixes = tuple(Fix(f"word{number}x", "said") for number in range(1000))
    rewriter = LexiconRewriter(Lexicon(fixes))
    text = ("It was word500x that was said at the quay in the rain. " * 30)[:1500]
    begun = time.process_time()
    for _ in range(10):
        found = rewriter.replacements(text, "en")
    assert found[0] == Replacement(7, 15, "said")
    assert (time.process_time() - begun) / 10 < 0.005


# --- the lexicon ------------------------------------------------------------------------


def test_a_fix_takes_the_place_of_the_one_with_its_key() -> None:
    one, two, three = Fix("a", "1"), Fix("b", "2"), Fix("c", "3")
    lexicon = Lexicon((one, two, three))
    assert lexicon.put(Fix("b", "new")).fixes == (one, Fix("b", "new"), three)
    assert lexicon.put(Fix("d", "new"), instead_of=two).fixes == (one, Fix("d", "new"), three)
    assert lexicon.put(Fix("c", "new"), instead_of=one).fixes == (Fix("c", "new"), two)
    assert lexicon.without(one, three).fixes == (two,)
    assert lexicon.missing(Lexicon((Fix("a", "other"), Fix("e", "5")))) == (Fix("e", "5"),)


def test_where_a_story_is_from() -> None:
    def story(url: str) -> Article:
        return Article("a", "", (), url=url)

    assert source_of(story("https://www.Ferry.example:80/a?b")) == "ferry.example"
    assert source_of(story("file:///home/me/a.html")) == "file:///home/me/a.html"
    assert source_of(story("")) == ""
    assert source_of(story("http://[broken")) == "http://[broken"


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("It's the e-mail.", 0, "It's"),
        ("It's the e-mail.", 11, "e-mail"),
        ("“Brae”, he said", 0, "Brae"),
        ("“Brae”, he said", 5, "he"),
        ("well - yes", 5, "yes"),
        ("end.", 3, ""),
        ("Ко\u0301шка", 1, "Ко\u0301шка"),
    ],
)
def test_the_word_at_a_place(text: str, place: int, word: str) -> None:
    start, end = word_around(text, place)
    assert text[start:end] == word
