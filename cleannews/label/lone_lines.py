"""Lone lines between the paragraphs of a dump: its subheadings, which no element names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.labels import IN_TEXT, Kind, Label
from cleannews.read.letters import QUESTION_MARKS
from cleannews.read.page import Join, Layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Context, Verdict

LONE_LINE = "lone_line"
"""The reason such a block bears."""

_MOST_WORDS = 12
_PROSE_WORDS = 6
"""Fewer words above or below a line are none of a paragraph: they make a list, or verses."""

_GOES_ON = frozenset(":;,…،؛、：；*@")
"""Marks behind a line that is no heading: it announces, or was cut."""

_OPENS = frozenset("¿¡◆■▲▶●◼❖✦")
"""Signs before a heading; others stand before a quotation, an item, a credit."""


def with_subheadings(context: Context, settled: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return what was settled, with the subheadings of a dump named as such."""
    revised = list(settled)
    for index in subheadings(context, settled):
        revised[index] = settled[index]._replace(label=Label.SUBHEADING, reason=LONE_LINE)
    return tuple(revised)


def subheadings(context: Context, settled: Sequence[Verdict]) -> Iterator[int]:
    """Find kept lines between two kept paragraphs that do not end like a statement (dumps).

    On the 124 dumps ``inner`` of ``fundus_dev``, 188 of 215 such lines are a heading of the page's HTML or a
    bold paragraph of its own; most of the others are captions and teasers that were kept by mistake. They
    are 199 of the 283 headings that are kept (37 without this).

    Args:
        context: The page.
        settled: What was settled of its blocks.
    """
    if context.page.kind is not Kind.TEXT or context.page.layout is Layout.ONE_LINE:
        return
    texts, measures = context.measures.columns.text, context.measures
    kept = [verdict.index for verdict in settled if verdict.label in IN_TEXT]
    prose = [
        settled[index].label is Label.BODY and measures.ended[index] and measures.words[index] > _PROSE_WORDS
        for index in kept
    ]
    for place in range(1, len(kept) - 1):
        index = kept[place]
        if (
            settled[index].label is Label.BODY
            and (not measures.ended[index] or texts[index].endswith(QUESTION_MARKS))
            and measures.words[index] <= _MOST_WORDS
            and prose[place - 1]
            and prose[place + 1]
            and _reads_like_heading(texts[index])
            and all(segment.join is Join.NONE for segment in context.page.segments[index : index + 2])
        ):
            yield index


def _reads_like_heading(text: str) -> bool:
    if not text or text[-1] in _GOES_ON:
        return False
    return text[0] in _OPENS or (text[0].isalnum() and not text[0].islower())
