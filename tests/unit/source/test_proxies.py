from __future__ import annotations

import pytest

from tidings.source.proxies import proxy_for

PROXY = "http://proxy.example:3128"


@pytest.fixture(autouse=True)
def no_proxy_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_without_a_proxy_there_is_none() -> None:
    assert proxy_for("https", "news.example") == ""


@pytest.mark.parametrize(
    ("variable", "scheme", "expected"),
    [("http_proxy", "http", PROXY), ("http_proxy", "https", ""), ("HTTPS_PROXY", "https", PROXY),
     ("all_proxy", "http", PROXY), ("ALL_PROXY", "https", PROXY)],
)  # fmt: skip
def test_the_systems_proxy_is_taken(
    monkeypatch: pytest.MonkeyPatch, variable: str, scheme: str, expected: str
) -> None:
    monkeypatch.setenv(variable, PROXY)
    assert proxy_for(scheme, "news.example") == expected


def test_a_proxy_without_its_scheme_is_a_plain_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "proxy.example:3128")
    assert proxy_for("http", "news.example") == PROXY


@pytest.mark.parametrize(
    ("exceptions", "host", "is_direct"),
    [("news.example", "news.example", True), (".example", "news.example", True),
     ("*", "news.example", True), ("other.example", "news.example", False)],
)  # fmt: skip
def test_exceptions_are_reached_directly(
    monkeypatch: pytest.MonkeyPatch, exceptions: str, host: str, is_direct: bool
) -> None:
    monkeypatch.setenv("http_proxy", PROXY)
    monkeypatch.setenv("no_proxy", exceptions)
    assert (proxy_for("http", host) == "") is is_direct


@pytest.mark.parametrize("host", ["localhost", "a.localhost", "127.0.0.1", "127.1", "[::1]"])
def test_this_computer_is_reached_directly(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("http_proxy", PROXY)
    assert proxy_for("http", host) == ""
