"""A transparent scorer: each block judged alone, then by its neighbours.

The idea of two passes, with both answers kept, is that of jusText (Pomikalek 2011, "Removing Boilerplate and
Duplicate Content from Web Corpora", section 3.3); that the good text of the containers decides on HTML pages is the
content-extraction-by-tag-ratio family (Weninger, Hsu and Han 2010; Sun, Song and Liao 2011). The numbers
were set on the development corpora, and ``docs/how-it-works.md`` tells how they measure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.label.context import Context
    from cleannews.label.measures import Measures

Column = NDArray[np.float64]


class Scores(NamedTuple):
    """Two answers for every block, each 0-1: the chance that it belongs to the article's text."""

    alone: Column
    """Judged by itself."""
    final: Column
    """Judged by its neighbours and containers as well."""


LONG_WORDS = 12
"""From this many words on, a line that ends like a sentence is seldom a teaser or a menu."""

_REACH = 6
"""Blocks to each side that speak for a text block: two teasers and a picture credit may stand between."""


def score(context: Context) -> Scores:
    """Score every block of a page."""
    measures = context.measures
    if not measures.chars:
        nothing = np.zeros(0)
        return Scores(nothing, nothing)
    alone = _alone(measures)
    good = _good_chars(measures)
    if context.page.containers.parents:
        owners = np.array([segment.container for segment in context.page.segments])
        support = _container_support(good, owners, context.page.containers.parents)
    else:
        support = _line_support(good)
    return Scores(alone, np.clip(alone * (0.25 + 0.75 * support) + 0.35 * (support - 0.5), 0.0, 1.0))


def _alone(measures: Measures) -> Column:
    words = np.array(measures.words, dtype=float)
    ended = np.array(measures.ended, dtype=float)
    links = np.array([0.0 if share is None else share for share in measures.link_share])
    length = np.minimum(words / (2.0 * LONG_WORDS), 1.0)
    base: Column = 0.15 + 0.45 * length + 0.4 * ended * np.minimum(words / 6.0, 1.0)
    return np.asarray(base * (1.0 - 0.9 * links**2))


def _good_chars(measures: Measures) -> Column:
    """Characters of the blocks that read like prose: long, ended, few links."""
    words = np.array(measures.words)
    ended = np.array(measures.ended)
    links = np.array([0.0 if share is None else share for share in measures.link_share])
    chars = np.array(measures.chars, dtype=float)
    return np.where(ended & (words >= LONG_WORDS) & (links < 0.4), chars, 0.0)


def _line_support(good: Column) -> Column:
    """Share of good characters around a block, relative to the densest stretch of the dump."""
    kernel = np.ones(2 * _REACH + 1)
    around = np.convolve(good, kernel, mode="full")[_REACH : _REACH + len(good)]
    top = np.quantile(around[around > 0], 0.5) if (around > 0).any() else 1.0
    return np.asarray(np.minimum(around / top, 1.0))


def _container_support(good: Column, owners: NDArray[np.int64], parents: Sequence[int]) -> Column:
    """Share of the page's good text held by the best of a block's near ancestors."""
    total = good.sum()
    if not total:
        return np.zeros(len(good))
    held = np.zeros(len(parents))
    np.add.at(held, owners, good)
    mass = held.tolist()
    for child in range(len(parents) - 1, 0, -1):
        mass[parents[child]] += mass[child]
    shares = np.array(mass) / total
    up = np.array(parents)
    up[0] = 0
    near = owners
    support = np.zeros(len(good))
    for weight in (1.0, 1.0, 0.8, 0.5):
        near = np.maximum(up[near], 0)
        support = np.maximum(support, weight * shares[near])
    return support
