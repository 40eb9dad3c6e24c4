"""Who wrote the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.fields.author_lines import (
    bylines,
    is_shown,
    is_signed_close,
    led_lines,
    names_among_fields,
    signatures,
)
from cleannews.fields.author_marks import is_linked, marked_words, marks
from cleannews.fields.backed_names import name_lines, names_before_date
from cleannews.fields.bylines import words
from cleannews.fields.given_names import bracketed_ends, given_name_lines, signed_ends
from cleannews.fields.name_case import in_mixed_case
from cleannews.fields.named import Authors
from cleannews.fields.people import read_author
from cleannews.fields.site import resolve_site
from cleannews.label.departments import is_front_page
from cleannews.label.masthead import is_paper, is_site_name, masthead_words, squeeze
from cleannews.labels import Label
from cleannews.read.jsonld import referred, text_of, types_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

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
_LEGAL_FORM = re.compile(
    r"\s(?:e\.\s?V|gGmbH|GmbH|AG|KG|Inc|Ltd|LLC|LLP|Corp|plc|Oy|ASA"
    r"|S\.A|S\.L|B\.V|S\.p\.A|S\.r\.l|s\.r\.o|Sp\. z o\.o)\.?$"
)
"""Behind the name of a company or association."""
_OUTLET = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]{1,10}(?:[日晚晨早时時周週商]报|[日晚時週]報|[报報]社|新[闻聞]社?|网|網|[电電][视視]台|通[讯訊信]社?"
    r"|テレビ|放送)|[\uac00-\ud7a3A-Za-z]{1,10}(?:일보|신문|뉴스|통신|방송)"
)
"""The name of a paper, an agency or a station in Chinese, Japanese or Korean."""
_PRESS = "press"
"""Agencies are called so too: alone it tells no paper."""
_FAMILY_FIRST = frozenset({"citation_author", "dc.creator", "dcterms.creator"})
"""Metas of libraries and journals, which write "Lee, Ann" (Highwire Press tags, Dublin Core)."""
_FAMILY_NAME = re.compile(r"^([^\s,;][^,;]{0,40}),\s([^,;]{1,40})$")
_ORGANISATIONS = frozenset({"organization", "newsmediaorganization", "corporation"})
_MAX_AUTHORS = 20
_MAX_FAMILY_NAMES = 2


def resolve_authors(evidence: Evidence) -> Authors | None:
    """Who wrote the article, in mixed case; ``None`` if nothing tells."""
    found = _resolved(evidence)
    if found is None:
        return None
    found = _with_person(evidence, found)
    language = evidence.locale.language
    names = (in_mixed_case(name, language=language) for name in found.names)
    return found._replace(names=tuple(dict.fromkeys(names)))


def _with_person(evidence: Evidence, found: Authors) -> Authors:
    """An agency that signs alone, and the person whose name stands in the line above: "Ann Lee", "dpa"."""
    above = evidence.blocks[found.block - 1] if found.block > 0 else None
    agencies = words().agencies
    signed = all(_bare(name) in agencies for name in found.names)
    if above is None or above.label is not Label.BYLINE or not signed:
        return found
    people = names_before_date(above.text, evidence.locale.language)
    return found._replace(names=(*people, *found.names)) if people else found


def _resolved(evidence: Evidence) -> Authors | None:
    """The first source that names a person or agency; one that names an organisation only if none does.

    Order: JSON-LD, author metas, visible byline, ``rel=author`` and ``itemprop`` marks near the headline, a
    line near it that opens with a word for "by" or is marked or repeated as the author's name. User names and
    organisations give way to a person that the page shows.
    """
    site = evidence.names
    shown = resolve_site(evidence)
    if shown:
        site |= {squeeze(shown.text)}
    weak: Authors | None = None
    for authors in _sources(evidence):
        named = authors.names[:_MAX_AUTHORS]
        names = tuple(name for name in named if not is_front_page(name.casefold()))  # "Ana Sayfa"
        others = [name for name in names if not (is_site_name(name, site) or is_paper(name, site))]
        people = tuple(_without_paper(name, site) for name in others)
        if people and authors.persons and not all(map(_is_no_person, people)):
            return _completed(evidence, Authors(people, authors.origin))
        weak = weak or (Authors(people or names, authors.origin) if names else None)
    return weak


def _is_no_person(name: str) -> bool:
    """Whether a declared name is a user name, or an organisation's by its legal form or its last word."""
    return (
        _USER_NAME.fullmatch(name) is not None
        or _LEGAL_FORM.search(name) is not None
        or _OUTLET.fullmatch(name) is not None
    )


def _without_paper(name: str, site: Collection[str]) -> str:
    """A name without the paper's last word behind it, which its job follows: "Ann Lee Press Staff Writer"."""
    person, _, last = name.rpartition(" ")
    word = squeeze(last)
    known = word in masthead_words() or word == _PRESS
    signs = " " in person and known and any(one.endswith(word) for one in site)
    return person if signs else name


