from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.source.answers import LONGEST_RETRY, Validators, kept_validator, retry_after

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("999999", LONGEST_RETRY),
        ("9" * 5000, LONGEST_RETRY),
        ("Sun, 29 Nov 2026 12:02:00 GMT", 120.0),
        ("Sun, 29 Nov 2026 14:02:00 +0200", 120.0),
        ("Sunday, 29-Nov-26 12:02:00 GMT", 120.0),
        ("Sun, 29 Nov 2026 11:00:00 GMT", 0.0),
        ("Sun, 29 Nov 2099 12:00:00 GMT", LONGEST_RETRY),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("Sun, 99 Nov 2026 12:00:00 GMT", None),
        ("²", None),
    ],
)
def test_how_long_to_wait_is_read(header: str, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


@given(st.text(max_size=60))
def test_any_header_says_how_long_or_nothing(header: str) -> None:
    seconds = retry_after(header, NOW)
    assert seconds is None or 0 <= seconds <= LONGEST_RETRY


@pytest.mark.parametrize("header", ["x" * 1001, "a\r\nCookie: b", "é", "\0"])
def test_what_no_honest_server_sends_is_not_given_back(header: str) -> None:
    assert kept_validator(header) == ""


def test_validators_are_some_or_none() -> None:
    assert not Validators(address="https://example.org")
    assert Validators(etag='"1"')
    assert Validators(last_modified="Sun, 29 Nov 2026 12:00:00 GMT")
