"""Cross-validation by registrable domain, and the word F1 of what would be kept."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from training.corpus import FOLDS
from training.fit import Fitted, Recipe, fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from training.examples import Example


def cross_validate(
    examples: Sequence[Example], recipe: Recipe, *, folds: Sequence[int] = range(FOLDS)
) -> Iterator[tuple[int, Fitted, list[tuple[Example, NDArray[np.float32]]]]]:
    """Fit without each fold in turn and predict that fold.

    Yields:
        The fold, what was fitted without it, and its examples with the probability of each block.
    """
    for fold in folds:
        fitted = fit([example for example in examples if example.case.fold != fold], recipe)
        held = [example for example in examples if example.case.fold == fold]
        yield fold, fitted, [(example, fitted.predict(example.features)) for example in held]


def page_f1(example: Example, kept: NDArray[np.bool_]) -> float:
    """Word F1 of a page if these blocks were kept, by counts of aligned tokens."""
    right = float((example.share * example.sizes)[kept].sum())
    taken = float(example.sizes[kept].sum())
    return 2 * right / (taken + example.gold_size) if taken + example.gold_size else 0.0


def kept_blocks(example: Example, scores: NDArray[np.float32], threshold: float) -> NDArray[np.bool_]:
    """Return what ``decide`` would keep: rules beyond doubt first, then the threshold."""
    return np.where(example.forced >= 0, example.forced == 1, scores >= threshold)


def summary(
    predicted: Sequence[tuple[Example, NDArray[np.float32]]], *, threshold: float = 0.5
) -> Mapping[str, tuple[float, float, int]]:
    """Mean word F1 with and without rules beyond doubt, by corpus."""
    values: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for example, scores in predicted:
        ruled = page_f1(example, kept_blocks(example, scores, threshold))
        plain = page_f1(example, scores >= threshold)
        values[example.case.corpus].append((ruled, plain))
    return {
        corpus: (float(np.mean([v[0] for v in rows])), float(np.mean([v[1] for v in rows])), len(rows))
        for corpus, rows in sorted(values.items())
    }
