"""``articles.jsonl`` packed, and back."""

from __future__ import annotations

import importlib
import zlib
from typing import TYPE_CHECKING, Any

from cleannews.batch.content import open_content
from cleannews.batch.reasons import Unusable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""Without time and name (RFC 1952): the same records give the same bytes."""

_LEVEL = 6
_PIECE = 1 << 20


def gzipped(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Pack lines as gzip."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    crc = size = 0
    yield _GZIP_HEADER
    for line in lines:
        crc, size = zlib.crc32(line, crc), size + len(line)
        yield packer.compress(line)
    yield packer.flush() + crc.to_bytes(4, "little") + (size & 0xFFFFFFFF).to_bytes(4, "little")


def zstandarded(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Pack lines as Zstandard."""
    codec: Any = importlib.import_module("zstandard")
    packer = codec.ZstdCompressor(write_checksum=True).compressobj()
    for line in lines:
        yield packer.compress(line)
    yield packer.flush()


def unpacked_pieces(path: Path) -> Iterator[bytes]:
    """Yield what is in a packed file, as far as it is undamaged: the ledger knows each line's sum."""
    try:
        with open_content(path) as (stream, _):
            while piece := stream.read(_PIECE):
                yield piece
    except Unusable:
        return
