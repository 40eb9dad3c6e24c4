"""The headline of an HTML page: a vote between what is shown and what the head declares."""

from __future__ import annotations

import html
import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.masthead import SEPARATOR, cut_site_name, is_site_name, site_names, squeeze
from cleannews.read.jsonld import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.read.jsonld import LinkedData
    from cleannews.read.page import Page

_META_TITLES = {
    "og:title": "og:title",
    "twitter:title": "twitter:title",
    "headline": "itemprop:headline",
    "parsely-title": "parsely-title",
    "sailthru.title": "sailthru.title",
    "citation_title": "citation_title",
    "dc.title": "dc.title",
    "dcterms.title": "dc.title",
}
_TRUSTED = frozenset({"jsonld", "og:title", "itemprop:headline"})
_MAX_SEPARATORS = 8
_MAX_SHOWN = 12
"""``h1`` blocks looked at: pages that mark every teaser as one have many."""
_MAX_CHARS = 500
"""No headline is longer; a block that is was marked up wrongly."""
_MIN_SUPPORT = 0.5
"""Share of a shown heading's words that a declared title must hold."""

_MAX_BEHIND = 80
"""Characters that a byline run into the headline's block may have."""
_MIN_STEM = 3
"""Words that make a headline recognisable; fewer may be a section's name."""

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")


class Voted(NamedTuple):
    """A title and the source that gave it."""

    text: str
    source: str
    segment: int = -1
    """The heading's segment, if one shows the title or words very like it."""


def vote_title(page: Page, linked: LinkedData) -> Voted | None:
    """Choose the headline of an HTML page.

    A heading that readers see wins if a declared title supports it (shares half of its words); else the
    declared titles decide, JSON-LD before ``og:title`` before ``<title>``, site names cut off.

    Returns:
        Title and source; ``None`` if the page has neither a heading nor a title.
    """
    names = site_names(page.hints, linked)
    shown = [voted for voted in _shown(page) if not is_site_name(voted.text, names)]
    declared = [Voted(voted.text[:_MAX_CHARS], voted.source) for voted in _declared(page, linked)]
    cut = _cut(declared, names)
    supported = _best_shown(shown, declared)
    if supported is not None:
        return _without_kicker(supported, declared, cut)
    if len(shown) == 1 and len(_tokens(shown[0].text)) > _MIN_STEM:
        return shown[0]
    if cut:
        return (None if shown else _written_out(page, cut)) or cut[0]
    return shown[0] if shown else None


def _written_out(page: Page, cut: list[Voted]) -> Voted | None:
    """The part of a declared title with which a short block begins, on a page that marks no heading.

    The longest part counts: a whole title goes before its beginning.
    """
    parts: dict[str, Voted] = {}
    for voted in cut:
        for part in _parts(voted.text):
            parts.setdefault(squeeze(part), Voted(part, voted.source))
    starts = [
        (squeeze(segment.text), len(segment.text), index)
        for index, segment in enumerate(page.segments)
        if len(segment.text) <= _MAX_CHARS and not segment.hidden
    ]
    for bare in sorted(parts, key=lambda bare: (-len(bare), bare)):
        room = len(parts[bare].text) + _MAX_BEHIND
        for start, length, index in starts:
            if length <= room and start.startswith(bare):
                return parts[bare]._replace(segment=index)
    return None


def _parts(title: str) -> Iterator[str]:
    """A title and what is left of it if a part is cut, but not the part before a colon."""
    yield title
    for match in islice(SEPARATOR.finditer(title), _MAX_SEPARATORS):
        behind = title[match.end() :].strip()
        before = "" if ":" in match[0] else title[: match.start()].strip()
        yield from (part for part in (before, behind) if len(_tokens(part)) >= _MIN_STEM)


def _shown(page: Page) -> Iterator[Voted]:
    """The visible headings in order."""
    found = 0
    for index, segment in enumerate(page.segments):
        if segment.tag == "h1" and not segment.hidden and 0 < len(segment.text) <= _MAX_CHARS:
            yield Voted(segment.text.lstrip(" :|–-"), "h1", index)
            found += 1
            if found == _MAX_SHOWN:
                return


def _declared(page: Page, linked: LinkedData) -> Iterator[Voted]:
    """What the head calls the page, the most trusted first."""
    if linked.article is not None:
        for member in ("headline", "name"):
            title = text_of(linked.article.get(member))
            if title:
                yield Voted(title, "jsonld")
                break
    for mark in page.hints.marks:
        if mark.name == "headline" and mark.text:
            yield Voted(mark.text[:_MAX_CHARS], "itemprop:headline")
            break
    ranked = sorted(
        (list(_META_TITLES).index(meta.name), place, meta.content)
        for place, meta in enumerate(page.hints.metas)
        if meta.name in _META_TITLES
    )
    for rank, _, content in ranked:
        yield Voted(" ".join(html.unescape(content).split()), list(_META_TITLES.values())[rank])
    if page.hints.title:
        yield Voted(page.hints.title, "title")


def _best_shown(shown: list[Voted], declared: list[Voted]) -> Voted | None:
    """The heading that the declared titles support best; the first one among equals."""
    best: tuple[float, Voted] | None = None
    references = [_tokens(voted.text) for voted in declared]
    for heading in shown:
        words = _tokens(heading.text)
        if not words:
            continue
        support = max((_support(words, reference) for reference in references), default=0.0)
        if support >= _MIN_SUPPORT and (best is None or support > best[0]):
            best = (support, heading)
    return best[1] if best else None


def _without_kicker(shown: Voted, declared: list[Voted], cut: list[Voted]) -> Voted:
    """What JSON-LD or ``og:title`` calls the headline, if the heading differs by words before it only.

    Measured on the three development corpora: a heading with a kicker run into it ("Skiing Lift closed") is
    not the gold title in 16 of 22 cases; a JSON-LD headline longer than the heading is in 5 of 7.
    """
    bare = squeeze(shown.text)
    if any(squeeze(voted.text) == bare for voted in (*declared, *cut)):
        return shown
    for voted in cut:
        other = squeeze(voted.text)
        if voted.source == "jsonld" and (other.startswith(bare) or other.endswith(bare)):
            return voted._replace(segment=shown.segment)
        if voted.source in _TRUSTED and bare.endswith(other) and len(_tokens(voted.text)) >= _MIN_STEM:
            return voted._replace(segment=shown.segment)
    return shown


def _support(words: frozenset[str], reference: frozenset[str]) -> float:
    """Share of the words that both have, of the heading's and of the title's (harmonic mean).

    A heading of several words that stands in the title as a whole is supported as well.
    """
    both = len(words & reference)
    whole = 0.6 if both == len(words) >= _MIN_STEM else 0.0
    return max(whole, 2 * both / (len(words) + len(reference)))


def _cut(declared: list[Voted], names: frozenset[str]) -> list[Voted]:
    """The declared titles without the site's name; those that are nothing else fall out."""
    others = {squeeze(voted.text) for voted in declared}
    cut = []
    for voted in declared:
        stem = cut_site_name(voted.text, names=names, others=others - {squeeze(voted.text)})
        if not is_site_name(stem, names):
            cut.append(Voted(stem, voted.source))
    return cut


def _tokens(text: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(html.unescape(text).casefold()))
