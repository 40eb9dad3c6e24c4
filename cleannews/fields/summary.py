"""Description, standfirst and access, as a page declares or shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.evidence import Candidate
from cleannews.label.masthead import squeeze
from cleannews.labels import Label
from cleannews.read.jsonld import text_of

if TYPE_CHECKING:
    from cleannews.fields.evidence import Evidence

_DESCRIPTION_METAS = (
    "description",
    "og:description",
    "twitter:description",
    "dc.description",
    "dcterms.description",
    "sailthru.description",
    "dcterms.abstract",
)
_TIERS = {"free": True, "metered": False, "locked": False}
"""Values of ``article:content_tier`` (Facebook's Open Graph vocabulary)."""


class Access(NamedTuple):
    """Whether everybody may read the article."""

    free: bool
    origin: str


def resolve_description(evidence: Evidence) -> Candidate | None:
    """The meta description, else the one of OpenGraph, Twitter, JSON-LD; none that only repeats the title."""
    title = squeeze(evidence.headline.text or "")
    article = evidence.linked.article
    declared = text_of(article.get("description")) if article else None
    candidates = [*evidence.meta(*_DESCRIPTION_METAS), *([Candidate(declared, "jsonld")] if declared else [])]
    return next((candidate for candidate in candidates if squeeze(candidate.text) not in {"", title}), None)


def resolve_subtitle(evidence: Evidence) -> Candidate | None:
    """The standfirst shown on the page, else JSON-LD's ``alternativeHeadline`` if it is not the title."""
    block = next(iter(evidence.labelled(Label.STANDFIRST)), None)
    if block is not None:
        return Candidate(block.text, f"standfirst:block {block.index}")
    article = evidence.linked.article
    declared = text_of(article.get("alternativeHeadline")) if article else None
    if declared and squeeze(declared) != squeeze(evidence.headline.text or ""):
        return Candidate(declared, "jsonld")
    return None


def resolve_access(evidence: Evidence) -> Access | None:
    """JSON-LD's ``isAccessibleForFree``, else ``article:content_tier``."""
    article = evidence.linked.article
    declared = article.get("isAccessibleForFree") if article else None
    word = str(declared).strip().rsplit("/", 1)[-1].lower()
    if word in {"true", "false"}:
        return Access(word == "true", "jsonld")
    for tier in evidence.meta("article:content_tier"):
        if tier.text.lower() in _TIERS:
            return Access(_TIERS[tier.text.lower()], tier.origin)
    return None
