"""Where the inputs come from: a folder, a file, a pattern, or a list of such."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from cleannews.batch.inputs import NO_SIGNATURE, Entry, PassedOver, entry_of, is_address
from cleannews.batch.pattern import Pattern, is_pattern, split_pattern
from cleannews.batch.reasons import Reason
from cleannews.batch.walk import BySuffix, Walk
from cleannews.errors import FolderError
from cleannews.paths import absence, is_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Source = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

LISTED = "-"
"""Stands on the command line for a list of paths on standard input."""


class _Named(str):
    """A path of a list that is no pattern, whatever signs it holds: ``page.html?id=7``, as wget saves it."""

    __slots__ = ()


class Sources(NamedTuple):
    """What was given to be cleaned.

    Args:
        root: The folder that the inputs' paths are relative to.
        given: Folders (the root itself is ``""``), files and patterns, relative to the root or absolute.
        told: What to call it in messages.
    """

    root: Path
    given: Iterable[str]
    told: str

    def scan(self, *, output: Path) -> Iterator[Entry | PassedOver]:
        """Yield the inputs, one at a time, in whatever order; what is named twice comes twice.

        Args:
            output: The output folder, which is never an input.
        """
        for name in self.given:
            path = self.root / name
            if is_folder(path):
                yield from Walk(path, BySuffix(), output=output, prefix=name)
            elif not isinstance(name, _Named) and is_pattern(name) and not os.path.lexists(path):
                yield from _matching(self.root, name, output)
            else:
                yield _named(path, name, output)


def sources_of(given: Source) -> Sources:
    """Find out what was given.

    Args:
        given: A folder, a file or a pattern; anything else that can be walked through is a list of them,
            whose paths are taken from the working folder and kept as they were written. In a list a string
            may be a pattern, an object such as ``pathlib.Path`` is a path.

    Raises:
        FolderError: A single folder or file is not there or is a web address, or a pattern matches nothing.
        TypeError: It is none of these.
    """
    if isinstance(given, (bytes, Mapping)) or not isinstance(given, (str, os.PathLike, Iterable)):
        raise TypeError(f"src is {type(given).__name__}; give a folder, a file, a pattern or a list of such")
    if not isinstance(given, (str, os.PathLike)):
        return Sources(Path(), (_written(item) for item in given), "the list of inputs")
    name = os.fspath(given)
    if not name:
        raise FolderError("src is empty; for the working folder give '.'", subject=name)
    path = Path(name)
    if is_folder(path):
        return Sources(path, ("",), name)
    if os.path.lexists(path):
        return Sources(path.parent, (path.name,), name)
    if is_address(name):
        raise FolderError(
            f"{name} is a web address, and only files are read here; save the pages first, with wget for "
            f"example, or clean one alone: cleannews clean {name}",
            subject=name,
        )
    if is_pattern(name):
        return _pattern(_written(name))
    raise FolderError(f"{name} {absence(path)}; give a folder of HTML or text files", subject=name)


def check_given(names: Sequence[str]) -> None:
    """Refuse what a person named and is not there, before anything is done with the rest.

    In a list that a program made, something missing is a failed input instead.

    Raises:
        FolderError: One of the files, folders or patterns is not there.
    """
    for name in names:
        if name == LISTED and len(names) > 1:
            raise FolderError("- (a list on standard input) stands alone; give it or the names", subject=name)
        sources_of(name)


def _pattern(name: str) -> Sources:
    folder, rest = split_pattern(name)
    sources = Sources(Path(folder), (rest,), name)
    found = Walk(Path(folder), Pattern(rest), output=Path(os.devnull)) if is_folder(Path(folder)) else ()
    if not any(isinstance(item, Entry) for item in found):
        raise FolderError(f"no file matches {name}; give another pattern, or a folder", subject=name)
    return sources


def _matching(root: Path, name: str, output: Path) -> Iterator[Entry | PassedOver]:
    """Yield what a pattern matches; nothing at all is a failed input, for somebody wanted it."""
    folder, rest = split_pattern(name)
    empty = True
    if is_folder(root / folder):
        for found in Walk(root / folder, Pattern(rest), output=output, prefix=folder):
            empty = empty and isinstance(found, PassedOver)
            yield found
    if empty:
        yield Entry(os.fsencode(name), NO_SIGNATURE, Reason.MISSING)


def _named(path: Path, name: str, output: Path) -> Entry | PassedOver:
    """Judge a file that was named: it is an input whatever its suffix is."""
    try:
        status = path.stat()
        if path.resolve().is_relative_to(output.resolve()):
            return PassedOver(os.fsencode(name), "output")
    except (OSError, RuntimeError, ValueError):  # a loop of links before Python 3.13; a zero byte
        problem = Reason.DANGLING_LINK if os.path.islink(path) else _missing(path)  # noqa: PTH114 - never raises
        return Entry(os.fsencode(name), NO_SIGNATURE, problem)
    return entry_of(os.fsencode(name), status)


def _missing(path: Path) -> Reason:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return Reason.MISSING
    except OSError as error:
        return Reason.MISSING if error.errno == errno.ENAMETOOLONG else Reason.UNREADABLE
    return Reason.UNREADABLE


def _written(item: str | os.PathLike[str]) -> str:
    """Return a path as it is called in the records: ``./a//b`` is ``a/b``, the working folder is empty."""
    if not isinstance(item, (str, os.PathLike)):
        raise TypeError(f"src holds {type(item).__name__}; give paths or patterns")
    name = PurePath(os.fspath(item)).as_posix()
    return "" if name == "." else name if isinstance(item, str) else _Named(name)
