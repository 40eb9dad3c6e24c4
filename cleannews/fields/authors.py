"""Who wrote the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.bylines import openers
from cleannews.fields.neighbours import near_headline
from cleannews.fields.people import read_author, read_byline
from cleannews.label.masthead import is_site_name, site_names
from cleannews.labels import Label
from cleannews.read.jsonld import refer, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.fields.evidence import Evidence

_META_AUTHORS = (
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "byl",
    "article:author_name",
    "og:article:author",
    "citation_author",
    "author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "vf:author",
)
"""In order of precision on the development corpora."""
_WRITTEN_BY = re.compile(
    r"written|author|by\b|verfasst|geschrieben|escrito|écrit|scritto|geschreven|skrev|написан|autor|kirjoit|yaz|作者",
    re.IGNORECASE,
)
_USER_NAME = re.compile(r"[a-z0-9_.-]{2,40}")
_MAX_AUTHORS = 20
_MAX_MARKED = 4
"""More different names marked as author stand in a list of other articles."""


class Authors(NamedTuple):
    """The authors and the source that named them."""

    names: tuple[str, ...]
    origin: str


def resolve_authors(evidence: Evidence) -> Authors | None:
    """The first source that names a person or agency; one that names the site only if none does.

    Order: JSON-LD, author metas, visible byline, ``rel=author`` and ``itemprop`` marks near the headline, a line
    near the headline that opens with a word for "by". User names give way to a visible byline.
    """
    site = site_names(evidence.page.hints, evidence.linked, url=evidence.url)
    weak: Authors | None = None
    for authors in _sources(evidence):
        names = authors.names[:_MAX_AUTHORS]
        people = tuple(name for name in names if not is_site_name(name, site))
        if people and not all(_USER_NAME.fullmatch(name) for name in people):
            return Authors(people, authors.origin)
        weak = weak or Authors(names, authors.origin)
    return weak


def _sources(evidence: Evidence) -> Iterator[Authors]:
    for source in (_linked, _metas, _bylines, _marks, _led_lines):
        for authors in source(evidence):
            if authors.names:
                yield authors


def _linked(evidence: Evidence) -> Iterator[Authors]:
    linked, language = evidence.linked, evidence.locale.language
    for node in (linked.article, linked.page):
        for member in ("author", "creator"):
            value = node.get(member) if node else None
            people = value if isinstance(value, list) else [value]
            texts = [text_of(refer(person, linked.nodes)) for person in people[:_MAX_AUTHORS]]
            names = [name for text in texts if text for name in read_author(text, language=language)]
            yield Authors(tuple(dict.fromkeys(names)), "jsonld")


def _metas(evidence: Evidence) -> Iterator[Authors]:
    language = evidence.locale.language
    for meta in _META_AUTHORS:
        names = [
            name for text in evidence.metas.get(meta, ()) for name in read_author(text, language=language)
        ]
        yield Authors(tuple(dict.fromkeys(names)), meta)
    for number in ("1", "2"):
        label, data = (
            evidence.metas.get(f"twitter:label{number}"),
            evidence.metas.get(f"twitter:data{number}"),
        )
        if label and data and _WRITTEN_BY.search(label[0]):
            yield Authors(read_author(data[0], language=language), f"twitter:data{number}")


def _bylines(evidence: Evidence) -> Iterator[Authors]:
    for block in evidence.labelled(Label.BYLINE):
        yield Authors(
            read_byline(block.text, language=evidence.locale.language), f"byline:block {block.index}"
        )


def _marks(evidence: Evidence) -> Iterator[Authors]:
    """Marked names close to the headline: further off they belong to teasers and comments."""
    place = evidence.headline.block
    for kind in ("rel-author", "author"):
        marks = [
            mark
            for mark in evidence.page.hints.marks
            if mark.name == kind and (place < 0 or place - 3 <= mark.segment <= place + 16)
        ]
        names: dict[str, str] = {}
        for mark in marks:
            text = mark.text or mark.value
            for name in read_byline(text, language=evidence.locale.language) or _one_word(text):
                names.setdefault(name.casefold(), name)
        if 0 < len(names) <= _MAX_MARKED:
            yield Authors(tuple(names.values()), kind)


def _one_word(text: str) -> tuple[str, ...]:
    """A user name in a marked element: a page that marks it as the author means it."""
    return read_author(text) if 0 < len(text.split()) <= 2 and len(text) <= 40 else ()  # noqa: PLR2004 - user names


def _led_lines(evidence: Evidence) -> Iterator[Authors]:
    rules = openers(evidence.locale.language)
    for block in near_headline(evidence):
        if rules.start.match(block.text):
            names = read_byline(block.text, language=evidence.locale.language)
            yield Authors(names, f"line:block {block.index}")
