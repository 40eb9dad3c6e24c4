"""Gold alignment: which tokens of a page's blocks are the article's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from quality.score import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT_RUN = 4
"""Runs of fewer equal tokens may be chance and need a neighbour."""

_NEAR_GOLD = 5
_NEAR_PAGE = 40
"""Tokens within which a neighbouring run backs a short one, in the gold and on the page."""


def align(texts: Sequence[str], gold: Sequence[str]) -> list[float]:
    """Tell for each block which share of its tokens is found, in order, in the gold.

    The longest common subsequence of the page's and the gold's tokens, with short runs dropped that have no
    neighbour: a stray "the" of a menu would otherwise be taken for the article's.

    Args:
        texts: The blocks of a page, in order.
        gold: The paragraphs of the article.

    Returns:
        A share 0-1 for each block; 0 for a block without tokens.
    """
    page, owners = [], []
    for index, text in enumerate(texts):
        found = tokens(text)
        page.extend(found)
        owners.extend([index] * len(found))
    wanted = tokens("\n".join(gold))
    sizes = [0] * len(texts)
    for owner in owners:
        sizes[owner] += 1
    hits = [0] * len(texts)
    for start, stop in _solid_runs(page, wanted):
        for place in range(start, stop):
            hits[owners[place]] += 1
    return [hit / size if size else 0.0 for hit, size in zip(hits, sizes, strict=True)]


def _solid_runs(page: list[str], wanted: list[str]) -> list[tuple[int, int]]:
    """Runs of equal tokens as page spans, short ones only beside another run."""
    runs = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in LCSseq.opcodes(page, wanted)
        if op.tag == "equal"
    ]
    solid = []
    for place, run in enumerate(runs):
        backed = run[1] - run[0] >= _SHORT_RUN
        for other in runs[max(place - 1, 0) : place + 2]:
            if other is not run and not backed:
                gold_gap = max(run[2] - other[3], other[2] - run[3])
                page_gap = max(run[0] - other[1], other[0] - run[1])
                backed = gold_gap <= _NEAR_GOLD and page_gap <= _NEAR_PAGE
        if backed:
            solid.append((run[0], run[1]))
    return solid
