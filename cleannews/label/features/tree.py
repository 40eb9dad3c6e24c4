"""Numbers of an HTML page's containers: what they hold, what they are called, what repeats."""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from itertools import count, repeat
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleannews.label.features.names import name_bits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.read.containers import Containers

Matrix = NDArray[np.float32]
Indices = NDArray[np.int64]

TAG_GROUPS = (
    ("article", ("article",)),
    ("main", ("main",)),
    ("section", ("section",)),
    ("aside", ("aside",)),
    ("nav", ("nav",)),
    ("header", ("header",)),
    ("footer", ("footer",)),
    ("form", ("form", "fieldset", "label", "select", "button", "option", "textarea")),
    ("figure", ("figure", "figcaption", "picture")),
    ("list", ("ul", "ol", "dl")),
    ("item", ("li", "dd", "dt")),
    ("table", ("table", "tbody", "thead", "tr", "td", "th")),
    ("quote", ("blockquote", "q")),
    ("link", ("a",)),
    ("dialog", ("dialog", "details", "summary")),
)
"""Groups of element names among a block's ancestors."""

_TAG_BITS = {tag: 1 << bit for bit, (_, tags) in enumerate(TAG_GROUPS) for tag in tags}

LEVELS = 5
"""Ancestors looked at one by one: the block's own element and four above it."""

_NEAR = 2
"""Names of the element itself and this many ancestors count as near, all above as far."""


class Tree(NamedTuple):
    """Containers as arrays; children follow their parents, so a subtree is a range of indices."""

    parents: Indices
    ends: Indices
    """Index behind the last container of the subtree."""
    depth: Indices
    own_names: Indices
    far_names: Indices
    """Groups of the container and everything above it."""
    far_tags: Indices


def plant(containers: Containers) -> Tree:
    """Turn the containers of a page into arrays.

    Args:
        containers: Columns as read, in document order; a second root counts as a child of the first.
    """
    above = np.maximum(np.array(containers.parents, dtype=np.int64), 0)
    own = bits_of(containers.names)
    tags = np.fromiter(map(_TAG_BITS.get, containers.tags, repeat(0)), np.int64, len(above))
    size = np.ones(len(above))
    depth = np.ones(len(above), dtype=np.int64)
    depth[0] = 0
    far, jump = own.copy(), above
    while jump.any():
        # Each round doubles the distance looked up, so a page takes as many rounds as its depth has bits.
        far |= far[jump]
        tags |= tags[jump]
        depth += depth[jump]
        size += np.bincount(jump, weights=size, minlength=len(size))
        jump = jump[jump]
    far |= own[0]
    tags |= tags[0]
    size[0] = len(size)
    return Tree(above, np.arange(len(size)) + size.astype(np.int64), depth, own, far, tags)


def bits_of(names: Sequence[str]) -> Indices:
    """Return the word groups of names, of which most stand on many elements of a page."""
    bits = {each: name_bits(each) for each in set(names)}
    return np.fromiter(map(bits.__getitem__, names), np.int64, len(names))


def totals(tree: Tree, owners: Indices, values: Matrix) -> Matrix:
    """Sum columns of block values over the subtree of every container.

    Args:
        tree: The containers.
        owners: For each block its container.
        values: Shape (columns, blocks).

    Returns:
        Shape (columns + 1, containers): the sums, and in the last row the number of blocks.
    """
    count = len(tree.parents) + 1
    held = [np.bincount(owners + 1, weights=column, minlength=count) for column in values]
    sums = np.cumsum([*held, np.bincount(owners + 1, minlength=count)], axis=1)
    return np.asarray(sums[:, tree.ends] - sums[:, :-1], dtype=np.float32)


def ancestors(tree: Tree, owners: Indices) -> Indices:
    """Return for each level the container of every block, the root standing for what lies above it."""
    levels = [owners]
    for _ in range(LEVELS - 1):
        levels.append(tree.parents[levels[-1]])
    return np.array(levels)


def path_up(tree: Tree, container: int) -> list[int]:
    """Return a container and all its ancestors, the nearest first."""
    path = [container]
    while path[-1]:
        path.append(int(tree.parents[path[-1]]))
    return path


PORTION = 2_048
"""Rows written at once into a matrix that lies in columns: so many of all its columns fit into the cache.
Without it a block took three times as long on a page of a million as on one of a hundred thousand."""


def unpack(bits: Indices, out: Matrix) -> None:
    """Spread bit sets over columns of 0 and 1."""
    octets = bits.astype("<i8").view(np.uint8).reshape(len(bits), 8)
    for start in range(0, len(bits), PORTION):
        rows = octets[start : start + PORTION]
        out[start : start + PORTION] = np.unpackbits(rows, axis=1, count=out.shape[1], bitorder="little")


def fill_names(tree: Tree, levels: Indices, inline: Indices, out: Matrix) -> None:
    """Mark the word groups near a block, then those far above it, a column per group.

    Args:
        tree: The containers.
        levels: As :func:`ancestors` gives them.
        inline: The groups of inline elements inside each block.
        out: Filled in place; shape (blocks, columns).
    """
    near = reduce(np.bitwise_or, tree.own_names[levels[: _NEAR + 1]], inline)
    far = tree.far_names[levels[_NEAR + 1]]
    groups = out.shape[1] // 2
    unpack(near, out[:, :groups])
    unpack(far, out[:, groups:])


def signatures(tree: Tree, owners: Indices, containers: Containers) -> Indices:
    """Number blocks by the shape of their place: same element and names, same parent element and names."""
    tags, names = containers.tags, containers.names
    places = zip(owners.tolist(), tree.parents[owners].tolist(), strict=True)
    kinds = [(tags[own], names[own], tags[up], names[up]) for own, up in places]
    numbers: defaultdict[tuple[str, ...], int] = defaultdict(count().__next__)
    return np.fromiter(map(numbers.__getitem__, kinds), np.int64, len(kinds))
