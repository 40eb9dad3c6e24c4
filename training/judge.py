"""Fits the regressions that judge a page: is it an article, and how sure are we of its text.

``python -m training.judge --weights DIR CORPUS [CORPUS ...]`` cleans every page with weights that have not
seen its site, fits them by kind of page, prints how the regressions do on folds that they have not seen
either, and writes the coefficients of regressions fitted on all pages.
"""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from cleannews import judgement
from cleannews.fields import resolve
from cleannews.judgement import is_small
from cleannews.label import model
from cleannews.label.labelled import label_page
from cleannews.labels import Kind, Mode
from cleannews.page_evidence import EVIDENCE, page_evidence
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS
from quality.score import score
from training.calibration import area_under_curve, calibration_bins, calibration_error
from training.corpus import FOLDS, Case, load_cases
from training.predict import fold_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GOOD_F1 = 0.95
"""``confidence`` is the chance of a word F1 of at least this."""

RIVALS = frozenset({"listing", "collection", "product", "service"})
"""Page types that articles are told from."""

SHIPPED = Path(judgement.__file__).with_suffix(".json")
"""Where the library reads the coefficients."""

LEAST_SCALE = 0.05
"""Least spread of a number that the regressions read. What hardly differs over the pages that they are fitted
on would decide alone over the first page where it does: one dump of 4,502 had no headline."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """One page: its evidence, and how well its text came out."""

    case: Case
    evidence: tuple[float, ...]
    f1: float
    small: bool
    """A text dump of few blocks, whose ``confidence`` has a regression of its own."""


def examine(case: Case, folder: Path) -> Judged:
    """Clean a page with weights that have not seen its domain and measure it as a whole."""
    kind = Kind(case.kind)
    weights = model.read_weights(fold_weights(folder, kind, case.fold), kind)
    page, _ = read(case.read(), kind=kind, limits=DEFAULT_LIMITS)
    with patch.object(model, "load_weights", lambda _: weights):
        labelled = label_page(page, mode=Mode.BALANCED)
    fields = resolve(
        labelled.page, labelled.blocks, labelled.context.headline, language=labelled.context.language
    )
    text = "\n".join(block.text for block in labelled.blocks if block.label.in_text)
    f1 = score(text, "\n".join(case.gold)).f1
    return Judged(case, page_evidence(labelled, fields), f1, is_small(labelled))


def examine_all(cases: Sequence[Case], folder: Path, *, workers: int = 2) -> list[Judged]:
    """Examine pages in parallel, in order."""
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(partial(examine, folder=folder), cases, chunksize=8))


def fit_logistic(evidence: Matrix, target: NDArray[np.bool_], *, ridge: float = 1.0) -> dict[str, Any]:
    """Fit a ridge logistic regression by Newton's method; the bias is not shrunk.

    Args:
        evidence: Shape (pages, numbers).
        target: Shape (pages,).
        ridge: Strength of the penalty on standardised weights.

    Returns:
        ``mean``, ``scale``, ``weights`` and ``bias`` as lists and a number.
    """
    mean, scale = evidence.mean(0), np.maximum(evidence.std(0), LEAST_SCALE)
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


def articles(judged: Iterable[Judged]) -> list[Judged]:
    """Keep articles: ``confidence`` is promised of them."""
    return [one for one in judged if one.case.type == "article"]


def fit_all(judged: Sequence[Judged]) -> tuple[dict[str, dict[str, Any]], str]:
    """Fit both regressions of one kind of page.

    Args:
        judged: Articles and the page types that they are told from.

    Returns:
        The coefficients by name, and the figures on held-out folds, for people. Dumps of few blocks and
        whole pages are fitted apart.
    """
    real = np.array([one.case.type == "article" for one in judged])
    fitted: dict[str, dict[str, Any]] = {}
    lines: list[str] = []
    for name, small in (("confidence", False), ("small", True)):
        ours = [one for one in articles(judged) if one.small is small]
        if ours:
            good = np.array([one.f1 >= GOOD_F1 for one in ours])
            fitted[name] = fit_logistic(np.array([one.evidence for one in ours]), good)
            lines += [name, *_calibration_lines(held_out(ours, good), good)]
    if real.all():
        return fitted, "\n".join([*lines, "article_score is not fitted: there are no other page types"])
    fitted["article"] = fit_logistic(np.array([one.evidence for one in judged]), real)
    area = area_under_curve(held_out(judged, real), real)
    lines.append(
        f"article_score: area under the curve {area:.3f}, {real.sum()} articles of {len(real)} pages"
    )
    return fitted, "\n".join(lines)


def _calibration_lines(confidence: Matrix, good: NDArray[np.bool_]) -> list[str]:
    error = calibration_error(confidence, good)
    lines = [f"confidence: expected calibration error {error:.3f} over {len(good)} articles"]
    lines += ["| documents | confidence | share with F1 >= 0.95 |", "|---:|---:|---:|"]
    bins = calibration_bins(confidence, good)
    return lines + [f"| {one.documents} | {one.confidence:.3f} | {one.right:.3f} |" for one in bins]


def main(arguments: list[str] | None = None) -> int:
    """Fit by kind of page; a kind or regression without pages keeps the coefficients it has."""
    parser = argparse.ArgumentParser(prog="python -m training.judge", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="folders with cases.jsonl, HTML or flattened")
    parser.add_argument("--weights", type=Path, required=True, help="folder with the weights of every fold")
    parser.add_argument(
        "--out",
        type=Path,
        default=SHIPPED,
        help="where the coefficients go; those not fitted stay as shipped",
    )
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args(arguments)
    types = RIVALS | {"article"}
    cases = [case for folder in options.corpora for case in load_cases(folder, types=types)]
    coefficients = json.loads(SHIPPED.read_text(encoding="utf-8"))
    coefficients.pop("evidence")
    for kind in Kind:
        chosen = [case for case in cases if case.kind == kind.value]
        if chosen:
            judged = examine_all(chosen, options.weights, workers=options.workers)
            fitted, figures = fit_all(judged)
            coefficients[kind.value] = {**coefficients[kind.value], **fitted}
            sys.stdout.write(f"{kind}\n{figures}\n\n")
    write_regressions(coefficients, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
