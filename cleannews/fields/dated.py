"""A date in a line, whether it tells a change, and whether it is the article's at all."""

from __future__ import annotations

from bisect import bisect
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.date_words import tells_other, tells_update
from cleannews.fields.dates import read_declared
from cleannews.label.rules.date_lines import is_span
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.article import Block
    from cleannews.fields.dates import Moment
    from cleannews.fields.evidence import Evidence

_LABEL_LINE_CHARS = 30
_BARE_CHARS = 40
"""Characters of a date that stands alone, the day of the week with it."""
_TEXT = (Label.BODY, Label.STANDFIRST)
_HEADLINES = (Label.TITLE, Label.ECHO)
_UPDATE_CHARS = 16
"""Characters behind a day in which such a word begins and is told."""
_LABEL_CHARS = 30
"""Characters before a date in which its label stands."""


class Dated(NamedTuple):
    """A date and where it stood."""

    value: date | datetime
    origin: str
    unzoned: bool


def dated_moments(
    evidence: Evidence, block: Block, moments: Sequence[Moment]
) -> Iterator[tuple[Dated, bool]]:
    """The dates of a line, each with whether it is that of a change.

    Where the line is a ``<time>`` element, that tells the only date better: with zone, and which number is
    the month.
    """
    reach = 0
    for moment in moments:
        label = block.text[max(reach, moment.start - _LABEL_CHARS) : moment.start]
        if not reach and not label.strip():
            label = line_before(evidence, block)
        reach = moment.end
        told = _told(evidence, block, moment) if len(moments) == 1 else moment
        yield Dated(told.value, f"{block.label}:block {block.index}", told.unzoned), tells_update(label)


def _told(evidence: Evidence, block: Block, shown: Moment) -> Moment:
    for mark in evidence.page.hints.marks:
        if mark.segment == block.index and mark.name == "time":
            told = read_declared(mark.value, evidence.locale)
            if told and sorted(_numbers(told)) == sorted(_numbers(shown)):
                return told
    return shown


def _numbers(moment: Moment) -> tuple[int, int, int]:
    day = day_of(moment.value)
    return day.year, day.month, day.day


def day_of(value: date | datetime) -> date:
    """The day of a date or moment."""
    return value.date() if isinstance(value, datetime) else value


def line_before(evidence: Evidence, block: Block) -> str:
    """The line before a block, if it is short enough to be its label; the headline is none."""
    above = evidence.blocks[block.index - 1] if block.index else None
    if above is None or above.label in _HEADLINES or above.index in evidence.places:
        return ""
    return above.text if len(above.text) <= _LABEL_LINE_CHARS else ""


def is_before_update(text: str, moment: Moment) -> bool:
    """Whether a word for "updated" follows a day directly, which is that of publication then.

    "5 gennaio 2025 (modifica il 6 gennaio 2025)", "3 May 2024 10:30 am (Updated 11:54 am)".
    """
    behind = text[moment.end : moment.end + _UPDATE_CHARS]
    before = text[max(0, moment.start - _LABEL_CHARS) : moment.start]
    return tells_update(behind) and not tells_update(before)


def is_foreign(evidence: Evidence, block: Block) -> bool:
    """Whether the date of a line is of a copyright, a user's first visit, a comment, a post, an event."""
    text = block.text
    other = tells_other(text, line_before(evidence, block)) or is_span(text)
    return other or _is_in_quote(evidence, block)


def _is_in_quote(evidence: Evidence, block: Block) -> bool:
    """Whether a block stands in a ``<blockquote>``: embedded posts do, with their own date."""
    containers = evidence.page.containers
    around = containers.around(evidence.page.segments[block.index].container)
    return any(containers.tags[place] == "blockquote" for place in around)


def heads_part(evidence: Evidence, block: Block) -> bool:
    """Whether a day stands between paragraphs, and another day between others: they head a chronology.

    The day of a change stands beside that of publication, and that of a teaser below its headline.
    """
    if not _is_bare(evidence, block.text):
        return False
    text = sorted(one.index for label in _TEXT for one in evidence.labelled(label))
    if not text or not text[0] < block.index < text[-1]:
        return False
    others = [one for one in evidence.blocks[text[0] + 1 : text[-1]] if one.text != block.text]
    days = [one.index for one in others if _is_bare(evidence, one.text)]
    return any(_is_parted(text, block.index, day) and not _is_of_teaser(evidence, day) for day in days)


def _is_parted(text: Sequence[int], one: int, other: int) -> bool:
    """Whether a paragraph stands between two blocks."""
    low, high = sorted((one, other))
    place = bisect(text, low)
    return place < len(text) and text[place] < high


def _is_of_teaser(evidence: Evidence, index: int) -> bool:
    return evidence.blocks[index - 1].label is Label.RELATED


def _is_bare(evidence: Evidence, text: str) -> bool:
    """Whether a line is a date and nothing else."""
    dated = len(text) <= _BARE_CHARS and evidence.dates(text)
    return bool(dated) and not evidence.without_dates(text).strip(" |,.:–—-")
