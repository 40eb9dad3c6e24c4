"""Numbers of a block's place: in the page, among the good text, in its containers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cleannews.label.features import tree as trees
from cleannews.label.features.arrays import GOOD_WORDS, parted
from cleannews.label.features.names import name_groups
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from cleannews.label.context import Context
    from cleannews.label.features.arrays import Arrays

Matrix = NDArray[np.float32]
Indices = NDArray[np.int64]

_WINDOWS = (3, 10)
"""Blocks to each side over which good text is summed up."""

_DEEPEST = 40
"""Levels of containers that count: one block in a thousand of the training pages lies deeper."""

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
"""Columns of :func:`fill_line`."""

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
"""Columns of :func:`fill_tree`."""


def fill_line(context: Context, arrays: Arrays, out: Matrix) -> None:
    """Measure places along the page.

    Args:
        context: The page under labelling.
        arrays: Its measures.
        out: Filled in place, all zeros before; shape (blocks, columns), columns as in :data:`LINE_NAMES`.
    """
    columns = out.T
    count = len(out)
    index = np.arange(count)
    columns[0] = index / count
    columns[1] = np.log1p(count - 1 - index) / 5.0
    columns[2] = (np.cumsum(arrays.chars) - arrays.chars) / max(float(arrays.chars.sum()), 1.0)
    columns[3] = np.log1p(count) / 6.0
    columns[4] = np.log1p(arrays.good[-1].sum()) / 9.0
    if context.headline.block >= 0:
        distance = index - context.headline.block
        columns[5] = distance > 0
        columns[6] = np.sign(distance) * np.log1p(np.abs(distance)) / 4.0
        columns[7] = 1.0
    _fill_good_places(arrays.good, index, columns[8:])
    _fill_windows(arrays, index, columns[8 + len(GOOD_WORDS) * len(_GOOD_NAMES) :])


def _fill_good_places(good: Matrix, index: Indices, columns: Matrix) -> None:
    """Is good, share of good text before, distances to the nearest good blocks, between two good blocks."""
    count = len(index)
    is_good = good > 0
    last = np.maximum.accumulate(np.where(is_good, index, -1), axis=1)
    following = np.minimum.accumulate(np.where(is_good, index, count)[:, ::-1], axis=1)[:, ::-1]
    distances = np.stack(
        [np.where(last >= 0, index - last, count), np.where(following < count, following - index, count)]
    )
    distances = np.minimum(np.log1p(distances) / _FAR, 1.5)
    thresholds, width = len(good), len(_GOOD_NAMES)
    columns = columns[: thresholds * width]
    columns[0::width] = is_good
    columns[1::width] = (np.cumsum(good, axis=1) - good) / np.maximum(good.sum(axis=1, keepdims=True), 1.0)
    columns[2::width], columns[3::width] = distances
    columns[4::width] = (last >= 0) & (following < count)


_FAR = np.log1p(50.0)
"""Distances are measured by this one, 50 blocks."""


def _fill_windows(arrays: Arrays, index: Indices, columns: Matrix) -> None:
    """What stands around: shares of good text, links, sentences; length of the blocks."""
    count = len(index)
    sums = np.zeros((len(arrays.held) + 1, count + 1))
    sums[:-1, 1:] = np.cumsum(arrays.held, axis=1)
    sums[-1, 1:] = np.cumsum(np.log1p(arrays.words))
    for place, width in enumerate(_WINDOWS):
        low, high = np.maximum(index - width, 0), np.minimum(index + width + 1, count)
        good, chars, links, ended, words = sums[:, high] - sums[:, low]
        around = np.maximum(chars, 1.0)
        window = columns[4 * place :]
        window[0] = good / around
        window[1] = links / around
        window[2] = ended / around
        window[3] = words / (high - low) / 4.0


def fill_layout(context: Context, out: Matrix) -> None:
    """Mark which layout the dump has, the same for every block."""
    for place, layout in enumerate(Layout):
        out[:, place] = context.page.layout is layout


def fill_tree(context: Context, arrays: Arrays, out: Matrix) -> None:
    """Measure containers.

    Args:
        context: The page under labelling.
        arrays: Its measures.
        out: Filled in place, all zeros before; shape (blocks, columns), columns as in :data:`TREE_NAMES`.
    """
    page = context.page
    tree = trees.plant(page.containers)
    columns = context.measures.columns
    owners = np.array(columns.container, dtype=np.int64)
    sums = trees.totals(tree, owners, arrays.held)
    levels = trees.ancestors(tree, owners)
    up, roots, headline, depth, same, inside, names = parted(out, _TREE_BORDERS)
    _fill_levels(sums, levels, up)
    _fill_roots(sums, tree, owners, roots)
    _fill_headline(context, tree, owners, headline)
    depth[:, 0] = np.minimum(tree.depth[owners], _DEEPEST) / 20.0
    _fill_signatures(arrays, trees.signatures(tree, owners, page.containers), same)
    trees.unpack(tree.far_tags[owners], inside)
    trees.fill_names(tree, levels, trees.bits_of(columns.names), names)


_TREE_BORDERS = [
    TREE_NAMES.index(name)
    for name in ("in_root_50", "headline_shared", "depth", "same_blocks", f"inside_{trees.TAG_GROUPS[0][0]}")
] + [TREE_NAMES.index(f"near_{name_groups().names[0]}")]


def _fill_levels(sums: Matrix, levels: Indices, out: Matrix) -> None:
    good, chars, links, ended, blocks = sums
    all_good, all_chars = max(float(good[0]), 1.0), max(float(chars[0]), 1.0)
    safe = np.maximum(chars, 1.0)
    held = np.stack(
        [good / all_good, chars / all_chars, links / safe, ended / safe, np.log1p(blocks) / 5.0, good / safe],
        axis=1,
    )
    for start in range(0, len(out), trees.PORTION):
        rows = slice(start, start + trees.PORTION)
        out[rows] = held[levels[:, rows].T].reshape(-1, out.shape[1])


def _fill_roots(sums: Matrix, tree: trees.Tree, owners: Indices, out: Matrix) -> None:
    """Whether a block stands in the smallest container that holds a share of the good text, how far below."""
    good, spans = sums[0], tree.ends - np.arange(len(tree.ends))
    holding = good >= np.array(_ROOTS, dtype=np.float32)[:, None] * max(float(good[0]), 1.0)
    roots = np.argmin(np.where(holding, spans, len(spans) + 1), axis=1)[:, None]
    within = (owners >= roots) & (owners < tree.ends[roots])
    below = np.minimum(tree.depth[owners] - tree.depth[roots], 10) / 5.0
    out[:, : len(_ROOTS)] = within.T
    out[:, len(_ROOTS) :] = np.where(within, below, -1.0).T


def _fill_headline(context: Context, tree: trees.Tree, owners: Indices, out: Matrix) -> None:
    """How near a block stands to the headline in the tree, and how many other top headings came since."""
    shown = context.headline.block
    segments, tags = context.page.segments, context.page.containers.tags
    if shown < 0:
        return
    path = trees.path_up(tree, segments[shown].container)
    above = np.array(path)[:, None]
    within = (owners >= above) & (owners < tree.ends[above])
    shared = within.sum(axis=0) - 1
    headings = np.array([tag == "h1" for tag in context.measures.columns.tag])
    headings[: shown + 1] = False
    out[:, 0] = np.minimum(shared, _DEEPEST) / 20.0
    out[:, 1] = np.minimum(tree.depth[owners] - shared, _DEEPEST) / 10.0
    article = next((place for place, container in enumerate(path) if tags[container] == "article"), None)
    if article is not None:
        out[:, 2] = within[article]
    out[:, 3] = np.log1p(np.cumsum(headings))


def _fill_signatures(arrays: Arrays, kinds: Indices, out: Matrix) -> None:
    """What blocks in the same kind of place are like: how many, how good, how linked, how long."""
    size = np.bincount(kinds)
    out[:, 0] = np.log(size[kinds]) / 4.0
    columns = (arrays.good[0] > 0, arrays.links, np.log1p(arrays.words) / 4.0)
    for place, column in enumerate(columns, start=1):
        out[:, place] = (np.bincount(kinds, weights=column) / size)[kinds]
