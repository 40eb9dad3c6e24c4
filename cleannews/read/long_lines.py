"""Lines that are too long for a paragraph: what wrapped them is undone, and their sentences are parted."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cleannews.read.echoes import echo_borders
from cleannews.read.letters import FIRST_CJK
from cleannews.read.lines import cut_line, cut_lines, merged
from cleannews.read.page import Join, Layout
from cleannews.read.runs import cuts_of
from cleannews.read.sentences import words_of
from cleannews.read.spaced_heads import days_of, is_head, moments_of
from cleannews.read.words import Habits
from cleannews.read.wrapping import is_full

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.read.lines import Line
    from cleannews.read.spaced_heads import Moment
    from cleannews.read.traits import Traits

_RUN = 240
"""In a dump on one line, a line beyond this is cut into sentences."""
_RUN_CJK = 80
"""The same in Han and kana, which say as much in a third of the characters."""

_RUN_OF_LINES = 1500
"""Wrapped lines that run on for longer than this are no paragraph."""

_LONG = 1200
"""In any other dump, a line beyond this is."""


def unbroken(source: str, lines: list[Line], traits: Traits) -> list[Line]:
    """Undo the wrapping of what is too long for a paragraph: one-line dumps that were wrapped afterwards."""
    if not traits.width:
        return lines
    parts: list[Line] = []
    done = 0
    for first, stop in _full_runs(lines, traits):
        if lines[stop - 1].end - lines[first].start > _RUN_OF_LINES:
            parts += lines[done:first]
            parts.append(merged(source, lines[first], lines[stop - 1]))
            done = stop
    return parts + lines[done:]


def _full_runs(lines: list[Line], traits: Traits) -> Iterator[tuple[int, int]]:
    """Yield runs of lines that were broken because they were full: the first, and the one behind the last.

    Only lines that follow each other without a gap for longer than a paragraph are looked at.
    """
    borders = [index for index, line in enumerate(lines) if line[3] or line[7] is not None]
    for begin, end in pairwise(sorted({0, *borders, len(lines)})):
        if lines[end - 1].end - lines[begin].start <= _RUN_OF_LINES:
            continue
        first = begin
        for index in range(begin + 1, end + 1):
            if index == end or not is_full(lines[index - 1], lines[index].text, traits):
                yield first, index
                first = index


def cut_runs(source: str, lines: list[Line], traits: Traits) -> list[Line]:
    """Cut lines that are too long for a paragraph, and a glued head, into their sentences.

    Args:
        source: The dump.
        lines: Its lines, cut at glued borders.
        traits: How the dump was made.
    """
    longest_line = max([len(line[0]) for line in lines], default=0)
    longest = _longest_paragraph(lines, traits, longest_line)
    head = lines[0] if lines and is_head(lines, traits) else None
    if longest_line <= longest and head is None:
        return lines
    habits = Habits(*words_of(source))
    parts: list[Line] = []
    for line in lines:
        long = len(line.text) > longest or line is head
        if not long and line is lines[0] and traits.layout is Layout.ONE_LINE:
            parts.extend(cut_lines([line], sorted(echo_borders(source, line.start, line.end))))
            continue
        inside = habits.words.between(line.start, line.end) if long else None
        if inside and inside.texts:
            days = list(_days_of(source, line, traits, is_head=line is head))
            parts.extend(
                cut_line(line, _cuts_around(days, dict(cuts_of(source, inside, habits, traits.gap))))
            )
        else:
            parts.append(line)
    return parts


def _longest_paragraph(lines: list[Line], traits: Traits, longest_line: int) -> int:
    """The characters beyond which a line of this dump is cut."""
    if traits.layout not in {Layout.ONE_LINE, Layout.GLUED} or traits.width:
        return _LONG
    if traits.layout is Layout.GLUED and longest_line <= _LONG:
        return _LONG
    if traits.gap:
        return 0  # gaps part most blocks: what is left of them in a line shows where the others begin
    unspaced = traits.layout is Layout.ONE_LINE and bool(lines) and lines[0][0][0] >= FIRST_CJK
    return _RUN_CJK if unspaced else _RUN


def _days_of(source: str, line: Line, traits: Traits, *, is_head: bool) -> Iterator[Moment]:
    """Yield the days to cut out: all of a head, elsewhere those with a time, in dumps on one line."""
    if is_head:
        yield from days_of(source, line)
    elif traits.layout is Layout.ONE_LINE:
        yield from moments_of(source, line)


def _cuts_around(days: list[Moment], cuts: dict[int, Join]) -> list[tuple[int, Join]]:
    """Put cuts before and behind days instead of those inside of them."""
    for day in days:
        cuts = {place: join for place, join in cuts.items() if place not in day.whole}
    edges = dict.fromkeys((place for day in days for place in (day.start, day.stop)), Join.NONE)
    return sorted({**cuts, **edges}.items())
