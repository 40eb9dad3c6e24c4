"""Reads a text dump: finds out how it was made, undoes that, and cuts it into blocks.

The stages, in order: forms undone (:mod:`~cleannews.read.forms`), program text and the like set aside
(:mod:`~cleannews.read.aside`), character references read
(:mod:`~cleannews.read.references`), addresses behind links cut out
(:mod:`~cleannews.read.spelled`), lines (:mod:`~cleannews.read.lines`), their making
(:mod:`~cleannews.read.layout`), cuts inside lines (:mod:`~cleannews.read.counts`,
:mod:`~cleannews.read.repeats`, :mod:`~cleannews.read.unglue`,
:mod:`~cleannews.read.runs`), marks (:mod:`~cleannews.read.marks`), lines joined to blocks
(:mod:`~cleannews.read.blocks`, :mod:`~cleannews.read.markdown_blocks`). Each only cuts or joins; what a block
*is* is decided later.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from cleannews.labels import Kind, WarningId
from cleannews.read.aside import blanked, spans_of, woven
from cleannews.read.blocks import blocks_of
from cleannews.read.counts import count_borders
from cleannews.read.echoes import echo_borders, excerpt_borders
from cleannews.read.forms import redone, undone
from cleannews.read.front_matter import front_hints
from cleannews.read.glued_echoes import glued_echoes
from cleannews.read.glued_lines import run_together, stamp_borders
from cleannews.read.glued_menus import menu_borders
from cleannews.read.head import head_of, unread
from cleannews.read.layout import traits_of
from cleannews.read.letters import FIRST_CJK
from cleannews.read.lines import Line, cut_line, cut_lines, lines_at, lines_of, merged
from cleannews.read.markdown_blocks import markdown_blocks
from cleannews.read.marks import without_marks
from cleannews.read.page import NO_CONTAINERS, Join, Layout, Page, Segment
from cleannews.read.record import record_of
from cleannews.read.references import unescaped
from cleannews.read.repeats import glued_repeats
from cleannews.read.rewriting import restored
from cleannews.read.runs import cuts_of
from cleannews.read.sentences import words_of
from cleannews.read.separators import separator_of
from cleannews.read.spaced_heads import days_of, is_head, moments_of
from cleannews.read.spelled import without_spelled
from cleannews.read.unglue import Border, borders_of, figure_borders, settled
from cleannews.read.wide_gaps import at_gaps
from cleannews.read.words import Habits
from cleannews.read.wrapping import is_full

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.page import Limits
    from cleannews.read.spaced_heads import Moment
    from cleannews.read.traits import Traits

_MENU_SIZE = 160
"""A line up to this length may be a glued menu."""

_CRUMB_SIZE = 25
"""A longer line is a glued menu if it has a border every so many characters."""

_SMALL_WORDS = 3
"""Words in small letters for each border: what has more is a sentence with a name like "KabarLereng"."""

_RUN = 240
"""In a dump on one line, a line beyond this is cut into sentences."""
_RUN_CJK = 80
"""The same in Han and kana, which say as much in a third of the characters."""

_RUN_OF_LINES = 1500
"""Wrapped lines that run on for longer than this are no paragraph."""

_LONG = 1200
"""In any other dump, a line beyond this is."""


def read_text(source: str, limits: Limits) -> Page:
    r"""Cut a text dump into blocks.

    Args:
        source: The decoded dump.
        limits: How much of it is worked on.

    Returns:
        The page. The segments' spans are ordered and disjoint, cover every character that is not white space,
        and only white space lies between them.

    >>> from cleannews.read.page import DEFAULT_LIMITS
    >>> page = read_text("HomeNewsPolitics\n\nThe river rose.", DEFAULT_LIMITS)
    >>> [segment.text for segment in page.segments]
    ['Home', 'News', 'Politics', 'The river rose.']
    """
    head = head_of(source, limits.characters)
    page = _read(head, limits)
    if len(head) == len(source):
        return page
    return replace(
        page,
        source=source,
        segments=(*page.segments, unread(source, len(head))),
        truncated=True,
        warnings=(*page.warnings, WarningId.CHARACTERS_OVER_LIMIT),
    )


def _read(source: str, limits: Limits) -> Page:
    """Read what is not too long to be worked on."""
    record = record_of(source)
    inside = record.read.text if record else source
    steps = undone(inside)
    plain = steps[-1].read.text if steps else inside
    segments, layout = _shown_segments(plain)
    segments = redone(segments, steps)
    if record:
        segments = record.placed(source, segments)
    truncated = len(segments) > limits.blocks
    if truncated:
        segments = _headed(source, segments, limits.blocks)
    return Page(
        kind=Kind.TEXT,
        source=source,
        segments=tuple(segments),
        containers=NO_CONTAINERS,
        hints=record.hints.with_more(front_hints(plain)) if record else front_hints(plain),
        layout=layout,
        truncated=truncated,
        warnings=(WarningId.BLOCKS_OVER_LIMIT,) if truncated else (),
    )


def _shown_segments(source: str) -> tuple[list[Segment], Layout]:
    """Cut a text into blocks, program text and references among them."""
    spans = spans_of(source)
    shown = blanked(source, spans) if spans else source
    read = unescaped(shown)
    written = read.text if read else shown
    cut = without_spelled(written)
    segments, layout = _segments(cut.text if cut else written)
    if cut:
        segments = restored(written, segments, cut)
    if read:
        segments = restored(shown, segments, read)
    if spans:
        segments = woven(source, segments, spans)
    return segments, layout


def _segments(source: str) -> tuple[list[Segment], Layout]:
    """Cut what holds no program text into blocks."""
    lines = lines_of(source)
    separator = separator_of(source, lines)
    if separator:
        lines = lines_at(lines, separator)
    borders = borders_of(source)
    traits = traits_of(source, lines, borders)
    lines = cut_lines(lines, count_borders(source))
    if traits.layout is Layout.MARKDOWN:
        segments = markdown_blocks(source, lines, traits)
    else:
        if traits.gap:
            lines = at_gaps(lines, traits.gap)
        twice = [] if traits.layout is Layout.ONE_LINE else glued_repeats(source, lines)
        lines = cut_lines(lines, sorted({*glued_echoes(source, lines), *twice}))
        told = [*menu_borders(lines), *stamp_borders(source, lines)]
        lines = _cut_glued(source, lines, _merged(borders, told), traits)
        if traits.glued:
            lines = cut_lines(lines, excerpt_borders(source, lines))
        lines = _cut_runs(source, _unbroken(source, lines, traits), traits)
        if traits.layout is Layout.ONE_LINE:  # what ran together stands apart only now
            lines = _cut_glued(source, lines, _merged(borders, menu_borders(lines)), traits)
        lines = without_marks(source, lines)
        segments = blocks_of(source, lines, traits)
    return segments, traits.layout


def _headed(source: str, segments: list[Segment], count: int) -> list[Segment]:
    """Keep the head; the rest becomes one block without text, so that nothing of the input is lost."""
    rest = segments[count]
    start, end = rest.start or 0, segments[-1].end or 0
    tail = rest._replace(text="", raw=source[start:end], end=end, tag="", link_chars=None, href=None)
    return [*segments[:count], tail]


def _cut_glued(source: str, lines: list[Line], borders: Sequence[Border], traits: Traits) -> list[Line]:
    if traits.glued:
        borders = settled(source, _merged(borders, figure_borders(source)))
    if not borders:
        return lines
    starts = [line[1] for line in lines]
    parts: list[Line] = []
    first = done = 0
    while first < len(borders):
        index = max(0, bisect_left(starts, borders[first].place) - 1)
        line = lines[index]
        if borders[first].place >= line.end:  # a line begins there already
            first += 1
            continue
        after = first + 1
        while after < len(borders) and borders[after].place < line.end:
            after += 1
        inside = borders[first:after]
        if not traits.glued:
            inside = run_together(source, line, inside)
        between = 0 < index < len(lines) - 1
        path = between and lines[index + 1].text in (lines[0].text, lines[index - 1].text)
        cuts = _accepted(line, inside, traits, path=path)
        if cuts:
            parts += lines[done:index]
            parts += cut_line(line, cuts)
            done = index + 1
        first = after
    return parts + lines[done:]


def _days_of(source: str, line: Line, traits: Traits, *, is_head: bool) -> Iterator[Moment]:
    """Yield the days to cut out: all of a head, elsewhere those with a time, in dumps on one line."""
    if is_head:
        yield from days_of(source, line)
    elif traits.layout is Layout.ONE_LINE:
        yield from moments_of(source, line)


def _merged(borders: Sequence[Border], others: Sequence[Border]) -> Sequence[Border]:
    """Put borders in order, one to a place; the first list wins, and is in order by itself."""
    if not others:
        return borders
    places = {border.place: border for border in (*others, *borders)}
    return [places[place] for place in sorted(places)]


def _accepted(line: Line, borders: Sequence[Border], traits: Traits, *, path: bool) -> list[tuple[int, Join]]:
    """Return the cuts of one line: in a glued dump all, elsewhere the certain ones and those of a menu.

    A path between a title and its copy may have two crumbs: ``HomeLocal News``.
    """
    doubtful = sum(not border.certain for border in borders)
    menu = doubtful > (not path) and len(line.text) <= max(_MENU_SIZE, doubtful * _CRUMB_SIZE)
    menu = menu and sum(map(str.islower, line.text.split())) <= doubtful * _SMALL_WORDS
    return [(border.place, border.join) for border in borders if border.certain or traits.glued or menu]


def _unbroken(source: str, lines: list[Line], traits: Traits) -> list[Line]:
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


def _cut_runs(source: str, lines: list[Line], traits: Traits) -> list[Line]:
    longest = _RUN if traits.layout in {Layout.ONE_LINE, Layout.GLUED} and not traits.width else _LONG
    if traits.layout is Layout.ONE_LINE and longest == _RUN and lines and lines[0][0][0] >= FIRST_CJK:
        longest = _RUN_CJK
    longest_line = max([len(line[0]) for line in lines], default=0)
    if traits.layout is Layout.GLUED and longest_line <= _LONG:
        longest = _LONG
    if longest in {_RUN, _RUN_CJK} and traits.gap:
        longest = 0  # gaps part most blocks: what is left of them in a line shows where the others begin
    head = lines[0] if lines and is_head(lines, traits) else None
    if longest_line <= longest and head is None:
        return lines
    habits = Habits(*words_of(source))
    parts: list[Line] = []
    for line in lines:
        long = len(line.text) > longest or line is head
        inside = habits.words.between(line.start, line.end) if long else None
        if inside is None and line is lines[0] and traits.layout is Layout.ONE_LINE:
            parts.extend(cut_lines([line], sorted(echo_borders(source, line.start, line.end))))
            continue
        if inside and inside.texts:
            cuts = dict(cuts_of(source, inside, habits, traits.gap))
            days = list(_days_of(source, line, traits, is_head=line is head))
            for day in days:
                cuts = {place: join for place, join in cuts.items() if place not in day.whole}
            around = dict.fromkeys((place for day in days for place in (day.start, day.stop)), Join.NONE)
            parts.extend(cut_line(line, sorted({**cuts, **around}.items())))
        else:
            parts.append(line)
    return parts
