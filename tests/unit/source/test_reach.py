from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.source.reach import (
    Reach,
    is_own_by_name,
    is_public,
    is_web_port,
    literal,
    named_by,
    typed,
)

PUBLIC = ip_address("93.184.215.14")
HOME = ip_address("192.168.1.1")
TUNNEL = ip_address("198.18.0.7")


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1",
     "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1", "192.0.0.1", "192.0.2.1",
     "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1",
     "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12::1",
     "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "2002:7f00:1::",
     "2002:c0a8:101::1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "2001::1",
     "2001:db8::1", "3fff::1", "100::1", "5f00::1"],
)  # fmt: skip
def test_addresses_for_special_purposes_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "93.184.215.14", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1",
     "198.17.0.1", "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1",
     "::ffff:1.1.1.1", "2002:101:101::1", "64:ff9b::101:101"],
)  # fmt: skip
def test_addresses_of_the_web_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1",
     "017700000001", "127.0.0.1."],
)  # fmt: skip
def test_every_spelling_of_a_number_is_that_number(host: str) -> None:
    assert literal(host) == ip_address("127.0.0.1")


@pytest.mark.parametrize("host", ["example.org", "1.example.org", "4chan.example", "", "256.1.1.1"])
def test_names_are_no_numbers(host: str) -> None:
    assert literal(host) is None


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("localhost", True), ("LOCALHOST.", True), ("a.localhost", True), ("printer.local", True),
        ("router", True), ("nas.lan", True), ("box.home.arpa", True), ("wiki.internal", True),
        ("[::1]", True), ("2130706433", True), ("[::ffff:7f00:1]", True),
        ("example.org", False), ("local.example.org", False), ("1.1.1.1", False),
        ("[2606:4700::1111]", False),
    ],
)  # fmt: skip
def test_own_hosts_are_told_by_their_name(host: str, is_own: bool) -> None:
    assert is_own_by_name(host) is is_own


@pytest.mark.parametrize(
    ("port", "is_web"),
    [(80, True), (443, True), (8080, True), (8443, True), (3000, True), (22, False), (25, False),
     (23, False), (81, False), (631, False), (6379, False), (3306, False), (6667, False),
     (9100, False), (0, False), (70000, False)],
)  # fmt: skip
def test_ports_are_for_the_web_or_not(port: int, is_web: bool) -> None:
    assert is_web_port(port) is is_web


def test_what_the_reader_typed_may_be_at_home_on_the_port_they_typed() -> None:
    reach = typed("http://Router:631/a")
    assert reach.allows_port("router", 631)
    assert reach.allowed("router", 631, [HOME]) == [HOME]


def test_what_the_reader_typed_may_lead_to_another_port_of_its_host() -> None:
    assert typed("http://nas.local/").allowed("nas.local.", 5000, [HOME]) == [HOME]
    assert not typed("http://nas.local/").allows_port("nas.local", 22)


def test_a_host_is_itself_in_every_script() -> None:
    reach = typed("http://\u043f\u0440\u0438\u043c\u0435\u0440.example/")
    assert reach.allowed("xn--e1afmkfd.example", 80, [HOME]) == [HOME]


def test_what_the_reader_typed_leads_to_no_other_host_at_home() -> None:
    reach = typed("http://nas.local/")
    assert reach.allowed("other.local", 80, [HOME]) == []
    assert reach.allowed("other.example", 80, [HOME, PUBLIC]) == [PUBLIC]


def test_a_page_names_what_is_on_the_web() -> None:
    reach = named_by("https://news.example/front")
    assert reach.allowed("pictures.example", 443, [HOME, PUBLIC, HOME]) == [PUBLIC]
    assert reach.allowed("pictures.example", 443, [HOME]) == []


def test_a_page_at_home_names_its_own_host_and_port() -> None:
    reach = named_by("http://localhost:8000/page")
    assert reach.allowed("localhost", 8000, [HOME]) == [HOME]
    assert reach.allowed("localhost", 8001, [HOME]) == []
    assert reach.allowed("127.0.0.1", 8000, [HOME]) == []


def test_a_page_at_home_names_its_own_host_in_secret_too() -> None:
    assert named_by("http://nas.local/").allowed("nas.local", 443, [HOME]) == [HOME]


def test_a_page_of_the_web_does_not_come_home_under_its_own_name() -> None:
    reach = named_by("https://rebinding.example/")
    assert reach.allowed("rebinding.example", 443, [HOME]) == []


def test_a_page_names_its_own_odd_port() -> None:
    assert named_by("http://news.example:81/").allows_port("news.example", 81)
    assert not named_by("http://news.example:81/").allows_port("other.example", 81)


@pytest.mark.parametrize("page", ["", "unknown:", "stdin:", "file:///home/a.html", "data:x"])
def test_a_page_of_elsewhere_names_what_is_on_the_web(page: str) -> None:
    assert named_by(page) == Reach()


def test_a_tunnel_that_answers_for_every_name_is_let_be() -> None:
    reach = named_by("https://news.example/")
    assert reach.allowed("pictures.example", 443, [TUNNEL]) == [TUNNEL]
    assert reach.allowed("198.18.0.7", 443, [TUNNEL]) == []


@given(st.ip_addresses())
def test_a_mapped_address_is_what_it_stands_for(address: object) -> None:
    if getattr(address, "version", 6) == 4:
        mapped = ip_address(f"::ffff:{address}")
        assert is_public(mapped) == is_public(ip_address(str(address)))


@given(st.text(max_size=30))
def test_any_host_is_a_name_or_a_number(host: str) -> None:
    literal(host)
    is_own_by_name(host)
