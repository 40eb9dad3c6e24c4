"""Numbers of an HTML page's containers: what they hold, what they are called, what repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleannews.label.features.names import name_bits, name_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.read.page import Containers, Segment

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
    parents = [max(parent, 0) for parent in containers.parents]
    size = [1] * len(parents)
    for child in range(len(parents) - 1, 0, -1):
        size[parents[child]] += size[child]
    above = np.array(parents, dtype=np.int64)
    own = np.array([name_bits(names) if names else 0 for names in containers.names], dtype=np.int64)
    tags = np.array([_TAG_BITS.get(tag, 0) for tag in containers.tags], dtype=np.int64)
    depth = np.ones(len(parents), dtype=np.int64)
    depth[0] = 0
    far, jump = own.copy(), above
    while jump.any():
        # Each round doubles the distance looked up, so a page takes as many rounds as its depth has bits.
        far |= far[jump]
        tags |= tags[jump]
        depth += depth[jump]
        jump = jump[jump]
    far |= own[0]
    tags |= tags[0]
    return Tree(above, np.arange(len(parents)) + np.array(size), depth, own, far, tags)


def totals(tree: Tree, owners: Indices, values: Matrix) -> Matrix:
    """Sum columns of block values over the subtree of every container.

    Args:
        tree: The containers.
        owners: For each block its container.
        values: Shape (blocks, columns).

    Returns:
        Shape (containers, columns).
    """
    held = np.zeros((len(tree.parents) + 1, values.shape[1]))
    np.add.at(held, owners + 1, values)
    sums = np.cumsum(held, axis=0)
    return np.asarray(sums[tree.ends] - sums[:-1], dtype=np.float32)


def ancestors(tree: Tree, owners: Indices) -> list[Indices]:
    """Return for each level the container of every block, the root standing for what lies above it."""
    levels = [owners]
    for _ in range(LEVELS - 1):
        levels.append(tree.parents[levels[-1]])
    return levels


def path_up(tree: Tree, container: int) -> list[int]:
    """Return a container and all its ancestors, the nearest first."""
    path = [container]
    while path[-1]:
        path.append(int(tree.parents[path[-1]]))
    return path


def unpack(bits: Indices, count: int) -> Matrix:
    """Spread bit sets over columns of 0 and 1."""
    octets = bits.astype("<i8").view(np.uint8).reshape(len(bits), 8)
    return np.unpackbits(octets, axis=1, count=count, bitorder="little").astype(np.float32)


def name_columns(tree: Tree, levels: list[Indices], inline: Indices) -> Matrix:
    """Return word groups near a block and far above it, each a column per group."""
    near = inline.copy()
    for level in levels[: _NEAR + 1]:
        near |= tree.own_names[level]
    far = tree.far_names[levels[_NEAR + 1]]
    count = len(name_groups().names)
    return np.hstack([unpack(near, count), unpack(far, count)])


def inline_bits(segments: Sequence[Segment]) -> Indices:
    """Return the word groups of inline elements inside each block."""
    bits = (name_bits(segment.names) if segment.names else 0 for segment in segments)
    return np.fromiter(bits, dtype=np.int64, count=len(segments))


def signatures(segments: Sequence[Segment], containers: Containers) -> Indices:
    """Number blocks by the shape of their place: same element and names, same parent element and names."""
    numbers: dict[tuple[str, str, str, str], int] = {}
    out = []
    parents, tags, names = containers.parents, containers.tags, containers.names
    for segment in segments:
        own = segment.container
        above = max(parents[own], 0)
        key = (tags[own], names[own], tags[above], names[above])
        out.append(numbers.setdefault(key, len(numbers)))
    return np.array(out, dtype=np.int64)
