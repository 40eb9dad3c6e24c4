"""Records of a web archive (WARC 1.0 and 1.1, ISO 28500), cut out of the stream one at a time."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, NamedTuple

from cleannews.batch.unpack import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_HEADER = 64 << 10
"""Bytes of headers, of the archive or of HTTP: servers and crawlers keep below a quarter of it."""

_PIECE = 1 << 20
_MOST_DIGITS = 18
"""Digits of a length: more than any disk holds, and what every system counts with."""

_TEXT_TYPES = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/markdown",
    "application/xml",
    "text/xml",
)
"""Media types that may be a page. A record that names no type may be one too."""

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
_COMMENT = re.compile(r"\s*;.*", re.DOTALL)


class Header(NamedTuple):
    """The header lines of a record or of an HTTP message."""

    first: bytes
    """The line before the names: version or status."""
    values: dict[str, str]
    """Values by name in lower case; of a repeated name the first."""

    def media_type(self) -> str:
        """Return the declared media type in lower case without parameters; empty if none is."""
        return _COMMENT.sub("", self.values.get("content-type", "")).strip().lower()


def pages(stream: IO[bytes], *, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the records that may be pages, headers and all, numbered from 1 over all records.

    Those are successful responses and stored resources that are HTML or text by their media type or have
    none, and texts that another program made of a page (``conversion``, as in WET files).

    Args:
        stream: The archive, unpacked.
        limit: Most bytes of a page; of a larger one ``None`` is given.

    Raises:
        Unusable: The archive is damaged or cut off.
    """
    number = 0
    while (block := _read_header(stream)) is not None:
        number += 1
        header = parse_header(block)
        size = _size(header)
        head = _exactly(stream, min(size, limit + _MOST_HEADER))
        is_whole = len(head) == size
        _skip(stream, size - len(head))
        if _may_be_page(header, head):
            yield number, block + head if is_whole else None


def split_record(data: bytes) -> tuple[Header, bytes]:
    """Split what :func:`pages` gave, or an HTTP message, into its header and the rest."""
    head, mark, rest = data.partition(b"\r\n\r\n")
    if not mark or len(head) > _MOST_HEADER:
        head, mark, rest = data.partition(b"\n\n")
    return parse_header(head), rest


def parse_header(block: bytes) -> Header:
    r"""Read header lines.

    >>> parse_header(b"WARC/1.0\r\nContent-Type: text/plain; charset=x\r\n").media_type()
    'text/plain'
    """
    first, *lines = block.splitlines() or [b""]
    values: dict[str, str] = {}
    for line in lines:
        name, _, value = line.decode("utf-8", "replace").partition(":")
        values.setdefault(name.strip().lower(), value.strip())
    return Header(first, values)


def _may_be_page(header: Header, head: bytes) -> bool:
    kind = header.values.get("warc-type", "").lower()
    if kind in ("conversion", "resource"):
        return header.media_type() in (*_TEXT_TYPES, "")
    if kind != "response" or not header.media_type().startswith("application/http"):
        return False
    answer, _ = split_record(head[:_MOST_HEADER])
    status = _STATUS.match(answer.first)
    return status is not None and status[1].startswith(b"2") and answer.media_type() in (*_TEXT_TYPES, "")


def _read_header(stream: IO[bytes]) -> bytes | None:
    """Read up to the blank line behind the headers; ``None`` at the end of the archive."""
    line = stream.readline(_MOST_HEADER)
    while line in (b"\r\n", b"\n"):
        line = stream.readline(_MOST_HEADER)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise damaged("a record does not begin with WARC/")
    block = [line]
    size = len(line)
    while line not in (b"\r\n", b"\n"):
        line = stream.readline(_MOST_HEADER)
        size += len(line)
        if not line or size > _MOST_HEADER:
            raise damaged("the headers of a record do not end")
        block.append(line)
    return b"".join(block)


def _size(header: Header) -> int:
    told = header.values.get("content-length", "")
    if not (told.isascii() and told.isdigit() and len(told) <= _MOST_DIGITS):
        raise damaged(f"a record has no length: {told[:40]!r}")
    return int(told)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    pieces = []
    while size > 0:
        piece = stream.read(min(size, _PIECE))
        if not piece:
            raise damaged("it ends in the middle of a record")
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _skip(stream: IO[bytes], size: int) -> None:
    while size > 0:
        size -= len(_exactly(stream, min(size, _PIECE)))
