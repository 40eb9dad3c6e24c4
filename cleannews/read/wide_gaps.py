"""Cuts lines where a run of white space stands for tags that somebody took out.

Who replaces each tag by a space leaves a gap as wide as tags stood there: ``</a></li> <li><a>`` becomes five
spaces, and a menu, or a caption and the paragraph below it, one line. How wide a gap has to be to part two
blocks is asked of the dump itself: what stands behind an inline element begins with a small letter or a
comma, what begins a block does not. Typists who put two spaces behind a full stop, justified lines and tables
have gaps as well: they part no blocks.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.letters import CLOSING, STOPS
from cleannews.read.lines import cut_line
from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleannews.read.lines import Line

_WIDE = "  "
_GAP = re.compile(r"[ \t\u00a0]{2,}")

_WIDEST = 4
"""Wider gaps are counted as of this width: they part blocks in all dumps alike."""

_LEAST_GAPS = 12
"""Fewer gaps are somebody's slips, or one line of a table."""

_MOST_INSIDE = 0.12
"""Share of the gaps of a width that may have a small letter behind them if they part blocks. On 62 pages of
fundus_dev whose tags became spaces: 29 % behind two spaces, 11 % behind three, 2 % behind more."""

_MOST_ENDED = 0.7
"""Share of the gaps of a width that may stand behind a full stop: those of a typist stand nowhere else."""

_GOES_ON = frozenset(",.;:!?([{)]}»…%’'、。，．！？：；（）」』】〉》〕")
"""What no block begins with, or seldom: a bracket behind a gap holds how a name is read, or a year."""

_WAITS = frozenset("([{（「『【〈《〔«„“‘¿¡")
"""Behind what no block begins."""


class _Gap(NamedTuple):
    """White space inside a line."""

    width: int
    """Characters, :data:`_WIDEST` at most."""
    end: int
    """Where the next word begins, in the line."""
    ended: bool
    """Whether a sentence ends before it."""
    inside: bool
    """Whether what follows goes on with what stands before."""


def parting_gap(source: str, lines: Sequence[Line]) -> int:
    """Return from how many spaces on a gap inside a line of a dump parts two blocks; 0 if none does."""
    if _WIDE not in source:
        return 0
    return _parting_width(gap for line in lines if _WIDE in line[0] for gap in _gaps(line[0]))


def at_gaps(lines: Sequence[Line], width: int) -> list[Line]:
    """Cut the lines of a dump at its wide gaps.

    Args:
        lines: Of a dump that is not wrapped at a column; ``source[start:end]`` each.
        width: As :func:`parting_gap` finds it, not 0.

    Returns:
        The same lines, or parts of them.
    """
    gaps = [_gaps(line.text) if _WIDE in line.text else [] for line in lines]
    parts: list[Line] = []
    for line, found in zip(lines, _without_tables(gaps, lines), strict=True):
        places = [line.start + end for end in _borders(found, width)]
        parts += cut_line(line, [(place, Join.NONE) for place in places]) if places else [line]
    return parts


def _gaps(text: str) -> list[_Gap]:
    return [
        _Gap(
            min(gap.end() - gap.start(), _WIDEST),
            gap.end(),
            ended=_is_ended(text, gap.start()),
            inside=_goes_on(text[gap.start() - 1], text[gap.end()]),
        )
        for gap in _GAP.finditer(text)
    ]


def _goes_on(last: str, first: str) -> bool:
    return first.islower() or first in _GOES_ON or last in _WAITS


def _is_ended(text: str, end: int) -> bool:
    """Tell whether a sentence ends at a place."""
    return text[max(0, end - 3) : end].rstrip(CLOSING)[-1:] in STOPS


def _parting_width(gaps: Iterable[_Gap]) -> int:
    """Return from which width on gaps part blocks; 0 if none does."""
    sizes, inside, ended = Counter[int](), Counter[int](), Counter[int]()
    for gap in gaps:
        sizes[gap.width] += 1
        inside[gap.width] += gap.inside
        ended[gap.width] += gap.ended
    parting = 0
    for width in range(_WIDEST, 1, -1):
        if inside[width] > _MOST_INSIDE * sizes[width] or ended[width] > _MOST_ENDED * sizes[width]:
            break
        parting = width
    count = sum(size for width, size in sizes.items() if width >= parting)
    return parting if parting and count >= _LEAST_GAPS else 0


def _without_tables(gaps: Sequence[list[_Gap]], lines: Sequence[Line]) -> Iterator[list[_Gap]]:
    """Take out the gaps of the rows of tables: lines in a row whose columns begin at the same place."""
    columns = [
        frozenset(gap.end + line.indent for gap in found) for found, line in zip(gaps, lines, strict=True)
    ]
    rows = [False] * len(lines)
    for index in range(1, len(lines)):
        if not lines[index].gap and not columns[index].isdisjoint(columns[index - 1]):
            rows[index - 1] = rows[index] = True
    for is_row, run in groupby(zip(rows, gaps, strict=True), key=lambda pair: pair[0]):
        found = [each for _, each in run]
        yield from ([[]] * len(found) if is_row and len(found) >= _LEAST_ROWS else found)


_LEAST_ROWS = 3
"""Rows of a table."""


def _borders(gaps: Sequence[_Gap], width: int) -> Iterator[int]:
    """Yield where a line is cut: not around an inline element, whose next gap goes on with the sentence."""
    for index, gap in enumerate(gaps):
        if gap.width < width or gap.inside:
            continue
        if not gap.ended and index + 1 < len(gaps) and gaps[index + 1].inside:
            continue
        yield gap.end
