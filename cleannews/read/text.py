"""Reads a text dump: finds out how it was made, undoes that, and cuts it into blocks.

The stages, in order: forms undone (:mod:`~cleannews.read.forms`), program text and the like set aside
(:mod:`~cleannews.read.aside`), character references read
(:mod:`~cleannews.read.references`), addresses behind links cut out
(:mod:`~cleannews.read.spelled`), lines (:mod:`~cleannews.read.lines`), their making
(:mod:`~cleannews.read.layout`), cuts inside lines (:mod:`~cleannews.read.counts`,
:mod:`~cleannews.read.repeats`, :mod:`~cleannews.read.glued_echoes`, :mod:`~cleannews.read.glued_cuts`,
:mod:`~cleannews.read.long_lines`), marks (:mod:`~cleannews.read.marks`), lines joined to blocks
(:mod:`~cleannews.read.blocks`, :mod:`~cleannews.read.markdown_blocks`). Each only cuts or joins; what a block
*is* is decided later.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cleannews.labels import Kind, WarningId
from cleannews.read.aside import blanked, spans_of, woven
from cleannews.read.blocks import blocks_of
from cleannews.read.containers import NO_CONTAINERS
from cleannews.read.counts import count_borders
from cleannews.read.echoes import excerpt_borders
from cleannews.read.forms import redone, undone
from cleannews.read.front_matter import front_hints
from cleannews.read.glued_cuts import cut_glued, merged_borders
from cleannews.read.glued_echoes import glued_echoes
from cleannews.read.glued_lines import stamp_borders
from cleannews.read.glued_menus import menu_borders
from cleannews.read.head import head_of, unread
from cleannews.read.layout import traits_of
from cleannews.read.lines import cut_lines, lines_at, lines_of
from cleannews.read.long_lines import cut_runs, unbroken
from cleannews.read.markdown_blocks import markdown_blocks
from cleannews.read.marks import without_marks
from cleannews.read.page import Layout, Page, Segment
from cleannews.read.record import record_of
from cleannews.read.references import unescaped
from cleannews.read.repeats import glued_repeats
from cleannews.read.rewriting import restored
from cleannews.read.separators import separator_of
from cleannews.read.spelled import without_spelled
from cleannews.read.unglue import borders_of
from cleannews.read.wide_gaps import at_gaps

if TYPE_CHECKING:
    from cleannews.read.page import Limits


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
        lines = cut_glued(source, lines, merged_borders(borders, told), traits)
        if traits.glued:
            lines = cut_lines(lines, excerpt_borders(source, lines))
        lines = cut_runs(source, unbroken(source, lines, traits), traits)
        if traits.layout is Layout.ONE_LINE:  # what ran together stands apart only now
            lines = cut_glued(source, lines, merged_borders(borders, menu_borders(lines)), traits)
        lines = without_marks(source, lines)
        segments = blocks_of(source, lines, traits)
    return segments, traits.layout


def _headed(source: str, segments: list[Segment], count: int) -> list[Segment]:
    """Keep the head; the rest becomes one block without text, so that nothing of the input is lost."""
    rest = segments[count]
    start, end = rest.start or 0, segments[-1].end or 0
    tail = rest._replace(text="", raw=source[start:end], end=end, tag="", link_chars=None, href=None)
    return [*segments[:count], tail]
