"""Paragraphs that the score missed, set exactly as the kept ones are (HTML)."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING

from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cleannews.label.context import Context, Verdict

_KEPT = 2
"""Kept paragraphs of a setting from which it is the article's."""
_WORDS = 8
_LINKS = 0.3
_NEAR = 6
"""Blocks from the last kept paragraph: a box of two lines and a form stand between."""


def paragraphs_alike(
    context: Context, settled: Sequence[Verdict], by_shape: Collection[str]
) -> Iterator[int]:
    """Find sentences that no rule named, which only paragraphs of the article are set as, and close to one.

    Args:
        context: The page.
        settled: A verdict a block.
        by_shape: Reasons of blocks that no rule named.
    """
    containers = context.page.containers
    if not containers.tags:
        return
    segments, measures = context.page.segments, context.measures
    words = measures.words
    missed = [
        index
        for index in compress(range(len(settled)), measures.ended)
        if words[index] >= _WORDS
        and settled[index].reason in by_shape
        and (measures.link_share[index] or 0.0) < _LINKS
        and not segments[index].hidden
    ]
    if not missed:
        return
    kept = [index for index, verdict in enumerate(settled) if verdict.label is Label.BODY]
    settings = Counter(_setting(context, index) for index in kept)
    others = Counter(_setting(context, index) for index in missed)
    for index in missed:
        setting, place = _setting(context, index), bisect_left(kept, index)
        near = any(abs(index - other) <= _NEAR for other in kept[max(place - 1, 0) : place + 1])
        if near and settings[setting] >= _KEPT and settings[setting] > others[setting]:
            yield index


def _setting(context: Context, index: int) -> tuple[str, ...]:
    """Tags and names of the block's own element and of two above it."""
    parents, tags, names, _ = context.page.containers
    own = context.page.segments[index].container
    up = max(parents[own], 0)
    above = max(parents[up], 0)
    return tags[own], names[own], tags[up], names[up], tags[above], names[above]
