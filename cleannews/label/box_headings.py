"""Subheadings of a dump that the score took for a line of the box above them.

What tells is that the box is known and ends with the line above, or that a heading bears a mark as others do.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from cleannews.labels import Kind, Label
from cleannews.read.letters import COLONS
from cleannews.read.page import Layout

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
_PARAGRAPH_WORDS, _PARAGRAPH_CHARS = 12, 75
_SHORT_WORDS, _SHORTER, _PARTICLE = 5, 0.75, 3
"""Words of a subheading that its length alone tells, the share of those that the shortest teaser has, and
letters of small words of names. Four such lines stand in seven sets of dumps of the corpora; two are in the
gold, and two are bylines, whose words all have capitals."""
_IN_BOX = frozenset({"related_section", "related_listed", "related_announced"})
"""Reasons of lines that stand below "Read also"."""
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
    if context.page.kind is not Kind.TEXT or context.page.layout is Layout.ONE_LINE:
        return
    for index in range(2, len(settled) - 1):
        if (
            settled[index].reason in by_shape
            and settled[index - 1].reason in _ENDS_BOX
            and 1.0 - settled[index].confidence >= _LEAST
            and _may_be_heading(context, settled, index)
        ):
            yield index


def headings_apart_from_boxes(
    context: Context, settled: Sequence[Verdict], by_shape: Container[str]
) -> Iterator[int]:
    """Find the last line of a box of teasers inside the text that the layout sets apart from the others.

    A blank line parts it from them, and none parts them; or they are indented, and it is not; or it alone is
    in capitals, or far shorter. A paragraph stands below.

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named.
    """
    if context.page.kind is not Kind.TEXT or context.page.layout is Layout.ONE_LINE:
        return
    for index in range(3, len(settled) - 1):
        if settled[index - 1].reason not in _IN_BOX:
            continue
        if (
            (settled[index].reason in _IN_BOX or settled[index].reason in by_shape)
            and _may_be_heading(context, settled, index)
            and _is_apart(context, settled, index)
        ):
            yield index


def _may_be_heading(context: Context, settled: Sequence[Verdict], index: int) -> bool:
    """Tell whether a line below a box reads like a subheading, and stands above a paragraph of the text."""
    return (
        context.measures.words[index] in _HEADING_WORDS
        and _reads_like_heading(context.measures.columns.text[index])
        and _is_paragraph(context, settled[index + 1])
        and _is_inside(settled, index)
    )


def _is_apart(context: Context, settled: Sequence[Verdict], index: int) -> bool:
    """Tell whether the layout sets the last line of a box apart from those above it."""
    columns, above = context.measures.columns, range(index - 1, max(index - 1 - _BOX_LINES, 0), -1)
    teasers = list(takewhile(lambda place: settled[place].reason in _IN_BOX, above))
    if not teasers:
        return False
    gaps, indents, texts = columns.gap, columns.indent, columns.text
    parted = gaps[index] > 0 and not any(gaps[place] for place in teasers)
    outdented = indents[index] == indents[index + 1] < min(indents[place] for place in teasers)
    loud = texts[index].isupper() and not any(texts[place].isupper() for place in teasers)
    return parted or outdented or loud or _is_short(context, index, teasers)


def _is_short(context: Context, index: int, teasers: Sequence[int]) -> bool:
    """Tell whether a line is by far the shortest of a box, and no name: one of its words begins small."""
    words, size = context.measures.words, context.measures.words[index]
    least = min(words[place] for place in teasers)
    text = context.measures.columns.text[index]
    small = any(word[0].islower() and len(word) > _PARTICLE for word in text.split())
    return size <= _SHORT_WORDS and size <= _SHORTER * least and small


def _is_paragraph(context: Context, verdict: Verdict) -> bool:
    """Tell whether a kept block is a paragraph; in languages of long words few words make one."""
    index, measures = verdict.index, context.measures
    long = measures.words[index] >= _PARAGRAPH_WORDS or measures.chars[index] >= _PARAGRAPH_CHARS
    ended = measures.ended[index] or measures.columns.text[index].endswith(COLONS)
    return verdict.label is Label.BODY and long and ended


def marked_headings(context: Context, settled: Sequence[Verdict], by_shape: Container[str]) -> Iterator[int]:
    """Find removed lines that bear the mark of the text's other subheadings: ``◆ Tickets``, ``*Tickets*``.

    Two lines or more with the mark stand directly above paragraphs; those that do are subheadings.

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named; what only stands below teasers may come back, too.
    """
    if context.page.kind is not Kind.TEXT or context.page.layout is Layout.ONE_LINE:
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
