"""How far a request may go: which addresses are the web, and which the reader's own network.

Decisions only; nothing here asks the network. docs/network.md says why they are as they are.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

IPAddress = IPv4Address | IPv6Address

_NOT_PUBLIC = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
"""IANA's addresses for special purposes; written out, since Python's own list has changed."""

_TUNNEL = IPv4Network("198.18.0.0/15")
"""What a tunnel (Clash, sing-box) answers for every name; it finds the host by itself."""

_PUBLIC_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "3fff::/20")
)
_NAT64, _COMPATIBLE = IPv6Network("64:ff9b::/96"), IPv6Network("::/96")

_LOCAL_ENDINGS = {
    "localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home",
    "lan", "test", "arpa",
}  # fmt: skip

_WEB_PORTS = frozenset({80, 443})
_OTHERS_PORTS = frozenset({
    1719, 1720, 1723, 2049, 2375, 2376, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5900,
    6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9100, 10080, 11211, 27017,
})  # fmt: skip
"""Ports from 1024 on that belong to something else than the web: those browsers do not open,
and those of databases, printers and desktops."""


class OwnNetwork(Enum):
    """On which ports the one host may be reached where it is in the reader's own network."""

    NEVER = "never"
    NAMED_PORTS = "named ports"
    WEB_PORTS = "web ports"


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one request may go, redirects included.

    Every host of the public web may be reached on ports that are for the web. ``host``, lower
    case, may also be reached on ``ports``, and in the reader's own network as ``own`` says.
    """

    host: str = ""
    ports: frozenset[int] = frozenset()
    own: OwnNetwork = OwnNetwork.NEVER

    def allows_port(self, host: str, port: int) -> bool:
        """Tell whether a host may be asked on a port at all."""
        return is_web_port(port) or (self._is_of(host) and port in self.ports)

    def allows_own_network(self, host: str, port: int) -> bool:
        """Tell whether a host may be reached where it is not on the public web."""
        if not self._is_of(host):
            return False
        match self.own:
            case OwnNetwork.NEVER:
                return False
            case OwnNetwork.NAMED_PORTS:
                return port in self.ports
            case OwnNetwork.WEB_PORTS:
                return self.allows_port(host, port)

    def allowed(self, host: str, port: int, found: Iterable[IPAddress]) -> list[IPAddress]:
        """Return those addresses of a host, in their order, that it may be reached at."""
        if self.allows_own_network(host, port):
            return list(found)
        is_number = literal(host) is not None
        return [
            address
            for address in found
            if is_public(address) or (not is_number and _is_tunnel(address))
        ]

    def _is_of(self, host: str) -> bool:
        return bool(self.host) and plain(host) == self.host


def typed(url: str) -> Reach:
    """Return the reach of an address that the reader typed: its host, wherever that is."""
    host, port = _host_and_port(url)
    return Reach(host, frozenset({port}), OwnNetwork.WEB_PORTS)


def named_by(page: str) -> Reach:
    """Return the reach of an address that stands on a page; ``page`` is that page's own.

    A page of the reader's own network may name what is on its own host and port. A host that
    could be anywhere by its name may not: it could be on the web for the page and at home
    for the picture.
    """
    if urlsplit(page).scheme.lower() not in ("http", "https"):
        return Reach()
    host, port = _host_and_port(page)
    ports = _WEB_PORTS if port in _WEB_PORTS else frozenset({port})
    is_local = is_own_by_name(host)
    return Reach(host, ports, OwnNetwork.NAMED_PORTS if is_local else OwnNetwork.NEVER)


def shared_by(page: str) -> str:
    """Return a word that pages have in common of which each may have what another one names.

    It is empty for those that may reach the web alone.
    """
    reach = named_by(page)
    if reach.own is OwnNetwork.NEVER and reach.ports <= _WEB_PORTS:
        return ""
    return f"{reach.host} {sorted(reach.ports)}"


def is_web_port(port: int) -> bool:
    """Tell whether pages are looked for on a port that the reader did not type."""
    return port in _WEB_PORTS or (1024 <= port <= 65535 and port not in _OTHERS_PORTS)


def is_public(address: IPAddress) -> bool:
    """Tell whether an address is one of the public web.

    An IPv6 address that stands for an IPv4 one is what that is.
    """
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC)
    within = _ipv4_within(address)
    if within is not None:
        return is_public(within)
    is_special = any(address in network for network in _NOT_PUBLIC_6)
    return address in _PUBLIC_6 and not is_special and address.scope_id is None


def is_own_by_name(host: str) -> bool:
    """Tell whether a host is in the reader's own network by its name or number alone."""
    number = literal(host)
    if number is not None:
        return not is_public(number)
    name = plain(host)
    return "." not in name or name.rpartition(".")[2] in _LOCAL_ENDINGS


def literal(host: str) -> IPAddress | None:
    """Return the address that a host's name spells, None where it is a name.

    Every spelling that the system would take: 127.0.0.1, 127.1, 2130706433, 0x7f.0.0.1,
    0177.0.0.1, ::1.
    """
    name = plain(host)
    try:
        return ip_address(name)
    except ValueError:
        pass
    if not name or name[0] not in "0123456789":
        return None
    try:
        return IPv4Address(socket.inet_aton(name))
    except (OSError, ValueError):
        return None


def plain(host: str) -> str:
    """Return a host's name as it is compared: lower case, ASCII, without its last dot."""
    if not host.isascii():
        with suppress(UnicodeError):
            host = host.encode("idna").decode("ascii")
    return host.lower().strip("[]").removesuffix(".")


def _ipv4_within(address: IPv6Address) -> IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address in _NAT64 or address in _COMPATIBLE:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return None


def _is_tunnel(address: IPAddress) -> bool:
    return isinstance(address, IPv4Address) and address in _TUNNEL


def _host_and_port(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = None
    default = 443 if parts.scheme.lower() == "https" else 80
    return plain(parts.hostname or ""), port or default
