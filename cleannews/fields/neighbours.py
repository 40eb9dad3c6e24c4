"""The short lines around the headline, where bylines and dates stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.article import Block
    from cleannews.fields.evidence import Evidence

_BEFORE, _AFTER = 4, 16
"""Blocks looked at to both sides. Measured on the development corpora: 97 % of the bylines stand within."""
_MAX_CHARS = 160
_PROSE_CHARS = 240
"""A block so long that ends a sentence is the body (or a standfirst of its length)."""
_MAX_PROSE = 2
"""Long blocks passed on the way: a standfirst, then the first paragraph."""


def near_headline(evidence: Evidence) -> Iterator[Block]:
    """Visible short blocks around the headline: first those behind it, then those just before it.

    Without a headline's block the first blocks of the page are taken.
    """
    place = evidence.headline.block
    blocks, segments = evidence.blocks, evidence.page.segments
    prose = 0
    for block in blocks[place + 1 : place + 1 + _AFTER]:
        if segments[block.index].hidden:
            continue
        if len(block.text) <= _MAX_CHARS:
            yield block
        elif len(block.text) >= _PROSE_CHARS:
            prose += 1
            if prose == _MAX_PROSE:
                break
    for block in blocks[max(0, place - _BEFORE) : max(0, place)]:
        if len(block.text) <= _MAX_CHARS and not segments[block.index].hidden:
            yield block
