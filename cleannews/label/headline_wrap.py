"""Headlines that the width of a dump broke into several lines."""

from __future__ import annotations

import re
from itertools import islice
from statistics import median_low
from typing import TYPE_CHECKING

from cleannews.read.blocks import is_rule
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from cleannews.read.page import Page, Segment

_WRAPPED = frozenset({Layout.WRAPPED, Layout.MARKDOWN})
_MAX_LINES = 3
"""Lines in which a headline goes on: at 78 columns that is more than any one has."""
_PARAGRAPHS = 60
"""Wrapped paragraphs whose lines tell the width of a dump."""
_OFF_CENTRE = 2
"""Twice the columns by which the middles of two centred lines may differ."""
_DATE_BEHIND = re.compile(r"\s(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d)$")
"""A date that was run into the headline's line."""


def usual_width(page: Page) -> int:
    """The usual length of a line that the dump's width broke; 0 in layouts without a width.

    Half of such lines are at least so long: addresses that stand over the width do not count.
    """
    if page.layout not in _WRAPPED:
        return 0
    wrapped = (segment.raw for segment in page.segments if "\n" in segment.raw)
    lengths = [len(line) for raw in islice(wrapped, _PARAGRAPHS) for line in raw.split("\n")[:-1] if line]
    return median_low(lengths) if lengths else 0


def unwrapped(page: Page, index: int, width: int) -> tuple[str, int]:
    """Put a headline together again that goes on in the next lines.

    It does where the first word of a line had no room behind the line before, no blank line parts the two,
    and both stand at the margin or have the same middle. On the dumps of the development corpora 957 of 981
    lines directly behind a Markdown heading are such.

    Args:
        page: The dump.
        index: The block in which the headline begins.
        width: What :func:`usual_width` gives for the page.

    Returns:
        The headline, and the index behind its last block.
    """
    segments = page.segments
    text = segments[index].text
    if text[-1:].isdigit():
        text = _DATE_BEHIND.sub("", text) or text
    marked = page.layout is Layout.MARKDOWN
    if not width or (marked and not _is_heading(segments[index])):
        return text, index + 1
    stop = min(index + 1 + _MAX_LINES, len(segments))
    for place in range(index + 1, stop):
        last, segment = segments[place - 1], segments[place]
        if segment.gap or segment.tag or not (marked or _are_aligned(last, segment)) or is_rule(segment.text):
            return text, place
        shown = last.raw.rpartition("\n")[2]  # the head of a printed page may stand above it
        if len(shown) + last.indent + 1 + len(segment.text.partition(" ")[0]) <= width:
            return text, place
        text = f"{text} {segment.text}"
    return text, stop


def _is_heading(segment: Segment) -> bool:
    return segment.tag[:1] == "h" and segment.tag[1:].isdigit()


def _are_aligned(last: Segment, segment: Segment) -> bool:
    """Whether two lines stand at the margin, or were centred."""
    if not last.indent and not segment.indent:
        return True
    middles = [2 * line.indent + len(line.raw) for line in (last, segment)]
    return abs(middles[0] - middles[1]) <= _OFF_CENTRE
