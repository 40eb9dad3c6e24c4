"""The learned scorer: a small network over the sequence of a page's blocks, run in numpy.

A dense layer reads each block's features, a summary of the page is added, dilated convolutions let
each block see 15 neighbours to each side (van den Oord et al. 2016, "WaveNet"), one logit a block comes out.
``training/`` fits it; ``docs/model-card.md`` says on what, with which figures and limits.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleannews.label.features.matrix import FEATURES, feature_matrix
from cleannews.labels import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cleannews.label.context import Context, Verdict

Matrix = NDArray[np.float32]

SCHEMA = 2
"""Version of the weights' layout; files of another version are refused."""

STEP = "_step"
"""Behind the name of a matrix of bytes: the name of the row of numbers that its columns are multiplied by."""

DECIMALS = 4
"""What differs behind this decimal is the matrix library's business (measured over OpenBLAS kernels)."""

DILATIONS = (1, 2, 4, 8)
"""Steps of the convolutions, in blocks."""


class Step(NamedTuple):
    """One convolution over a block and its neighbours ``dilation`` before and after."""

    weight: Matrix
    """Shape (3 * hidden, hidden): before, self, after."""
    bias: Matrix


class Weights(NamedTuple):
    """Everything a forward pass needs."""

    enter: tuple[Matrix, Matrix]
    """Takes features as computed: their standardisation is part of it."""
    summary: tuple[Matrix, Matrix]
    steps: tuple[Step, ...]
    leave: tuple[Matrix, Matrix]


@lru_cache(maxsize=len(Kind))
def load_weights(kind: Kind) -> Weights:
    """Load the shipped weights for a kind of page."""
    with as_file(files("cleannews.label") / "data" / f"model_{kind}.npz") as path:
        return read_weights(path, kind)


def read_weights(path: Path, kind: Kind) -> Weights:
    """Read weights from a file.

    Args:
        path: An ``.npz`` file as ``training`` writes it; nothing in it is executed.
        kind: The kind of page that they must have been fitted for.

    Raises:
        ValueError: The file is of another schema, or its features are not the ones this code computes.
    """
    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    if int(arrays["schema"]) != SCHEMA or tuple(arrays["features"].tolist()) != FEATURES[kind]:
        raise ValueError(
            f"the weights in {path} were fitted for other features (schema {int(arrays['schema'])}); "
            "reinstall cleannews, or run `python -m training` if you changed label/features"
        )
    full = {name: array.astype(np.float32) for name, array in arrays.items() if name != "features"}
    full.update({name: full[name] * full[name + STEP] for name in full if name + STEP in full})
    return Weights(
        _standardising(full["enter_weight"], full["enter_bias"], full["mean"], full["scale"]),
        (full["summary_weight"], full["summary_bias"]),
        tuple(Step(full[f"step{d}_weight"], full[f"step{d}_bias"]) for d in DILATIONS),
        (full["leave_weight"], full["leave_bias"]),
    )


def _standardising(weight: Matrix, bias: Matrix, mean: Matrix, scale: Matrix) -> tuple[Matrix, Matrix]:
    """Put the standardisation of the inputs into the first layer, summed up in double precision."""
    scaled = weight.astype(np.float64) / scale[:, None]
    return scaled.astype(np.float32), (bias - mean @ scaled).astype(np.float32)


def score(context: Context, verdicts: Iterable[Verdict]) -> tuple[float, ...]:
    """Score every block of a page.

    Args:
        context: The page under labelling.
        verdicts: What the rules said of its blocks; they are features here.

    Returns:
        For each block the probability, 0-1, that it belongs to the article's text, rounded to
        :data:`DECIMALS` so that thresholds fall alike on all machines.
    """
    if not context.page.segments:
        return ()
    probabilities = forward(load_weights(context.page.kind), feature_matrix(context, verdicts))
    return tuple(probabilities.astype(np.float64).round(DECIMALS).tolist())


def forward(weights: Weights, features: Matrix) -> Matrix:
    """Run the network.

    Args:
        weights: As loaded.
        features: Shape (blocks, features), as computed, not standardised.
    """
    first = _entered(features, weights.enter)
    page = np.concatenate([first.mean(axis=0), first.max(axis=0)]) @ weights.summary[0] + weights.summary[1]
    logits = np.empty(len(first), dtype=np.float32)
    for start in range(0, len(first), _PORTION):
        stop, low = start + _PORTION, max(start - _REACH, 0)
        logits[start:stop] = _logits(first[low : stop + _REACH], page, weights)[start - low :][:_PORTION]
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0))), dtype=np.float32)


_REACH = sum(DILATIONS)
"""Blocks to each side that have a say in the score of one."""


def _logits(first: Matrix, page: Matrix, weights: Weights) -> Matrix:
    """Run what comes after the first layer on neighbouring blocks; their outermost miss neighbours."""
    state = np.maximum(first + page, 0.0)
    for dilation, step in zip(DILATIONS, weights.steps, strict=True):
        state += _convolved(state, dilation, step)
    hidden = state.shape[1]
    return np.asarray(
        state @ weights.leave[0][:hidden, 0] + first @ weights.leave[0][hidden:, 0] + weights.leave[1]
    )


_ROWS = 12
"""Rows of one product: OpenBLAS splits larger ones over threads, which wait for each other in busy loops and
take 2 to 40 times the processor time for the same result (measured with 1 to 8 busy neighbours)."""

_PORTION = 85 * _ROWS
"""Rows that are worked on at once: what is computed for them stays in the cache (1 MB), so that a page of a
hundred thousand blocks takes no longer a block than one of a thousand."""


def _entered(features: Matrix, layer: tuple[Matrix, Matrix]) -> Matrix:
    """Run the first layer."""
    weight, bias = layer
    out = np.empty((len(features), weight.shape[1]), dtype=np.float32)
    for start in range(0, len(features), _PORTION):
        portion = features[start : start + _PORTION]
        out[start : start + _PORTION] = np.maximum(product(portion, weight) + bias, 0.0)
    return out


def product(left: Matrix, right: Matrix) -> Matrix:
    """Multiply matrices in slices of rows, each in this thread."""
    whole = _whole_slices(*left.shape)
    whole[: len(left)] = left
    return _sliced(whole, right)[: len(left)]


def _whole_slices(count: int, inner: int) -> Matrix:
    """Make room for rows, a whole number of slices."""
    return np.zeros((-(-count // _ROWS) * _ROWS, inner), dtype=np.float32)


def _sliced(whole: Matrix, right: Matrix) -> Matrix:
    """Multiply a whole number of slices."""
    found: Matrix = whole.reshape(-1, _ROWS, whole.shape[1]) @ right
    return found.reshape(len(whole), -1)


def _convolved(state: Matrix, dilation: int, step: Step) -> Matrix:
    """Let each row see itself and the rows ``dilation`` before and after it, zeros beyond the ends."""
    count, hidden = state.shape
    near = _whole_slices(count, 3 * hidden)
    near[dilation:count, :hidden] = state[: max(count - dilation, 0)]
    near[:count, hidden : 2 * hidden] = state
    near[: max(count - dilation, 0), 2 * hidden :] = state[dilation:]
    return np.asarray(np.maximum(_sliced(near, step.weight)[:count] + step.bias, 0.0))
