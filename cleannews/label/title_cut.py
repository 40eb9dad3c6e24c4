"""Cuts a dump where the title that it declares stands inside a longer line, or over two.

A dump on one line is cut into sentences, and a headline has no full stop: it stands in one piece with the
menu above and the byline below it. A title that is known tells where it begins and ends.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.masthead import SEPARATOR
from cleannews.label.pieces import piece_of
from cleannews.labels import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.read.page import Page, Segment

_LEAST_CHARS, _LEAST_WORDS = 16, 3
"""A shorter title may stand in any sentence."""

_MOST_PIECES = 3
"""Blocks that a copy stands in: its names are taken for entries of a menu, its colon for a label's."""

_ENDS = frozenset(".!?…")
_SIGNS = str.maketrans("’‘‚“”„–—\u00a0", "'''\"\"\"-- ")
"""Signs in which copies differ, sign for sign."""

_WORD = re.compile(r"\S+")

_MOST_BLOCKS, _MOST_CUTS = 400, 4
"""Blocks that are looked at, and places that are cut: a title stands above its text, seldom thrice."""

_INSIDE = frozenset(",;:«»“”„\"'‘’()[]")
"""Beside a title these signs make it a part of a sentence."""


def cut_at_title(page: Page, title: str | None) -> Page:
    """Make a block of its own of every copy of a title that no block shows alone.

    Args:
        page: As read; HTML pages are given back as they are.
        title: As declared, with or without the site's name.
    """
    if page.kind is Kind.HTML or not title:
        return page
    for wanted in (title, *_without_last_part(title)):
        if len(wanted) >= _LEAST_CHARS and wanted.count(" ") >= _LEAST_WORDS - 1:
            segments = tuple(_cut(page, wanted.translate(_SIGNS)))
            if segments != page.segments:
                return replace(page, segments=segments)
    return page


def _without_last_part(title: str) -> list[str]:
    """The title without what stands behind its last sign, if there is one.

    >>> _without_last_part("Rain stops the old ferry - Valley Post"), _without_last_part("Rain")
    (['Rain stops the old ferry'], [])
    """
    borders = list(SEPARATOR.finditer(title))
    return [title[: borders[-1].start()]] if borders else []


def _cut(page: Page, title: str) -> list[Segment]:
    segments = list(page.segments)
    texts = [segment.text.translate(_SIGNS) for segment in segments[:_MOST_BLOCKS]]
    opening = title.split(" ", 1)[0]
    place = cuts = 0
    while place < len(texts) and cuts < _MOST_CUTS:
        copy = _copy(texts, place, title) if opening in texts[place] else None
        if copy is None or copy == (0, place, len(texts[place])):
            place += 1
            continue
        old = slice(place, copy.last + 1)
        pieces = _parted(page.source, segments[old], copy)
        segments[old] = pieces
        texts[old] = [piece.text.translate(_SIGNS) for piece in pieces]
        place += max(1, len(pieces) - 1)
        cuts += 1
    return segments


class _Copy(NamedTuple):
    """A title in a dump: where it begins in a block, its last block, where it ends in that."""

    start: int
    last: int
    stop: int


def _copy(texts: Sequence[str], first: int, title: str) -> _Copy | None:
    """The copy of a title that begins in a block."""
    joined = texts[first]
    for last in range(first, min(first + _MOST_PIECES, len(texts))):
        if last > first:
            joined = f"{joined} {texts[last]}"
        start = joined.find(title, 0, len(texts[first]) + len(title))
        if start >= 0:
            stop = start + len(title) + (joined[start + len(title) :][:1] in _ENDS)
            if not _is_apart(joined[:start], joined[stop:], title):
                return None
            return _Copy(start, last, stop - len(joined) + len(texts[last]))
    return None


def _is_apart(before: str, behind: str, title: str) -> bool:
    """Whether a title stands by itself and not in a sentence that says the same.

    >>> _is_apart("Home News ", " By Ann Lee", "Rain stops the old ferry")
    True
    >>> _is_apart("In ", " he says so.", "Rain stops the old ferry")
    False
    >>> _is_apart("News", "3 May", "Rain stops it"), _is_apart("", "man", "Rain stops it")
    (True, False)
    """
    above, below = before.rstrip(), behind.lstrip()
    if above[-1:] in _INSIDE or below[:1] in _INSIDE or below[:1].islower():
        return not above and not below
    glued = bool(above) and above == before and above[-1].isalnum()
    return not glued or title[:1].isupper()


def _parted(source: str, segments: Sequence[Segment], copy: _Copy) -> list[Segment]:
    """Cut a title out of its blocks; they stay as they are where it cannot be told from their text."""
    first, last = segments[0], segments[-1]
    begin = first.start or 0
    start, stop = _written(first, copy.start), _written(last, copy.stop)
    if start is None or stop is None:
        return list(segments)
    title = source[start:stop].rstrip()
    stop = start + len(title)
    pieces = [
        piece_of(first, first.text[: copy.start].rstrip(), source[begin:start].rstrip(), begin),
        piece_of(first, _shown(segments, copy), title, start),
    ]
    behind = source[stop : last.end]
    pieces.append(
        piece_of(
            last, last.text[copy.stop :].lstrip(), behind.lstrip(), stop + len(behind) - len(behind.lstrip())
        )
    )
    return [piece for piece in pieces if piece.text]


def _shown(segments: Sequence[Segment], copy: _Copy) -> str:
    """A title as its blocks show it."""
    if len(segments) == 1:
        return segments[0].text[copy.start : copy.stop]
    inner = (segment.text for segment in segments[1:-1])
    return " ".join((segments[0].text[copy.start :], *inner, segments[-1].text[: copy.stop]))


def _written(segment: Segment, place: int) -> int | None:
    """Where in the dump a place of a block's text is; ``None`` if it cannot be told.

    A text that was folded is told by its words, if it has as many as the dump.
    """
    start = segment.start or 0
    if segment.text == segment.raw or not place:
        return start + place
    if place == len(segment.text):
        return segment.end
    shown = [word.start() for word in _WORD.finditer(segment.text)]
    written = [word.start() for word in _WORD.finditer(segment.raw)]
    ahead = place + (segment.text[place] == " ")
    return start + written[shown.index(ahead)] if len(shown) == len(written) and ahead in shown else None
