"""When the article was published and changed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.date_lines import shown_dates
from cleannews.fields.date_metas import MODIFIED, PUBLISHED, VAGUE, dated_metas
from cleannews.fields.date_urls import address_date
from cleannews.fields.dated import Dated, day_of
from cleannews.fields.dates import read_declared
from cleannews.fields.far_dates import (
    labelled_dates,
    labelled_updates,
    lone_date,
    opening_dates,
    signed_dates,
    timed_dates,
)
from cleannews.fields.neighbours import is_near
from cleannews.labels import WarningId
from cleannews.read.jsonld import text_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from cleannews.fields.evidence import Evidence

_DAY = timedelta(days=1)
"""Two sources no further apart tell of the same moment in different zones."""

_BORDER_BEFORE = re.compile(r"(?:^|[|·•–—:-])\s*$")
_BORDER_BEHIND = re.compile(r"\s*(?:$|[|·•–—-])")


class Moments(NamedTuple):
    """Both dates, and what is to be said about them."""

    published: Dated | None
    modified: Dated | None
    warnings: tuple[str, ...]


def resolve_moments(evidence: Evidence) -> Moments:
    """Choose the dates.

    Declared values come first, in the order JSON-LD, metas, ``itemprop`` marks; then the visible date line,
    metas whose name does not say which date they mean, ``<time>`` near the headline, a line anywhere that
    says "published" or opens like a byline, the day that opens the text, the only date line of the page, the
    ``WebPage`` node, the address, the ``<title>``.

    The visible date line overrules the declared value where it is the earlier one (nothing is shown before it
    is published: the declaration was stamped anew) or where a second declaration or the address takes its
    side. On the development corpora it was right in 14 of 16 such cases. Where the winner tells only the day
    and another source of the same day tells time and zone, that one is taken.

    A change that readers are shown never stands in for the publication: on the development corpora the day of
    the one was that of the other on 17 of 30 pages only.
    """
    metas = dated_metas(evidence.metas)
    published = list(_declared(evidence, "datePublished", metas.get(PUBLISHED, ())))
    modified = list(_declared(evidence, "dateModified", metas.get(MODIFIED, ())))
    shown = list(shown_dates(evidence))
    visible = [line.dated for line in shown if not line.updated]
    changed = [line.dated for line in shown if line.updated]
    if published:
        firm = [line.dated for line in shown if line.firm and not line.updated]
        firm = firm or (list(labelled_dates(evidence)) if _stamped_anew(published, modified) else [])
        seconds = list(_of_address(evidence)) if firm else []
        published = _overruled(_in_order(published, modified), firm, seconds, told=evidence.page.hints.told)
    else:
        vague = [dated for name, text in metas.get(VAGUE, ()) for dated in _read(evidence, text, name)]
        published = [*visible, *vague] or _last_resort(evidence)
    last = _most_precise(modified or changed or labelled_updates(evidence))
    first = _most_precise(published)
    return Moments(first, last, tuple(_warnings(published, first)))


def _in_order(published: list[Dated], modified: list[Dated]) -> list[Dated]:
    """The declarations, those later than the last change behind the others: they were stamped anew."""
    if not modified:
        return published
    last = max(day_of(dated.value) for dated in modified) + _DAY
    return sorted(published, key=lambda dated: day_of(dated.value) > last)


def _declared(evidence: Evidence, member: str, metas: Sequence[tuple[str, str]]) -> Iterator[Dated]:
    article = evidence.linked.article
    members = (member, "dateCreated", "uploadDate") if member == "datePublished" else (member,)
    for name in members:
        text = text_of(article.get(name)) if article else None
        yield from _read(evidence, text, "jsonld")
        if text:
            break
    for name, text in metas:
        yield from _read(evidence, text, name)
    marks = [mark for mark in evidence.page.hints.marks if mark.name == member.lower()]
    own = [mark for mark in marks if mark.segment < 0 or is_near(mark.segment, evidence.places)]
    for mark in (own or marks)[: 1 if own or len(marks) == 1 else 0]:
        yield from _read(evidence, mark.value or mark.text, f"itemprop:{member}")


def _read(evidence: Evidence, text: str | None, origin: str) -> Iterator[Dated]:
    found = read_declared(text, evidence.locale) if text else None
    if found:
        yield Dated(found.value, origin, found.unzoned)


def _stamped_anew(published: list[Dated], modified: list[Dated]) -> bool:
    """Whether the head gives one moment for both dates: the system knows but the last change."""
    return any(published[0].value == dated.value for dated in modified)


def _overruled(
    declared: list[Dated], firm: list[Dated], seconds: list[Dated], *, told: Container[str]
) -> list[Dated]:
    """The declared dates behind the visible one, if that proves them wrong.

    A later one does if another declaration or the address takes its side and none that of the first
    declaration; of what is told from outside the page every one.
    """
    own = declared[0].origin not in told
    if not firm or (own and _same(firm[0], declared[0])) or _swapped(firm[0], declared[0]):
        return declared
    shown = firm[0]
    others = [*declared[1:], *seconds]
    seconded, first = (any(_same(one, other) for other in others) for one in (shown, declared[0]))
    earlier = day_of(shown.value) < day_of(declared[0].value)
    if earlier or (seconded and not first) or not own:
        return sorted([shown, *declared], key=lambda dated: not _same(dated, shown))
    return declared


def _last_resort(evidence: Evidence) -> list[Dated]:
    """What is asked one after the other where nothing declares or shows a date near the headline."""
    for source in _LAST_RESORTS:
        found = list(source(evidence))
        if found:
            return found
    return []


def _of_page(evidence: Evidence) -> Iterator[Dated]:
    page: Mapping[str, object] = evidence.linked.page or {}
    yield from _read(evidence, text_of(page.get("datePublished")), "jsonld:WebPage")


def _of_address(evidence: Evidence) -> Iterator[Dated]:
    for address in (evidence.url, *evidence.metas.get("og:url", ()), *evidence.page.hints.canonicals()):
        found = address_date(address or "")
        if found:
            yield Dated(found, "url", unzoned=False)
            return


def _of_title(evidence: Evidence) -> Iterator[Dated]:
    """A date that is a part of its own in ``<title>``: behind the last sign or before the first.

    In a dump, in the first line if that is the headline with something behind it.
    """
    title = evidence.page.hints.title or _title_line(evidence)
    for moment in evidence.dates(title):
        alone = _BORDER_BEFORE.search(title[: moment.start]) and _BORDER_BEHIND.match(title[moment.end :])
        if alone:
            yield Dated(moment.value, "title", moment.unzoned)
            return


def _title_line(evidence: Evidence) -> str:
    first = evidence.blocks[0].text if evidence.blocks else ""
    return first if evidence.headline.text and first.startswith(evidence.headline.text) else ""


_LAST_RESORTS = (
    timed_dates, labelled_dates, signed_dates, opening_dates, lone_date, _of_page, _of_address, _of_title,
)  # fmt: skip


def _most_precise(found: list[Dated]) -> Dated | None:
    """The first one, or another of the same day that tells time and zone."""
    if not found or isinstance(found[0].value, datetime):
        return found[0] if found else None
    for other in found[1:]:
        if isinstance(other.value, datetime) and _same(other, found[0]):
            return other
    return found[0]


def _warnings(found: list[Dated], chosen: Dated | None) -> Iterator[str]:
    if chosen is None:
        return
    if chosen.unzoned:
        yield WarningId.PUBLISHED_TIME_WITHOUT_ZONE
    if any(not _same(dated, found[0]) for dated in found):
        yield WarningId.PUBLISHED_SOURCES_DISAGREE


def _same(one: Dated, other: Dated) -> bool:
    return abs(day_of(one.value) - day_of(other.value)) <= _DAY


def _swapped(one: Dated, other: Dated) -> bool:
    """Whether two dates differ only in which number is the day and which the month."""
    first, second = day_of(one.value), day_of(other.value)
    return (first.year, first.month, first.day) == (second.year, second.day, second.month)
