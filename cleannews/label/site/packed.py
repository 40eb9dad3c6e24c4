"""Sketches as bytes: what a template stores of each page."""

from __future__ import annotations

import numpy as np

from cleannews.label.site.sketch import PageSketch

_HEAD = np.dtype("<u4")
"""Little-endian on every machine, so that templates have the same bytes everywhere."""


def pack(sketch: PageSketch) -> bytes:
    """Write a sketch: number of runs, number of blocks, then the columns."""
    head = np.array([len(sketch.runs), len(sketch.starts)], dtype=_HEAD)
    columns = (head, sketch.runs, sketch.starts, sketch.lines)
    return b"".join(column.astype(_HEAD).tobytes() for column in columns) + sketch.prose.tobytes()


def unpack(key: str, data: bytes) -> PageSketch:
    """Read what :func:`pack` wrote.

    Raises:
        ValueError: The bytes are cut off or do not add up.
    """
    if len(data) < 2 * _HEAD.itemsize:
        raise ValueError("a page of the template is cut off")
    runs, blocks = (int(count) for count in np.frombuffer(data, dtype=_HEAD, count=2))
    words = 2 + runs + 2 * blocks
    if len(data) != words * _HEAD.itemsize + blocks:
        raise ValueError("a page of the template has the wrong length")
    numbers = np.frombuffer(data, dtype=_HEAD, count=words).astype(np.uint32)
    prose = np.frombuffer(data, dtype=np.uint8, offset=words * _HEAD.itemsize) != 0
    columns = numbers[2 + runs :].reshape(2, blocks)
    return PageSketch(key, numbers[2 : 2 + runs], columns[0], columns[1], prose)
