"""When the article was published and changed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.bylines import openers
from cleannews.fields.dates import find_shown, read_declared, without_dates
from cleannews.fields.neighbours import AFTER, BEFORE, near_headline
from cleannews.labels import Label
from cleannews.read.jsonld import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.article import Block
    from cleannews.fields.dates import Moment
    from cleannews.fields.evidence import Candidate, Evidence

_PUBLISHED_METAS = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "bt:pubdate",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publication-date",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "article_date_original",
    "datepublished",
    "originalpublicationdate",
    "og:pubdate",
    "og:published_time",
    "rnews:datepublished",
    "date",
    "created",
    "vr:published_time",
    "cre:publishdate",
)
_MODIFIED_METAS = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "article:modified",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "revised",
    "utime",
    "cxenseparse:recs:updatetime",
)

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
_URL_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_-]|$)"
)
_FIRST_URL_YEAR = 1995


class Dated(NamedTuple):
    """A date and where it stood."""

    value: date | datetime
    origin: str
    unzoned: bool


class Moments(NamedTuple):
    """Both dates, and what is to be said about them."""

    published: Dated | None
    modified: Dated | None
    warnings: tuple[str, ...]


def resolve_moments(evidence: Evidence) -> Moments:
    """Choose the dates.

    Declared values win, in the order JSON-LD, metas, ``itemprop`` marks; then the visible date line,
    ``<time>`` near the headline, the address. Where the winner tells only the day and another source of the
    same day tells time and zone, that one is taken.
    """
    published = list(_declared(evidence, "datePublished", _PUBLISHED_METAS))
    modified = list(_declared(evidence, "dateModified", _MODIFIED_METAS))
    if not published or not modified:
        shown = list(_shown(evidence))
        published = published or [dated for dated, updated in shown if not updated] or list(_timed(evidence))
        modified = modified or [dated for dated, updated in shown if updated]
    if not published:
        published = list(_fallback(evidence))
    first, last = _most_precise(published), _most_precise(modified)
    return Moments(first, last, tuple(_warnings(published, first)))


def _declared(evidence: Evidence, member: str, metas: tuple[str, ...]) -> Iterator[Dated]:
    article = evidence.linked.article
    members = (member, "dateCreated", "uploadDate") if member == "datePublished" else (member,)
    for name in members:
        text = text_of(article.get(name)) if article else None
        yield from _read(evidence, text, "jsonld")
        if text:
            break
    for candidate in _lower(evidence, metas):
        yield from _read(evidence, candidate.text, candidate.origin)
    for mark in evidence.page.hints.marks:
        if mark.name == member.lower():
            yield from _read(evidence, mark.value or mark.text, f"itemprop:{member}")
            break


def _lower(evidence: Evidence, metas: tuple[str, ...]) -> Iterator[Candidate]:
    return evidence.meta(*metas)


def _read(evidence: Evidence, text: str | None, origin: str) -> Iterator[Dated]:
    found = read_declared(text, evidence.locale) if text else None
    if found:
        yield Dated(found.value, origin, found.unzoned)


def _shown(evidence: Evidence) -> Iterator[tuple[Dated, bool]]:
    """Dates that readers see near the headline, each with whether it is the date of a change."""
    seen = set()
    rules = openers(evidence.locale.language)
    for block in near_headline(evidence):
        if block.index in seen:
            continue
        seen.add(block.index)
        moments = find_shown(block.text, evidence.locale)
        if not moments or _COPYRIGHT.search(block.text):
            continue
        signed = rules.start.match(without_dates(block.text, evidence.locale)) is not None
        if not signed and (block.label in _NOT_DATED or not _is_date_line(block, moments)):
            continue
        reach = 0
        for moment in moments:
            label = block.text[max(reach, moment.start - _LABEL_CHARS) : moment.start]
            reach = moment.end
            dated = Dated(moment.value, f"{block.label}:block {block.index}", moment.unzoned)
            yield dated, _UPDATED.search(label) is not None


_NOT_DATED = frozenset(
    (
        Label.BODY,
        Label.RELATED,
        Label.COMMENTS,
        Label.NAVIGATION,
        Label.TITLE,
        Label.ECHO,
        Label.LEGAL,
        Label.CAPTION,
    )
)
"""Dates in these are those of events, of other articles, of the visit."""


def _is_date_line(block: Block, moments: tuple[Moment, ...]) -> bool:
    if block.label in {Label.BYLINE, Label.DATELINE}:
        return True
    covered = sum(moment.end - moment.start for moment in moments)
    return len(block.text) - covered <= _REST_CHARS


def _timed(evidence: Evidence) -> Iterator[Dated]:
    """``<time>`` elements near the headline."""
    place = evidence.headline.block
    for mark in evidence.page.hints.marks:
        near = place >= 0 and place - BEFORE <= mark.segment <= place + AFTER
        if mark.name == "time" and near and not _UPDATED.search(mark.text):
            yield from _read(evidence, mark.value, "time")
            return


def _fallback(evidence: Evidence) -> Iterator[Dated]:
    """The WebPage node, then the address."""
    if evidence.linked.page:
        yield from _read(evidence, text_of(evidence.linked.page.get("datePublished")), "jsonld:WebPage")
    addresses = [evidence.url, *(content for content in evidence.metas.get("og:url", ()))]
    addresses += [href for rel, href in evidence.page.hints.rels if rel == "canonical"]
    for address in addresses:
        match = _URL_DATE.search(address or "")
        if match:
            numbers = [int(number) for number in (match.group(1, 2, 3) if match[1] else match.group(4, 5, 6))]
            try:
                value = date(*numbers)
            except ValueError:
                continue
            if value.year >= _FIRST_URL_YEAR:
                yield Dated(value, "url", unzoned=False)
                return


def _most_precise(found: list[Dated]) -> Dated | None:
    """The first one, or another of the same day that tells time and zone."""
    if not found or isinstance(found[0].value, datetime):
        return found[0] if found else None
    for other in found[1:]:
        if isinstance(other.value, datetime) and abs(other.value.date() - found[0].value) <= timedelta(
            days=1
        ):
            return other
    return found[0]


def _warnings(found: list[Dated], chosen: Dated | None) -> Iterator[str]:
    if chosen is None:
        return
    if chosen.unzoned:
        yield "published_time_without_zone"
    days = [dated.value.date() if isinstance(dated.value, datetime) else dated.value for dated in found]
    if any(abs(day - days[0]) > timedelta(days=1) for day in days):
        yield "published_sources_disagree"
