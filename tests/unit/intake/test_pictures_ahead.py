"""Which pictures are fetched before their stories are opened."""

from __future__ import annotations

from tidings.document import Article, Block, Figure, Paragraph, Picture, Span
from tidings.intake import pictures_ahead

HERE = "https://example.org/"


def figure(*names: str, width: int = 0, height: int = 0) -> Figure:
    return Figure(Picture(tuple(HERE + name for name in names), width, height), alt="A wheel")


def story(number: int, *blocks: Block) -> Article:
    text = Paragraph((Span("The wheel turned."),))
    return Article(id=str(number), title=f"Wheel {number}", blocks=(text, *blocks))


def names(chosen: list[tuple[str, ...]]) -> list[str]:
    return [" ".join(each.removeprefix(HERE) for each in sources) for sources in chosen]


def test_first_pictures_of_all_stories_go_before_second_ones() -> None:
    stories = [story(1, figure("1a"), figure("1b")), story(2), story(3, figure("3a"), figure("3b"))]
    assert names(pictures_ahead(stories, 99)) == ["1a", "3a", "1b", "3b"]
    assert names(pictures_ahead(stories, 3)) == ["1a", "3a", "1b"]
    assert names(pictures_ahead(stories, 0)) == []


def test_of_a_long_story_only_some() -> None:
    many = story(1, *(figure(f"p{n}") for n in range(50)))
    assert names(pictures_ahead([many], 99)) == ["p0", "p1", "p2", "p3", "p4", "p5"]


def test_what_counts_readers_is_not_among_them() -> None:
    shown = story(
        1,
        figure("dot", width=1, height=1),
        figure("line", width=600, height=1),
        figure("two", height=2),
        figure("wheel", width=600, height=400),
        figure("unsaid"),
    )
    assert names(pictures_ahead([shown], 99)) == ["wheel", "unsaid"]


def test_only_what_is_on_the_web_and_each_once() -> None:
    on_disk = Figure(Picture(("file:///wheel.png",)), alt="")
    either = Figure(Picture(("file:///wheel.png", HERE + "a")), alt="")
    nowhere = Figure(Picture(()), alt="")
    stories = [story(1, on_disk, either, nowhere, figure("b")), story(2, figure("a"), figure("b"))]
    assert names(pictures_ahead(stories, 99)) == ["a", "b"]


def test_two_places_are_tried_for_each() -> None:
    assert names(pictures_ahead([story(1, figure("a", "b", "c"))], 9)) == ["a b"]
