"""Addresses: the canonical one, and relative ones made whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from cleannews.fields.evidence import Candidate
from cleannews.read.archived import original_address
from cleannews.read.jsonld import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.fields.evidence import Evidence

_MAX_CHARS = 4_000
_WHOLE = re.compile(r"https?://[^\s/?#]+(?:/(?!\.)|$)")
"""What an address begins with that needs no joining; one with a dot as its first step is normalised."""
_PLAIN = re.compile(r"https?://[A-Za-z0-9.-]+(?:/(?!\.)|$)")
"""The same with a host that needs no parsing to be known for one: nearly all addresses."""
_ROOTED = re.compile(r"(?:/[^\s/?#.;][^\s/?#;]{0,500}){1,60}/?")
"""A path from a site's root that needs no normalising: most relative addresses."""
_SITE = re.compile(r"https?://[A-Za-z0-9.-]+(?=/|$)")
"""What it stands behind."""
_WEB = frozenset(("http", "https"))
_ANY = "https://example.com/"
"""Stands for the base that is not known."""
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
"""Control characters and halves of pairs: no address holds them (RFC 3986, 2)."""


def absolute(address: str, *, base: str | None) -> str | None:
    """Make an address whole; ``None`` if it is no web address or stays relative.

    >>> absolute("/a.html", base="https://example.com/b/"), absolute("javascript:void(0)", base=None)
    ('https://example.com/a.html', None)
    """
    address = address.strip()
    if not address.isprintable():
        address = _UNFIT.sub("", address)
    if not address or len(address) > _MAX_CHARS:
        return None
    if _PLAIN.match(address):
        return address
    site = _SITE.match(base) if base and _ROOTED.fullmatch(address) else None
    if site:
        return site[0] + address
    try:
        whole = address if _WHOLE.match(address) else urljoin(base or "", address)
        parts = urlsplit(whole)
        host = parts.hostname
    except ValueError:
        return None
    return whole if parts.scheme in _WEB and host else None


def whole_or_written(address: str, *, base: str | None) -> str | None:
    """Make an address whole, or leave a relative one as written where no base is known.

    >>> whole_or_written("/a.jpg", base=None), whole_or_written("data:image/gif;base64,R0", base=None)
    ('/a.jpg', None)
    """
    whole = absolute(address, base=base)
    if whole or base:
        return whole
    return _UNFIT.sub("", address.strip()) if absolute(address, base=_ANY) else None


def base_of(evidence: Evidence) -> str | None:
    """What relative addresses of a page hang on: ``<base>``, the given or the declared address."""
    declared = evidence.page.hints.base
    if declared:
        whole = absolute(declared, base=evidence.url)
        if whole:
            return whole
    if evidence.url:
        return evidence.url
    own = (*evidence.meta("og:url"), *_canonicals(evidence))
    return next((found.text for found in own if absolute(found.text, base=None)), None)


def resolve_canonical(evidence: Evidence, *, base: str | None) -> Candidate | None:
    """The page's own address: ``rel=canonical``, ``og:url``, JSON-LD.

    One that points to a site's front page gives way to one that names a page. What a web archive put before
    it is cut off.
    """
    found = []
    for candidate in _canonicals(evidence):
        whole = absolute(original_address(candidate.text), base=base)
        if whole:
            if urlsplit(whole).path.strip("/"):
                return Candidate(whole, candidate.origin)
            found.append(Candidate(whole, candidate.origin))
    return found[0] if found else None


def _canonicals(evidence: Evidence) -> Iterator[Candidate]:
    yield from (Candidate(href, "canonical") for href in evidence.page.hints.canonicals())
    yield from evidence.meta("og:url")
    article = evidence.linked.article
    for member in ("url", "mainEntityOfPage"):
        value = article.get(member) if article else None
        text = text_of(value.get("@id") if isinstance(value, dict) else value)
        if text:
            yield Candidate(text, "jsonld")
