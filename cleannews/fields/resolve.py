"""Third stage: what a page declares and what its labelled blocks show become values with sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cleannews.fields.authors import resolve_authors
from cleannews.fields.dateline import resolve_dateline
from cleannews.fields.evidence import Candidate, gather
from cleannews.fields.images import resolve_images
from cleannews.fields.moments import resolve_moments
from cleannews.fields.section import resolve_trail
from cleannews.fields.site import resolve_site
from cleannews.fields.summary import resolve_access, resolve_description, resolve_subtitle
from cleannews.fields.tags import resolve_tags
from cleannews.fields.urls import base_of, resolve_canonical
from cleannews.labels import WarningId
from cleannews.read.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    from cleannews.article import Block, Image
    from cleannews.fields.evidence import Evidence
    from cleannews.label.headline import Headline
    from cleannews.read.page import Hints, Page


@dataclass(frozen=True, slots=True)
class Fields:
    """The resolved fields; names and meaning are those of :class:`~cleannews.article.Article`."""

    title: str | None = None
    description: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    published: date | datetime | None = None
    modified: date | datetime | None = None
    site_name: str | None = None
    canonical_url: str | None = None
    section: str | None = None
    breadcrumbs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    dateline: str | None = None
    image: Image | None = None
    images: tuple[Image, ...] = ()
    is_free: bool | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    """Field -> where its value came from, such as ``jsonld``, ``og:title``, ``byline:block 7``."""
    warnings: tuple[str, ...] = ()
    base: str | None = None
    """What relative addresses of the page hang on, if anything tells."""


def resolve(
    page: Page,
    blocks: Sequence[Block],
    headline: Headline,
    *,
    url: str | None = None,
    language: str | None = None,
) -> Fields:
    """Resolve the fields of a page.

    Args:
        page: The page as read.
        blocks: Its blocks with their labels, one for each segment.
        headline: The resolved title; it carries the page's JSON-LD.
        url: Where the page came from, if known.
        language: ISO 639-1 code, if known.

    Returns:
        Every field with its source; what no source gives is ``None`` or ``()``.
    """
    evidence = gather(page, blocks, headline, url=url, language=language)
    base = base_of(evidence)
    texts = _single_texts(evidence, base)
    authors = resolve_authors(evidence)
    moments = resolve_moments(evidence)
    trail = resolve_trail(evidence)
    tags = resolve_tags(evidence)
    images, image_origin = resolve_images(evidence, base=base)
    is_free = resolve_access(evidence)
    origins = {
        **{name: candidate.origin for name, candidate in texts.items() if candidate},
        "authors": authors.origin if authors else "",
        "published": moments.published.origin if moments.published else "",
        "modified": moments.modified.origin if moments.modified else "",
        "section": trail.section_origin,
        "breadcrumbs": trail.breadcrumbs_origin,
        "tags": tags.origin if tags else "",
        "image": image_origin,
        "is_free": is_free.origin if is_free else "",
    }
    return Fields(
        **{name: candidate.text if candidate else None for name, candidate in texts.items()},
        authors=authors.names if authors else (),
        published=moments.published.value if moments.published else None,
        modified=moments.modified.value if moments.modified else None,
        section=trail.section,
        breadcrumbs=trail.breadcrumbs,
        tags=tags.tags if tags else (),
        image=images[0] if images else None,
        images=images,
        is_free=is_free.free if is_free else None,
        sources=_sources(page.hints, origins),
        warnings=tuple(_warnings(evidence, moments.warnings)),
        base=base,
    )


def _single_texts(evidence: Evidence, base: str | None) -> dict[str, Candidate | None]:
    """The fields that are one text each."""
    headline = evidence.headline
    return {
        "title": _clean(Candidate(headline.text, headline.source) if headline.text else None),
        "description": _clean(resolve_description(evidence)),
        "subtitle": _clean(resolve_subtitle(evidence)),
        "site_name": _clean(resolve_site(evidence)),
        "canonical_url": resolve_canonical(evidence, base=base),
        "dateline": _clean(resolve_dateline(evidence)),
    }


def _sources(hints: Hints, origins: Mapping[str, str]) -> dict[str, str]:
    """The origins that there are; ``hints`` where not the page itself said it."""
    told = hints.told | ({"front_matter"} if "title" in hints.told else set())
    return {name: "hints" if origin in told else origin for name, origin in origins.items() if origin}


def _clean(candidate: Candidate | None) -> Candidate | None:
    """The same, normalised; ``None`` if nothing is left."""
    text = normalise(candidate.text) if candidate else ""
    return candidate._replace(text=text) if candidate and text else None


def _warnings(evidence: Evidence, dates: tuple[str, ...]) -> Iterator[str]:
    if evidence.linked.broken:
        yield WarningId.JSONLD_UNREADABLE
    yield from dates
