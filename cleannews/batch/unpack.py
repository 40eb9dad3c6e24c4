"""Compressed files as streams that give no more than is asked for, whatever was packed into them."""

from __future__ import annotations

import gzip
import importlib
import io
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, cast

from cleannews.batch.reasons import Reason, Unusable

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = 1024
"""Packed bytes taken at a time. Zstandard may make 128 KiB of four bytes, so this bounds a step to 32 MiB."""


@contextmanager
def unpacked(plain: IO[bytes], packing: str) -> Iterator[IO[bytes]]:
    """Open a packed file for reading.

    Args:
        plain: The file.
        packing: ``.gz``, ``.zst``, or nothing.

    Raises:
        Unusable: The file is damaged or cut off, or a package is missing; also while it is read.
    """
    if packing == ".gz":
        try:
            with gzip.GzipFile(fileobj=plain) as stream:
                yield cast("IO[bytes]", stream)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise damaged(error) from error
    elif packing == ".zst":
        yield cast("IO[bytes]", io.BufferedReader(_Zstandard(plain), 1 << 16))
    else:
        yield plain


def damaged(error: object) -> Unusable:
    """Return the finding that a packed file or a container is damaged."""
    return Unusable(Reason.BAD_ARCHIVE, f"the file is damaged: {error}")


def needs(package: str, what: str) -> Unusable:
    """Return the finding that an optional package is missing."""
    return Unusable(Reason.NEEDS_EXTRA, f"{what} needs the package {package}: pip install {package}")


class _Zstandard(io.RawIOBase):
    """All frames of a file, one after the other. The package's own reader takes a cut-off file for whole."""

    def __init__(self, plain: IO[bytes]) -> None:
        super().__init__()
        try:
            self._codec: Any = importlib.import_module("zstandard")
        except ImportError:
            raise needs("zstandard", "a .zst file") from None
        self._plain = plain
        self._frame: Any = None
        self._packed = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - anything that can be written into
        """Fill a buffer as far as it goes."""
        while not self._ready:
            self._packed = self._packed or self._plain.read(_PIECE)
            if not self._packed:
                if self._frame is not None:
                    raise damaged("it ends in the middle")
                return 0
            self._step()
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _step(self) -> None:
        self._frame = self._frame or self._codec.ZstdDecompressor().decompressobj()
        try:
            self._ready = memoryview(self._frame.decompress(self._packed))
        except self._codec.ZstdError as error:
            raise damaged(error) from error
        self._packed = b""
        if self._frame.eof:
            self._packed, self._frame = self._frame.unused_data, None
