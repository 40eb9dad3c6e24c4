"""The bytes of a stream, no more of them than are wanted."""

from __future__ import annotations

from typing import IO

_PIECE = 1 << 20
"""Bytes taken at a time: ``read(n)`` sets aside ``n`` bytes first, and a limit may be as good as none."""


def read_within(stream: IO[bytes], limit: int) -> bytes:
    """Read a stream to its end, or to one byte over a limit, which is enough to see that there is too much.

    >>> import io
    >>> read_within(io.BytesIO(b"rain"), 2), read_within(io.BytesIO(b"rain"), 10**30)
    (b'rai', b'rain')
    """
    pieces: list[bytes] = []
    left = limit + 1
    while left > 0 and (piece := stream.read(min(left, _PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
