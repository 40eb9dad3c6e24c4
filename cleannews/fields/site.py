"""The name of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.fields.evidence import Candidate
from cleannews.label.masthead import SEPARATOR, SITE_METAS, is_site_name, squeeze
from cleannews.read.jsonld import text_of, types_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.fields.evidence import Evidence

_MAX_CHARS = 60


def resolve_site(evidence: Evidence) -> Candidate | None:
    """Resolve the site's name.

    ``og:site_name``, the JSON-LD publisher or ``WebSite``, other metas, else what stands behind the title in
    ``<title>`` or in a line of a dump.
    """
    title = squeeze(evidence.headline.text or "")
    for candidate in _candidates(evidence):
        if candidate.text and len(candidate.text) <= _MAX_CHARS and squeeze(candidate.text) != title:
            return candidate
    return None


def _candidates(evidence: Evidence) -> Iterator[Candidate]:
    yield from evidence.meta(*SITE_METAS[:1])
    article = evidence.linked.article
    if article:
        yield Candidate(text_of(article.get("publisher")) or "", "jsonld")
    for node in evidence.linked.nodes:
        if types_of(node) & {"website", "newsmediaorganization"}:
            yield Candidate(text_of(node.get("name")) or "", "jsonld")
    yield from evidence.meta(*SITE_METAS[1:])
    yield from _suffixes(evidence)


def _suffixes(evidence: Evidence) -> Iterator[Candidate]:
    """What is left of ``<title>`` (or of a line that echoes the title) behind the title."""
    lines = [(evidence.page.hints.title or "", "title")]
    lines += [(evidence.blocks[index].text, f"echo:block {index}") for index in evidence.headline.echoes[:5]]
    title = evidence.headline.text or ""
    for line, origin in lines:
        place = line.find(title) if title else -1
        rest = line[place + len(title) :] if place >= 0 else ""
        parts = [part for part in SEPARATOR.split(f" {rest}") if part.strip()]
        if rest and SEPARATOR.match(rest) and parts:
            last = parts[-1].strip()
            if len(parts) == 1 or is_site_name(last, evidence.names):
                yield Candidate(last, origin)
