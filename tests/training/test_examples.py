from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

import numpy as np
import pytest

from cleannews.label import model
from cleannews.labels import Kind
from cleannews.pipeline import clean
from training.corpus import load_cases
from training.examples import make_example

if TYPE_CHECKING:
    from pathlib import Path

    from training.corpus import Case


def features_in_use(case: Case) -> model.Matrix:
    """Return what the library hands its network for a page."""
    seen: list[model.Matrix] = []

    def watched(weights: model.Weights, features: model.Matrix) -> model.Matrix:
        seen.append(features.copy())
        return forward(weights, features)

    forward = model.forward
    with patch.object(model, "forward", watched):
        clean(case.read(), kind=Kind(case.kind))
    assert len(seen) == 1
    return seen[0]


@pytest.mark.parametrize("corpus", ["pages", "dumps", "lines"])
def test_training_sees_the_features_that_the_library_computes(
    corpus: str, request: pytest.FixtureRequest
) -> None:
    cases = load_cases(request.getfixturevalue(corpus))
    assert len(cases) >= 5
    for case in cases:
        learned = make_example(case).features
        assert np.array_equal(learned, features_in_use(case).astype(np.float16)), case.id


def test_an_example_knows_what_of_the_gold_stands_in_its_page(pages: Path) -> None:
    for case in load_cases(pages):
        example = make_example(case)
        assert example.reachable > 0.95, case.id
        assert len(example.features) == len(example.share) == len(example.sizes) == len(example.forced)
        assert set(np.unique(example.forced)) <= {-1, 0, 1}
        assert 0 < (example.share > 0.5).sum() < len(example.share), "each page has text and furniture"


def test_a_page_that_the_gold_was_not_made_from_cannot_be_reached(pages: Path) -> None:
    case = load_cases(pages)[0]
    other = replace(case, gold=("Quite another story.",) * 9)
    assert make_example(other).reachable < 0.5


def test_rules_beyond_doubt_are_right_on_the_own_pages(pages: Path) -> None:
    """What a rule forces out of the text is not in the gold, but for a few repeated lines."""
    forced_out = in_gold = 0.0
    for case in load_cases(pages):
        example = make_example(case)
        out = example.forced == 0
        forced_out += float(example.sizes[out].sum())
        in_gold += float((example.share * example.sizes)[out].sum())
    assert forced_out > 100
    assert in_gold / forced_out < 0.02
