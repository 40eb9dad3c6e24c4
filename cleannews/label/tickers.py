"""Live tickers: entries below their clock times, which read like the excerpts of a list of latest news."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from cleannews.labels import IN_TEXT, Label

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from cleannews.label.context import Context, Verdict

_CLOCK = re.compile(r"\W{0,3}([01]?\d|2[0-3])[:.h]([0-5]\d)(?!\d)")
_CLOCK_CHARS = 40
"""Characters of a line that is a time, and perhaps how long ago it was or a button."""

_ENTRIES = 4
"""Entries of prose: fewer times stand in any list of latest news."""
_IN_ORDER = 0.75
"""Share of the times that follow one another, up or down: teasers are listed as the desk likes."""
_SOME = 0.2
"""Share of the entries of which the score keeps some prose; or the page keeps next to nothing elsewhere:"""
_ELSEWHERE = 0.25
"""words that are kept outside of the entries, by the words of their prose."""
_PROSE_WORDS, _LONG_WORDS = 8, 25
"""Words of prose, that ends like a sentence, and that does not."""
_HEADING_WORDS = range(1, 16)
_MOSTLY_LINK = 0.5
_BEFORE = 40
"""Blocks between the headline and the first entry at most: standfirst, points, picture, the ticker's bar."""
_BESIDE = frozenset({Label.CAPTION, Label.BYLINE, Label.DATELINE, Label.ADVERT})
"""Labels of blocks inside an entry that do not end it."""


class Entry(NamedTuple):
    """One entry of a ticker."""

    places: tuple[int, ...]
    """Its blocks, the time left out, up to what a rule names."""
    prose: tuple[int, ...]
    answered: bool
    """What the rule names is a reader's: "Reply", "Report"."""


def entries_to_keep(
    context: Context, settled: Sequence[Verdict], by_shape: Container[str]
) -> Iterator[tuple[int, Label]]:
    """Find what was removed of the entries of a live ticker: sentences, the line above them, listed lines.

    Written on invented tickers; on the pages of fundus, sites_dev and WCXB, and in their dumps, it speaks of
    none, though seven of them list teasers below their times.

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named: others stay removed.
    """
    clocks = _clocks(context)
    if len(clocks) < _ENTRIES or not _in_order([minute for _, minute in clocks]):
        return
    stops = [*(place for place, _ in clocks[1:]), len(settled)]
    entries = [
        _entry(context, settled, range(place + 1, stop), by_shape)
        for (place, _), stop in zip(clocks, stops, strict=True)
    ]
    entries[-1] = _ended(entries[-1])
    told = [entry for entry in entries if entry.prose]
    if len(told) >= _ENTRIES and _is_article(context, settled, told):
        for entry in told:
            yield from _missed(context, settled, entry, by_shape)


def _clocks(context: Context) -> list[tuple[int, int]]:
    """The lines behind the headline that are a time, and its minute of the day."""
    headline = context.headline.block
    found = []
    for index, text in enumerate(context.measures.columns.text):
        clock = _CLOCK.match(text) if len(text) <= _CLOCK_CHARS else None
        if clock and index > headline and not context.measures.ended[index]:
            found.append((index, 60 * int(clock[1]) + int(clock[2])))
    return found if found and headline >= 0 and found[0][0] - headline <= _BEFORE else []


def _in_order(minutes: Sequence[int]) -> bool:
    steps = [(after > before) - (after < before) for before, after in pairwise(minutes)]
    return max(steps.count(1), steps.count(-1)) >= _IN_ORDER * len(steps)


def _entry(context: Context, settled: Sequence[Verdict], places: range, by_shape: Container[str]) -> Entry:
    """Cut an entry off where a rule names what stands there: a share bar, a box of teasers."""

    def belongs(index: int) -> bool:
        verdict = settled[index]
        return verdict.label in IN_TEXT or verdict.label in _BESIDE or verdict.reason in by_shape

    inside = tuple(takewhile(belongs, places))
    behind = places[len(inside) : len(inside) + 1]
    answered = any(settled[index].label is Label.COMMENTS for index in behind)
    return Entry(inside, tuple(index for index in inside if _is_prose(context, settled, index)), answered)


def _ended(last: Entry) -> Entry:
    """Cut the last entry off behind its first paragraphs: no time stands below it."""
    prose = list(last.prose)
    while len(prose) > 1 and prose[-1] - prose[0] >= len(prose):
        prose.pop()
    return last._replace(prose=tuple(prose))


def _is_prose(context: Context, settled: Sequence[Verdict], index: int) -> bool:
    words, links = context.measures.words[index], context.measures.link_share[index] or 0.0
    long = words >= (_PROSE_WORDS if context.measures.ended[index] else _LONG_WORDS)
    return long and links < _MOSTLY_LINK and settled[index].label not in _BESIDE


def _is_article(context: Context, settled: Sequence[Verdict], told: Sequence[Entry]) -> bool:
    """Tell whether entries are the page's text: some of them are kept, or hardly anything else is.

    Comments stand below their times, too; readers can reply to them.
    """
    prose = {index for entry in told for index in entry.prose}
    words = context.measures.words
    inside = sum(words[index] for index in prose)
    kept = {index for index, verdict in enumerate(settled) if verdict.label in IN_TEXT}
    outside = sum(words[index] for index in kept - prose)
    some = sum(not kept.isdisjoint(entry.prose) for entry in told)
    if outside > inside or 2 * sum(entry.answered for entry in told) >= len(told):
        return False
    return some >= _SOME * len(told) or outside <= _ELSEWHERE * inside


def _missed(
    context: Context, settled: Sequence[Verdict], entry: Entry, by_shape: Container[str]
) -> Iterator[tuple[int, Label]]:
    """Yield the removed blocks of an entry that are its text."""
    first, last = entry.places[0], entry.prose[-1]
    for index in entry.places:
        if settled[index].reason not in by_shape or index > last:
            continue
        if index in entry.prose:
            yield index, Label.BODY
        elif index == first and context.measures.words[index] in _HEADING_WORDS:
            yield index, Label.SUBHEADING
        elif first < index < last and context.measures.words[index] > 1:
            yield index, Label.LIST_ITEM
