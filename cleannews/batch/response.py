"""The page in a record of a web archive: a stored file, or an HTTP response with its codings undone."""

from __future__ import annotations

import importlib
import re
import zlib
from collections.abc import Callable
from email.message import Message
from typing import TYPE_CHECKING, Any, NamedTuple

from cleannews.batch.content import too_large
from cleannews.batch.reasons import Reason, Unusable
from cleannews.batch.unpack import needs
from cleannews.batch.warc import split_record
from cleannews.download.body import Inflater
from cleannews.download.fetched import Fetched
from cleannews.errors import TooLarge

if TYPE_CHECKING:
    from cleannews.batch.warc import Header

_Coding = tuple[Callable[[bytes], bytes], type[Exception]]

_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_PIECE = 1024
"""Packed bytes taken at a time. Of Zstandard they give 32 MiB at most before the limit is looked at, of the
others no more than the limit and a step."""
_STEP = 1 << 16
"""Bytes that Brotli gives at a time: what it packs has no bound, 400 bytes may be gigabytes."""


class Page(NamedTuple):
    """A page of an archive."""

    content: bytes | Fetched
    url: str | None
    id: str | None
    """The record's own id."""


def page_of(record: bytes, *, limit: int) -> Page:
    """Take the page out of a record.

    Crawlers differ in whether they undo a response's codings before they store it, and few of those that do
    change its headers: what is not coded as declared is taken as it is.

    Args:
        record: The record, headers and all.
        limit: Most bytes of the page.

    Raises:
        Unusable: It is over the limit, or coded as only a missing package could undo.
    """
    header, block = split_record(record)
    url = header.values.get("warc-target-uri", "").strip("<>") or None
    name = header.values.get("warc-record-id", "").strip("<>") or None
    body = block
    if header.values.get("warc-type", "").lower() == "response":
        header, body = split_record(block)
        body = _decoded(_unchunked(header, body), header, limit)
    if len(body) > limit:
        raise too_large(limit)
    return Page(_with_charset(body, header, url), url, name)


def _with_charset(body: bytes, header: Header, url: str | None) -> bytes | Fetched:
    """Add what the header says of the charset, if it does."""
    declared = header.values.get("content-type", "")
    message = Message()
    message["content-type"] = declared
    charset = message.get_param("charset")
    if url is None or not isinstance(charset, str) or not charset:
        return body
    return Fetched(
        url=url,
        final_url=url,
        status=200,
        headers={"content-type": declared},
        content_type=header.media_type() or None,
        charset=charset,
        body=body,
        elapsed=0.0,
    )


def _unchunked(header: Header, body: bytes) -> bytes:
    """Put the chunks of a body together; a cut-off last one counts as far as it goes."""
    if "chunked" not in header.values.get("transfer-encoding", "").lower():
        return body
    pieces, at = [], 0
    while (size := _CHUNK_SIZE.match(body, at)) is not None:
        length = int(size[1], 16)
        pieces.append(body[size.end() : size.end() + length])
        at = size.end() + length
        if not length:
            return b"".join(pieces)
        at += 2 if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"
    return b"".join(pieces) if at >= len(body) and pieces else body


def _decoded(body: bytes, header: Header, limit: int) -> bytes:
    """Undo a content coding."""
    coding = header.values.get("content-encoding", "").strip().lower()
    if coding not in _CODINGS:
        return body
    feed, error = _CODINGS[coding](limit)
    pieces: list[bytes] = []
    size = 0
    try:
        for at in range(0, len(body), _PIECE):
            pieces.append(feed(body[at : at + _PIECE]))
            size += len(pieces[-1])
            if size > limit:
                raise too_large(limit)
    except TooLarge:
        raise too_large(limit) from None
    except error:  # behind a coded part: what has come out stands
        pass
    return b"".join(pieces) or body


def _deflate(limit: int) -> _Coding:
    return Inflater(max_bytes=limit).feed, zlib.error


def _brotli(limit: int) -> _Coding:
    module = _module("brotli", "a page coded with br")
    stream = module.Decompressor()
    if not hasattr(stream, "can_accept_more_data"):  # it would give all at once, whatever that is
        message = "a page coded with br needs the package brotli from 1.2 on: pip install 'brotli>=1.2'"
        raise Unusable(Reason.NEEDS_EXTRA, message)

    def feed(piece: bytes) -> bytes:
        out = bytearray(stream.process(piece, output_buffer_limit=_STEP))
        while not stream.can_accept_more_data():
            if len(out) > limit:
                raise TooLarge("decompressed")
            out += stream.process(b"", output_buffer_limit=_STEP)
        return bytes(out)

    return feed, module.error


def _zstandard(_limit: int) -> _Coding:
    module = _module("zstandard", "a page coded with zstd")
    return module.ZstdDecompressor().decompressobj().decompress, module.ZstdError


_CODINGS: dict[str, Callable[[int], _Coding]] = {
    "gzip": _deflate,
    "x-gzip": _deflate,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstandard,
}
"""What undoes a coding piece by piece, and what it raises for bytes that are not coded so."""


def _module(name: str, what: str) -> Any:  # noqa: ANN401 - optional, and loaded by name
    try:
        return importlib.import_module(name)
    except ImportError:
        raise needs(name, what) from None
