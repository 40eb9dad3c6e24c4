"""Counts that programs put behind a text: how much of it they left out, how many comments it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.read.echoes import behind_space
from cleannews.read.letters import UPPER
from cleannews.read.small_words import ANY_COMMENT_HOST, COMMENT_HOSTS

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEFT_OUT = re.compile(r"\[\+?\d{1,7} chars\]\s*$")
"""What interfaces to the news put behind an excerpt."""

_HEADING = rf"(?<![{UPPER}])[{UPPER}][^\W\d_]{{3,13}}"
_SIGN = r"(?:\s?[/|])?\s?"
_NUMBER = r"(?:\d{1,3}(?:[.,'\u2019]\d{3}){1,2}(?!\d)|\d{1,7}(?![.,'\u2019]?\d))"
_HOSTED = rf"(?i:{ANY_COMMENT_HOST})\s?:\s?{_NUMBER}"
_COUNT = re.compile(r"\s?:\s?\d")
"""What stands behind the name in a counter, which is quicker to look for than all names."""
_HOST_ENDS = tuple(COMMENT_HOSTS)
_COUNTERS = re.compile(
    rf"(?:{_HEADING}(?:\s?[/|]\s|\s?))?{_HOSTED}(?:{_SIGN}{_HOSTED}){{1,5}}"
    rf"|{_HEADING}\s?:\s?{_NUMBER}{_SIGN}{_HOSTED}(?:{_SIGN}{_HOSTED}){{0,5}}"
    rf"|(?<![^\W\d_])(?:{ANY_COMMENT_HOST.upper()})\s?:\s?{_NUMBER}"
)
"""Counters of several comment systems in a row, and the heading before them; it may bear the first. One alone
in capitals: ``Stage 6DISQUS: 0Latest``."""
_CAPITALS = re.compile(r"(?<!\S)[^\W\d_a-z]{2,13}\s$")
"""A word in capitals before the one that the heading of such counters ends in."""
_TAIL, _HEADING_CHARS = 1_500, 16
"""Characters at the end of a dump among which such counts stand: links and notices of rights come behind; at
its beginning they stand among menu and title."""


def count_borders(source: str) -> list[int]:
    """Find where counts begin and end that ran into what stands around them at either end of a dump.

    Args:
        source: The dump.

    Returns:
        Places to cut at, in order.

    >>> dump = "It rained. COMMENTS / WORDPRESS: 0 / DISQUS: 0 About us"
    >>> [dump[place:][:8] for place in count_borders(dump)]
    ['COMMENTS', 'About us']
    """
    place = max(0, len(source) - _TAIL)
    found = _LEFT_OUT.search(source, place)
    if found is not None:
        return [found.start()]
    ends = ((0, min(_TAIL, place)), (place, len(source)))
    return [border for begin, end in ends for border in _counters(source, begin, end)]


def _counters(source: str, place: int, stop: int) -> Iterator[int]:
    part = source[place:stop].casefold()
    if not any(part.endswith(_HOST_ENDS, 0, count.start()) for count in _COUNT.finditer(part)):
        return
    for found in _COUNTERS.finditer(source, place, stop):
        start, end = found.span()
        before = _CAPITALS.search(source, max(0, start - _HEADING_CHARS), start)
        if before is not None and before[0].isupper() and source[start:end].partition(" ")[0].isupper():
            start = before.start()
        yield start
        yield behind_space(source, end, len(source))
