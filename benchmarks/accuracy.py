"""How near the texts come to the gold, with intervals."""

from __future__ import annotations

from collections import Counter
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from quality.score import score, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from training.corpus import Case

SHINGLE = 4
RESAMPLES = 2000
BAD = 0.5
"""Word F1 below which a document counts as bad."""


class Accuracy(NamedTuple):
    """Figures of one extractor on one corpus, 0 to 1."""

    precision: float
    recall: float
    f1: float
    low: float
    """Lower end of the 95 % interval of F1."""
    high: float
    shingle_f1: float
    exact: float
    bad: float
    each: tuple[float, ...]
    """F1 of each document."""


class Gain(NamedTuple):
    """Mean difference of F1 by document, with its 95 % interval."""

    mean: float
    low: float
    high: float


def shingle_rates(found: Sequence[str], gold: Sequence[str]) -> tuple[float, float]:
    """Return precision and recall over multisets of four words in a row.

    As in the article extraction benchmark of scrapinghub; a text shorter than four words is one shingle.

    >>> shingle_rates("a b c d e".split(), "a b c d".split())
    (0.5, 1.0)
    """
    left, right = _shingles(found), _shingles(gold)
    both = (left & right).total()
    return both / left.total(), both / right.total()


def _shingles(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def interval(values: Sequence[float], groups: Sequence[str]) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a mean, whole groups drawn at a time.

    Pages of one site are not independent, so sites are drawn, not pages (cluster bootstrap). Seeded.

    Args:
        values: One a document.
        groups: The site of each document.
    """
    names, where = np.unique(np.asarray(groups), return_inverse=True)
    sums = np.bincount(where, weights=np.asarray(values, dtype=float))
    counts = np.bincount(where)
    drawn = np.random.default_rng(0).integers(0, len(names), size=(RESAMPLES, len(names)))
    means: NDArray[np.float64] = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.quantile(means, (0.025, 0.975))
    return float(low), float(high)


def accuracy(texts: Sequence[str], cases: Sequence[Case]) -> Accuracy:
    """Compare texts with the gold of their cases; figures are means over documents."""
    golds = ["\n".join(case.gold) for case in cases]
    scores = [score(text, gold) for text, gold in zip(texts, golds, strict=True)]
    rates = [shingle_rates(tokens(text), tokens(gold)) for text, gold in zip(texts, golds, strict=True)]
    precision, recall = mean(rate[0] for rate in rates), mean(rate[1] for rate in rates)
    each = tuple(one.f1 for one in scores)
    low, high = interval(each, [case.domain for case in cases])
    return Accuracy(
        mean(one.precision for one in scores),
        mean(one.recall for one in scores),
        mean(each),
        low,
        high,
        2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        mean(one.exact for one in scores),
        mean(value < BAD for value in each),
        each,
    )


def gain(ours: Accuracy, theirs: Accuracy, cases: Sequence[Case]) -> Gain:
    """Return how much better one extractor is than another, paired by document."""
    differences = [a - b for a, b in zip(ours.each, theirs.each, strict=True)]
    return Gain(mean(differences), *interval(differences, [case.domain for case in cases]))
