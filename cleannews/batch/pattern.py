"""Patterns over paths: ``*``, ``?`` and ``[a-z]`` within a name, ``**`` for any folders."""

from __future__ import annotations

import fnmatch
import re

from cleannews.batch.inputs import is_input

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

    def wants(self, path: str) -> bool:
        """Tell whether a file is an input."""
        parts = path.split("/")
        return self._matches(parts, 0) or (is_input(path) and self._covers(parts[:-1]))

    def enters(self, folder: str) -> bool:
        """Tell whether a folder may hold inputs."""
        parts = folder.split("/")
        return self._leads_on(parts) or self._covers(parts)

    def _covers(self, folder: list[str]) -> bool:
        """Tell whether a folder, or one above it, is matched."""
        return any(self._matches(folder[: end + 1], 0) for end in range(len(folder)))

    def _matches(self, names: list[str], at: int) -> bool:
        """Tell whether the parts of the pattern from one on match all of these names."""
        if at == len(self._parts):
            return not names
        part = self._parts[at]
        if part is None:
            return self._matches(names, at + 1) or (bool(names) and self._matches(names[1:], at))
        return bool(names) and part.match(names[0]) is not None and self._matches(names[1:], at + 1)

    def _leads_on(self, names: list[str]) -> bool:
        """Tell whether something below a folder of this path can match."""
        for part, name in zip(self._parts, names, strict=False):
            if part is None:
                return True
            if part.match(name) is None:
                return False
        return len(names) < len(self._parts)
