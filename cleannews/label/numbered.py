"""Parts of an article with numbers: where most are kept, so are the others, headings and paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cleannews.label.context import Context, Verdict

_NUMBER = re.compile(r"[(#№]?\s?(\d{1,2})\s?[.):–—]\s?(?=[^\W\d_]|[\"“„«‘'])")
_LEAST = 3
"""Parts of an article; the most read articles of a site have numbers as well, but no text of their own."""
_MOST_WORDS = 16
"""Words of the heading of a part."""
_REACH = 3
"""Blocks behind a heading in which the text of its part begins."""
_PROSE_WORDS = 10
"""Shorter sentences behind a part that was given back may be furniture."""
_DOUBT = 0.995
"""What a rule is beyond doubt of stays removed."""


def parts_to_keep(
    context: Context, settled: Sequence[Verdict], by_shape: Collection[str]
) -> Iterator[tuple[int, Label]]:
    """Find what was removed of parts whose numbers go on, up or down, if text stands below most (dumps).

    Of 96 such blocks in two layouts of WCXB's dumps 70 stand in the gold; all but one of the others are on
    one page whose gold lacks its list. In HTML elements tell, and numbers gained nothing.

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named.

    Yields:
        Blocks that belong to the text, and what they are.
    """
    for parts in _rows(context) if context.page.kind is Kind.TEXT else ():
        told = [_has_text(context, settled, index) for index in parts]
        if 2 * sum(told) <= len(parts):
            continue
        for index in parts:
            if not settled[index].label.in_text and settled[index].confidence < _DOUBT:
                yield index, Label.SUBHEADING
            below = index + 1
            while below < len(settled) and _is_prose(context, below) and settled[below].reason in by_shape:
                yield below, Label.BODY
                below += 1


def _rows(context: Context) -> Iterator[list[int]]:
    """Yield headings with numbers that go on by one, from 1 or down to it."""
    texts, words = context.measures.columns.text, context.measures.words
    matches = [
        (index, int(found[1]))
        for index, text in enumerate(texts)
        if words[index] <= _MOST_WORDS and (found := _NUMBER.match(text))
    ]
    for step in (1, -1):
        row: list[int] = []
        last = 0
        for index, number in matches:
            if row and number == last + step:
                row.append(index)
            elif len(row) < _LEAST:
                row = [index] if step < 0 or number == 1 else []
            else:
                continue
            last = number
        if len(row) >= _LEAST and (step > 0 or last == 1):
            yield row


def _has_text(context: Context, settled: Sequence[Verdict], index: int) -> bool:
    """Tell whether a kept paragraph stands closely below a heading."""
    below = range(index + 1, min(index + 1 + _REACH, len(settled)))
    return any(settled[at].label.in_text and _is_prose(context, at) for at in below)


def _is_prose(context: Context, index: int) -> bool:
    return context.measures.ended[index] and context.measures.words[index] >= _PROSE_WORDS
