"""What a whole page was put into: a file that browsers save, a record, the escapes of a form.

MHTML (RFC 2557) is a mail with the page and its pictures as parts; Chrome and Edge save pages so. A record is
an object of JSON whose field ``html`` or ``content`` is the page. ``&lt;!DOCTYPE html&gt;`` is left of a page
that was escaped once more than needed.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from cleannews.labels import Kind
from cleannews.read.page import Hints
from cleannews.read.record import record_of
from cleannews.read.sniff import sniff

_HEAD = 5_000
_SAVED = re.compile(
    r"\s{0,100}(?=[A-Z][A-Za-z-]{1,40}: )(?:[^\r\n]{1,2000}\r?\n){0,40}?"
    r"Content-Type:\s{1,10}multipart/related\b",
    re.IGNORECASE,
)
_MOST_NESTED = 50
"""Parts of parts: a saved page has one, and the parser goes into each by itself."""
_LONG_FIELD = re.compile(rb"^Content-Type:[^\n]{4000}", re.IGNORECASE | re.MULTILINE)
"""No browser writes it, and the parser takes time by its square."""
_ESCAPED = re.compile(r"\s{0,1000}&lt;(?:!doctype\s|html(?:\s|&gt;)|head&gt;|body(?:\s|&gt;))", re.IGNORECASE)


class Opened(NamedTuple):
    """A page out of its envelope."""

    page: bytes | str
    charset: str | None
    """The encoding that the envelope declares."""
    hints: Hints
    """What the envelope says of the page."""


def opened(data: bytes | str, text: str) -> Opened | None:
    """Take an HTML page out of its envelope.

    Args:
        data: The dump as it came.
        text: The dump, decoded.

    Returns:
        ``None`` if it is in none.

    >>> opened(b"", '{"url": "https://h.example/", "html": "<p>It rained.</p>"}').page
    '<p>It rained.</p>'
    >>> opened(b"", "&lt;html&gt;It rained.&lt;/html&gt;").page
    '<html>It rained.</html>'
    """
    if _ESCAPED.match(text) and "<" not in text:
        return Opened(unescape(text), None, Hints())
    if _SAVED.match(text[:_HEAD]):
        return _saved(data if isinstance(data, bytes) else text.encode())
    record = record_of(text)
    if record and sniff(record.read.text) is Kind.HTML:
        return Opened(record.read.text, None, record.hints)
    return None


def _saved(data: bytes) -> Opened | None:
    """Read the first page of a file that a browser saved; ``None`` if it holds none, or is none."""
    from email import message_from_bytes  # noqa: PLC0415 - saved files are rare

    if data.count(b"multipart/") > _MOST_NESTED or _LONG_FIELD.search(data):
        return None
    whole = message_from_bytes(data)
    for part in whole.walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes) and page.strip():
            address = str(part["Content-Location"] or whole["Snapshot-Content-Location"] or "")
            own = address.isascii() and address.startswith("http")
            return Opened(
                page, part.get_content_charset(), Hints(rels=(("canonical", address),) if own else ())
            )
    return None
