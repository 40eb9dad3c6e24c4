"""Fits the two regressions that judge a page: is it an article, and how sure are we of its text."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from cleannews.fields import resolve
from cleannews.judgement import EVIDENCE, page_evidence
from cleannews.label import model
from cleannews.label.labelled import label_page
from cleannews.labels import Kind, Mode
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS
from quality.score import score
from training.corpus import FOLDS, Case
from training.predict import fold_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

GOOD_F1 = 0.95
"""``confidence`` is the chance of a word F1 of at least this."""

RIVALS = frozenset({"listing", "collection", "product", "service"})
"""Page types that articles are told from."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """One page: its evidence, and how well its text came out."""

    case: Case
    evidence: tuple[float, ...]
    f1: float


def examine(case: Case, folder: Path) -> Judged:
    """Clean a page with weights that have not seen its domain and measure it as a whole."""
    kind = Kind(case.kind)
    weights = model.read_weights(fold_weights(folder, kind, case.fold), kind)
    page, _ = read(case.read(), kind=kind, limits=DEFAULT_LIMITS)
    with patch.object(model, "load_weights", lambda _: weights):
        labelled = label_page(page, mode=Mode.BALANCED)
    fields = resolve(page, labelled.blocks, labelled.context.headline, language=labelled.context.language)
    text = "\n".join(block.text for block in labelled.blocks if block.label.in_text)
    return Judged(case, page_evidence(labelled, fields), score(text, "\n".join(case.gold)).f1)


def examine_all(cases: Sequence[Case], folder: Path, *, workers: int = 2) -> list[Judged]:
    """Examine pages in parallel, in order."""
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(examine, cases, [folder] * len(cases), chunksize=8))


def fit_logistic(evidence: Matrix, target: NDArray[np.bool_], *, ridge: float = 1.0) -> dict[str, Any]:
    """Fit a ridge logistic regression by Newton's method; the bias is not shrunk.

    Args:
        evidence: Shape (pages, numbers).
        target: Shape (pages,).
        ridge: Strength of the penalty on standardised weights.

    Returns:
        ``mean``, ``scale``, ``weights`` and ``bias`` as lists and a number.
    """
    mean, scale = evidence.mean(0), np.maximum(evidence.std(0), 1e-6)
    x = np.hstack([(evidence - mean) / scale, np.ones((len(evidence), 1))])
    penalty = np.diag([ridge] * evidence.shape[1] + [0.0])
    beta = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1.0 / (1.0 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (p - target) + penalty @ beta
        hessian = (x * (p * (1 - p) + 1e-9)[:, None]).T @ x + penalty
        beta -= np.linalg.solve(hessian, gradient)
    rounded = [round(float(value), 6) for value in beta]
    return {
        "mean": [round(float(value), 6) for value in mean],
        "scale": [round(float(value), 6) for value in scale],
        "weights": rounded[:-1],
        "bias": rounded[-1],
    }


def predict(fitted: dict[str, Any], evidence: Matrix) -> Matrix:
    """Return the probabilities of a fitted regression."""
    logits = ((evidence - fitted["mean"]) / fitted["scale"]) @ np.array(fitted["weights"]) + fitted["bias"]
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -30, 30))))


def held_out(judged: Sequence[Judged], target: NDArray[np.bool_]) -> Matrix:
    """Return the probability of every page from a regression fitted without its fold."""
    evidence = np.array([one.evidence for one in judged])
    folds = np.array([one.case.fold for one in judged])
    out = np.zeros(len(judged))
    for fold in range(FOLDS):
        fitted = fit_logistic(evidence[folds != fold], target[folds != fold])
        out[folds == fold] = predict(fitted, evidence[folds == fold])
    return out


def write_regressions(fitted: dict[str, dict[str, dict[str, Any]]], path: Path) -> None:
    """Write coefficients as the library reads them."""
    record = {"evidence": list(EVIDENCE), **fitted}
    path.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def articles_and_rivals(judged: Iterable[Judged]) -> list[Judged]:
    """Keep articles and the page types that they are told from."""
    return [one for one in judged if one.case.type == "article" or one.case.type in RIVALS]
