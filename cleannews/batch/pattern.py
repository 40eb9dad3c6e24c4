"""Patterns over paths: ``*``, ``?`` and ``[a-z]`` within a name, ``**`` for any folders."""

from __future__ import annotations

import fnmatch
import re
from typing import TYPE_CHECKING

from cleannews.batch.inputs import is_input

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAGIC = re.compile(r"[*?[]")


def is_pattern(path: str) -> bool:
    """Tell whether a path has a wildcard in it."""
    return _MAGIC.search(path) is not None


def split_pattern(path: str) -> tuple[str, str]:
    """Split a pattern into the folder before the first wildcard, and the rest.

    >>> split_pattern("dumps/2031-*/**/*.html")
    ('dumps', '2031-*/**/*.html')
    """
    parts = path.split("/")
    fixed = next(number for number, part in enumerate(parts) if is_pattern(part))
    return "/".join(parts[:fixed]) or ("/" if fixed else ""), "/".join(parts[fixed:])


class Pattern:
    """Chooses the files that a pattern matches, whatever their suffix, and dumps in folders that it matches.

    Args:
        pattern: Relative to the folder that is walked.

    >>> Pattern("*/a*.php").wants("x/ab.php"), Pattern("**/*.htm").wants("b.htm")
    (True, True)
    >>> Pattern("*").wants("x/c.jpg"), Pattern("*").wants("x/c.txt")
    (False, True)
    """

    by = "pattern"

    def __init__(self, pattern: str) -> None:
        self._parts = tuple(
            None if part == "**" else re.compile(fnmatch.translate(part)) for part in pattern.split("/")
        )
        self._end = len(self._parts)

    def wants(self, path: str) -> bool:
        """Tell whether a file is an input."""
        *above, last = self._places(path.split("/"))
        return self._end in last or (is_input(path) and any(self._end in places for places in above))

    def enters(self, folder: str) -> bool:
        """Tell whether a folder may hold inputs: something below it can match, or it is within a match."""
        reached = list(self._places(folder.split("/")))
        return bool(reached[-1] - {self._end}) or any(self._end in places for places in reached)

    def _places(self, names: list[str]) -> Iterator[set[int]]:
        """Yield after each name where in the pattern one may stand: all places at once, so in linear time."""
        places = self._with_skipped({0})
        for name in names:
            places = self._with_skipped({after for at in places for after in self._beyond(at, name)})
            yield places

    def _beyond(self, at: int, name: str) -> Iterator[int]:
        """Yield the place behind a name; ``**`` takes it and stays."""
        if at == self._end:
            return
        part = self._parts[at]
        if part is None:
            yield at
        elif part.match(name):
            yield at + 1

    def _with_skipped(self, places: set[int]) -> set[int]:
        """Add the places behind each ``**``, which also takes no name at all."""
        for at in range(self._end):
            if at in places and self._parts[at] is None:
                places.add(at + 1)
        return places
