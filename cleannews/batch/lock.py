"""One run at a time in an output folder."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cleannews.errors import FolderError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_NAME = "run.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; the lock file bears the process id and is gone afterwards.

    The kernel drops the lock when the process ends in whatever way, so a lock file left behind by a killed
    run holds nobody up.

    Raises:
        FolderError: Another run holds it, or nothing can be written to the folder.
    """
    path = folder / LOCK_NAME
    descriptor = _claim(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _claim(path: Path) -> int:
    while True:
        descriptor = _opened(path)
        if not _try_lock(descriptor):
            holder = os.read(descriptor, 32).decode("ascii", "replace").strip()
            os.close(descriptor)
            who = f"process {holder}" if holder else "another process"
            raise FolderError(
                f"{path.parent} is being written by {who}; wait for it, or give another output folder",
                subject=str(path.parent),
            )
        if _is_same(path, descriptor):
            os.truncate(descriptor, 0)
            os.write(descriptor, f"{os.getpid()}\n".encode())
            return descriptor
        os.close(descriptor)  # the last holder removed the file between our opening and locking it


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise FolderError(
            f"{path} cannot be written: {(error.strerror or str(error)).lower()}; give another output folder",
            subject=str(path.parent),
        ) from error


def _is_same(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
