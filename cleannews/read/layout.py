"""Finds out how a text dump was made."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cleannews.read.echoes import echo_borders
from cleannews.read.markdown_signs import is_markdown
from cleannews.read.marks import are_links_numbered
from cleannews.read.page import Layout
from cleannews.read.traits import Traits
from cleannews.read.wide_gaps import parting_gap
from cleannews.read.wrapping import wrapping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.read.borders import Border
    from cleannews.read.lines import Line

_LONG_LINE = 2000
"""A line beyond this is no paragraph: in fundus_dev 1 gold paragraph in 400 is longer."""

_LONG_ALONE = 500
"""A dump's only line beyond this is a dump on one line."""

_MIN_GLUED = 4
_CHARS_PER_GLUED = 2500
"""One glued border in so many characters makes a dump glued; block-aware dumps have one in 20 000."""

_MIN_GLUED_MENU, _CHARS_PER_GLUED_MENU = 20, 200
"""The same for borders that names may have too (``BritBox``): a glued menu has one every ten characters."""

_FLUSH = 0.9
"""Share of lines that follow the one before at the same distance in a dump of one line a text node."""

_MIN_PIECES, _LINES_PER_PIECE = 3, 100


def _is_alone(source: str, lines: Sequence[Line]) -> bool:
    """Tell whether a dump is one line of more than a paragraph: a long one, or one that has its title twice.

    What follows a title is no small letter; one begins the rest of two sentences that begin alike.
    """
    if len(lines) != 1:
        return False
    line = lines[0]
    borders = echo_borders(source, line.start, line.end)
    return len(line.text) > _LONG_ALONE or (
        len(borders) > 1 and not any(source[border].islower() for border in borders)
    )


def traits_of(source: str, lines: Sequence[Line], borders: Sequence[Border]) -> Traits:
    """Tell how a dump was made from what its lines look like.

    Args:
        source: The dump.
        lines: Its lines.
        borders: Where letters tell that text nodes ran into each other.
    """
    sizes = [len(line[0]) for line in lines]
    size = sum(sizes)
    glued = _is_glued(borders, size)
    numbered = are_links_numbered(source)
    base_gap = _base_gap(lines)
    if is_markdown(source):
        width, wide = wrapping(lines)
        return Traits(Layout.MARKDOWN, width, wide, glued=False, numbered=False, base_gap=base_gap)
    if _is_alone(source, lines) or sum([length for length in sizes if length > _LONG_LINE]) * 2 > size:
        layout = Layout.GLUED if glued else Layout.ONE_LINE
        gap = parting_gap(source, lines)
        return Traits(layout, 0, wide=False, glued=glued, numbered=numbered, base_gap=base_gap, gap=gap)
    width, wide = wrapping(lines)
    if width:
        layout = Layout.WRAPPED
    elif glued:
        layout = Layout.GLUED
    else:
        layout = Layout.LINES if base_gap == 0 or (base_gap > 0 and _has_pieces(lines)) else Layout.BLOCKS
    if layout is not Layout.LINES:
        base_gap = 0
    gap = 0 if width else parting_gap(source, lines)
    return Traits(layout, width, wide, glued=glued, numbered=numbered, base_gap=base_gap, gap=gap)


def _is_glued(borders: Sequence[Border], size: int) -> bool:
    """Tell whether borders are so many, for so many characters, that text nodes run into each other."""
    certain = sum(border.certain for border in borders)
    return (
        certain >= _MIN_GLUED + size / _CHARS_PER_GLUED
        or len(borders) >= _MIN_GLUED_MENU + size / _CHARS_PER_GLUED_MENU
    )


def _base_gap(lines: Sequence[Line]) -> int:
    """Return the one distance at which nearly all lines follow each other, -1 if there is none."""
    gaps = Counter([line[3] for line in lines[1:]])
    if not gaps:
        return 0
    gap, count = gaps.most_common(1)[0]
    return gap if count >= _FLUSH * (len(lines) - 1) else -1


def _has_pieces(lines: Sequence[Line]) -> bool:
    """Tell whether lines start with what only pieces of a paragraph start with: a comma, a full stop."""
    starts = [line[0][:2] for line in lines if line[0][0] in ",.;)"]
    pieces = sum(start[1:] in " \u00a0" for start in starts)
    return pieces >= _MIN_PIECES and pieces * _LINES_PER_PIECE >= len(lines)
