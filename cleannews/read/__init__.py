"""First stage: bytes or text in, a :class:`~cleannews.read.page.Page` of blocks out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cleannews.labels import Kind
from cleannews.read.containers import NO_CONTAINERS
from cleannews.read.page import Decoded, Hints, Page

if TYPE_CHECKING:
    from cleannews.read.page import Limits

__all__ = ["read"]


def read(
    data: bytes | str, *, kind: Kind | None, limits: Limits, header_charset: str | None = None
) -> tuple[Page, Decoded]:
    """Read a dump.

    Args:
        data: The dump as it came.
        kind: What it is; ``None`` to find out.
        limits: How much of it is worked on.
        header_charset: The encoding that an HTTP header declared.

    Returns:
        The page, and how it was decoded. What is neither HTML nor text has no segments, and ``is_text``
        is false.
    """
    # lxml and the detectors are loaded with the first page, not with the package.
    from cleannews.read.decode import decode  # noqa: PLC0415 - see above
    from cleannews.read.envelope import opened  # noqa: PLC0415 - see above
    from cleannews.read.html import read_html  # noqa: PLC0415 - see above
    from cleannews.read.sniff import named_place, other_format, sniff  # noqa: PLC0415 - see above

    decoded = decode(data, header_charset=header_charset)
    envelope = None if kind is Kind.TEXT else opened(data, decoded.text)
    if envelope and isinstance(envelope.page, str):
        decoded, data = replace(decoded, text=envelope.page), envelope.page
    elif envelope:
        data = envelope.page
        decoded = decode(data, header_charset=envelope.charset)
    place = named_place(decoded.text) or other_format(decoded.text)
    found = kind or sniff(decoded.text)
    if found is None:
        return Page(Kind.TEXT, decoded.text, (), NO_CONTAINERS, Hints(), is_text=False), decoded
    if found is Kind.HTML:
        page = read_html(decoded.text, limits, raw=_utf8(data, decoded))
        page = replace(page, hints=page.hints.with_more(envelope.hints)) if envelope else page
    else:
        from cleannews.read.text import read_text  # noqa: PLC0415 - a third of all patterns, for dumps alone

        page = read_text(decoded.text, limits)
    return (replace(page, warnings=(*page.warnings, place)) if place else page), decoded


def _utf8(data: bytes | str, decoded: Decoded) -> bytes:
    """The dump as it came, if that is the UTF-8 form of its text; else nothing."""
    strict = decoded.encoding_source == "utf8" and not decoded.repairs
    return data if strict and isinstance(data, bytes) else b""
