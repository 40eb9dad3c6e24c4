"""Finds out how a text dump was made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.read.lines import Line

_LINK = re.compile(r"\]\([^\s()]{1,300}|\]\[\d{1,4}\]")
_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)
_MIN_LINKS = 4


def layout_of(source: str, lines: Sequence[Line]) -> Layout:
    """Tell how a dump was made from what its lines look like."""
    if len(_LINK.findall(source, 0, 200_000)) >= _MIN_LINKS:
        return Layout.MARKDOWN
    size = sum(len(line.text) for line in lines)
    if len(lines) <= 1 + size // 3000:
        return Layout.GLUED if _glue(source) else Layout.ONE_LINE
    if _glue(source):
        return Layout.GLUED
    if wrap_width(lines):
        return Layout.WRAPPED
    if sum(line.gap == 0 for line in lines) > 0.9 * len(lines):
        return Layout.LINES
    return Layout.BLOCKS


_GLUE = re.compile(r"[^\W\d_][.!?][A-ZÄÖÜÉ]|[a-z)][A-Z][a-z]{2}")


def _glue(source: str) -> bool:
    return len(_GLUE.findall(source, 0, 200_000)) > max(10, min(len(source), 200_000) // 500)


def wrap_width(lines: Sequence[Line]) -> int:
    """Return the column at which lines are wrapped, 0 if they are not."""
    sizes = sorted(line.indent + len(line.text) for line in lines)
    if not sizes:
        return 0
    width = sizes[-1 - len(sizes) // 100]
    if not 50 <= width <= 140:
        return 0
    full = fits = 0
    for before, line in zip(lines, lines[1:], strict=False):
        if line.gap == 0 and before.indent + len(before.text) > width * 0.6:
            word = line.text.split(None, 1)[0]
            if before.indent + len(before.text) + 1 + len(word) > width:
                full += 1
            else:
                fits += 1
    return width if full > 5 and full > fits else 0
