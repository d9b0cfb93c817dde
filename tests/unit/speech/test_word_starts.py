from __future__ import annotations

from tidings.speech.worker.spelling import word_starts


def test_words_are_counted_where_the_spaces_are_those_of_the_text() -> None:
    assert word_starts("ðə kˈat", ["ðə", "kˈat"]) == [0, 3]


def test_one_number_may_be_two_words() -> None:
    assert word_starts("ɪn twˈɛnti twˈɛnti hiː", ["ɪn", "twˈɛnti twˈɛnti", "hiː"]) == [0, 3, 19]


def test_words_that_were_joined_are_told_apart_by_their_sounds() -> None:
    assert word_starts("ɛnd ʌvðə dˈe", ["ɛnd", "ʌv", "ðə", "dˈe"]) == [0, 4, 6, 9]


def test_a_word_that_changed_beside_others_begins_with_the_sounds_left_over() -> None:
    """ "a" by itself is named as a letter."""
    assert word_starts("jˈʊɹ, ɐ θˈɜ ʌvwˈɪ", ["jˈʊɹ", "eɪ", "θˈɜ", "ʌv", "wˈɪ"]) == [0, 6, 8, 12, 14]


def test_a_word_that_is_silent_begins_with_the_next_one() -> None:
    assert word_starts("kˈat dˈɒɡ", ["kˈat", "", "dˈɒɡ", "x"]) == [0, 5, 5, 9]
