"""``articles.jsonl``: appended to, flushed to the disk, cut back to what is known to be good."""

from __future__ import annotations

import io
import os
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_BUFFER = 1 << 16
"""Bytes gathered before they are written."""


class Output:
    """A file that only grows between cuts.

    Args:
        path: The file; made if it is not there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        self._pending: list[bytes] = []
        self._pending_size = 0
        self.length = os.fstat(self._descriptor).st_size
        """Length, what is gathered included."""

    def close(self) -> None:
        """Close it; what is gathered and not synced is dropped. Closed twice is closed."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor = -1

    def append(self, line: bytes) -> int:
        """Add a line and return the length with it."""
        self._pending.append(line)
        self._pending_size += len(line)
        self.length += len(line)
        if self._pending_size > _BUFFER:
            self._write()
        return self.length

    def sync(self) -> None:
        """Write what is gathered and wait until it is on the disk."""
        self._write()
        os.fsync(self._descriptor)

    def cut(self, length: int) -> None:
        """Drop everything behind a length, gathered or written."""
        self._pending.clear()
        self._pending_size = 0
        if os.fstat(self._descriptor).st_size != length:
            os.ftruncate(self._descriptor, length)
        self.length = length

    def read(self, start: int, length: int) -> bytes:
        """Return written bytes; fewer if the file ends before."""
        os.lseek(self._descriptor, start, os.SEEK_SET)
        return _read_fully(self._descriptor, length)

    def holds(self, start: int, length: int, crc: int) -> bool:
        """Tell whether a line stands there undamaged."""
        line = self.read(start, length)
        return len(line) == length and zlib.crc32(line) == crc

    def _write(self) -> None:
        data = memoryview(b"".join(self._pending))
        self._pending.clear()
        self._pending_size = 0
        os.lseek(self._descriptor, 0, os.SEEK_END)
        while data:
            data = data[os.write(self._descriptor, data) :]


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file so that under its name there is either the old or the whole new one."""
    with draft_of(path) as stream:
        for piece in pieces:
            stream.write(piece)


@contextmanager
def draft_of(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for writing beside another one; when all went well it is flushed and takes its name.

    Raises:
        OSError: It cannot be written, or something else has its name.
    """
    draft = path.with_name(path.name + ".tmp")
    draft.unlink(missing_ok=True)
    output = Output(draft)
    try:
        yield cast("IO[bytes]", _Writer(output))
        output.sync()
    except BaseException:
        output.close()
        draft.unlink(missing_ok=True)
        raise
    output.close()
    try:
        draft.replace(path)
    except OSError as error:  # it names the draft, which is not what is in the way
        draft.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error
    sync_folder(path.parent)


class _Writer(io.RawIOBase):
    """An output as libraries take it; they may close it, which leaves the file itself open."""

    def __init__(self, output: Output) -> None:
        super().__init__()
        self._output = output

    def writable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """Return how much was written."""
        return self._output.length

    def write(self, data: Any) -> int:  # noqa: ANN401 - anything that holds bytes
        """Take all of it."""
        piece = bytes(data)
        self._output.append(piece)
        return len(piece)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read_fully(descriptor: int, length: int) -> bytes:
    pieces = []
    while length > 0 and (piece := os.read(descriptor, length)):
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)
