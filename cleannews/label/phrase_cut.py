"""Cuts a dump on one line at the phrases of a site's furniture that stand inside of its pieces.

A dump on one line is cut where sentences end and where capitals tell of headlines; what stands between two
full stops stays in one piece: the last teaser, "Leave a comment", the labels of a form.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from cleannews.label.lexicon import load_lexicon
from cleannews.label.measures import fold
from cleannews.label.pieces import pieces_at
from cleannews.labels import Kind
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.lexicon import Lexicon
    from cleannews.read.page import Page, Segment

_MOST = 6
"""Words of the longest phrase that is looked for."""
_LEAST_CHARS = 8
"""A shorter phrase of two words may be any two words."""
_LEAST_WORDS = 4
"""Words of a piece that is looked into."""
_OPENER_WORDS = 8
_WORD = re.compile(r"\S+")


def cut_at_phrases(page: Page) -> Page:
    """Make blocks of their own of the furniture's phrases inside the pieces of a dump on one line.

    Held-out word F1 of dumps on one line rises by it: fundus .907 to .919, WCXB .929 to .932, sites_dev .913
    to .924; of 135 invented pages in 60 languages .890 to .922. Glued dumps gain nothing.

    Args:
        page: As read; others are given back as they are.
    """
    inside = _pieces(page)
    lexicon = load_lexicon() if inside else None
    segments = list(page.segments[: inside.start])
    for segment in page.segments[inside.start : inside.stop]:
        segments += _cut(segment, lexicon) if lexicon and segment.text == segment.raw else [segment]
    segments += page.segments[inside.stop :]
    return replace(page, segments=tuple(segments)) if len(segments) > len(page.segments) else page


def _pieces(page: Page) -> range:
    """The blocks that are looked into: all of a dump on one line, else those of a head that stands on one."""
    count = len(page.segments)
    if page.layout is Layout.ONE_LINE:
        return range(max(0, count - _TAIL) if _is_crude(page) else 0, count)
    if page.kind is Kind.HTML or not page.segments or page.layout is Layout.MARKDOWN:
        return range(0)
    end = page.source.find("\n", page.segments[0].start or 0)
    line = list(takewhile(lambda segment: (segment.start or 0) < end, page.segments))
    touching = sum(behind.start == before.end for before, behind in pairwise(line))
    return range(len(line) if len(line) >= _HEAD and _GLUED * touching < len(line) else 0)


_HEAD, _GLUED = 4, 3
"""Blocks of a first line that holds the head of a page, most with spaces between them: one in three that have
none make a glued head, which gains nothing."""


def _is_crude(page: Page) -> bool:
    """Tell whether a dump shows its title again below a path: around its text is not much more."""
    title = page.segments[0].text if page.segments else ""
    below = takewhile(lambda segment: (segment.start or 0) <= len(title) + _PATH_CHARS, page.segments[1:])
    return any(segment.text == title for segment in below)


_TAIL = 3
"""Last pieces of a crude dump, which furniture may stand in."""
_PATH_CHARS = 120
"""Characters of the longest path between the two titles; the menu of a page has more."""


def _cut(segment: Segment, lexicon: Lexicon) -> list[Segment]:
    """Cut one piece before and behind every phrase in it, and before what opens another piece."""
    words = list(_WORD.finditer(segment.text))
    return pieces_at(segment, _borders(words, lexicon)) if len(words) >= _LEAST_WORDS else [segment]


def _borders(words: Sequence[re.Match[str]], lexicon: Lexicon) -> Iterator[int]:
    """Yield the characters at which phrases begin and end."""
    texts = [word[0] for word in words]
    keys = list(map(fold, texts))
    place = 0
    while place + 1 < len(words):
        size = 0 if texts[place][0].islower() else _longest(texts, keys, place, lexicon)
        if size:
            yield words[place].start()
            yield words[place + size - 1].end()
        elif place and _opens(texts, keys, place, lexicon):
            yield words[place].start()
        place += max(size, 1)


def _longest(texts: Sequence[str], keys: Sequence[str], place: int, lexicon: Lexicon) -> int:
    """Words of the longest phrase that begins at a word; 0 if there is none, or a sentence goes on behind."""
    size = 1 if keys[place] in lexicon.words["certain"] and lexicon.find_line(keys[place]) else 0
    if f"{keys[place]} {keys[place + 1]}" in lexicon.words["line_pair"]:
        sizes = range(min(_MOST, len(texts) - place), 1, -1)
        size = next((each for each in sizes if _is_phrase(texts[place : place + each], lexicon)), size)
    goes_on = texts[place + size : place + size + 1]
    return 0 if goes_on and goes_on[0][0].islower() else size


def _is_phrase(texts: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether words are a whole line of furniture, which no article has as a line."""
    key = fold(" ".join(texts))
    return len(key) >= _LEAST_CHARS and key not in lexicon.beside and lexicon.find_line(key) is not None


def _opens(texts: Sequence[str], keys: Sequence[str], place: int, lexicon: Lexicon) -> bool:
    """Tell whether a phrase that lines begin with stands at a word; one word needs its colon."""
    if keys[place] not in lexicon.openers or texts[place][0].islower():
        return False
    found = lexicon.find_opener(fold(" ".join(texts[place : place + _OPENER_WORDS])))
    return found is not None and (" " in found.text or found.text.endswith(":"))
