"""The proxy that the reader's system sets for what is asked of the web."""

from __future__ import annotations

# Reads settings, asks nothing.
from urllib.request import getproxies, proxy_bypass  # noqa: TID251

from tidings.source.reach import literal, plain


def proxy_for(scheme: str, host: str) -> str:
    """Return the address of the proxy for a host, empty where it is reached directly.

    This computer is always reached directly: to a proxy it would be another one.
    """
    if _is_this_computer(host):
        return ""
    proxies = getproxies()
    address = proxies.get(scheme) or proxies.get("all") or ""
    if not address or proxies.get("no") == "*" or proxy_bypass(host):
        return ""
    return address if "://" in address else f"http://{address}"


def _is_this_computer(host: str) -> bool:
    number, name = literal(host), plain(host)
    if number is not None:
        return number.is_loopback
    return name == "localhost" or name.endswith(".localhost")
