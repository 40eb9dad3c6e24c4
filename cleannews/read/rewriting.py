"""A text written otherwise, which knows where each of its characters stands in the input."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.head import unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cleannews.read.page import Segment


class Unescaped(NamedTuple):
    """A text with what stood for something else read."""

    text: str
    places: list[int]
    """Where the characters that something stood for, or what followed something left out, are in the text."""
    shifts: list[int]
    """How much longer the input is before the first of them, the second, ..., and behind the last."""

    def origin(self, place: int) -> int:
        """Return where a place of the text is in the input."""
        return place + self.shifts[bisect_left(self.places, place)]


class Change(NamedTuple):
    """A stretch of a text, and what is to be read for it."""

    start: int
    end: int
    character: str
    """No more characters than the stretch has; nothing where it is left out."""


def rewritten(source: str, changes: Iterable[Change]) -> Unescaped:
    """Write a text anew.

    Args:
        source: The text.
        changes: What is read otherwise, in order and apart.

    >>> found = rewritten("R&amp;D>", [Change(1, 6, "&"), Change(7, 8, "")])
    >>> found.text, found.origin(1), found.origin(2), found.origin(3)
    ('R&D', 1, 6, 7)
    """
    parts: list[str] = []
    places: list[int] = []
    sizes: list[int] = []
    done = size = 0
    for start, end, character in changes:
        parts += (source[done:start], character)
        size += start - done
        places.append(size)
        sizes.append(end - start - len(character))
        size += len(character)
        done = end
    return Unescaped("".join((*parts, source[done:])), places, list(accumulate(sizes, initial=0)))


def restored(source: str, segments: Sequence[Segment], read: Unescaped) -> list[Segment]:
    """Put blocks of a text that was written anew back to where they stand in the input.

    Args:
        source: The input.
        segments: The blocks of ``read.text``, in order.
        read: What became of the input.

    Returns:
        The blocks. What was left out right before a block's text belongs to that block, what was left out
        elsewhere, as white space that was written as references, to the block before it, at the very
        beginning to the first one.
    """
    if not segments:
        return [unread(source, 0)] if source.strip() else []
    moved: list[Segment] = []
    bounds = [(read.origin(segment.start or 0), read.origin(segment.end or 0)) for segment in segments]
    starts = [start for start, _ in bounds[1:]] + [len(source)]
    for segment, (begin, end), following in zip(segments, bounds, starts, strict=True):
        start = begin if moved else len(source) - len(source.lstrip())
        stop = end + len(source[end:following].rstrip())
        while source[start].isspace():  # of a mark that was left out
            start += 1
        moved.append(segment._replace(raw=source[start:stop], start=start, end=stop))
    return moved
