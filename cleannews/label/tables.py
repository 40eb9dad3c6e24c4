"""Tables of the article (HTML, Markdown): results, standings, figures; nothing on a page reads as they do."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cleannews.labels import Label
from cleannews.read.elements import CELLS
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from cleannews.label.context import Context, Verdict

_FEW = 3
"""Of so many cells one may be called a word of share bars and the like; buttons are set in tables too."""
_LEAST = 2
"""Cells: a picture and its caption are set in tables, too, and are one block."""


def cells_to_keep(context: Context, settled: Sequence[Verdict], by_shape: Container[str]) -> Iterator[int]:
    """Find the removed cells of a table without links between two kept blocks.

    Of 32 such tables on the pages of wcxb_dev and fundus_dev, cross-validated, 27 stand in the gold; nearly
    all cells of others hold signs alone (✓, $$). In Markdown made of WCXB's pages word F1 rises by the rows
    of tables from .9564 to .9565.

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named: others stay removed.
    """
    for places in _tables(context):
        if len(places) >= _LEAST and _is_of_text(context, settled, places):
            shown = [index for index in places if context.measures.keys[index]]  # not the ruler
            removed = [index for index in shown if not settled[index].label.in_text]
            yield from (index for index in removed if settled[index].reason in by_shape)
            called = [index for index in removed if may_be_entry(settled[index].reason)]
            yield from called if len(called) * _FEW <= len(places) else ()


def _tables(context: Context) -> Iterator[list[int]]:
    """Yield the blocks of each table: its cells, or in Markdown its rows."""
    columns = context.measures.columns
    if context.page.layout is Layout.MARKDOWN:
        for is_row, run in groupby(range(len(columns.raw)), lambda index: _is_row(columns.raw[index])):
            if is_row:
                yield list(run)
    elif "td" in columns.tag:
        tables = context.page.containers.nearest("table")
        for table, run in groupby(range(len(columns.tag)), lambda index: tables[columns.container[index]]):
            if table >= 0:
                yield list(run)


def may_be_entry(reason: str) -> bool:
    """Tell whether what was removed for a reason may be an entry of a table or list that is the article's.

    A word by itself is called what it is called elsewhere: "Share" heads a column of votes, "P" one of
    points.

    >>> may_be_entry("share_word"), may_be_entry("advert_phrase"), may_be_entry("hidden")
    (True, True, False)
    """
    return reason.endswith(_OF_WORDS)


_OF_WORDS = ("_word", "_phrase", "_bar")
"""Ends of the reasons of whole lines that are a word or phrase of the lexicon."""


def _is_of_text(context: Context, settled: Sequence[Verdict], places: Sequence[int]) -> bool:
    before, behind = places[0] - 1, places[-1] + 1
    while behind < len(settled) and settled[behind].label is Label.CAPTION:  # where its numbers come from
        behind += 1
    return (
        before >= 0
        and behind < len(settled)
        and settled[before].label.in_text
        and settled[behind].label.in_text
        and all(_is_cell(context, index) for index in places)
        and not any(context.page.segments[index].link_chars for index in places)
    )


def _is_cell(context: Context, index: int) -> bool:
    """Tell whether a block is a cell, or a row of cells behind a bar."""
    segment = context.page.segments[index]
    return segment.tag in CELLS or _is_row(segment.raw)


def _is_row(raw: str) -> bool:
    """Tell whether a line of Markdown is a row of two cells or more; one cell holds a picture, or a text.

    >>> _is_row("| Day | Pier |"), _is_row("| The quay at noon |")
    (True, False)
    """
    return raw[:1] == "|" and raw.count("|") >= _BARS


_BARS = 3
