"""What stands between the lines that a site's pages share, page after page.

These lines divide each page into slots: one holds the article, another the teasers behind "Read on", a third
what is said of the author. What fills a slot is new on every page, but of one kind: where the other pages
have headlines and halves of sentences, this one has no paragraphs either.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from cleannews.label.site.cut import borders_of
from cleannews.label.site.evidence import evidence_of
from cleannews.label.site.sketch import RUN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from cleannews.label.site.counts import Counts
    from cleannews.label.site.evidence import Evidence, Floats
    from cleannews.label.site.sketch import PageSketch
    from cleannews.label.site.words import Hashes

SHARED = 0.9
"""Share of its words that a line must have in common with half of the other pages to divide them."""

MUCH = 0.2
"""Share of the other pages' prose from which a slot holds the article, or a good part of it."""

LEAST_PAGES = 2
"""Other pages that must have something in a slot for it to say anything."""

OWN = 0.5
"""A line of whose words more stand elsewhere fills no slot."""


class Lines(NamedTuple):
    """The lines of a page, or the parts of lines, by what stands around them: columns of one length."""

    before: Hashes
    """The shared line before it; 0 if there is none."""
    behind: Hashes
    """The shared line behind it; 0 if there is none."""
    own: NDArray[np.int64]
    """Its words that no other page shows; 0 where it fills no slot."""
    prose: NDArray[np.int64]
    """Those of them that read like prose."""


class Side(NamedTuple):
    """What stands on one side of shared lines: a row for a line and an article, sorted by line."""

    lines: Hashes
    articles: NDArray[np.int64]
    shares: Floats
    """Which part of the prose that only this article's pages have stands there."""

    def look_up(self, wanted: Hashes, article: int | None) -> tuple[Floats, NDArray[np.int64]]:
        """Return the mean share that stands beside each of these lines, and the articles that it is of.

        Args:
            wanted: Shared lines.
            article: The article that does not count.
        """
        counted = self.articles != (-1 if article is None else article)
        first, last = (np.searchsorted(self.lines, wanted, side) for side in ("left", "right"))
        shares, articles = (
            np.concatenate([[0], np.cumsum(column)]) for column in (self.shares * counted, counted)
        )
        count = (articles[last] - articles[first]).astype(np.int64)
        return (shares[last] - shares[first]) / np.maximum(count, 1), count


class Slots(NamedTuple):
    """The slots of a site."""

    behind: Side
    """What stands behind the shared lines."""
    before: Side
    """What stands before them."""


class Places(NamedTuple):
    """What is known of the slots that blocks stand in: columns with one entry per block."""

    share: Floats
    """Share of the other pages' prose that stands in the same slot: of the side with more; 0 if not known."""
    pages: NDArray[np.int64]
    """Other articles' pages that have something in the same slot; 0 for what is not this page's prose."""


def places_of(sketch: PageSketch, evidence: Evidence, slots: Slots) -> Places:
    """Hold the prose of a page against what stands in the same places elsewhere.

    Nothing is said of what stands above the first slot that has much of the other pages' text: a paragraph
    above a box, as the lead often stands, is a small part of a long story.

    Args:
        sketch: Of the page.
        evidence: Of its blocks.
        slots: Of its site.
    """
    lines = lines_of(sketch, evidence, evidence.starts)
    sides = (
        slots.behind.look_up(lines.before, evidence.article),
        slots.before.look_up(lines.behind, evidence.article),
    )
    known = [np.where(pages >= LEAST_PAGES, share, 0.0) for share, pages in sides]
    share, pages = np.maximum(*known), np.maximum(sides[0][1], sides[1][1])
    told = (pages >= LEAST_PAGES) & (lines.prose > 0)
    begun = np.logical_or.accumulate(told & (share > MUCH))
    return Places(share, np.where(told & begun, pages, 0))


def no_places(evidence: Evidence) -> Places:
    """Say nothing of slots: HTML pages tell by their elements what a block is, and slots add harm to that."""
    return Places(np.zeros(len(evidence.seen)), np.zeros(len(evidence.seen), dtype=np.int64))


