"""One page by its address: the request, its redirects, its body."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from cleannews import __version__
from cleannews.download.address import check, may_see_secrets, redact, shown
from cleannews.download.body import ACCEPT_ENCODING, Body, too_large
from cleannews.download.fetched import Fetched
from cleannews.errors import FetchError

if TYPE_CHECKING:
    from requests import Response

    from cleannews.download.connection import Wire

MAX_REDIRECTS = 5
"""Redirects that are followed; RFC 9309 asks crawlers for at least this many."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})

HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; cleannews/{__version__})",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
}
"""What is sent unless the caller says otherwise."""

PUBLIC_HEADERS = frozenset({"user-agent", "accept", "accept-language"})
"""The caller's headers that another party may see after a redirect; the others may be secrets."""

_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
"""A token of RFC 9110 (5.6.2)."""

_AUTHORITY = re.compile(r"[a-z]{1,9}://[^/?#]*")
"""Scheme and host of an address."""

_SECONDS = re.compile(r"[0-9]{1,6}")
"""A ``Retry-After`` that is a number of seconds; more than eleven days is no advice."""

KEPT_HEADERS = ("content-type", "content-language", "last-modified", "date")

NOT_PAGES = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF87a": "an image",
    b"GIF89a": "an image",
    b"PK\x03\x04": "a zip archive or office document",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an office document",
}
"""First bytes of what people mistake for pages (WHATWG MIME Sniffing, 6), and what they are."""


def fetch(
    url: str,
    *,
    timeout: float = 30.0,
    max_bytes: int = 20_000_000,
    headers: Mapping[str, str] | None = None,
    addresses: str = "public",
) -> Fetched:
    """Download one page.

    Redirects are followed, up to five, each address checked like the first. Certificates are verified,
    proxies and ``.netrc`` of the environment are not used, nothing is tried twice.

    Args:
        url: An http or https address.
        timeout: Seconds for everything together: look-up, redirects, headers and body.
        max_bytes: Cap on the decompressed page.
        headers: Sent with the request; after a redirect to another host or port, or from https to http, only
            those in ``PUBLIC_HEADERS`` are.
        addresses: ``"public"`` asks hosts of the open internet only; ``"any"`` also those of this machine and
            its network. Addresses that come from strangers should stay on ``"public"``.

    Returns:
        The page, with a status of 200-299.

    Raises:
        FetchError: No page came. ``reason`` says why in a word, ``status`` holds the HTTP status and
            ``body`` what had arrived: an error page can be cleaned by ``clean(error.body)``.
        TooLarge: The page holds more than ``max_bytes``.
        TypeError: ``url`` is no string, or an option is of another type.
        ValueError: ``timeout``, ``max_bytes``, ``headers`` or ``addresses`` make no sense.
    """
    if not isinstance(url, str):
        raise TypeError(f"url is {type(url).__name__}; give a string")
    _check_limits(timeout, max_bytes)
    if addresses not in ("public", "any"):
        raise ValueError(f"addresses={addresses!r} is not known; use one of 'public', 'any'")
    asked = {**HEADERS, **_checked(headers or {}), "Accept-Encoding": ACCEPT_ENCODING}
    check(url)
    from cleannews.download.connection import Wire  # noqa: PLC0415 - requests takes 0.1 s to import

    started = time.monotonic()
    with Wire(seconds=timeout, addresses=addresses) as wire:
        response, final_url = _follow(wire, url, asked)
        body = _read(wire, response, final_url, max_bytes)
    return _result(response, url=url, final_url=final_url, body=body, elapsed=time.monotonic() - started)


def _check_limits(timeout: float, max_bytes: int) -> None:
    if not isinstance(timeout, (int, float)):
        raise TypeError(f"timeout is {type(timeout).__name__}; give a number of seconds")
    if not isinstance(max_bytes, int):
        raise TypeError(f"max_bytes is {type(max_bytes).__name__}; give a whole number")
    if not timeout > 0 or max_bytes < 1:
        raise ValueError("timeout and max_bytes have to be greater than 0")


def _checked(headers: Mapping[str, str]) -> dict[str, str]:
    """The caller's headers, none of which may forge another one."""
    if not isinstance(headers, Mapping):
        raise TypeError(f"headers is {type(headers).__name__}; give a dictionary")
    for name, value in headers.items():
        if not isinstance(name, str) or not isinstance(value, str):
            raise TypeError(f"header {name!r}: name and value have to be strings")
        if not value.isascii() and not _sendable(value):
            raise ValueError(f"header {name!r}: the value holds characters that no header can")
        if not _HEADER_NAME.fullmatch(name) or any(mark in value for mark in "\r\n\0"):
            raise ValueError(f"header {name!r}: the name is not a header's or the value holds a line break")
    return {name: value.strip() for name, value in headers.items()}


