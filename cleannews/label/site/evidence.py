"""What a template says of a page's blocks: on how many other pages of the site their words stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cleannews.label.site.sketch import RUN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleannews.label.site.counts import Counts, Table
    from cleannews.label.site.sketch import PageSketch
    from cleannews.label.site.words import Hashes

Floats = NDArray[np.float64]

_CLOSE = 25
"""Words on either side of a block that are its surroundings: a headline and a standfirst."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Columns with one entry per block of the page, and what they are counted over."""

    others: int
    """Articles of the site, this one left out."""
    article: int | None
    """Number of the article that this page shows, if it was learned from."""
    words: NDArray[np.int32]
    """For each word on how many other articles' pages it stands in a run of four, or in the same line."""
    starts: NDArray[np.int64]
    """For each block the number of words before it, and the number of all words."""
    seen: Floats
    """Share of the block's words that stand on at least one other page."""
    share: Floats
    """Share of the other pages that the block's words stand on, 0-1, on the average of its words."""
    depth: Floats
    """The same, each word's share times the binary logarithm of its number of pages: 0 for one page."""
    pages: NDArray[np.int32]
    """Other pages that its shared words stand on, on the average; 0 if none is shared."""
    prose: NDArray[np.bool_]
    """Whether it reads like prose."""

    @property
    def itself(self) -> int:
        """1 if this page's article is one of those that were learned from, else 0."""
        return int(self.article is not None)

    def without(self, blocks: Iterable[int]) -> Evidence:
        """Return the same with nothing said of some blocks."""
        said = np.ones(len(self.seen), dtype=bool)
        said[list(blocks)] = False
        return replace(
            self,
            seen=self.seen * said,
            share=self.share * said,
            depth=self.depth * said,
            pages=self.pages * said,
        )

    def around(self, index: int) -> float:
        """Return which share of the words beside a block other pages show: of the side with fewer."""
        start, end = (int(self.starts[place]) for place in (index, index + 1))
        sides = (self.words[max(start - _CLOSE, 0) : start], self.words[end : end + _CLOSE])
        return min((float((side > 0).mean()) for side in sides if len(side)), default=0.0)


def evidence_of(sketch: PageSketch, counts: Counts) -> Evidence:
    """Hold a page against its site.

    Args:
        sketch: Of the page.
        counts: Of the site; this page and those with nearly the same prose are left out.
    """
    number = counts.own(sketch)
    own = None if number is None else counts.articles[number]
    runs = _elsewhere(sketch.runs, counts.runs, own.runs if own else None)
    lines = _elsewhere(sketch.lines, counts.lines, own.lines if own else None)
    words = runs.copy()
    for place in range(1, RUN):
        np.maximum(words[place:], runs[:-place], out=words[place:])
    starts = np.append(sketch.starts, len(words)).astype(np.int64)
    np.maximum(words, np.repeat(lines, np.diff(starts)), out=words)
    count = len(counts.articles) - (own is not None)
    others = max(count, 1)
    return Evidence(
        others=count,
        article=number,
        words=words,
        starts=starts,
        seen=_means(words > 0, starts),
        share=_means(words / others, starts),
        depth=_means(np.log2(np.maximum(words, 1)) * words / others, starts),
        pages=_pages(words, starts),
        prose=sketch.prose,
    )


def _elsewhere(hashes: Hashes, table: Table, own: Hashes | None) -> NDArray[np.int32]:
    found = table.look_up(hashes)
    if own is not None:
        found -= np.isin(hashes, own)
    return np.maximum(found, 0)


def _pages(words: NDArray[np.int32], starts: NDArray[np.int64]) -> NDArray[np.int32]:
    shared = _means(words > 0, starts)
    found = np.divide(_means(words, starts), shared, out=np.zeros(len(shared)), where=shared > 0)
    return np.floor(found + 0.5).astype(np.int32)


def _means(values: NDArray[np.int32] | NDArray[np.bool_] | Floats, starts: NDArray[np.int64]) -> Floats:
    """Average a column of words over each block; 0 for a block without words."""
    sums = np.concatenate([[0], np.cumsum(values, dtype=np.float64)])
    sizes = np.diff(starts)
    means: Floats = (sums[starts[1:]] - sums[starts[:-1]]) / np.maximum(sizes, 1)
    return means
