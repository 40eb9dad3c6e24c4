"""A dump that is an article by itself: nothing in it is furniture, so nothing between its paragraphs is."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cleannews.label.context import Context, Verdict

_HEAD = frozenset({Label.TITLE, Label.ECHO, Label.BYLINE, Label.DATELINE, Label.CAPTION})
"""What stands above an article and is named by a rule."""
_SHARE = 4
"""How many times as many words are kept."""
_LEAST = 3
"""Kept blocks of such a dump."""


def missed_inside(context: Context, settled: Sequence[Verdict], by_shape: Collection[str]) -> Sequence[int]:
    """Find what the score alone removed between the paragraphs of a dump without any furniture.

    Rows of a table and lines of a list read like menus; a dump of title and text has none.

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named.

    Returns:
        Their places, in order.
    """
    if context.page.kind is not Kind.TEXT:
        return ()
    kept = [verdict.label.in_text for verdict in settled]
    missed = [verdict.reason in by_shape and not keep for verdict, keep in zip(settled, kept, strict=True)]
    if (
        not any(missed)
        or sum(kept) < _LEAST
        or not all(map(_is_of_article, settled, kept, missed, context.measures.columns.text))
    ):
        return ()
    first, last = kept.index(True), len(kept) - kept[::-1].index(True)
    words, places = context.measures.words, list(compress(range(len(settled)), missed))
    few = _SHARE * sum(compress(words, missed)) <= sum(compress(words, kept))
    return places if few and all(first < place < last for place in places) else ()


def _is_of_article(verdict: Verdict, keep: bool, miss: bool, text: str) -> bool:  # noqa: FBT001 - mapped
    """Tell whether a block is kept, may be, shows nothing, or stands above the text of an article."""
    return keep or miss or not text or verdict.label in _HEAD
