"""Tables of the article (HTML): results, standings, figures; their cells read like nothing else on a page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from cleannews.label.context import Context, Verdict

_CELLS = frozenset({"td", "th"})
_FEW = 3
"""Of so many cells one may be called a word of share bars and the like; buttons are set in tables too."""
_LEAST = 2
"""Cells: a picture and its caption are set in tables, too, and are one block."""


def cells_to_keep(context: Context, settled: Sequence[Verdict], by_shape: Container[str]) -> Iterator[int]:
    """Find the removed cells of a table without links between two kept blocks.

    Of 32 such tables on the pages of wcxb_dev and fundus_dev, cross-validated, 27 stand in the gold; nearly
    all cells of others hold signs alone (✓, $$).

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named: others stay removed.
    """
    columns = context.measures.columns
    if "td" not in columns.tag:
        return
    tables = context.page.containers.nearest("table")
    for table, run in groupby(range(len(settled)), lambda index: tables[columns.container[index]]):
        places = list(run) if table >= 0 else []
        if len(places) >= _LEAST and _is_of_text(context, settled, places):
            removed = [index for index in places if not settled[index].label.in_text]
            yield from (index for index in removed if settled[index].reason in by_shape)
            called = [index for index in removed if may_be_entry(settled[index].reason)]
            yield from called if len(called) * _FEW <= len(places) else ()


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
        and all(context.page.segments[index].tag in _CELLS for index in places)
        and not any(context.page.segments[index].link_chars for index in places)
    )
