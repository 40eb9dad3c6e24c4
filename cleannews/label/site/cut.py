"""Cuts inside the lines of a dump where what the site's pages share begins or ends.

Menus, notices and teasers that a dump glued to the article stand in one line with it; the words that other
pages of the site show as well tell where one ends and the other begins. Cuts are made before labelling.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from cleannews.label.pieces import piece_of
from cleannews.label.site.sketch import TOKEN
from cleannews.labels import Kind

if TYPE_CHECKING:
    from cleannews.label.site.evidence import Evidence
    from cleannews.read.page import Page, Segment

EDGE_WORDS = 4
"""Words that must be shared to cut them off the beginning or end of a block: one run."""

LEAST_LEFT = 2
"""Words that a cut must leave: the zone behind a time belongs to its line."""

INNER_WORDS = 12
"""Words that must be shared to cut them out of the middle of a block: less is a set phrase."""

LEAST_WORDS = 8
"""Shorter blocks are not cut: their label is a matter of the whole."""

_GAP = 2
"""Words that only this page has may stand in a shared stretch: a name, a date, a section."""

_SPACED = re.compile(r"\S+")


def cut_page(page: Page, evidence: Evidence) -> Page:
    """Cut the blocks of a text dump at the borders of what other pages show too.

    Args:
        page: As read.
        evidence: Of its blocks as they are.

    Returns:
        The page with at least as many blocks; HTML pages are given back as they are.
    """
    if page.kind is Kind.HTML or not evidence.others:
        return page
    segments: list[Segment] = []
    starts = evidence.starts.tolist()
    shared = evidence.words >= _least_pages(evidence.others)
    mixed = np.add.reduceat(np.append(shared, 0), evidence.starts[:-1]) if len(starts) > 1 else ()
    for index, segment in enumerate(page.segments):
        if index < len(mixed):
            size = starts[index + 1] - starts[index]
            if size >= LEAST_WORDS and EDGE_WORDS <= mixed[index] < size:
                borders = borders_of(shared[starts[index] : starts[index + 1]].tolist())
                segments.extend(_pieces(segment, borders, size))
                continue
        segments.append(segment)
    return page if len(segments) == len(page.segments) else replace(page, segments=tuple(segments))


def _least_pages(others: int) -> int:
    """Other pages that must show words for a cut: one of up to three, else two, and a tenth of them all.

    Of a hundred pages any two share set phrases of four words.
    """
    return 1 if others <= 3 else max(2, -(-others // 10))  # noqa: PLR2004 - the sentence above


def borders_of(shared: list[bool]) -> dict[int, int]:
    """Return at which words a block is to be cut, and how many words in a row are shared beside the cut.

    >>> borders_of([True] * 6 + [False] * 9)
    {6: 6}
    >>> borders_of([False] * 9 + [True] * 4 + [False] * 9), borders_of([True] * 9 + [False])
    ({}, {})
    """
    size = len(shared)
    found: dict[int, int] = {}
    for start, end in _stretches(shared):
        at_edge = start == 0 or end == size
        if end - start >= (EDGE_WORDS if at_edge else INNER_WORDS):
            longest = max(len(list(row)) for here, row in groupby(shared[start:end]) if here)
            borders = [border for border in (start, end) if LEAST_LEFT <= border <= size - LEAST_LEFT]
            found |= dict.fromkeys(borders, longest)
    return found


def _stretches(shared: list[bool]) -> list[tuple[int, int]]:
    """List the stretches of shared words, tolerating small gaps."""
    found: list[tuple[int, int]] = []
    for place, here in enumerate(shared):
        if not here:
            continue
        if found and place - found[-1][1] <= _GAP:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def _pieces(segment: Segment, borders: dict[int, int], size: int) -> list[Segment]:
    """Cut a block at words that may start something.

    A small letter goes on with what stands before it, unless so many words are shared that they are a notice
    or a menu and no phrase. The block stays as it is where its words cannot be told apart in the input.
    """
    tokens = [match.start() for match in TOKEN.finditer(segment.text)]
    shown = [match.span() for match in _SPACED.finditer(segment.text)]
    written = [match.start() for match in _SPACED.finditer(segment.raw)]
    if not borders or len(tokens) != size or len(shown) != len(written):
        return [segment]
    starts = [start for start, _ in shown]
    places = [0]
    for border in sorted(borders):
        word = bisect_right(starts, tokens[border]) - 1
        small = segment.text[starts[word]].islower()
        if word > places[-1] and (borders[border] >= INNER_WORDS or not small):
            places.append(word)
    pieces = []
    for first, last in zip(places, [*places[1:], len(shown)], strict=True):
        text = segment.text[shown[first][0] : shown[last - 1][1]]
        begin = written[first] if first else 0
        raw = segment.raw[begin:] if last == len(shown) else segment.raw[begin : written[last]].rstrip()
        pieces.append(piece_of(segment, text, raw, (segment.start or 0) + begin))
    return pieces
