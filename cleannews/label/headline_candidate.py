"""A line of a dump that may be its headline."""

from __future__ import annotations

from typing import NamedTuple


class Candidate(NamedTuple):
    """A line (or wrapped lines) that may be the headline."""

    text: str
    block: int
    features: tuple[float, ...]
    """In the order of :data:`~cleannews.label.headline_lines.WEIGHTS`, as far as they are known."""
    stop: int
    """Index behind its last block."""
