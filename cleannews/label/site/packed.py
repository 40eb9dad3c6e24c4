"""Sketches as bytes: what a template stores of each page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from cleannews.label.site.sketch import KEY_SIZE, PageSketch

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEAD = np.dtype("<u4")
"""Little-endian on every machine, so that templates have the same bytes everywhere."""

_KEY = re.compile(rf"[0-9a-f]{{{KEY_SIZE}}}")


def pack(sketch: PageSketch) -> bytes:
    """Write a sketch: number of runs, number of blocks, then the columns."""
    head = np.array([len(sketch.runs), len(sketch.starts)], dtype=_HEAD)
    columns = (head, sketch.runs, sketch.starts, sketch.lines)
    return b"".join(column.astype(_HEAD).tobytes() for column in columns) + sketch.prose.tobytes()


def unpack(key: str, data: bytes) -> PageSketch:
    """Read what :func:`pack` wrote.

    Raises:
        ValueError: The key is no page's, or the bytes are cut off or do not add up.
    """
    if not _KEY.fullmatch(key):
        raise ValueError(f"the key of a page of the template is not {KEY_SIZE} hexadecimal digits")
    if len(data) < 2 * _HEAD.itemsize:
        raise ValueError("a page of the template is cut off")
    runs, blocks = (int(count) for count in np.frombuffer(data, dtype=_HEAD, count=2))
    words = 2 + runs + 2 * blocks
    if len(data) != words * _HEAD.itemsize + blocks:
        raise ValueError("a page of the template has the wrong length")
    numbers = np.frombuffer(data, dtype=_HEAD, count=words).astype(np.uint32)
    prose = np.frombuffer(data, dtype=np.uint8, offset=words * _HEAD.itemsize) != 0
    starts, lines = numbers[2 + runs :].reshape(2, blocks)
    if not _in_order(starts, runs):
        raise ValueError("the blocks of a page of the template do not make up the page")
    return PageSketch(key, numbers[2 : 2 + runs], starts, lines, prose)


def _in_order(starts: NDArray[np.uint32], runs: int) -> bool:
    """Tell whether blocks follow each other from the first word on, and none begins behind the last."""
    if not len(starts):
        return not runs
    return bool(starts[0] == 0 and (starts[1:] >= starts[:-1]).all() and starts[-1] <= runs)
