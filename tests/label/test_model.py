"""The network in numpy, its weights file, and the features it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.label import model
from cleannews.label.context import Context, examine
from cleannews.label.features import characters, tree
from cleannews.label.features.matrix import FEATURES, feature_matrix
from cleannews.label.features.names import name_bits
from cleannews.label.rules import apply_rules
from cleannews.labels import Kind
from cleannews.read import read
from cleannews.read.containers import Containers
from cleannews.read.page import DEFAULT_LIMITS

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {
    Kind.HTML: (
        "<html><body><nav><a href=/>Home</a></nav><article><h1>Rain</h1><p>It rained all day.</p></article>",
        "<p>\u200b</p><p>one</p>",
        "<html><body><p>first root</p></body></html><html><body><p>second root</p></body></html>",
        "<div>" * 300 + "deep" + "</div>" * 300,
        "",
    ),
    Kind.TEXT: (
        "Rain\n\nIt rained all day in the valley.",
        "one",
        "* \n\n*\n\n(BUTTON)",
        "。" * 50,
        "",
        "\n \n",
    ),
}


def context_of(source: str, kind: Kind) -> Context:
    page, _ = read(source, kind=kind, limits=DEFAULT_LIMITS)
    return examine(page)


@pytest.mark.parametrize("kind", list(Kind))
def test_features_have_their_names_and_are_finite(kind: Kind) -> None:
    for source in PAGES[kind]:
        context = context_of(source, kind)
        matrix = feature_matrix(context, apply_rules(context))
        assert matrix.shape == (len(context.page.segments), len(FEATURES[kind]))
        assert np.isfinite(matrix).all()


@pytest.mark.parametrize("kind", list(Kind))
def test_scores_are_probabilities_one_a_block(kind: Kind) -> None:
    for source in PAGES[kind]:
        context = context_of(source, kind)
        scores = model.score(context, apply_rules(context))
        assert len(scores) == len(context.page.segments)
        assert all(0.0 <= score <= 1.0 and score == round(score, model.DECIMALS) for score in scores)


def test_a_page_without_blocks_has_no_scores() -> None:
    assert model.score(context_of("<html></html>", Kind.HTML), []) == ()


def _stored(kind: Kind) -> dict[str, object]:
    from importlib.resources import files  # noqa: PLC0415 - only here

    with (files("cleannews.label") / "data" / f"model_{kind}.npz").open("rb") as stream:
        return dict(np.load(stream, allow_pickle=False))


def test_weights_for_other_features_are_refused(tmp_path: Path) -> None:
    stored = _stored(Kind.TEXT)
    path = tmp_path / "weights.npz"
    np.savez(path, **stored)  # type: ignore[arg-type]  # arrays under their names
    model.read_weights(path, Kind.TEXT)
    with pytest.raises(ValueError, match="fitted for other features"):
        model.read_weights(path, Kind.HTML)


def test_weights_of_another_schema_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    np.savez(path, **{**_stored(Kind.TEXT), "schema": np.array(99)})  # type: ignore[arg-type]  # as above
    with pytest.raises(ValueError, match="schema 99"):
        model.read_weights(path, Kind.TEXT)


def _tiny(hidden: int = 2) -> model.Weights:
    """Pass each block's one feature through, doubled by the convolutions' identity at the centre tap."""
    zeros = np.zeros((3 * hidden, hidden), dtype=np.float32)
    steps = tuple(model.Step(zeros, np.zeros(hidden, dtype=np.float32)) for _ in model.DILATIONS)
    one = np.ones((1, hidden), dtype=np.float32)
    return model.Weights(
        (one / 2.0, -one[0] / 2.0),  # standardised by a mean of 1 and a scale of 2
        (np.zeros((2 * hidden, hidden), dtype=np.float32), np.zeros(hidden, dtype=np.float32)),
        steps,
        (np.array([[1.0], [0.0], [0.0], [0.0]], dtype=np.float32), np.zeros(1, dtype=np.float32)),
    )


def test_a_forward_pass_by_hand() -> None:
    # (5 - 1) / 2 = 2 through the identity; 1 / (1 + e^-2)
    scores = model.forward(_tiny(), np.array([[5.0], [1.0]], dtype=np.float32))
    assert scores.tolist() == pytest.approx([0.880797, 0.5], abs=1e-6)


def test_products_in_slices_are_the_whole_product() -> None:
    generator = np.random.default_rng(1)
    right = generator.normal(size=(7, 3)).astype(np.float32)
    for rows in (1, 11, 12, 13, 50, 1_020, 1_021):
        left = generator.normal(size=(rows, 7)).astype(np.float32)
        assert np.allclose(model.product(left, right), left @ right, atol=1e-5)


def test_the_borders_of_portions_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = model.load_weights(Kind.HTML)
    features = np.random.default_rng(1).normal(size=(50, len(FEATURES[Kind.HTML]))).astype(np.float32)
    whole = model.forward(weights, features)
    monkeypatch.setattr(model, "_PORTION", 12)
    assert np.allclose(model.forward(weights, features), whole, atol=1e-6)


@pytest.mark.parametrize("kind", Kind)
def test_features_do_not_depend_on_how_many_rows_are_written_at_once(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = "<div class='menu'><p>Rain.</p></div>" if kind is Kind.HTML else "Rain.\n\n"
    context = examine(read(unit * 50, kind=kind, limits=DEFAULT_LIMITS, header_charset=None)[0])
    whole = feature_matrix(context, apply_rules(context))
    monkeypatch.setattr(tree, "PORTION", 7)
    monkeypatch.setattr(characters, "_PORTION", 7)
    assert np.array_equal(feature_matrix(context, apply_rules(context)), whole)


def test_a_convolution_sees_its_neighbours_and_nothing_beyond() -> None:
    weights = _tiny()
    before = np.zeros((6, 2), dtype=np.float32)
    before[0, 0] = 1.0
    seeing = (model.Step(before, weights.steps[0].bias), *weights.steps[1:])
    features = np.array([[1.0], [1.0], [5.0], [1.0], [1.0]], dtype=np.float32)
    plain = model.forward(weights, features)
    seen = model.forward(weights._replace(steps=seeing), features)
    assert np.flatnonzero(seen != plain).tolist() == [3]


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    parents, path = [-1], [0]
    for index in range(1, draw(st.integers(1, 40))):
        path = path[: draw(st.integers(1, len(path)))]
        parents.append(path[-1])
        path.append(index)
    return parents


@settings(max_examples=60, deadline=None)
@given(trees(), st.data())
def test_trees_agree_with_a_slow_reference(parents: list[int], data: st.DataObject) -> None:
    names = [data.draw(st.sampled_from(["", "nav", "article body"])) for _ in parents]
    planted = tree.plant(Containers(tuple(parents), ("div",) * len(parents), tuple(names), ()))
    values = np.arange(1, len(parents) + 1, dtype=np.float32)[None]
    sums = tree.totals(planted, np.arange(len(parents)), values)
    for index in range(len(parents)):
        above = [index]
        while parents[above[-1]] >= 0:
            above.append(parents[above[-1]])
        bits = 0
        for place in above:
            bits |= name_bits(names[place])
        below = [child for child in range(len(parents)) if index in _upward(parents, child)]
        assert planted.depth[index] == len(above) - 1
        assert planted.far_names[index] == bits
        assert sums[:, index].tolist() == [sum(child + 1 for child in below), len(below)]


def _upward(parents: list[int], index: int) -> list[int]:
    path = [index]
    while parents[path[-1]] >= 0:
        path.append(parents[path[-1]])
    return path
