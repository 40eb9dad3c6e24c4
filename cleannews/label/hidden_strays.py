"""Unshown blocks that would be the only ones in a text that its readers see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.labels import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.label.context import Context, Verdict

_MOST_BLOCKS, _MOST_SHARE = 2, 0.25
"""Kept blocks that no reader sees, and their share of the text's characters. On the development corpora the
four pages with so few had notes of their editors, filler text and numbers there; from three on they were
answers that open on a click, and from half of the text on all of it, which a script shows."""


def hidden_strays(context: Context, settled: Sequence[Verdict]) -> Sequence[int]:
    """Find kept blocks of an HTML page that are not shown, if hardly any of the text is so.

    Args:
        context: The page.
        settled: What was settled of its blocks.
    """
    if context.page.kind is not Kind.HTML:
        return ()
    hidden, chars = context.measures.columns.hidden, context.measures.chars
    kept = [verdict.index for verdict in settled if verdict.label.in_text]
    strays = [index for index in kept if hidden[index]]
    if not 0 < len(strays) <= _MOST_BLOCKS or len(strays) == len(kept):
        return ()
    few = sum(chars[index] for index in strays) < _MOST_SHARE * sum(chars[index] for index in kept)
    return strays if few else ()
