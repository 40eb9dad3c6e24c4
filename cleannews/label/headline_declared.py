"""What the head of an HTML page calls it, the site's name cut off."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.masthead import cut_site_name, is_site_name, squeeze
from cleannews.read.jsonld import text_of
from cleannews.read.letters import EAST_ASIAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.read.jsonld import LinkedData
    from cleannews.read.page import Page, Segment

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
_RANKS = {name: rank for rank, name in enumerate(_META_TITLES)}
MAX_CHARS = 500
"""No headline is longer; a block that is was marked up wrongly."""


_MIN_STEM = 12
"""Letters and digits of a title by which it is known."""
TOKEN = re.compile(rf"[{EAST_ASIAN}]|\w+")
"""A word, or a sign of a script whose words are not written apart."""


class Voted(NamedTuple):
    """A title and the source that gave it."""

    text: str
    source: str
    segment: int = -1
    """The heading's segment, if one shows the title or words very like it."""


def declared_titles(page: Page, linked: LinkedData) -> list[Voted]:
    """What the head calls the page, the most trusted first."""
    return [voted._replace(text=voted.text[:MAX_CHARS]) for voted in _declared(page, linked)]


def _declared(page: Page, linked: LinkedData) -> Iterator[Voted]:
    if linked.article is not None:
        for member in ("headline", "name"):
            title = text_of(linked.article.get(member))
            if title:
                yield Voted(title, "jsonld")
                break
    found = [meta for meta in page.hints.metas if meta.name in _META_TITLES]
    for mark in page.hints.marks:
        if mark.name == "headline" and mark.text:
            if not any(_holds(mark.text, meta.content) for meta in found):
                yield Voted(mark.text, "itemprop:headline")
            break
    for meta in sorted(found, key=lambda meta: _RANKS[meta.name]):
        yield Voted(" ".join(html.unescape(meta.content).split()), _META_TITLES[meta.name])
    if page.hints.title:
        yield Voted(page.hints.title, "title")


def _holds(marked: str, title: str) -> bool:
    """Whether a marked heading holds a day or a kicker before a declared title: "Jun 17 Rain stops play".

    >>> _holds("Jun 17 Rain stops play", "Rain stops play "), _holds("Rain stops play", "Rain stops play")
    (True, False)
    """
    bare, stem = squeeze(marked), squeeze(html.unescape(title))
    return len(bare) > len(stem) >= _MIN_STEM and bare.endswith(stem)


def names_at_home(page: Page, declared: list[Voted]) -> frozenset[str]:
    """The site's name in a heading that leads home, as blogs set it above the article, squeezed.

    Only one that a declared title begins or ends with: home may also be where an article's own heading leads.
    """
    found = set()
    for segment in page.segments[:_MASTHEAD]:
        if segment.tag == "h1" and leads_home(segment):
            name = squeeze(segment.text)
            titles = (squeeze(voted.text) for voted in declared)
            if any(
                len(title) > len(name) and (title.startswith(name) or title.endswith(name))
                for title in titles
            ):
                found.add(name)
    return frozenset(found)


def leads_home(segment: Segment) -> bool:
    """Tell whether a block is a link to the front page."""
    return segment.href is not None and _HOME.fullmatch(segment.href.strip()) is not None


_MASTHEAD = 40
"""Blocks of a page among which its name stands."""
_HOME = re.compile(r"(?:https?:)?(?://[^/?#]{1,253})?/?(?:index\.\w{1,5})?", re.IGNORECASE)


def without_site(declared: list[Voted], names: frozenset[str]) -> list[Voted]:
    """The declared titles without the site's name; those that are nothing else fall out."""
    others = {squeeze(voted.text) for voted in declared}
    cut = []
    for voted in declared:
        stem = cut_site_name(voted.text, names=names, others=others - {squeeze(voted.text)})
        if not is_site_name(stem, names):
            cut.append(Voted(stem, voted.source))
    return cut


def tokens(text: str) -> frozenset[str]:
    """The words of a title; in Chinese, Japanese and Korean its signs."""
    return frozenset(TOKEN.findall(html.unescape(text).casefold()))
