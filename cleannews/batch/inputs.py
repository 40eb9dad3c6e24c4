"""What there is to clean: a walk over the input folder that nothing in it can trap."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cleannews.batch.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

_DUMPS = (".html", ".htm", ".xhtml", ".txt", ".text", ".md")
_CONTAINERS = (".jsonl", ".ndjson")
_PACKED = (".gz", ".zst")


class Signature(NamedTuple):
    """What tells cheaply that a file has not been touched: the change time cannot be set by programs."""

    size: int
    modified: int
    changed: int

    @classmethod
    def of(cls, status: os.stat_result) -> Signature:
        """Take it from a file's status; times in nanoseconds."""
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns)


NO_SIGNATURE = Signature(-1, -1, -1)


class Entry(NamedTuple):
    """One input of the folder."""

    path: bytes
    """Relative to the input folder, parts joined by ``/``."""
    signature: Signature
    problem: str
    """A :class:`Reason` if it need not even be opened, else empty."""


class PassedOver(NamedTuple):
    """Something in the folder that is no input, and why: ``suffix``, ``link`` or ``output``."""

    path: bytes
    why: str


def is_input(name: str) -> bool:
    """Tell by the name whether a file is one of the kinds that are cleaned.

    >>> is_input("a/Page.HTML.gz"), is_input("a/dumps.jsonl"), is_input("photo.jpg")
    (True, True, False)
    """
    return _unpacked(name).endswith(_DUMPS + _CONTAINERS)


def is_container(name: str) -> bool:
    """Tell by the name whether a file holds one dump a line."""
    return _unpacked(name).endswith(_CONTAINERS)


def packing(name: str) -> str:
    """Return how a file is compressed, by its name: ``.gz``, ``.zst`` or nothing."""
    return next((suffix for suffix in _PACKED if name.lower().endswith(suffix)), "")


def scan(source: Path, *, output: Path) -> Iterator[Entry | PassedOver]:
    """Walk the input folder; the order is that of the disk, and one entry is held at a time.

    Folders behind symbolic links are not entered, so no loop can trap the walk. A link to a file is an input
    only if that file is not itself an input of the folder. Devices, pipes and sockets with the name of an
    input are told as a problem and never opened.

    Args:
        source: The input folder, or one input file.
        output: The output folder, which is passed over if it lies inside.
    """
    if not source.is_dir():
        yield _entry(source.name, source.stat())
        return
    walk = _Walk(source, output)
    pending = [""]
    while pending:
        for found in walk.folder(pending.pop()):
            if isinstance(found, str):
                pending.append(found)
            else:
                yield found


class _Walk:
    """The fixed points of one walk: the root, where it really is, and the folder to keep out of."""

    def __init__(self, root: Path, output: Path) -> None:
        self.root = root
        self.real_root = root.resolve()
        self.output = output.resolve()

    def folder(self, relative: str) -> Iterator[Entry | PassedOver | str]:
        """Yield what one folder holds; sub-folders as their relative path."""
        try:
            with os.scandir(self.root / relative) as found:
                for item in found:
                    yield self._item(item, f"{relative}/{item.name}" if relative else item.name)
        except FileNotFoundError:
            return
        except OSError:
            yield Entry(os.fsencode(relative or "."), NO_SIGNATURE, Reason.UNREADABLE)

    def _item(self, item: os.DirEntry[str], path: str) -> Entry | PassedOver | str:
        if item.is_symlink():
            return self._link(path) if is_input(path) else PassedOver(os.fsencode(path), "link")
        if item.is_dir(follow_symlinks=False):
            return PassedOver(os.fsencode(path), "output") if self._is_output(item) else path
        if not is_input(path):
            return PassedOver(os.fsencode(path), "suffix")
        try:
            return _entry(path, item.stat(follow_symlinks=False))
        except FileNotFoundError:
            return Entry(os.fsencode(path), NO_SIGNATURE, Reason.VANISHED)
        except OSError:
            return Entry(os.fsencode(path), NO_SIGNATURE, Reason.UNREADABLE)

    def _is_output(self, item: os.DirEntry[str]) -> bool:
        return item.name == self.output.name and Path(item.path).resolve() == self.output

    def _link(self, path: str) -> Entry | PassedOver:
        """Judge a symbolic link with the name of an input."""
        full = self.root / path
        try:
            status = full.stat()
            target = full.resolve()
        except (OSError, RuntimeError):  # RuntimeError: how Python before 3.13 tells a loop of links
            return Entry(os.fsencode(path), NO_SIGNATURE, Reason.DANGLING_LINK)
        if stat.S_ISDIR(status.st_mode) or self._is_covered(target):
            return PassedOver(os.fsencode(path), "link")
        return _entry(path, status)

    def _is_covered(self, target: Path) -> bool:
        """Tell whether a file is an input of the folder under its own name, or our output."""
        inside = target.is_relative_to(self.real_root) and is_input(target.name)
        return inside or target.is_relative_to(self.output)


def _entry(path: str, status: os.stat_result) -> Entry:
    problem = "" if stat.S_ISREG(status.st_mode) else str(Reason.NOT_REGULAR)
    return Entry(os.fsencode(path), Signature.of(status), problem)


def _unpacked(name: str) -> str:
    """Return a name in lower case and without the suffix of a compression."""
    lower = name.lower()
    return lower.removesuffix(packing(lower))
