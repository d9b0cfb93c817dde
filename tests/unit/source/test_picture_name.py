"""Which pages have a picture in common that was fetched for one of them."""

from __future__ import annotations

import pytest

from tidings.source import picture_name

WHEEL = "https://pictures.example.org/wheel.png"
NEWS, OTHER = "https://news.example.org/1", "http://other.example.com/2"


def test_pages_of_the_web_have_pictures_in_common() -> None:
    name = picture_name(WHEEL, named_by=NEWS)
    assert name
    assert picture_name(WHEEL, named_by=OTHER) == name
    assert picture_name(WHEEL) == name
    assert picture_name(WHEEL, named_by="file:///home/saved.html") == name
    assert picture_name(WHEEL + "#part", named_by=NEWS) == name
    assert picture_name(WHEEL + "?part", named_by=NEWS) != name


@pytest.mark.parametrize(
    "page",
    [
        "http://192.168.1.1/",
        "http://192.168.1.1:8080/",
        "http://router.local/",
        "http://nas/",
        "http://127.0.0.1:631/",
        "https://news.example.org:22/",
    ],
)
def test_what_a_page_at_home_may_have_others_may_not(page: str) -> None:
    camera = "http://192.168.1.1/camera.png"
    name = picture_name(camera, named_by=page)
    assert name == picture_name(camera, named_by=page + "other.html")
    assert name != picture_name(camera, named_by=NEWS)
    assert name != picture_name(camera)
    assert name != picture_name(camera, named_by="http://192.168.1.2/")


def test_files_are_not_to_be_kept() -> None:
    assert picture_name("file:///wheel.png", named_by="file:///page.html") == ""
    assert picture_name("wheel.png", named_by="file:///page.html") == ""
    assert picture_name("", named_by=NEWS) == ""
