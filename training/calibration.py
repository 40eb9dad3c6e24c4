"""How well a probability counts, and how well it ranks."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

BINS = 10

Numbers = NDArray[np.float64]


class Bin(NamedTuple):
    """Documents of like confidence."""

    documents: int
    confidence: float
    """Mean of what was promised."""
    right: float
    """Share that kept the promise."""


def calibration_bins(confidence: Numbers, right: NDArray[np.bool_], *, bins: int = BINS) -> list[Bin]:
    """Sort documents by confidence into bins of equal mass (Naeini et al. 2015)."""
    parts = np.array_split(np.argsort(confidence, kind="stable"), bins)
    return [
        Bin(len(part), float(confidence[part].mean()), float(right[part].mean()))
        for part in parts
        if len(part)
    ]


def calibration_error(confidence: Numbers, right: NDArray[np.bool_], *, bins: int = BINS) -> float:
    """Expected calibration error: how far promise and share lie apart, in the mean over documents.

    >>> calibration_error(np.array([0.9, 0.9]), np.array([True, False]), bins=1)
    0.4
    """
    found = calibration_bins(confidence, right, bins=bins)
    return round(
        sum(abs(each.confidence - each.right) * each.documents for each in found) / len(confidence), 6
    )


def area_under_curve(scores: Numbers, target: NDArray[np.bool_]) -> float:
    """Chance that a page of the class scores higher than one that is not; ties count half.

    >>> area_under_curve(np.array([0.1, 0.4, 0.4, 0.9]), np.array([False, False, True, True]))
    0.875
    """
    order = np.argsort(scores, kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    for value in np.unique(scores):
        ranks[scores == value] = ranks[scores == value].mean()
    positive = int(target.sum())
    return float(
        (ranks[target].sum() - positive * (positive + 1) / 2) / (positive * (len(target) - positive))
    )
