"""Crude dumps: a scraper wrote the headline twice, a cut-off copy of the lead, teasers, the text, counters.

What such a dump has beside the text stands in known places, so what stands between them is the text, however
little it reads like it.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from cleannews.label.cut_lead import cut_lead
from cleannews.label.rules.counters import counters_of
from cleannews.label.rules.scene import PROSE_WORDS, runs
from cleannews.label.rules.teasers import ABOVE_COUNTERS
from cleannews.labels import Kind, Label
from cleannews.read.letters import QUESTION_MARKS
from cleannews.read.page import RUNNING
from cleannews.read.small_words import LEADING_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cleannews.label.context import Context, Verdict

_MOST_ABOVE, _MOST_BELOW = 25, 25
"""Blocks around the text of a crude dump: headlines, crumbs, an excerpt, teasers; teasers and counters.
Dumps of whole pages have menus and footers of more."""

_PROSE_WORDS = 6
"""Shorter sentences are as often furniture as text."""

_LONG_WORDS, _TWO_SENTENCES = 22, 12
"""Words of a paragraph that ends without a full stop, in a credit or a list, and of one in which a sentence
ends: headlines of two sentences are shorter."""

_LINE_WORDS = range(1, 13)
"""Of a subheading between two paragraphs."""

_HOSTS = 2
"""Counters that a scraper adds come in company: one for each program that readers may comment with."""


def crude_text(
    context: Context, settled: Sequence[Verdict], by_shape: Collection[str], least: float
) -> Iterator[tuple[int, Label]]:
    """Find what no rule named in the text of a crude dump, or what is its lead.

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named.
        least: Score from which a line between two paragraphs is a subheading.

    Yields:
        Blocks that belong to the text, and what they are.
    """
    kept = [verdict.label.in_text for verdict in settled]
    if context.page.kind is not Kind.TEXT or not context.headline.echoes or True not in kept:
        return
    fair = [verdict.reason in by_shape and 1 - verdict.confidence >= least for verdict in settled]
    stop = _text_end(context, settled)
    lead = _lead(context, kept, fair, stop)
    for index in lead:
        if not kept[index]:
            kept[index] = True
            yield index, Label.BODY
    if lead:
        span = range(lead[0] + 1, stop if stop >= 0 else len(kept))
        unnamed = [
            index in span and not kept[index] and settled[index].reason in by_shape
            for index in range(span.stop)
        ]
        before_stop = kept[: span.stop]
        for run in runs(unnamed, least=1):
            yield from _text_of(context, run, before_stop, fair)


def _lead(context: Context, kept: list[bool], fair: Sequence[bool], stop: int) -> range:
    """The blocks that the text of a crude dump begins with; none if the dump is not one."""
    if context.opening is not None:
        return context.opening.lead
    if not _is_bare(kept):
        return range(0)
    first = kept.index(True)
    _, lead = cut_lead(context.measures.keys, context.headline.block + 1, first + 1)
    if not _is_crude(context, stop, lead):
        return range(0)
    begin = lead if lead >= 0 else first - _stands_above(context, first, fair)
    return range(begin, begin + 1)


def _text_of(
    context: Context, run: range, kept: Sequence[bool], fair: Sequence[bool]
) -> Iterator[tuple[int, Label]]:
    """Yield the blocks of a row of unnamed ones that are of the text, and what they are.

    Between kept blocks, or up to the end, all are if all may be; else the paragraphs right behind the text.
    """
    if not kept[run.start - 1]:
        return
    inside = run.stop < len(kept) and kept[run.stop]
    texts = [context.page.segments[index].text for index in run]
    labels = [_text_label(context, index, fair=fair[index], inside=inside) for index in run]
    if sum(map(_is_entry, texts)) >= _LEAST_ENTRIES:
        labels = [
            Label.LIST_ITEM if label is not Label.BODY and _is_entry(text) else label
            for label, text in zip(labels, texts, strict=True)
        ]
    if None not in labels and (inside or (run.stop == len(kept) and labels[-1] is Label.BODY)):
        yield from ((index, label) for index, label in zip(run, labels, strict=True) if label)
    elif not inside:
        yield from takewhile(lambda found: found[1] in _PARAGRAPHS, zip(run, labels, strict=True))


_PARAGRAPHS = frozenset({Label.BODY, Label.LIST_ITEM})


def _is_entry(text: str) -> bool:
    """Tell whether a line is an entry of a list of facts: a name, a colon, and what it is."""
    name, colon, value = text.partition(":")
    return bool(colon and value.strip()) and len(name.split()) <= _NAME_WORDS and len(text) <= _ENTRY_CHARS


_LEAST_ENTRIES, _NAME_WORDS, _ENTRY_CHARS = 3, 4, 80
"""Entries of a list of facts, words of the name of one, and characters of the whole."""


def _stands_above(context: Context, first: int, fair: Sequence[bool]) -> bool:
    """Tell whether a lead without a full stop, which reads like a teaser, stands above the text."""
    if context.page.layout in RUNNING or first == 0 or not fair[first - 1]:
        return False
    above = context.page.segments[first - 1].text
    cut = above.endswith(",") or above.rsplit(" ", 1)[-1] in LEADING_WORDS
    return not cut and context.measures.words[first] >= PROSE_WORDS


def _is_bare(kept: list[bool]) -> bool:
    """Tell whether a dump has little around its text."""
    return kept.index(True) <= _MOST_ABOVE and kept[::-1].index(True) < _MOST_BELOW


def _is_crude(context: Context, stop: int, lead: int) -> bool:
    """Tell whether a dump has what a scraper adds: counters, or, where it has lines, a cut-off lead."""
    if context.page.layout in RUNNING:
        return stop >= 0 and counters_of(context.page.segments[-1].text) is not None
    return stop >= 0 or lead >= 0


def _text_end(context: Context, settled: Sequence[Verdict]) -> int:
    """Where the counters at the end of a dump begin, or the teasers above them; -1 if there are none."""
    counters = [verdict.index for verdict in settled if verdict.label is Label.COMMENTS]
    texts = context.measures.columns.text
    parts = sum(max(1, texts[index].count(":")) for index in counters)
    if parts < _HOSTS or counters[-1] - counters[0] >= len(counters):
        return -1
    stop = counters[0]
    while stop and settled[stop - 1].reason == ABOVE_COUNTERS:
        stop -= 1
    return stop


def _text_label(context: Context, index: int, *, fair: bool, inside: bool) -> Label | None:
    """Tell what an unnamed block may be: a paragraph, or a subheading if its score is fair.

    Inside of the text every sentence is of it; of one that is cut into sentences every piece.
    """
    words, ended = context.measures.words[index], context.measures.ended[index]
    running = context.page.layout in RUNNING
    if (running and inside) or (ended and words >= _PROSE_WORDS):
        return Label.BODY
    least = _TWO_SENTENCES if context.measures.stops[index] else _LONG_WORDS
    if words >= least and not running:  # what does not end there may be furniture that ran together
        return Label.BODY
    asks = context.page.segments[index].text.endswith(QUESTION_MARKS)
    if fair and words in _LINE_WORDS and (asks or not ended):
        return Label.SUBHEADING
    return Label.BODY if ended and (inside or (fair and words > 1 and not asks)) else None
