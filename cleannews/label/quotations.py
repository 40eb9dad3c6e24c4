"""Block quotations of HTML pages: what the paragraphs inside ``<blockquote>`` are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Context, Verdict

_MOST_SHARE = 0.5
"""Of the characters that are kept as paragraphs: who quotes more indents the whole article."""


def quoted(context: Context, settled: Sequence[Verdict]) -> Iterator[int]:
    """Find the kept paragraphs that stand inside a block quotation.

    Args:
        context: The page.
        settled: What was settled of its blocks.
    """
    containers = context.page.containers
    if "blockquote" not in containers.tags:
        return
    inside = containers.inside(tag == "blockquote" for tag in containers.tags)
    chars, segments, body = context.measures.chars, context.page.segments, Label.BODY
    paragraphs = [verdict.index for verdict in settled if verdict.label is body]
    found = [index for index in paragraphs if inside[segments[index].container]]
    if sum(chars[index] for index in found) <= _MOST_SHARE * sum(chars[index] for index in paragraphs):
        yield from found
