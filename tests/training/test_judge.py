from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from training.calibration import area_under_curve, calibration_bins, calibration_error
from training.corpus import Case
from training.judge import GOOD_F1, Judged, fit_all, fit_logistic, held_out, predict

RNG = np.random.default_rng(5)
X = RNG.normal(size=(600, 3))
CHANCE = 1 / (1 + np.exp(-(2 * X[:, 0] - X[:, 1])))
Y = RNG.random(600) < CHANCE


def judged() -> list[Judged]:
    """Pages of 60 sites whose F1 is good with a known chance; every fourth is no article."""
    return [
        Judged(
            Case(
                "c",
                str(n),
                Path(),
                "html",
                ("g",),
                "listing" if n % 4 == 0 else "article",
                f"{n % 60}.x",
                None,
            ),
            (*map(float, X[n]), float(n % 4 == 0)),
            GOOD_F1 if Y[n] else 0.5,
            small=False,
        )
        for n in range(600)
    ]


def test_a_regression_finds_the_weights_behind_the_data() -> None:
    fitted = fit_logistic(X, Y, ridge=0.01)
    slopes = np.array(fitted["weights"]) / np.array(fitted["scale"])
    assert slopes == pytest.approx([2, -1, 0], abs=0.35)
    assert np.abs(predict(fitted, X) - CHANCE).mean() < 0.05


def test_a_constant_column_does_no_harm() -> None:
    fitted = fit_logistic(np.hstack([X, np.ones((600, 1))]), Y)
    assert fitted["weights"][3] == pytest.approx(0, abs=1e-6)


def test_a_fold_is_judged_without_having_been_seen() -> None:
    pages = judged()
    fold = pages[1].case.fold
    theirs = np.array([one.case.fold == fold for one in pages])
    turned = np.where(theirs, ~Y, Y)
    assert np.array_equal(held_out(pages, Y)[theirs], held_out(pages, turned)[theirs])
    assert not np.array_equal(held_out(pages, Y)[~theirs], held_out(pages, turned)[~theirs])


def test_both_regressions_are_fitted_and_told_of() -> None:
    fitted, figures = fit_all(judged())
    assert set(fitted) == {"confidence", "article"}
    assert "450 articles of 600 pages" in figures
    assert "area under the curve 1.000" in figures, "the last number tells a listing"
    articles_only = [one for one in judged() if one.case.type == "article"]
    assert set(fit_all(articles_only)[0]) == {"confidence"}


def test_dumps_of_few_blocks_are_fitted_apart() -> None:
    pages = judged()
    small = [replace(one, small=n % 3 == 0) for n, one in enumerate(pages)]
    turned = [replace(one, f1=1.5 - one.f1) if one.small else one for one in small]
    fitted, other = fit_all(small)[0], fit_all(turned)[0]
    assert set(fitted) == {"confidence", "small", "article"}
    assert fitted["confidence"] == other["confidence"]
    assert fitted["small"] != other["small"]


def test_other_page_types_take_no_part_in_confidence() -> None:
    pages = judged()
    spoilt = [replace(one, f1=0.0) if one.case.type == "listing" else one for one in pages]
    assert fit_all(pages)[0]["confidence"] == fit_all(spoilt)[0]["confidence"]


def test_calibration_counts_the_gap_between_promise_and_share() -> None:
    right = np.array([True] * 5 + [False] * 5)
    assert calibration_error(np.full(10, 0.5), right, bins=1) == 0.0
    assert calibration_error(np.full(10, 0.9), right, bins=1) == pytest.approx(0.4)
    assert calibration_error(right.astype(float), right) == 0.0
    bins = calibration_bins(np.arange(10, dtype=np.float64) / 9, right, bins=2)
    assert [each.documents for each in bins] == [5, 5]
    assert [each.right for each in bins] == [1.0, 0.0]


def test_the_area_under_the_curve_is_a_chance() -> None:
    target = np.array([False, False, True, True])
    assert area_under_curve(np.array([0.1, 0.2, 0.3, 0.4]), target) == 1.0
    assert area_under_curve(np.array([0.4, 0.3, 0.2, 0.1]), target) == 0.0
    assert area_under_curve(np.full(4, 0.5), target) == 0.5
