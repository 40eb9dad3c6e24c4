"""When the article was published and changed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.date_lines import Dated, lone_date, shown_dates, tells_update
from cleannews.fields.dates import read_declared
from cleannews.fields.neighbours import AFTER, BEFORE
from cleannews.read.jsonld import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

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

_URL_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_-]|$)"
)
_FIRST_URL_YEAR = 1995


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
        shown = list(shown_dates(evidence))
        published = published or [dated for dated, updated in shown if not updated] or list(_timed(evidence))
        modified = modified or [dated for dated, updated in shown if updated]
    published = published or list(lone_date(evidence)) or list(_fallback(evidence))
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


def _timed(evidence: Evidence) -> Iterator[Dated]:
    """``<time>`` elements near the headline."""
    place = evidence.headline.block
    for mark in evidence.page.hints.marks:
        near = place >= 0 and place - BEFORE <= mark.segment <= place + AFTER
        if mark.name == "time" and near and not tells_update(mark.text):
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