def _sendable(value: str) -> bool:
    """Whether a value is Latin-1, as headers are."""
    try:
        value.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def _follow(wire: Wire, url: str, headers: Mapping[str, str]) -> tuple[Response, str]:
    """Ask, and follow redirects by hand, so that every address is checked before it is asked."""
    seen = [url]
    while True:
        response = wire.get(url, headers)
        location = response.headers.get("location")
        if response.status_code not in REDIRECTS or not location:
            return response, url
        response.close()
        target = _target(url, location)
        where = redact(target)
        if target in seen:
            raise FetchError(f"{where}: the site redirects in a circle", subject=where, reason="redirects")
        if len(seen) > MAX_REDIRECTS:
            raise FetchError(
                f"{where}: more than {MAX_REDIRECTS} redirects", subject=where, reason="redirects"
            )
        check(target)
        if not may_see_secrets(target, of=url):
            headers = {name: value for name, value in headers.items() if name.lower() in PUBLIC_HEADERS}
            headers["Accept-Encoding"] = ACCEPT_ENCODING
        seen.append(target)
        url = target


def _target(url: str, location: str) -> str:
    """The address a redirect leads to. Headers come as Latin-1, most that are not ASCII were UTF-8.

    Spaces behind the host are encoded, as browsers do; :func:`check` refuses control characters.
    """
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        target = urljoin(url, location.strip(" "))
    except ValueError as error:
        where = redact(url)
        raise FetchError(
            f"{where}: redirects to no web address", subject=where, reason="redirects"
        ) from error
    authority = _AUTHORITY.match(target)
    start = authority.end() if authority else 0
    return target[:start] + target[start:].replace(" ", "%20")


def _read(wire: Wire, response: Response, url: str, max_bytes: int) -> bytes:
    where = redact(url)
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and len(declared) < 20 and int(declared) > max_bytes:  # noqa: PLR2004 - int() of a hostile header
        raise too_large(where, max_bytes)
    body = Body(response.headers.get("content-encoding", ""), max_bytes=max_bytes, where=where)
    try:
        for piece in wire.pieces(response, url):
            body.feed(piece)
    except FetchError as error:
        error.body = error.body or bytes(body.data)
        error.status = response.status_code
        raise
    if not body.complete():
        raise FetchError(
            f"{where}: the connection broke off before the page was complete; try again",
            subject=where,
            reason="incomplete",
            status=response.status_code,
            body=bytes(body.data),
        )
    return bytes(body.data)


def _result(response: Response, *, url: str, final_url: str, body: bytes, elapsed: float) -> Fetched:
    where, status = redact(final_url), response.status_code
    declared = response.headers.get("content-type", "")
    content_type = declared.partition(";")[0].strip().lower() or None
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        advice = _advice(status, response.headers.get("retry-after", ""))
        raise FetchError(
            f"{where}: the server answered {status} {_phrase(status)}; {advice}",
            subject=where,
            reason="status",
            status=status,
            body=body,
        )
    what = _not_a_page(content_type, body)
    if what is not None:
        raise FetchError(
            f"{where}: this is {what}, not a page; cleannews reads HTML and text",
            subject=where,
            reason="content",
            status=status,
        )
    return Fetched(
        url=url,
        final_url=final_url,
        status=status,
        headers={name: response.headers[name] for name in KEPT_HEADERS if name in response.headers},
        content_type=content_type,
        charset=_charset(declared),
        body=body,
        elapsed=elapsed,
    )


def _not_a_page(content_type: str | None, body: bytes) -> str | None:
    """What a body is, if it is no page: its first bytes tell before its declared type does."""
    for magic, what in NOT_PAGES.items():
        if body.startswith(magic):
            return what
    kind = (content_type or "").partition("/")[0]
    if kind in ("image", "audio", "video", "font", "multipart") and body.lstrip()[:1] != b"<":
        return f"of type {shown(content_type or '')}"
    return None


def _charset(content_type: str) -> str | None:
    """The charset parameter of a ``Content-Type``.

    >>> _charset('text/html; Charset="utf8"'), _charset("text/html")
    ('utf8', None)
    """
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \t\"'") or None
    return None


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "(unknown status)"


def _advice(status: int, retry_after: str) -> str:
    if status < HTTPStatus.BAD_REQUEST:
        return "it sent no page; try again"
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return "check the address"
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        seconds = retry_after.strip()
        return f"try again in {seconds} s" if _SECONDS.fullmatch(seconds) else "try again later"
    return "the page may not be open to programs; save it in a browser and clean the file"
