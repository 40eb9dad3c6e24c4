"""Character references that a crude scraper left in a text: ``What&#x27;s``, ``&amp;quot;``.

The text is read with the characters in their places; afterwards the blocks are put back to where they stand
in the input.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from html import unescape
from html.entities import html5
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.head import unread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.read.page import Segment

_REFERENCE = re.compile(r"&(?:amp;){0,3}(#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});|[a-zA-Z][a-zA-Z0-9]{1,30};)")
"""Only with the semicolon: ``R&D``, ``?a=1&copy=2`` are none."""

_QUOTES = frozenset(("``", '""', "''", "“”", "‘’", "„“", "«»", "()", "「」"))
"""Around a reference alone they tell that the text speaks of it."""

_BREAKS = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\u2028\u2029")


class Unescaped(NamedTuple):
    """A text with its character references read."""

    text: str
    places: list[int]
    """Where the characters that references stood for are in the text."""
    shifts: list[int]
    """How much longer the input is before the first of them, the second, ..., and behind the last."""

    def origin(self, place: int) -> int:
        """Return where a place of the text is in the input."""
        return place + self.shifts[bisect_left(self.places, place)]


def unescaped(source: str) -> Unescaped | None:
    """Read the character references of a dump.

    Args:
        source: The dump.

    Returns:
        ``None`` if there are none.

    >>> found = unescaped("What&#x27;s on at AT&T; R&amp;D")
    >>> found.text, found.origin(4), found.origin(5)
    ("What's on at AT&T; R&D", 4, 10)
    """
    if "&" not in source or ";" not in source:
        return None
    parts: list[str] = []
    places: list[int] = []
    sizes: list[int] = []
    done = size = 0
    for found in _REFERENCE.finditer(source):
        character = _character(found)
        if not character:
            continue
        parts += (source[done : found.start()], character)
        size += found.start() - done
        places.append(size)
        sizes.append(found.end() - found.start() - 1)
        size += 1
        done = found.end()
    if not places:
        return None
    return Unescaped("".join((*parts, source[done:])), places, list(accumulate(sizes, initial=0)))


def restored(source: str, segments: Sequence[Segment], read: Unescaped) -> list[Segment]:
    """Put blocks of a text whose references were read back to where they stand in the input.

    Args:
        source: The input.
        segments: The blocks of ``read.text``, in order.
        read: What became of the input.

    Returns:
        The blocks. White space that was written as references belongs to the block before it, at the very
        beginning to the first one, because in the input it is no white space.
    """
    if not segments:
        return [unread(source, 0)] if source.strip() else []
    moved: list[Segment] = []
    bounds = [(read.origin(segment.start or 0), read.origin(segment.end or 0)) for segment in segments]
    starts = [start for start, _ in bounds[1:]] + [len(source)]
    for segment, (begin, end), following in zip(segments, bounds, starts, strict=True):
        start = begin if moved else len(source) - len(source.lstrip())
        stop = end + len(source[end:following].rstrip())
        moved.append(segment._replace(raw=source[start:stop], start=start, end=stop))
    return moved


def _character(found: re.Match[str]) -> str:
    """Return the character that a reference stands for, ``""`` if it is to be left alone."""
    name = found[1]
    string = found.string
    around = string[max(0, found.start() - 1) : found.start()] + string[found.end() : found.end() + 1]
    if around in _QUOTES or (name[0] != "#" and name not in html5):
        return ""
    character = unescape(f"&{name}")
    if len(character) != 1 or character == "\ufffd":
        return ""
    return " " if character in _BREAKS else character
