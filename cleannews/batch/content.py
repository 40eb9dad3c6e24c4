"""The bytes of one input: opened so that nothing can block, read no further than the limit."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, NamedTuple

from cleannews.batch.inputs import Signature, container_kind, packing
from cleannews.batch.reasons import Reason, Unusable
from cleannews.batch.unpack import unpacked
from cleannews.read.stream import read_within

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OPEN_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
)
"""``O_NONBLOCK``: opening a pipe that took a file's place must not wait for a writer."""


class Content(NamedTuple):
    """What was read, and the state of the file just before."""

    data: bytes
    signature: Signature


def read_content(path: Path, *, limit: int) -> Content:
    """Read an input, unpacked.

    Args:
        path: The file.
        limit: Most bytes to take, unpacked.

    Raises:
        Unusable: It cannot be opened, is no regular file, is over the limit or is damaged.
    """
    with open_content(path) as (stream, signature):
        if signature.size > limit:
            raise too_large(limit)
        data = read_within(stream, limit)
    if len(data) > limit:
        raise too_large(limit)
    return Content(data, signature)


@contextmanager
def open_content(path: Path) -> Iterator[tuple[IO[bytes], Signature]]:
    """Open an input for reading, unpacked; errors while it is read become :class:`Unusable` too."""
    try:
        with open(os.open(path, _OPEN_FLAGS), "rb") as plain:  # noqa: PTH123 - a descriptor, not a path
            status = os.fstat(plain.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Unusable(
                    Reason.NOT_REGULAR, "it is not a regular file but a folder, pipe, socket or device"
                )
            if not status.st_size and packing(path.name) and container_kind(path.name):
                raise Unusable(Reason.BAD_ARCHIVE, "the file is empty: not even its packing was written")
            with unpacked(plain, packing(path.name)) as stream:
                yield stream, Signature.of(status)
    except FileNotFoundError:
        raise Unusable(
            Reason.VANISHED, "the file was there when the folder was listed and is gone now"
        ) from None
    except OSError as error:
        raise Unusable(Reason.UNREADABLE, f"the file cannot be read: {error.strerror or error}") from error


def digest(path: Path) -> str | None:
    """Return the SHA-256 of a file's unpacked bytes; ``None`` if it cannot be read."""
    total = hashlib.sha256()
    try:
        with open_content(path) as (stream, _):
            while piece := stream.read(1 << 20):
                total.update(piece)
    except Unusable:
        return None
    return total.hexdigest()


def too_large(limit: int) -> Unusable:
    """Return the finding that an input is over the limit."""
    return Unusable(
        Reason.TOO_LARGE, f"it holds more than {limit:,} bytes; raise limits.input_bytes if you trust it"
    )