def slots_of(sketches: Sequence[PageSketch], counts: Counts) -> Slots:
    """Find out what the slots of a site hold.

    Args:
        sketches: Those that were counted, in the same order.
        counts: Of the site.
    """
    pages = [_lines(sketch, counts) for sketch in sketches]
    articles = np.repeat(np.array(counts.owners, dtype=np.int64), [len(page.own) for page in pages])
    before, behind, own, prose = (
        (np.concatenate([np.zeros(0, dtype=np.int64), *column]) for column in zip(*pages, strict=True))
        if pages
        else [np.zeros(0, dtype=np.int64)] * 4
    )
    filled = own > 0
    sizes = np.maximum(np.bincount(articles, weights=prose), 1.0)
    shares = prose[filled] / sizes[articles[filled]]
    return Slots(*(_side(lines[filled], articles[filled], shares) for lines in (before, behind)))


def _lines(sketch: PageSketch, counts: Counts) -> Lines:
    evidence = evidence_of(sketch, counts)
    return lines_of(sketch, evidence, _parts(evidence))


def _side(lines: NDArray[np.int64], articles: NDArray[np.int64], shares: Floats) -> Side:
    """Add up by line and article."""
    keys = lines.astype(np.uint64) << np.uint64(32) | articles.astype(np.uint64)
    rows, places = np.unique(keys, return_inverse=True)
    return Side(
        (rows >> np.uint64(32)).astype(np.uint32),
        (rows & np.uint64(0xFFFFFFFF)).astype(np.int64),
        np.bincount(places, weights=shares, minlength=len(rows)).astype(np.float64),
    )


def _parts(evidence: Evidence) -> NDArray[np.int64]:
    """Where the lines of a page begin and end, long ones cut at what they share, as the last of all does."""
    shared = _shared(evidence)
    starts = evidence.starts.tolist()
    found = []
    for start, end in pairwise(starts):
        found.append(start)
        inside = shared[start:end]
        if inside.any() and not inside.all():
            found += [start + border for border in sorted(borders_of(inside.tolist()))]
    return np.array([*found, starts[-1]], dtype=np.int64)


def _shared(evidence: Evidence) -> NDArray[np.bool_]:
    shared: NDArray[np.bool_] = (evidence.words > 0) & (2 * evidence.words >= evidence.others)
    return shared


def lines_of(sketch: PageSketch, evidence: Evidence, starts: NDArray[np.int64]) -> Lines:
    """Find what stands around the lines of a page.

    Args:
        sketch: Of the page.
        evidence: Of the same page.
        starts: Words before each of the lines, and the number of all words: those of the blocks, or more.
    """
    sizes = np.diff(starts)
    words = [np.concatenate([[0], np.cumsum(column)]) for column in (_shared(evidence), evidence.words == 0)]
    shared, own = (total[starts[1:]] - total[starts[:-1]] for total in words)
    last_block = max(len(evidence.starts) - 2, 0)
    blocks = np.minimum(np.searchsorted(evidence.starts, starts[:-1], "right") - 1, last_block)
    own = np.where((sizes > 0) & (own >= (1.0 - OWN) * sizes), own, 0)
    first, last = _names(sketch, evidence, starts, blocks)
    divides = (sizes > 0) & (shared >= SHARED * sizes) & (first > 0) & (last > 0)
    return Lines(
        _filled(np.where(divides, last, 0), divides),
        _filled(np.where(divides, first, 0)[::-1], divides[::-1])[::-1],
        own,
        own * evidence.prose[blocks],
    )


def _names(
    sketch: PageSketch, evidence: Evidence, starts: NDArray[np.int64], blocks: NDArray[np.int64]
) -> tuple[Hashes, Hashes]:
    """Name lines by their first and by their last run; a short line by all of its words."""
    begin, end = starts[:-1], starts[1:]
    whole = (begin == evidence.starts[blocks]) & (end == evidence.starts[blocks + 1])
    short = np.where(whole, sketch.lines[blocks], 0)
    if not len(sketch.runs):
        return short, short
    long = end - begin >= RUN
    first = np.where(long, sketch.runs[np.minimum(begin, len(sketch.runs) - 1)], short)
    last = np.where(long, sketch.runs[np.maximum(end - RUN, 0)], short)
    return first, last


def _filled(names: Hashes, divides: NDArray[np.bool_]) -> Hashes:
    """For each line the name of the dividing line before it."""
    places = np.maximum.accumulate(np.where(divides, np.arange(len(names)), -1))
    earlier = np.concatenate([[-1], places[:-1]])[: len(names)]
    return np.where(earlier >= 0, names[earlier], 0).astype(np.uint32)
