"""Cuts a dump on one line before and behind the credits of its pictures.

What follows a credit begins another sentence, and no full stop tells where: ``Photo: Mara Field The guild``.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from cleannews.label.credit_spans import credit_spans
from cleannews.label.lexicon import load_lexicon
from cleannews.label.pieces import pieces_at
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from cleannews.read.page import Page


def cut_at_credits(page: Page) -> Page:
    """Make blocks of their own of the credits inside the pieces of a dump on one line.

    Args:
        page: As read; others are given back as they are.
    """
    if page.layout is not Layout.ONE_LINE:
        return page
    spans = credit_spans([segment.text for segment in page.segments], load_lexicon())
    segments = [
        pieces_at(segment, chain.from_iterable(found)) if found and segment.text == segment.raw else [segment]
        for segment, found in zip(page.segments, spans, strict=True)
    ]
    cut = tuple(chain.from_iterable(segments))
    return replace(page, segments=cut) if len(cut) > len(page.segments) else page
