"""Subheadings of a dump that the score took for a line of the box above them.

What tells is that the box is known and ends with the line above, or that a heading bears a mark as others do.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from cleannews.labels import Kind, Label
from cleannews.read.letters import COLONS
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from cleannews.label.context import Context, Verdict

_ENDS_BOX = frozenset(
    {
        "advert_phrase",
        "newsletter_phrase",
        "newsletter_phrases",
        "newsletter_sentence",
        "invitation",
        "own_channel",
        "inline_teaser",
        "related_opener",
        "related_announced",
        "cut_alike",
        "embedded_post",
        "media_control_phrase",
        "media_control_opener",
    }
)
"""Reasons of lines that a box ends with, teasers beside their "Read also" among them."""

_LEAST = 0.1
"""Chance that such a line is of the text. Of 79 lines with more in four layouts of fundus, sites_dev and the
invented pages, weights that had not seen the site, 72 are in the gold; of 9 with less none."""

_HEADING_WORDS = range(1, 13)
_PARAGRAPH_WORDS = 12
_BOX_LINES = 10
_KEPT = frozenset({Label.BODY, Label.LIST_ITEM, Label.QUOTE, Label.SUBHEADING})


def headings_below_boxes(
    context: Context, settled: Sequence[Verdict], by_shape: Container[str]
) -> Iterator[int]:
    """Find the removed lines between a box inside the text and the paragraph below.

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named: others stay removed.
    """
    if context.page.kind is not Kind.TEXT or context.page.layout in RUNNING:
        return
    measures = context.measures
    for index in range(2, len(settled) - 1):
        below = index + 1
        if (
            settled[index].reason in by_shape
            and settled[index - 1].reason in _ENDS_BOX
            and 1.0 - settled[index].confidence >= _LEAST
            and measures.words[index] in _HEADING_WORDS
            and _reads_like_heading(measures.columns.text[index])
            and settled[below].label is Label.BODY
            and measures.words[below] >= _PARAGRAPH_WORDS
            and (measures.ended[below] or measures.columns.text[below].endswith(COLONS))
            and _is_inside(settled, index)
        ):
            yield index


def marked_headings(context: Context, settled: Sequence[Verdict], by_shape: Container[str]) -> Iterator[int]:
    """Find removed lines that bear the mark of the text's other subheadings: ``◆ Tickets``, ``*Tickets*``.

    Two lines or more with the mark stand directly above paragraphs; those that do are subheadings.

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named; what only stands below teasers may come back, too.
    """
    if context.page.kind is not Kind.TEXT or context.page.layout in RUNNING:
        return
    found: dict[str, list[int]] = {}
    first = next((verdict.index for verdict in settled if verdict.label is Label.BODY), len(settled))
    paragraphs = [verdict.index for verdict in settled[first + 2 :] if verdict.label is Label.BODY]
    for index in (below - 1 for below in paragraphs):
        if _is_above_paragraph(context, index) and (mark := _mark_of(context.page.segments[index].raw)):
            found.setdefault(mark, []).append(index)
    for places in found.values():
        if len(places) > 1:
            yield from (index for index in places if _may_come_back(settled[index], by_shape))


def _mark_of(raw: str) -> str:
    """The sign that a line begins with, or is set between; empty if there is none."""
    line = raw.strip()
    if line[:1] in _MARKS:
        return line[0]
    wrapped = _WRAPPED.fullmatch(line)
    return wrapped["mark"] if wrapped else ""


def _may_come_back(verdict: Verdict, by_shape: Container[str]) -> bool:
    return not verdict.label.in_text and (verdict.reason in by_shape or verdict.reason == "related_section")


def _is_above_paragraph(context: Context, index: int) -> bool:
    measures = context.measures
    return (
        measures.words[index] in _HEADING_WORDS
        and measures.words[index + 1] >= _PARAGRAPH_WORDS
        and _reads_like_heading(measures.columns.text[index])
    )


_MARKS = frozenset("■◆▲◇▼□▶◼◾❖✦")
_WRAPPED = re.compile(r"(?P<mark>\*{1,2}|_{1,2})[^*_\n]{3,100}(?P=mark)")


def _reads_like_heading(text: str) -> bool:
    return not text.endswith((".", "…", ":")) and any(map(str.isalpha, text))


def _is_inside(settled: Sequence[Verdict], index: int) -> bool:
    """Tell whether the text stands above the box."""
    above = range(index - 1, max(index - 1 - _BOX_LINES, 0), -1)
    box = list(takewhile(lambda place: not settled[place].label.in_text, above))
    return bool(box) and settled[box[-1] - 1].label in _KEPT
