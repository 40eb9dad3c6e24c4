"""Program text: scripts, styles and data of a page that a crude scraper left between its sentences.

``re.sub("<[^>]*>", "", page)`` and its like drop the tags and keep what stood in ``<script>`` and
``<style>``. What each piece looks like tells text from program, and the cheapest sequence of the two states
is taken (Viterbi 1967), so that one way serves pretty-printed code, minified lines, and code in the middle of
a line.

An article that shows code is none of this: only where a dump holds what pages are run with (trackers,
adverts, styles of a theme, minified lines) is its program text taken for the page's.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.leftovers import PROGRAM, Span
from cleannews.read.pieces import CHANGE, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.pieces import Piece

_LEAST, _LEAST_AMONG = 8.0, 4.0
"""Score of a stretch of program text; where others of the page are certain, the second will do."""

_MACHINERY = re.compile(
    r"dataLayer|googletag|adsbygoogle|gtag\(|fbq\(|\bga\('|_gaq\b|_paq\b|!function\(|CDATA\["
    r"|\.elementor|\.js\?ver"
    r"|\.wp-[a-z]|wp-(?:block|content|includes)|__(?:NUXT|NEXT|INITIAL|PRELOADED|APOLLO)[A-Z_]{0,20}"
    r"|window\.\w{1,40}\s{0,2}="
    r"|\"@type\"\s{0,2}:\s{0,2}\"(?:\w{0,20}Article|\w{0,20}Posting|Web|News|Bread|List)"
)
"""What only the page itself does: trackers, advert slots, declared data, a theme's styles, state."""

_DENSE = re.compile(r"\S{160,4000}")
_MIN_MEMBERS, _MIN_SIGNS = 2, 4
"""So many characters without white space, with so many braces and members and so many of these and semicolons
among them, are minified: nobody shows such code."""

_OPEN_END = re.compile(r"[,;{\[(]\s*$")
"""How a line of a program ends that goes on: a list of selectors, the fields of an object."""

_MOST_BETWEEN, _MOST_WORDS = 2_000, 20
"""Characters between two stretches that are joined, and words on one line of them."""


class Run(NamedTuple):
    """A stretch of program text."""

    start: int
    end: int
    score: float


def program_spans(source: str) -> list[Span]:
    r"""Find the program text of a dump.

    >>> source = "Rain on Sunday\ndataLayer = window.dataLayer || []; dataLayer.push({'a': 1});\nIt rained."
    >>> [source[span.start : span.end] for span in program_spans(source)]
    ["dataLayer = window.dataLayer || []; dataLayer.push({'a': 1});"]
    """
    if "{" not in source or "}" not in source:
        return []
    runs = [run for run in _runs(source, pieces_of(source)) if not _is_markdown(source[run.start : run.end])]
    if not any(run.score >= _LEAST and _is_page_machinery(source[run.start : run.end]) for run in runs):
        return []
    among = [run for run in runs if run.score >= _LEAST_AMONG]
    return [Span(run.start, run.end, PROGRAM) for run in _joined(source, among)]


def _runs(source: str, pieces: Sequence[Piece]) -> Iterator[Run]:
    """Yield the stretches in the state of program, white space at their ends left out."""
    begin = end = -1
    total = 0.0
    for piece, inside in zip(pieces, _states(pieces), strict=True):
        if inside and not source[piece.start].isspace():
            begin, end = (piece.start if begin < 0 else begin), piece.end
            total += piece.score
        elif not inside and begin >= 0:
            yield Run(begin, end, total)
            begin, total = -1, 0.0
    if begin >= 0:
        yield Run(begin, end, total)


def _states(pieces: Sequence[Piece]) -> list[bool]:
    """Tell for each piece whether it is program in the cheapest sequence of states.

    Forwards, how far the state of program is ahead, never more than a change costs; where it would be, the
    state behind came from the better one. Backwards, those places are followed.
    """
    ahead = -CHANGE
    comes_from: list[float] = []
    for piece in pieces:
        comes_from.append(ahead if abs(ahead) > piece.change else 0.0)
        ahead = max(-piece.change, min(piece.change, ahead)) + piece.score
    states: list[bool] = []
    state = ahead > 0
    for origin in reversed(comes_from):
        states.append(state)
        if origin:
            state = origin > 0
    return states[::-1]


def _is_page_machinery(text: str) -> bool:
    if _MACHINERY.search(text):
        return True
    return any(
        (members := sum(map(run.count, ("{", "}", '":')))) >= _MIN_MEMBERS
        and members + run.count(";") >= _MIN_SIGNS
        for run in _DENSE.findall(text)
    )


def _is_markdown(text: str) -> bool:
    """Tell whether a stretch is links of markdown, whose targets look like program."""
    links = text.count("](") + text.count("]:")
    return links > 0 and links >= text.count("{") - text.count("${")


def _joined(source: str, runs: Sequence[Run]) -> list[Run]:
    """Join stretches between which nothing but the rest of a statement stands."""
    spans = list(runs[:1])
    for before, run in pairwise(runs):
        if _is_inside(source[before.start : before.end], source[before.end : run.start]):
            spans[-1] = Run(spans[-1].start, run.end, spans[-1].score + run.score)
        else:
            spans.append(run)
    return spans


def _is_inside(before: str, between: str) -> bool:
    """Tell whether what stands between two stretches belongs to them: signs, an open bracket's content."""
    if len(between) >= _MOST_BETWEEN:
        return False
    lines = [line for line in between.splitlines() if any(map(str.isalpha, line))]
    if any(len(line.split()) > _MOST_WORDS for line in lines):
        return False
    return before[-1] in "{[(,=" or all(_OPEN_END.search(line) for line in lines)
