"""Lists of the article: their items are short and read like a menu's, what stands around them tells."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from cleannews.label.context import Context, Verdict

_COLONS = (":", "：")
"""Of the items given back behind one in lynx dumps of a sixth of wcxb_dev, nine in ten stand in the gold."""
_BETWEEN = 2
"""Removed items in a row between two kept ones that are items as they are."""


def items_to_keep(context: Context, settled: Sequence[Verdict], by_shape: Container[str]) -> Iterator[int]:
    """Find the removed items of lists that are the article's.

    A list is, if a kept block that ends in a colon announces it; and what stands between two kept items of
    a list is an item as they are.

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named: others stay removed.
    """
    segments = context.page.segments
    for listed, run in groupby(range(len(segments)), lambda index: segments[index].tag == "li"):
        if not listed:
            continue
        places = list(run)
        removed = [index for index in places if settled[index].reason in by_shape]
        if not removed:
            continue
        if places[0] and _announces(context, settled, places[0] - 1):
            yield from removed
            continue
        kept = [index for index in places if settled[index].label.in_text]
        for above, below in pairwise(kept):
            if below - above <= _BETWEEN + 1:
                yield from (index for index in range(above + 1, below) if settled[index].reason in by_shape)


def _announces(context: Context, settled: Sequence[Verdict], index: int) -> bool:
    return settled[index].label.in_text and context.page.segments[index].text.endswith(_COLONS)
