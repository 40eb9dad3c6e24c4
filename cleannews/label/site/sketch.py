"""The sketch of one page: its word runs and lines as 32-bit fingerprints, none of its text.

Numbers and names of months are masked first, so that "Updated 14:02" and "3 min read" are the same line on
every page.
"""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleannews.label.lexicon import load_lexicon
from cleannews.label.measures import count_words, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.read.page import Segment


Hashes = NDArray[np.uint32]

RUN = 4
"""Words of a run. Runs of four tell sites apart: two articles of different sites share next to none."""

MOST_WORDS = 20_000
"""Words of a page that are looked at, which bounds what a sketch holds: 105 kB."""

MOST_BLOCKS = 5_000
"""Blocks of a page that are looked at."""

PROSE_WORDS = 12
"""From this many words on, a block that ends like a sentence is the article's or a notice, no menu."""

_DIGITS = re.compile(r"\d+")
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
TOKEN = re.compile(rf"\n|[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
"""A line end, a word, or a character where words are not written apart."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
"""2**64 by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4): spreads sums over all bits."""


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
    words, starts = words_of(texts)
    prose = np.array([len(text) >= _PROSE_CHARS and _is_prose(text) for text in texts], dtype=bool)
    return PageSketch(key, _runs(words), starts, _lines(words, starts), prose)


_PROSE_CHARS = 2 * PROSE_WORDS
"""No text of so many words is shorter, in any script."""


def _is_prose(text: str) -> bool:
    return count_words(text) >= PROSE_WORDS and ends_sentence(text)


def words_of(texts: Sequence[str]) -> tuple[Hashes, NDArray[np.uint32]]:
    """Hash the words of blocks.

    Args:
        texts: Of the blocks.

    Returns:
        One hash a word, and for each block the number of words before it.
    """
    whole = "\n".join(texts)
    if whole.count("\n") >= len(texts) > 0:
        whole = "\n".join([text.replace("\n", " ") for text in texts])
    found = TOKEN.findall(_DIGITS.sub("0", whole.casefold()))
    hashes = np.fromiter(
        map(zlib.crc32, "\0".join(found).encode("utf-8", "replace").split(b"\0")),
        dtype=np.uint32,
        count=max(len(found), 1),
    )[: len(found)]
    ends = np.array([place for place, word in enumerate(found) if word == "\n"], dtype=np.int64)
    starts = np.zeros(len(texts), dtype=np.uint32)
    starts[1:] = ends - np.arange(len(ends))
    words = np.delete(hashes, ends)[:MOST_WORDS]
    months = _months()
    places = np.minimum(np.searchsorted(months, words), len(months) - 1)
    words[months[places] == words] = 0
    return words, np.minimum(starts, len(words)).astype(np.uint32)


@lru_cache(maxsize=1)
def _months() -> Hashes:
    """Hashes of the names of months, in all languages of the lexicon."""
    names = load_lexicon().words["month"]
    return np.array(sorted(zlib.crc32(name.encode()) for name in names), dtype=np.uint32)


def _mix(values: NDArray[np.uint64]) -> Hashes:
    """Fold 64 bits to 32."""
    folded: Hashes = ((values * _MULTIPLIER) >> np.uint64(32)).astype(np.uint32)
    return folded


def _runs(words: Hashes) -> Hashes:
    runs = np.zeros(len(words), dtype=np.uint32)
    count = len(words) - RUN + 1
    if count > 0:
        total: NDArray[np.uint64] = np.zeros(count, dtype=np.uint64)
        for place in range(RUN):
            total = total * _MULTIPLIER + words[place : place + count].astype(np.uint64)
        runs[:count] = _mix(total)
    return runs


def _lines(words: Hashes, starts: NDArray[np.uint32]) -> Hashes:
    """Hash the words of each block in their order."""
    if not len(starts):
        return np.zeros(0, dtype=np.uint32)
    edges = np.append(starts, len(words)).astype(np.int64)
    sizes = np.diff(edges)
    inside = np.arange(len(words)) - np.repeat(edges[:-1], sizes)
    longest = int(sizes.max(initial=0))
    powers = np.cumprod(np.full(longest + 1, _MULTIPLIER, dtype=np.uint64))
    sums = np.zeros(len(words) + 1, dtype=np.uint64)
    np.cumsum((words.astype(np.uint64) + np.uint64(1)) * powers[inside], out=sums[1:])
    lines: Hashes = np.where(sizes > 0, _mix(sums[edges[1:]] - sums[edges[:-1]]), 0).astype(np.uint32)
    return lines
