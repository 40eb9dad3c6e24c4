"""A response body, decompressed under a cap on what comes out."""

from __future__ import annotations

import sys
import zlib

from cleannews.errors import FetchError, TooLarge

MAX_CODINGS = 2
"""Codings on top of each other; one is what servers send, a longer chain is an attack (CVE-2025-66418)."""

MAX_MEMBERS = 1_000
"""Gzip members in one body; every empty one costs time and gives nothing."""

ACCEPT_ENCODING = "gzip, deflate"
"""What is asked for: the codings that the standard library decodes piece by piece."""

_NOT_ASKED_FOR = frozenset({"br", "zstd", "compress", "x-compress", "exi", "pack200-gzip", "dcb", "dcz"})
"""The other codings of the IANA registry. Words that are no coding (``none``, ``utf-8``) are passed over, as
browsers do: a server that sends them sends the page as it is."""

_GZIP_MAGIC = b"\x1f\x8b"

_GZIP_OR_ZLIB = 47
"""``wbits`` of zlib that takes a gzip or a zlib header, whichever comes."""

_LEAST = 2
"""Bytes by which zlib tells whether data has one of these headers."""

_RAW_DEFLATE = -15
"""``wbits`` for deflate without a header, which some servers send (RFC 9110, 8.4.1.2)."""


class Inflater:
    """Undoes one gzip or deflate coding, piece by piece."""

    def __init__(self, *, max_bytes: int) -> None:
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._left = max_bytes
        self._members = 1
        self._fresh = True
        self._held = b""

    def feed(self, piece: bytes) -> bytes:
        """Decompress a piece.

        Raises:
            TooLarge: More than ``max_bytes`` have come out.
            zlib.error: This is not compressed data, or a member too many.
        """
        if self._fresh:  # a header takes two bytes: whether there is one shows by both
            piece = self._held = self._held + piece
            if len(piece) < _LEAST:
                return b""
        out = bytearray()
        while piece:
            if self._stream.eof:
                piece = self._next_member(piece)
                continue
            out += self._inflate(piece)
            if len(out) > self._left:
                raise TooLarge("decompressed")
            piece = self._stream.unused_data or self._stream.unconsumed_tail
        self._left -= len(out)
        return bytes(out)

    def finished(self) -> bool:
        """Whether the coding came to its end."""
        return self._stream.eof or (self._fresh and not self._held)

    def _inflate(self, piece: bytes) -> bytes:
        fresh, self._fresh = self._fresh, False
        most = min(self._left + 1, sys.maxsize)
        try:
            return self._stream.decompress(piece, most)
        except zlib.error:
            if not fresh:
                raise
            self._stream = zlib.decompressobj(_RAW_DEFLATE)
            return self._stream.decompress(piece, most)

    def _next_member(self, piece: bytes) -> bytes:
        """Start on the next gzip member; zero bytes between members are padding, all else is passed over."""
        self._members += 1
        if self._members > MAX_MEMBERS:
            raise zlib.error("too many gzip members")
        rest = piece.lstrip(b"\0")
        if not _GZIP_MAGIC.startswith(rest[:2]):
            return b""
        if rest:
            self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        return rest


class Body:
    """Collects a body; never holds more than ``max_bytes`` and one piece.

    Args:
        coding: The ``Content-Encoding`` header; ``""`` if none.
        max_bytes: Cap on the decoded bytes.
        where: The address, for messages.
    """

    def __init__(self, coding: str, *, max_bytes: int, where: str) -> None:
        self.data = bytearray()
        self._max_bytes = max_bytes
        self._where = where
        names = [name.strip().lower() for name in coding.split(",")]
        unknown = [name for name in names if name in _NOT_ASKED_FOR]
        names = [name for name in names if name in ("gzip", "x-gzip", "deflate")]
        if unknown or len(names) > MAX_CODINGS:
            raise FetchError(
                f"{where}: the body is coded as {coding[:80]!r}, which was not asked for; "
                "save the page in a browser and clean the file",
                subject=where,
                reason="protocol",
            )
        self._inflaters = [Inflater(max_bytes=max_bytes) for _ in names]

    def feed(self, piece: bytes) -> None:
        """Add a piece as it came over the wire.

        Raises:
            TooLarge: More than ``max_bytes`` have come out.
            FetchError: The compression is broken.
        """
        try:
            for inflater in reversed(self._inflaters):
                piece = inflater.feed(piece)
        except zlib.error as error:
            raise FetchError(
                f"{self._where}: the compressed body is broken ({error})",
                subject=self._where,
                reason="protocol",
                body=bytes(self.data),
            ) from error
        except TooLarge:
            raise too_large(self._where, self._max_bytes) from None
        self.data += piece
        if len(self.data) > self._max_bytes:
            raise too_large(self._where, self._max_bytes)

    def complete(self) -> bool:
        """Whether every coding came to its end."""
        return all(inflater.finished() for inflater in self._inflaters)


def too_large(where: str, max_bytes: int) -> TooLarge:
    """The error for a body over the cap."""
    return TooLarge(
        f"{where}: the page is larger than {max_bytes:,} bytes; raise max_bytes if you trust it",
        subject=where,
    )
