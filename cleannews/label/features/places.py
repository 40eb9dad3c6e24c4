"""Numbers of a block's place: in the page, among the good text, in its containers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cleannews.label.features import tree as trees
from cleannews.label.features.arrays import GOOD_WORDS
from cleannews.label.features.names import name_groups
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from cleannews.label.context import Context
    from cleannews.label.features.arrays import Arrays

Matrix = NDArray[np.float32]

_WINDOWS = (3, 10)
"""Blocks to each side over which good text is summed up."""

_ROOTS = (0.5, 0.8, 0.95)
"""Shares of the good text that the smallest container around the article is asked to hold."""

_GOOD_NAMES = ("is", "before", "prev_distance", "next_distance", "between")
_LEVEL_NAMES = ("good", "chars", "links", "ended", "blocks", "good_of_chars")

LINE_NAMES = (
    "index", "from_end", "chars_before", "page_blocks", "page_good",
    "after_headline", "headline_distance", "headline_known",
    *(f"good{words}_{name}" for words in GOOD_WORDS for name in _GOOD_NAMES),
    *(f"window{width}_{name}" for width in _WINDOWS for name in ("good", "links", "ended", "words")),
)  # fmt: skip
"""Columns of :func:`line_columns`."""

LAYOUT_NAMES = tuple(f"layout_{layout.value}" for layout in Layout)

TREE_NAMES = (
    *(f"up{level}_{name}" for level in range(trees.LEVELS) for name in _LEVEL_NAMES),
    *(f"in_root_{int(100 * share)}" for share in _ROOTS),
    *(f"root_depth_{int(100 * share)}" for share in _ROOTS),
    "headline_shared", "headline_steps", "headline_article", "h1_seen",
    "depth", "same_blocks", "same_good", "same_links", "same_words",
    *(f"inside_{name}" for name, _ in trees.TAG_GROUPS),
    *(f"near_{name}" for name in name_groups().names),
    *(f"far_{name}" for name in name_groups().names),
)  # fmt: skip
"""Columns of :func:`tree_columns`."""


def line_columns(context: Context, arrays: Arrays) -> Matrix:
    """Measure places along the page. Returns shape (blocks, columns), columns as in :data:`LINE_NAMES`."""
    chars, good = arrays.chars, arrays.good
    count = len(chars)
    index = np.arange(count)
    shown = context.headline.block
    distance = index - shown if shown >= 0 else np.zeros(count)
    columns = [
        index / max(count, 1),
        np.log1p(count - 1 - index) / 5.0,
        (np.cumsum(chars) - chars) / max(float(chars.sum()), 1.0),
        np.full(count, np.log1p(count) / 6.0, dtype=np.float32),
        np.full(count, np.log1p(good[-1].sum()) / 9.0),
        (distance > 0) if shown >= 0 else np.zeros(count),
        np.sign(distance) * np.log1p(np.abs(distance)) / 4.0,
        np.full(count, shown >= 0),
    ]
    for column in good:
        columns.extend(_good_places(column))
    columns.extend(_windows(arrays))
    return np.column_stack(columns).astype(np.float32)


def _good_places(good: Matrix) -> list[Matrix]:
    """Is good, share of good text before, distances to the nearest good blocks, between two good blocks."""
    count = len(good)
    index = np.arange(count)
    is_good = good > 0
    before = (np.cumsum(good) - good) / max(float(good.sum()), 1.0)
    last = np.maximum.accumulate(np.where(is_good, index, -1))
    following = np.minimum.accumulate(np.where(is_good, index, count)[::-1])[::-1]
    back = np.where(last >= 0, index - last, count)
    ahead = np.where(following < count, following - index, count)
    far = np.log1p(50.0)
    between = (last >= 0) & (following < count)
    return [
        is_good,
        before,
        np.minimum(np.log1p(back) / far, 1.5),
        np.minimum(np.log1p(ahead) / far, 1.5),
        between,
    ]


def _windows(arrays: Arrays) -> list[Matrix]:
    chars = arrays.chars
    values = np.column_stack(
        [arrays.good[0], chars * arrays.links, chars * arrays.ended, chars, np.log1p(arrays.words)]
    )
    sums = np.vstack([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)])
    index = np.arange(len(chars))
    columns: list[Matrix] = []
    for width in _WINDOWS:
        low, high = np.maximum(index - width, 0), np.minimum(index + width + 1, len(chars))
        span = sums[high] - sums[low]
        around = np.maximum(span[:, 3], 1.0)
        columns += [
            span[:, 0] / around,
            span[:, 1] / around,
            span[:, 2] / around,
            span[:, 4] / (high - low) / 4.0,
        ]
    return columns


def layout_columns(context: Context) -> Matrix:
    """Which layout the dump has, the same for every block."""
    row = [context.page.layout is layout for layout in Layout]
    return np.tile(np.array(row, dtype=np.float32), (len(context.page.segments), 1))


def tree_columns(context: Context, arrays: Arrays) -> Matrix:
    """Measure containers. Returns shape (blocks, columns), columns as in :data:`TREE_NAMES`."""
    page = context.page
    tree = trees.plant(page.containers)
    owners = np.array([segment.container for segment in page.segments], dtype=np.int64)
    chars, good = arrays.chars, arrays.good[0]
    values = np.column_stack([good, chars, chars * arrays.links, chars * arrays.ended, np.ones(len(chars))])
    sums = trees.totals(tree, owners, values.astype(np.float32))
    levels = trees.ancestors(tree, owners)
    columns = [_level_columns(sums, levels), _root_columns(sums, tree, owners)]
    columns.append(_headline_columns(context, tree, owners))
    columns += [(tree.depth[owners, None] / 20.0).astype(np.float32), _signature_columns(context, arrays)]
    columns.append(trees.unpack(tree.far_tags[owners], len(trees.TAG_GROUPS)))
    columns.append(trees.name_columns(tree, levels, trees.inline_bits(page.segments)))
    return np.hstack(columns).astype(np.float32)


def _level_columns(sums: Matrix, levels: list[NDArray[np.int64]]) -> Matrix:
    all_good, all_chars = max(float(sums[0, 0]), 1.0), max(float(sums[0, 1]), 1.0)
    columns = []
    for level in levels:
        good, chars, links, ended, blocks = sums[level].T
        safe = np.maximum(chars, 1.0)
        columns += [
            good / all_good,
            chars / all_chars,
            links / safe,
            ended / safe,
            np.log1p(blocks) / 5.0,
            good / safe,
        ]
    return np.column_stack(columns)


def _root_columns(sums: Matrix, tree: trees.Tree, owners: NDArray[np.int64]) -> Matrix:
    """Whether a block stands in the smallest container that holds a share of the good text, how far below."""
    inside, below = [], []
    spans = tree.ends - np.arange(len(tree.ends))
    for share in _ROOTS:
        holding = sums[:, 0] >= share * max(float(sums[0, 0]), 1.0)
        root = int(np.argmin(np.where(holding, spans, len(spans) + 1))) if holding.any() else 0
        within = (owners >= root) & (owners < tree.ends[root])
        inside.append(within)
        below.append(np.where(within, np.minimum(tree.depth[owners] - tree.depth[root], 10) / 5.0, -1.0))
    return np.column_stack([*inside, *below])


def _headline_columns(context: Context, tree: trees.Tree, owners: NDArray[np.int64]) -> Matrix:
    """How near a block stands to the headline in the tree, and how many other top headings came since."""
    shown = context.headline.block
    segments = context.page.segments
    if shown < 0:
        return np.zeros((len(owners), 4), dtype=np.float32)
    shared = np.zeros(len(owners), dtype=np.int64)
    article = np.zeros(len(owners), dtype=bool)
    for place in trees.path_up(tree, segments[shown].container):
        within = (owners >= place) & (owners < tree.ends[place])
        shared = np.maximum(shared, np.where(within, tree.depth[place], 0))
        if context.page.containers.tags[place] == "article" and not article.any():
            article = within
    headings = np.array([segment.tag == "h1" for segment in segments])
    headings[: shown + 1] = False
    seen = np.log1p(np.cumsum(headings))
    return np.column_stack([shared / 20.0, (tree.depth[owners] - shared) / 10.0, article, seen])


def _signature_columns(context: Context, arrays: Arrays) -> Matrix:
    """What blocks in the same kind of place are like: how many, how good, how linked, how long."""
    kinds = trees.signatures(context.page.segments, context.page.containers)
    size = np.bincount(kinds)
    words = np.log1p(arrays.words) / 4.0
    means = [
        np.bincount(kinds, weights=column) / size for column in (arrays.good[0] > 0, arrays.links, words)
    ]
    return np.column_stack([np.log(size[kinds]) / 4.0, *(mean[kinds] for mean in means)])
