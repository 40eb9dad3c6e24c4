"""Marks by which pages that tell no address find the others of their site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from cleannews.label.site.sketch import PageSketch

MARKS = 64
"""Fingerprints a page is found by: the smallest of its furniture's (bottom-k; Cohen and Kaplan 2007)."""

LEAST_MARKS = 16
"""A page with less furniture shows no site."""

_SCRAMBLE = np.uint64(0xD6E8FEB86659FD93)
"""Makes the choice independent of that of any other sketch."""


def marks_of(sketch: PageSketch) -> tuple[int, ...]:
    """Choose the marks of a page, from what is no prose: stories of agencies stand on many sites.

    Returns:
        At most :data:`MARKS`; none for a page with too little furniture.
    """
    edges = np.append(sketch.starts, len(sketch.runs)).astype(np.int64)
    runs = np.unique(sketch.runs[np.repeat(~sketch.prose, edges[1:] - edges[:-1])])
    mixed = np.sort((runs[runs != 0].astype(np.uint64) * _SCRAMBLE) >> np.uint64(32))[:MARKS]
    return tuple(mixed.tolist()) if len(mixed) >= LEAST_MARKS else ()
