"""A walk over a folder that nothing in it can trap."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cleannews.batch.inputs import NO_SIGNATURE, Entry, PassedOver, entry_of, is_input
from cleannews.batch.ledger import LEDGER_NAME
from cleannews.batch.reasons import Reason
from cleannews.paths import real

if TYPE_CHECKING:
    from collections.abc import Iterator


class Choice(Protocol):
    """Which files of a folder are inputs; paths are relative to it, parts joined by ``/``."""

    by: str
    """What the others are passed over for: ``suffix`` or ``pattern``."""

    def wants(self, path: str) -> bool:
        """Tell whether a file is an input."""

    def enters(self, folder: str) -> bool:
        """Tell whether a folder may hold inputs."""


class BySuffix:
    """Every file named like a dump is an input."""

    by = "suffix"

    def wants(self, path: str) -> bool:
        """Tell by its suffix."""
        return is_input(path)

    def enters(self, folder: str) -> bool:
        """Enter all folders."""
        del folder
        return True


class Walk:
    """One walk. The order is that of the disk, and one entry is held at a time.

    Folders behind symbolic links are not entered, so no loop can trap the walk. A link to a file is an input
    only if that file is not itself an input of the folder. Devices, pipes and sockets with the name of an
    input are told as a problem and never opened.

    Args:
        root: The folder.
        choice: Which of its files are inputs.
        output: The output folder, which is passed over if it lies inside, as those of other runs are.
        prefix: Put before the paths of what is found.
    """

    def __init__(self, root: Path, choice: Choice, *, output: Path, prefix: str = "") -> None:
        self._root = root
        self._real_root = real(root)
        self._choice = choice
        self._output = real(output)
        self._prefix = prefix

    def __iter__(self) -> Iterator[Entry | PassedOver]:
        """Yield what the folder and those below it hold."""
        if self._real_root == self._output or os.path.lexists(self._real_root / LEDGER_NAME):
            yield PassedOver(os.fsencode(self._prefix), "output")
            return
        pending = [""]
        while pending:
            for found in self._folder(pending.pop()):
                if isinstance(found, str):
                    pending.append(found)
                else:
                    yield found

    def _folder(self, relative: str) -> Iterator[Entry | PassedOver | str]:
        """Yield what one folder holds; sub-folders as their relative path."""
        try:
            with os.scandir(self._root / relative) as found:
                for item in found:
                    yield self._item(item, f"{relative}/{item.name}" if relative else item.name)
        except FileNotFoundError:
            return
        except OSError:
            yield Entry(self._name(relative) or b".", NO_SIGNATURE, Reason.UNREADABLE)

    def _item(self, item: os.DirEntry[str], path: str) -> Entry | PassedOver | str:
        if item.is_dir(follow_symlinks=False):
            if self._is_output(item):
                return PassedOver(self._name(path), "output")
            return path if self._choice.enters(path) else PassedOver(self._name(path), self._choice.by)
        if not self._choice.wants(path):
            return PassedOver(self._name(path), "link" if item.is_symlink() else self._choice.by)
        return self._link(path) if item.is_symlink() else self._file(item, path)

    def _file(self, item: os.DirEntry[str], path: str) -> Entry:
        try:
            return entry_of(self._name(path), item.stat(follow_symlinks=False))
        except FileNotFoundError:
            return Entry(self._name(path), NO_SIGNATURE, Reason.VANISHED)
        except OSError:
            return Entry(self._name(path), NO_SIGNATURE, Reason.UNREADABLE)

    def _is_output(self, item: os.DirEntry[str]) -> bool:
        """Tell the output folder, and that of any other run: its records are no dumps."""
        ours = item.name == self._output.name and Path(item.path).resolve() == self._output
        return ours or os.path.lexists(f"{item.path}/{LEDGER_NAME}")

    def _link(self, path: str) -> Entry | PassedOver:
        """Judge a symbolic link with the name of an input."""
        full = self._root / path
        try:
            status = full.stat()
            target = full.resolve()
        except (OSError, RuntimeError):  # RuntimeError: how Python before 3.13 tells a loop of links
            return Entry(self._name(path), NO_SIGNATURE, Reason.DANGLING_LINK)
        if stat.S_ISDIR(status.st_mode) or self._is_covered(target):
            return PassedOver(self._name(path), "link")
        return entry_of(self._name(path), status)

    def _is_covered(self, target: Path) -> bool:
        """Tell whether a file is an input of the folder under its own name, or our output."""
        if target.is_relative_to(self._output):
            return True
        inside = target.is_relative_to(self._real_root)
        return inside and self._choice.wants(target.relative_to(self._real_root).as_posix())

    def _name(self, path: str) -> bytes:
        return os.fsencode(f"{self._prefix}/{path}" if self._prefix and path else self._prefix or path)
