"""The sketch of one page: its word runs and lines as 32-bit fingerprints, none of its text.

Numbers and names of months are masked first, so that "Updated 14:02" and "3 min read" are the same line on
every page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from cleannews.label.measures import count_words, ends_sentence
from cleannews.label.site.words import MULTIPLIER, fold, hash_words, powers
from cleannews.read.letters import EAST_ASIAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from cleannews.label.site.words import Hashes
    from cleannews.read.page import Segment

RUN = 4
"""Words of a run. Runs of four tell sites apart: two articles of different sites share next to none."""

MOST_BLOCKS = 5_000
"""Blocks of a page that are looked at."""

PROSE_WORDS = 12
"""From this many words on, a block that ends like a sentence is the article's or a notice, no menu."""

TOKEN = re.compile(rf"[{EAST_ASIAN}]|[^\W_{EAST_ASIAN}]+")
"""A word, or a character where words are not written apart, as they are hashed."""

KEY_SIZE = 16
"""Hexadecimal digits of a page's key: of a million pages no two have the same, but for one in 30 million."""


class PageSketch(NamedTuple):
    """What is remembered of a page. Columns of blocks have the same length, in input order."""

    key: str
    """The first :data:`KEY_SIZE` digits of the input's SHA-256."""
    runs: Hashes
    """For each word the run of :data:`RUN` words that starts there; 0 for the last words of the page."""
    starts: NDArray[np.uint32]
    """For each block the number of words before it."""
    lines: Hashes
    """For each block all of its words; 0 for one without any."""
    prose: NDArray[np.bool_]
    """For each block whether it reads like prose."""


def sketch_page(segments: Sequence[Segment], *, key: str) -> PageSketch:
    """Sketch a page.

    Args:
        segments: Its blocks as read.
        key: What tells this page from others: digits of its input's digest.
    """
    texts = [segment.text for segment in segments[:MOST_BLOCKS]]
    words, starts = hash_words(texts)
    prose = np.array([len(text) >= _PROSE_CHARS and _is_prose(text) for text in texts], dtype=bool)
    return PageSketch(key, _runs(words), starts, _lines(words, starts), prose)


_PROSE_CHARS = 2 * PROSE_WORDS
"""No text of so many words is shorter, in any script."""


def _is_prose(text: str) -> bool:
    return ends_sentence(text) and count_words(text) >= PROSE_WORDS


def _runs(words: Hashes) -> Hashes:
    runs = np.zeros(len(words), dtype=np.uint32)
    count = len(words) - RUN + 1
    if count > 0:
        total: NDArray[np.uint64] = np.zeros(count, dtype=np.uint64)
        for place in range(RUN):
            total = total * MULTIPLIER + words[place : place + count].astype(np.uint64)
        runs[:count] = fold(total)
    return runs


def _lines(words: Hashes, starts: NDArray[np.uint32]) -> Hashes:
    """Hash the words of each block in their order."""
    if not len(starts):
        return np.zeros(0, dtype=np.uint32)
    edges = np.append(starts, len(words)).astype(np.int64)
    sizes = np.diff(edges)
    inside = np.arange(len(words)) - np.repeat(edges[:-1], sizes)
    factors = powers(int(sizes.max(initial=0)))
    sums = np.zeros(len(words) + 1, dtype=np.uint64)
    np.cumsum((words.astype(np.uint64) + np.uint64(1)) * factors[inside], out=sums[1:])
    lines: Hashes = np.where(sizes > 0, fold(sums[edges[1:]] - sums[edges[:-1]]), 0).astype(np.uint32)
    return lines
