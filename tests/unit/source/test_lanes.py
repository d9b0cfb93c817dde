from __future__ import annotations

import threading
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.source import HostLanes, Room, lane_of


@pytest.mark.parametrize(
    ("waiting", "running", "expected"),
    [
        ([], {}, None),
        (["a", "b"], {}, 0),
        (["a", "b"], {"a": 2}, 1),
        (["a", "a", "b"], {"a": 2}, 2),
        (["a"], {"a": 1}, 0),
        (["a", "a"], {"a": 2}, None),
        (["b"], {"a": 2, "c": 2}, None),
    ],
)
def test_who_is_next(waiting: list[str], running: dict[str, int], expected: int | None) -> None:
    assert Room(per_host=2, in_all=4).next(waiting, running) == expected


@given(
    st.lists(st.sampled_from("abcd")), st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3))
)
def test_whoever_is_next_has_room(waiting: list[str], running: dict[str, int]) -> None:
    index = Room(2, 5).next(waiting, running)
    if index is not None:
        assert running.get(waiting[index], 0) < 2
        assert sum(running.values()) < 5


@pytest.mark.parametrize(
    ("source", "lane"),
    [("https://News.example/feed", "news.example"), ("http://news.example.:8080/", "news.example"),
     ("news.example/feed", "news.example"), ("/tmp/a.html", ""), ("nonsense:x", ""), ("-", "")],
)  # fmt: skip
def test_the_lane_is_the_host(source: str, lane: str) -> None:
    assert lane_of(source) == lane


def test_all_is_done_with_no_more_than_two_for_a_host() -> None:
    """Two of a host are held until nobody else can go on: they keep no other host waiting."""
    lock, running, most, done = threading.Lock(), Counter[str](), Counter[str](), []
    others_done = threading.Event()

    def do(thing: tuple[str, int]) -> None:
        host, _number = thing
        with lock:
            running[host] += 1
            running["all"] += 1
            for name in (host, "all"):
                most[name] = max(most[name], running[name])
        if host == "slow":
            assert others_done.wait(10)
        with lock:
            running[host] -= 1
            running["all"] -= 1
            done.append(thing)
            if sum(host != "slow" for host, _ in done) == 20:
                others_done.set()

    work = [(host, (host, number)) for host in ("slow", "b", "c") for number in range(10)]
    HostLanes(work, Room(per_host=2, in_all=5)).work_off(do)
    assert sorted(done) == sorted(thing for _, thing in work)
    assert most["slow"] == 2
    assert max(most["b"], most["c"]) <= 2
    assert most["all"] <= 5


def test_what_was_stopped_does_not_begin() -> None:
    lanes = HostLanes([("a", number) for number in range(10)])
    assert lanes.take() == ("a", 0)
    assert lanes.take() == ("a", 1)
    ended = threading.Event()

    def wait() -> None:
        assert lanes.take() is None
        ended.set()

    waiting = threading.Thread(target=wait, daemon=True)
    waiting.start()
    lanes.stop()
    waiting.join(10)
    assert ended.is_set()
    lanes.done("a")
    assert lanes.take() is None


def test_room_is_made_for_who_waits() -> None:
    lanes = HostLanes([("a", number) for number in range(3)], Room(per_host=1))
    assert lanes.take() == ("a", 0)
    taken: list[object] = []
    waiting = threading.Thread(target=lambda: taken.append(lanes.take()), daemon=True)
    waiting.start()
    lanes.done("a")
    waiting.join(10)
    assert taken == [("a", 1)]


def test_what_fails_makes_room_too() -> None:
    def fail(thing: int) -> None:
        raise ValueError(f"no {thing}")

    lanes = HostLanes([("a", number) for number in range(20)])
    with pytest.raises(ValueError, match="no "):
        lanes.work_off(fail)
