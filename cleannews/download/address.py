"""Which addresses may be asked: web addresses of public hosts."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit, urlunsplit

from cleannews.errors import FetchError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 addresses behind a translator stand in the last 32 bits (RFC 6052)."""

SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")
"""IPv4 addresses stand in bits 16 to 48 (RFC 3056)."""

NOT_PUBLIC = tuple(
    map(ipaddress.ip_network, ("192.88.99.0/24", "fec0::/10", "3fff::/20", "64:ff9b:1::/48", "2001::/32"))
)
"""Relays of 6to4 (RFC 7526), site-local (RFC 3879), documentation (RFC 9637), NAT64 within a network (RFC
8215) and Teredo (RFC 4380): some of them, or all, :mod:`ipaddress` counts as global, which depends on the
version of Python."""

MAX_LENGTH = 8_000
"""Longer addresses are refused; RFC 9110 (4.1) asks for at least 8 000 octets to be supported."""

_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\ud800-\udfff]")
"""Control characters and spaces: a line break in an address would forge a header (CWE-93). Halves of
characters cannot be sent, nor printed."""


def check(url: str) -> None:
    """Refuse what is no plain web address.

    Raises:
        FetchError: Not http or https, no host, control characters, a user name, or too long.

    >>> check("https://news.example/a?b=c")
    >>> check("https:///a")
    Traceback (most recent call last):
    cleannews.errors.FetchError: https:///a: the address names no host
    """
    where = redact(url)
    if len(url) > MAX_LENGTH:
        raise FetchError(
            f"{where}: the address is longer than {MAX_LENGTH} characters", subject=where, reason="address"
        )
    if _UNSAFE.search(url):
        raise FetchError(
            f"{where}: the address holds spaces or control characters; percent-encode them",
            subject=where,
            reason="address",
        )
    try:
        parts = urlsplit(url)
        host, user = parts.hostname, parts.username
        _ = parts.port
    except ValueError as error:
        raise FetchError(f"{where}: not a web address ({error})", subject=where, reason="address") from error
    if parts.scheme not in ("http", "https"):
        raise FetchError(
            f"{where}: only http and https addresses are fetched; for a file give its path",
            subject=where,
            reason="scheme",
        )
    if not host:
        raise FetchError(f"{where}: the address names no host", subject=where, reason="address")
    if user is not None:
        raise FetchError(
            f"{where}: addresses with a user name are not fetched; give headers={{'Authorization': ...}}",
            subject=where,
            reason="address",
        )


def may_see_secrets(target: str, *, of: str) -> bool:
    """Whether one address may be sent what was meant for another: it has the same scheme, host and port.

    A step up from http to https on the ports that these have by themselves leads to the same server, and
    hides what was open before; the step down shows it to the whole network.

    Args:
        target: Where a redirect leads, checked.
        of: The address that was asked, checked.

    >>> may_see_secrets("https://news.example:443/b", of="https://news.example/a")
    True
    >>> may_see_secrets("http://news.example/a", of="https://news.example/a")
    False
    """
    there, here = _origin(target), _origin(of)
    return there == here or (here == ("http", here[1], 80) and there == ("https", here[1], 443))


def _origin(url: str) -> tuple[str, str | None, int]:
    parts = urlsplit(url)
    default = 443 if parts.scheme == "https" else 80
    return parts.scheme, parts.hostname, default if parts.port is None else parts.port


def shown(words: str) -> str:
    r"""What a server said, for messages: it may hold escape sequences of terminals (CWE-150).

    >>> shown("HTTP/1.1 \x1b[31m")
    'HTTP/1.1 ?[31m'
    """
    return " ".join(_UNSAFE.sub("?", word) for word in words.split())[:120]


def redact(url: str) -> str:
    """The address for messages: without user name, password and control characters, cut at 200 characters.

    >>> redact("https://joe:secret@news.example/a")
    'https://news.example/a'
    """
    url = _UNSAFE.sub("?", url)
    try:
        parts = urlsplit(url)
        url = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    except ValueError:
        url = url.rpartition("@")[2]
    return url if len(url) <= 200 else f"{url[:197]}..."  # noqa: PLR2004 - about two lines of a terminal


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet.

    Not so are loopback, private, link-local, shared, multicast and reserved ranges (IANA special-purpose
    registries), also where IPv6 carries them: mapped, NAT64 and 6to4 forms.

    >>> is_public("8.8.8.8"), is_public("127.0.0.1"), is_public("64:ff9b::a00:1")
    (True, False, False)
    """
    found = _embedded(ipaddress.ip_address(address.partition("%")[0]))
    special = found.is_multicast or found.is_reserved or any(found in network for network in NOT_PUBLIC)
    return found.is_global and not special


def _embedded(address: _Address) -> _Address:
    """The IPv4 address that an IPv6 address carries, else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    if address in SIX_TO_FOUR:
        return ipaddress.IPv4Address((int(address) >> 80) & 0xFFFF_FFFF)
    return address
