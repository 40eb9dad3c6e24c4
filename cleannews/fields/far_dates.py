"""Dates further off than the lines around the headline, asked for where these tell none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.fields.bylines import openers
from cleannews.fields.date_words import tells_publication, tells_update
from cleannews.fields.dated import (
    Dated,
    dated_moments,
    day_of,
    heads_part,
    is_before_update,
    is_foreign,
    line_before,
)
from cleannews.fields.dates import read_declared
from cleannews.fields.neighbours import is_near
from cleannews.label.rules.date_lines import is_span
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.article import Block
    from cleannews.fields.dates import Moment
    from cleannews.fields.evidence import Evidence

_LABEL_REACH = 32
"""Characters before a date in which a word for "published" names it."""
_LABEL_BEHIND = 24
"""Characters behind it: "wurde am 19. Mai 2010 veröffentlicht"."""
_LABELLED_CHARS, _SIGNED_CHARS = 160, 100
_OPENING_CHARS = 60
"""Characters in which a day that opens a paragraph stands."""
_APART = re.compile(r"\s{0,3}(?:[.:–—|)\]-]|$)")
"""What parts it from the sentence."""
_FOREIGN = frozenset((Label.COMMENTS, Label.ECHO))
_NOT_LABELLED = frozenset((Label.BODY, Label.STANDFIRST, Label.CAPTION, Label.LEGAL, *_FOREIGN))


def timed_dates(evidence: Evidence) -> Iterator[Dated]:
    """The ``<time>`` element next behind the headline, else the one next before it."""
    marks = [
        mark
        for mark in evidence.page.hints.marks
        if mark.name == "time" and mark.segment >= 0 and is_near(mark.segment, evidence.places)
    ]
    first = max(evidence.places)
    for mark in sorted(marks, key=lambda mark: (mark.segment < first, abs(mark.segment - first))):
        block = evidence.blocks[mark.segment]
        found = read_declared(mark.value, evidence.locale)
        label = block.text.partition(mark.text)[0] + mark.text if mark.text else ""
        if (
            found
            and block.label not in _FOREIGN
            and not tells_update(label)
            and not is_foreign(evidence, block)
        ):
            yield Dated(found.value, "time", found.unzoned)
            return


def labelled_dates(evidence: Evidence) -> Iterator[Dated]:
    """Dates anywhere behind a word for "published", if all such dates are the same day.

    Those in teasers count only where no others are.
    """
    found: list[tuple[Dated, bool]] = []
    for block in evidence.blocks:
        if len(block.text) > _LABELLED_CHARS or block.label in _NOT_LABELLED:
            continue
        for moment in evidence.dates(block.text):
            told = tells_publication(_label(evidence, block, moment))
            if told or is_before_update(block.text, moment):
                teased = block.label is Label.RELATED
                found += [(dated, teased) for dated, _ in dated_moments(evidence, block, [moment])]
                break
    own = [dated for dated, teased in found if not teased]
    yield from _unanimous(own or [dated for dated, _ in found])


def labelled_updates(evidence: Evidence) -> list[Dated]:
    """Date lines anywhere with a word for "updated", if all of them tell the same day."""
    found = []
    for block in evidence.labelled(Label.DATELINE):
        if len(block.text) <= _LABELLED_CHARS and not is_foreign(evidence, block):
            moments = evidence.dates(block.text)
            found += [dated for dated, updated in dated_moments(evidence, block, moments) if updated]
    return _unanimous(found)


def signed_dates(evidence: Evidence) -> Iterator[Dated]:
    """Dates of lines anywhere that open with a word for "by", if all such dates are the same day."""
    rules = openers(evidence.locale.language)
    found = []
    for block in evidence.blocks:
        dates = evidence.dates(block.text) if len(block.text) <= _SIGNED_CHARS else ()
        signed = dates and block.label not in _NOT_LABELLED and rules.begin(block.text)
        if signed and not is_foreign(evidence, block):
            found += [dated for dated, updated in dated_moments(evidence, block, dates) if not updated][:1]
    yield from _unanimous(found)


def opening_dates(evidence: Evidence) -> Iterator[Dated]:
    """The day with which one of the first two paragraphs opens, apart from its sentence.

    "3 May 2024. The ferries ..." and "(3 May 2024) The ferries ..." are no prose: on the development corpora
    such a day was the gold one on six pages of six.
    """
    for block in evidence.paragraphs()[:2]:
        head = block.text[:_OPENING_CHARS]
        moments = () if is_span(head) else evidence.dates(head)
        start = len(head) - len(head.lstrip("(["))
        apart = moments and moments[0].start == start <= 1 and _APART.match(block.text, moments[0].end)
        if apart and not heads_part(evidence, block):
            yield from (dated for dated, _ in dated_moments(evidence, block, moments[:1]))
            return


def _unanimous(found: list[Dated]) -> list[Dated]:
    """The first of the dates, if all are the same day."""
    return found[:1] if len({day_of(dated.value) for dated in found}) == 1 else []


def _label(evidence: Evidence, block: Block, moment: Moment) -> str:
    """What stands around a date: in its line, else the short line before."""
    label = block.text[max(0, moment.start - _LABEL_REACH) : moment.start].rpartition("[")[2]
    if label.strip() and len(evidence.dates(block.text)) == 1:
        return f"{label} {block.text[moment.end : moment.end + _LABEL_BEHIND]}"
    return label if label.strip() else line_before(evidence, block)


def lone_date(evidence: Evidence) -> Iterator[Dated]:
    """The date that all date lines before the third paragraph agree on, else all behind the headline.

    Teasers have dates too, but seldom all the same one. Only HTML tells the lines well enough for that: in
    dumps half of the dates found so were wrong.
    """
    if evidence.page.kind is Kind.TEXT:
        return
    first, body = min(evidence.places), evidence.paragraphs()
    lines = evidence.labelled(Label.DATELINE)
    behind = [block for block in lines if block.index > first and not is_foreign(evidence, block)]
    head = [block for block in behind if block.index < body[min(2, len(body) - 1)].index] if body else []
    for run in (head, behind):
        found = [
            dated
            for block in run
            for dated, updated in dated_moments(evidence, block, evidence.dates(block.text))
            if not updated
        ]
        if _unanimous(found):
            yield found[0]
            return
