"""The measures of a page as arrays, made once for all features."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.label.measures import Measures

Column = NDArray[np.float32]

GOOD_WORDS = (8, 16)
"""A block that ends like a sentence is good text from this many words on: a loose and a strict count."""

_MOSTLY_LINK = 0.5

_LARGEST = 5_000
"""Characters of a block that count. Of the training pages one block in thirty thousand is larger; beside one
of a megabyte all others looked like nothing, and the article was dropped."""


class Arrays(NamedTuple):
    """Parallel columns, one entry per block."""

    chars: Column
    words: Column
    """At least 1."""
    stops: Column
    ended: Column
    links: Column
    """Share of characters inside links, 0 where not known."""
    link_known: NDArray[np.bool_]
    good: Column
    """Characters of good text by each threshold of :data:`GOOD_WORDS`, else 0; shape (thresholds, blocks)."""
    held: Column
    """What is summed up over stretches and containers: characters that are good by the first threshold, all,
    inside links, of sentences; shape (4, blocks)."""


def parted(matrix: Column, borders: Sequence[int]) -> list[Column]:
    """Part a matrix at columns into views; ``np.split`` takes several times as long."""
    return [matrix[:, low:high] for low, high in pairwise((0, *borders, matrix.shape[1]))]


def to_arrays(measures: Measures) -> Arrays:
    """Turn measures into arrays."""
    chars = np.array(measures.chars, dtype=np.float32)
    counted = np.minimum(_LARGEST / np.maximum(chars, 1.0), 1.0)
    chars *= counted
    words = np.maximum(np.array(measures.words, dtype=np.float32) * counted, 1.0)
    ended = np.array(measures.ended, dtype=np.float32)
    shares = np.array([-1.0 if share is None else share for share in measures.link_share], dtype=np.float32)
    links = np.maximum(shares, 0.0)
    prose = np.where((ended > 0) & (links < _MOSTLY_LINK), chars, 0.0)
    good = np.where(words >= np.array(GOOD_WORDS, dtype=np.float32)[:, None], prose, np.float32(0.0))
    held = np.stack([good[0], chars, chars * links, chars * ended])
    stops = np.array(measures.stops, dtype=np.float32) * counted
    return Arrays(chars, words, stops, ended, links, shares >= 0.0, good, held)
