"""Dates that readers see: which lines tell when the article was published or changed."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.bylines import openers
from cleannews.fields.dates import find_shown, without_dates
from cleannews.fields.neighbours import headline_places, near_headline
from cleannews.label.measures import ends_sentence
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.article import Block
    from cleannews.fields.dates import Moment
    from cleannews.fields.evidence import Evidence

_UPDATED = re.compile(
    r"updat|modif|revised|edited|changed|aktualis|geändert|überarbeitet|mise? à jour|màj|actuali[sz]a"
    r"|atualiza|aggiorn"
    r"|bijgewerkt|gewijzigd|aktualiz|zaktualiz|aktualizov|upraven|обновл|измен|оновл|зменен|uppdatera|oppdatert|opdateret"
    r"|päivit|muokattu|güncel|frissít|módosít|ενημέρωση|τροποπ"
    r"|تحديث|آخر تعديل|עודכן|diperbarui|dikemas|cập nhật|更新|修正|수정"
    r"|最終|ažurirano|izmjena|atnauj|atjaun|uuend",
    re.IGNORECASE,
)
"""Words for "updated" before a date."""
_COPYRIGHT = re.compile(
    r"©|\(c\)|copyright|all rights reserved|alle rechte|tous droits|todos los derechos", re.IGNORECASE
)
_LABEL_CHARS = 30
"""Characters before a date in which its label stands."""
_REST_CHARS = 34
"""What may stand beside a date in a line that is a date's line: a label, a city, a reading time."""
_CLOSE = 6
"""Blocks behind the headline within which a bare date is the article's, whatever its label."""
_NEVER = frozenset((Label.COMMENTS, Label.TITLE, Label.ECHO))
_NOT_DATED = frozenset((Label.BODY, Label.RELATED, Label.NAVIGATION, Label.LEGAL, Label.CAPTION))
"""Dates in these are those of events, of other articles, of the visit."""


class Dated(NamedTuple):
    """A date and where it stood."""

    value: date | datetime
    origin: str
    unzoned: bool


def tells_update(label: str) -> bool:
    """Whether the words beside a date say that it is the date of a change.

    >>> tells_update("Aktualisiert am"), tells_update("Published")
    (True, False)
    """
    return _UPDATED.search(label) is not None


def shown_dates(evidence: Evidence) -> Iterator[tuple[Dated, bool]]:
    """Dates that readers see near the headline, each with whether it is the date of a change."""
    places = headline_places(evidence)
    rules = openers(evidence.locale.language)
    for block in near_headline(evidence):
        moments = find_shown(block.text, evidence.locale)
        if not moments or block.label in _NEVER or _COPYRIGHT.search(block.text):
            continue
        signed = rules.start.match(without_dates(block.text, evidence.locale)) is not None
        close = any(0 <= block.index - place <= _CLOSE for place in places)
        if signed or _is_date_line(block, moments, close=close):
            yield from _dated(block, moments)


def lone_date(evidence: Evidence) -> Iterator[Dated]:
    """The date that all date lines behind the headline agree on, where none stands near it.

    Teasers have dates too, but seldom all the same one. Only HTML tells the lines well enough for that: in
    dumps half of the dates found so were wrong.
    """
    if evidence.page.kind is Kind.TEXT:
        return
    first = min(headline_places(evidence))
    found = []
    for block in evidence.labelled(Label.DATELINE):
        if block.index > first:
            moments = find_shown(block.text, evidence.locale)
            found += [dated for dated, updated in _dated(block, moments) if not updated]
    if len({_day(dated.value) for dated in found}) == 1:
        yield found[0]


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _dated(block: Block, moments: tuple[Moment, ...]) -> Iterator[tuple[Dated, bool]]:
    reach = 0
    for moment in moments:
        label = block.text[max(reach, moment.start - _LABEL_CHARS) : moment.start]
        reach = moment.end
        yield Dated(moment.value, f"{block.label}:block {block.index}", moment.unzoned), tells_update(label)


def _is_date_line(block: Block, moments: tuple[Moment, ...], *, close: bool) -> bool:
    """Whether a line holds little beside its dates; close to the headline its label does not matter."""
    if block.label in {Label.BYLINE, Label.DATELINE}:
        return True
    covered = sum(moment.end - moment.start for moment in moments)
    if len(block.text) - covered > _REST_CHARS:
        return False
    return block.label not in _NOT_DATED or (close and not ends_sentence(block.text))
