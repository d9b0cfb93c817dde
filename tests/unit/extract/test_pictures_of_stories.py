from __future__ import annotations

import pytest

from tests.unit.extract.pages import blocks, edition
from tidings.document import Article, Figure, Spans, plain
from tidings.extract.credits import split_credit
from tidings.extract.spans import text_spans

SENTENCE = "The harbour office said that the ferry leaves at noon, whatever the weather may be. "
STORY = "".join(f"<p>{number}. {SENTENCE * 2}</p>" for number in range(5))


def figures(page: str) -> list[Figure]:
    (article,) = edition(page).articles
    return of(article)


def of(article: Article) -> list[Figure]:
    return [block for block in article.blocks if isinstance(block, Figure)]


def told(figure: Figure) -> tuple[str | None, str, str]:
    return figure.alt, plain(figure.caption), figure.credit


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (
            "<div class=image-box><img src=/a.jpg alt='A pier'><p>The pier at noon</p></div>",
            ("A pier", "The pier at noon", ""),
        ),
        (
            "<div><img src=/a.jpg alt='The pier at noon'><div>The pier at noon</div></div>",
            ("The pier at noon", "The pier at noon", ""),
        ),
        (
            "<div class=slide><img src=/a.jpg alt='A pier'><div class=slide-info>3 of 12 | "
            "The pier at noon. (Photo: Ann Lee)</div></div>",
            ("A pier", "The pier at noon.", "Photo: Ann Lee"),
        ),
        (
            "<figure><img src=/a.jpg alt=Image><figcaption>Legende: The pier</figcaption></figure>",
            (None, "The pier", ""),
        ),
        (
            "<div class=photo><picture><source srcset=/b.webp><source srcset=/c.webp>"
            "<source srcset=/d.webp><img src=/a.jpg></picture><p>The pier</p></div>",
            (None, "The pier", ""),
        ),
    ],
)
def test_captions_outside_figcaption(box: str, expected: tuple[str | None, str, str]) -> None:
    (figure,) = blocks(box)
    assert isinstance(figure, Figure)
    assert told(figure) == expected


@pytest.mark.parametrize(
    "box",
    [
        "<div class=image-box><img src=/a.jpg><p>One</p><img src=/b.jpg></div>",
        "<div class=image-box><img src=/a.jpg><h2>A heading</h2><p>One</p></div>",
        f"<div class=image-box><img src=/a.jpg><p>{SENTENCE * 6}</p></div>",
        "<div><img src=/a.jpg alt='A pier'><p>The ferry left.</p></div>",
    ],
)
def test_a_box_with_more_than_a_picture_and_its_words_is_none(box: str) -> None:
    assert not any(isinstance(block, Figure) and block.caption for block in blocks(box))


@pytest.mark.parametrize(
    ("caption", "words", "credit"),
    [
        ("The pier (Picture: Ann Lee/Getty)", "The pier", "Picture: Ann Lee/Getty"),
        ("The pier. Ann Lee/Reuters", "The pier.", "Ann Lee/Reuters"),
        ("The pier © Ann Lee", "The pier", "© Ann Lee"),
        ("The pier | Foto: Ann Lee", "The pier", "Foto: Ann Lee"),
        ("The pier in a storm.", "The pier in a storm.", ""),
        ("A photo of the pier", "A photo of the pier", ""),
        ("He was in PA when it rained", "He was in PA when it rained", ""),
        ("Photo: Ann Lee", "Photo: Ann Lee", ""),
    ],
)
def test_credits_stand_apart_from_captions(caption: str, words: str, credit: str) -> None:
    spans: Spans
    spans, found = split_credit(text_spans(caption))
    assert (plain(spans), found) == (words, credit)


def test_a_stand_in_is_no_source_and_makes_no_two_pictures_one() -> None:
    image = "<figure><img src=/fallback.png data-src=/{0}.jpg alt='Pier {0}'></figure>"
    found = figures(f"<h1>Noon</h1>{STORY}{image.format(1)}{STORY}{image.format(2)}{STORY}")
    assert [figure.alt for figure in found] == ["Pier 1", "Pier 2"]
    assert [figure.picture.sources[0][-5:] for figure in found] == ["1.jpg", "2.jpg"]


def test_a_picture_hidden_from_screen_readers_alone_is_shown() -> None:
    image = "<a aria-hidden=true href=/shop><img src=/a.jpg alt='A pier'></a>"
    assert len(figures(f"<h1>Noon</h1>{STORY}{image}{STORY}")) == 1
    icon = "<span aria-hidden=true><img src=/a.jpg alt=''></span>"
    assert not figures(f"<h1>Noon</h1>{STORY}{icon}{STORY}")


def test_the_face_of_the_author_is_no_picture_of_the_story() -> None:
    face = "<div><img src=/ann.jpg alt='Ann Lee'></div>"
    pier = "<figure><img src=/pier.jpg alt='A pier'></figure>"
    page = (
        f"<meta name=author content='Ann Lee'><h1>Noon</h1><main>{STORY}{face}{pier}{STORY}</main>"
    )
    assert [figure.alt for figure in figures(page)] == ["A pier"]


def test_a_gallery_between_title_and_text_belongs() -> None:
    slide = "<figure><img src=/{0}.jpg alt='Pier {0}'><figcaption>No. {0}</figcaption></figure>"
    gallery = "".join(slide.format(number) for number in range(20))
    found = figures(f"<h1>Noon</h1><section>{gallery}</section><div>{STORY}</div>")
    assert len(found) == 20


def test_the_lead_picture_just_above_the_title_belongs() -> None:
    lead = "<figure><img src=/a.jpg alt='A pier'><figcaption>The pier</figcaption></figure>"
    assert len(figures(f"{lead}<h1>Noon</h1><div>{STORY}</div>")) == 1
