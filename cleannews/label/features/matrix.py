"""The whole matrix of a page: what training fits and the model reads, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cleannews.label.features.arrays import parted, to_arrays
from cleannews.label.features.own import NAMES as OWN_NAMES
from cleannews.label.features.own import fill_own
from cleannews.label.features.places import (
    LAYOUT_NAMES,
    LINE_NAMES,
    TREE_NAMES,
    fill_layout,
    fill_line,
    fill_tree,
)
from cleannews.labels import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleannews.label.context import Context, Verdict

Matrix = NDArray[np.float32]

FEATURES = {
    Kind.HTML: (*OWN_NAMES, *LINE_NAMES, *TREE_NAMES),
    Kind.TEXT: (*OWN_NAMES, *LINE_NAMES, *LAYOUT_NAMES),
}
"""Names of the columns by kind of page; weights carry them and are refused if they differ."""

_BORDERS = (len(OWN_NAMES), len(OWN_NAMES) + len(LINE_NAMES))


def feature_matrix(context: Context, verdicts: Iterable[Verdict]) -> Matrix:
    """Compute the features of every block of a page.

    Args:
        context: The page under labelling.
        verdicts: What the rules said of its blocks.

    Returns:
        Shape (blocks, features), the columns named by ``FEATURES[page.kind]``; no rows for an empty page.
    """
    if not context.page.segments:
        return np.zeros((0, len(FEATURES[context.page.kind])), dtype=np.float32)
    arrays = to_arrays(context.measures)
    matrix: Matrix = np.zeros((len(FEATURES[context.page.kind]), len(arrays.chars)), dtype=np.float32).T
    own, line, rest = parted(matrix, _BORDERS)
    fill_own(context, arrays, verdicts, own)
    fill_line(context, arrays, line)
    if context.page.kind is Kind.HTML:
        fill_tree(context, arrays, rest)
    else:
        fill_layout(context, rest)
    return matrix