def _completed(evidence: Evidence, declared: Authors) -> Authors:
    """The visible byline instead, where it names the same people and one or more persons beside them.

    A first name alone is completed by the visible name that begins with it. ``<meta name="author">``, which
    content systems fill with whoever runs the site, gives way to a byline of other people (right in 7 of 8
    cases of the development corpora; JSON-LD is right in half of them and stays).
    """
    wanted = {_bare(name) for name in declared.names}
    first = f"{next(iter(wanted))} "
    partial = len(wanted) == 1 and " " not in first.strip()
    for source in (bylines, led_lines, marks, name_lines) if partial else (bylines, led_lines, marks):
        for shown in source(evidence):
            named = {_bare(name) for name in shown.names}
            if not named:
                continue
            if named == wanted and not partial:  # what else the line may be read as says nothing
                return declared
            more = wanted < named and source is not name_lines
            if more and not (named - wanted) & words().agencies.keys():
                return shown
            others = named.isdisjoint(wanted)
            told = source is led_lines and declared.origin in evidence.page.hints.told
            if others and _gives_way(evidence, declared, shown, labelled=told or source is bylines):
                return shown
            if partial and shown.persons and _completes(named, first):
                return shown
    return declared


def _gives_way(evidence: Evidence, declared: Authors, shown: Authors, *, labelled: bool) -> bool:
    """Whether a declaration yields to other people whom the page shows.

    Args:
        evidence: The page.
        declared: What the head says.
        shown: What a line says.
        labelled: The line is labelled as byline, or opens as one where the declaration is told from outside.
    """
    if declared.origin == "author":
        return (labelled and shown.persons) or is_signed_close(evidence, shown)
    hidden = declared.origin == "jsonld" and not any(is_shown(evidence, name) for name in declared.names)
    return hidden and labelled and shown.persons and is_linked(evidence, shown)


def _completes(named: set[str], first: str) -> bool:
    """Whether the only name seen is a first name's whole form."""
    name = next(iter(named)) if len(named) == 1 else ""
    return name.startswith(first) and name.count(" ") <= _MAX_FAMILY_NAMES


def _bare(name: str) -> str:
    """A name without forms of address, folded; that of an address's last step with spaces.

    >>> _bare("Dr. Ann Lee")
    'ann lee'
    """
    titles = words().titles
    kept = [word for word in name.casefold().replace("-", " ").split() if word.strip(".") not in titles]
    return " ".join(kept) or name.casefold()


def _sources(evidence: Evidence) -> Iterator[Authors]:
    visible = (
        bylines,
        names_among_fields,
        marks,
        led_lines,
        name_lines,
        signatures,
        marked_words,
        given_name_lines,
        signed_ends,
        bracketed_ends,
    )
    for source in (_linked, _metas, *visible):
        for authors in source(evidence):
            if authors.names and not (source in visible and _is_far_above(evidence, authors)):
                yield authors


def _is_far_above(evidence: Evidence, authors: Authors) -> bool:
    """Tell whether a line stands far above the headline, among menus: a town of the weather, no author."""
    return authors.origin.startswith("line:") and authors.block < evidence.headline.block - _ABOVE


_ABOVE = 12
"""Blocks above the headline among which a line may name the author."""


def _linked(evidence: Evidence) -> Iterator[Authors]:
    linked = evidence.linked
    for node in (linked.article, linked.page):
        for member in ("author", "creator"):
            nodes = referred(node.get(member) if node else None, linked.nodes)
            names = [name for text in map(text_of, nodes) if text for name in _declared(evidence, text)]
            organisations = [isinstance(one, dict) and bool(types_of(one) & _ORGANISATIONS) for one in nodes]
            yield Authors(tuple(dict.fromkeys(names)), "jsonld", persons=not all(organisations))


def _metas(evidence: Evidence) -> Iterator[Authors]:
    for meta in _META_AUTHORS:
        texts = evidence.metas.get(meta, ())
        if meta in _FAMILY_FIRST:
            texts = tuple(_FAMILY_NAME.sub(r"\2 \1", text) for text in texts)
        names = [name for text in texts for name in _declared(evidence, text)]
        yield Authors(tuple(dict.fromkeys(names)), meta)
    for number in ("1", "2"):
        label, data = (
            evidence.metas.get(f"twitter:label{number}"),
            evidence.metas.get(f"twitter:data{number}"),
        )
        if label and data and _WRITTEN_BY.search(label[0]):
            yield Authors(_declared(evidence, data[0]), f"twitter:data{number}")


def _declared(evidence: Evidence, text: str) -> tuple[str, ...]:
    """The names in a declaration; the site's own is one, whatever signs it holds ("Quay & Harbour")."""
    if squeeze(text) in evidence.names:
        return (text.strip(" ,;|·-–—"),)
    return read_author(text, language=evidence.locale.language)
