"""Who wrote the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.bylines import openers, words
from cleannews.fields.east_asian import reporters
from cleannews.fields.names import is_role
from cleannews.fields.neighbours import is_near
from cleannews.fields.people import read_author, read_byline
from cleannews.fields.site import resolve_site
from cleannews.label.masthead import is_site_name, squeeze
from cleannews.labels import Label
from cleannews.read.jsonld import refer, text_of, types_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.fields.bylines import Openers
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
_FAMILY_FIRST = frozenset({"citation_author", "dc.creator", "dcterms.creator"})
"""Metas of libraries and journals, which write "Lee, Ann" (Highwire Press tags, Dublin Core)."""
_FAMILY_NAME = re.compile(r"^([^\s,;][^,;]{0,40}),\s([^,;]{1,40})$")
_ORGANISATIONS = frozenset({"organization", "newsmediaorganization", "corporation"})
_AUTHOR_CLASS = re.compile(
    r"author|byline|writer|contributor|autor|auteur|redakteur|journalist|verfasser|penulis"
)
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|autor(?:es|en|i|y)?|auteurs?|people|persons?|profiles?|profil|contributors?|journalists?|by|staff|team|users?"
    r"|redaktion|redaktor|writers?|reporters?|columnists?|firmas?|u|author-?\w{0,20})/|/@",
    re.IGNORECASE,
)
_CLOSE = 4
"""Blocks behind the headline within which a name beside a date is the author's."""
_DATE_CHARS, _LEAD_CHARS = 80, 30
_SIGNATURE_CHARS = 160
_SIGNATURE = re.compile(
    r"(?:(?:this|the) (?:post|article|story|piece) was )?(?:originally )?"
    r"(?:written|posted|reported|words|text|story) by\s"
    r"|(?:geschrieben|verfasst) von\s|escrito por\s|(?:écrit|rédigé) par\s|scritto da\s|geschreven door\s"
    r"|skrive[nt] a[vf]\s|publicado por\s|posted by:?\s|author:\s|autor:\s|автор:\s",
    re.IGNORECASE,
)
_MENUS = frozenset((Label.NAVIGATION, Label.BREADCRUMB, Label.TAGS))
_NOT_AUTHORS = frozenset((Label.BODY, Label.RELATED, Label.COMMENTS, Label.TITLE, Label.ECHO, Label.LEGAL))
_TEXT_BLOCKS = 80
"""Paragraphs in which a name is looked up."""
_MENTIONS = 2
"""Paragraphs that name a person whom the article is about; an author is named in none, or in one note."""
_MAX_AUTHORS = 20
_MAX_MARKED = 4
"""More different names marked as author stand in a list of other articles."""


class Authors(NamedTuple):
    """The authors and the source that named them."""

    names: tuple[str, ...]
    origin: str
    persons: bool = True
    """The source does not say that they are organisations."""


def resolve_authors(evidence: Evidence) -> Authors | None:
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
        names = authors.names[:_MAX_AUTHORS]
        people = tuple(name for name in names if not is_site_name(name, site))
        if people and authors.persons and not all(_USER_NAME.fullmatch(name) for name in people):
            return _completed(evidence, Authors(people, authors.origin))
        weak = weak or Authors(people or names, authors.origin)
    return weak


def _completed(evidence: Evidence, declared: Authors) -> Authors:
    """The visible byline instead, where it names the same people and one or more persons beside them."""
    wanted = {name.casefold() for name in declared.names}
    for shown in (*_bylines(evidence), *_led_lines(evidence)):
        named = {name.casefold() for name in shown.names}
        if wanted < named and not (named - wanted) & words().agencies.keys():
            return shown
    return declared


def _sources(evidence: Evidence) -> Iterator[Authors]:
    for source in (_linked, _metas, _bylines, _marks, _led_lines, _name_lines, _signatures):
        for authors in source(evidence):
            if authors.names:
                yield authors


def _linked(evidence: Evidence) -> Iterator[Authors]:
    linked, language = evidence.linked, evidence.locale.language
    for node in (linked.article, linked.page):
        for member in ("author", "creator"):
            value = node.get(member) if node else None
            people = value if isinstance(value, list) else [value]
            nodes = [refer(person, linked.nodes) for person in people[:_MAX_AUTHORS]]
            names = [
                name for text in map(text_of, nodes) if text for name in read_author(text, language=language)
            ]
            organisations = [isinstance(one, dict) and bool(types_of(one) & _ORGANISATIONS) for one in nodes]
            yield Authors(tuple(dict.fromkeys(names)), "jsonld", persons=not all(organisations))


def _metas(evidence: Evidence) -> Iterator[Authors]:
    language = evidence.locale.language
    for meta in _META_AUTHORS:
        texts = evidence.metas.get(meta, ())
        if meta in _FAMILY_FIRST:
            texts = tuple(_FAMILY_NAME.sub(r"\2 \1", text) for text in texts)
        names = [name for text in texts for name in read_author(text, language=language)]
        yield Authors(tuple(dict.fromkeys(names)), meta)
    for number in ("1", "2"):
        label, data = (
            evidence.metas.get(f"twitter:label{number}"),
            evidence.metas.get(f"twitter:data{number}"),
        )
        if label and data and _WRITTEN_BY.search(label[0]):
            yield Authors(read_author(data[0], language=language), f"twitter:data{number}")


def _bylines(evidence: Evidence) -> Iterator[Authors]:
    """Blocks labelled as byline: those near the headline, a far one only if it is the only one."""
    blocks = evidence.labelled(Label.BYLINE)
    near = [block for block in blocks if is_near(block.index, evidence.places)]
    rules = openers(evidence.locale.language)
    for block in near or blocks[: len(blocks) == 1]:
        line = evidence.without_dates(block.text)
        names = read_byline(line, language=evidence.locale.language)
        if names and (_is_led(line, rules) or _is_backed(evidence, block.index, names[0])):
            yield Authors(names, f"byline:block {block.index}")


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
    for block in evidence.near:
        line = evidence.without_dates(block.text)
        if _is_led(line, rules):
            names = read_byline(line, language=evidence.locale.language)
            yield Authors(names, f"line:block {block.index}")


def _is_led(line: str, rules: Openers) -> bool:
    """Whether a line opens with a word for "by", or marks a reporter as East Asian bylines do."""
    return rules.start.match(line) is not None or bool(reporters(line))


def _name_lines(evidence: Evidence) -> Iterator[Authors]:
    """Lines near the headline that hold nothing but names, where something says that these are the authors'.

    That is: a class or an address for authors, or a date line beside it and the name again behind the text.
    """
    language = evidence.locale.language
    for block in evidence.near:
        if block.label in _NOT_AUTHORS or not _NAME_LENGTH[0] <= len(block.text) <= _NAME_LENGTH[1]:
            continue
        names = read_byline(evidence.without_dates(block.text), language=language)
        if names and _is_backed(evidence, block.index, names[0]):
            yield Authors(names, f"line:block {block.index}")


_NAME_LENGTH = (5, 90)


def _is_backed(evidence: Evidence, index: int, name: str) -> bool:
    """Whether anything but its capitals says that a line is the author's name."""
    if _is_subject(evidence, name) or _is_phrase(evidence, name):
        return False
    return _is_marked(evidence, index) or _is_signed(evidence, index, name)


def _is_phrase(evidence: Evidence, name: str) -> bool:
    """Whether all words of a line stand in the text in small letters: a heading or a section, not a name."""
    words = {word.casefold().strip(".") for word in name.split()}
    text = " ".join(block.text for block in evidence.labelled(Label.BODY)[:_TEXT_BLOCKS])
    return all(word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in words)


def _is_subject(evidence: Evidence, name: str) -> bool:
    """Whether the article is about the person: the title or several paragraphs bear the family name."""
    family = name.rpartition(" ")[2]
    if family in (evidence.headline.text or ""):
        return True
    paragraphs = evidence.labelled(Label.BODY)[:_TEXT_BLOCKS]
    return sum(family in block.text for block in paragraphs) >= _MENTIONS


def _is_marked(evidence: Evidence, index: int) -> bool:
    """Whether the line's own class or link is one for authors."""
    segment = evidence.page.segments[index]
    if segment.href and _AUTHOR_PATH.search(segment.href[:300]):
        return True
    containers = evidence.page.containers
    own = containers.names[segment.container] if segment.container >= 0 else ""
    return any(_AUTHOR_CLASS.search(names[:300]) for names in (segment.names, own))


def _is_signed(evidence: Evidence, index: int, name: str) -> bool:
    """Whether a date or a job stands in the line or beside it, and the name is in no menu before it.

    Where the date stands beside the line, the line must follow the headline closely or the name come again.
    """
    blocks = evidence.blocks
    if any(name in block.text for block in blocks[:index] if block.label in _MENUS):
        return False
    text = blocks[index].text
    if is_role(text) or evidence.dates(text):
        return True
    beside = (*blocks[max(0, index - 2) : index], *blocks[index + 1 : index + 3])
    if not any(evidence.dates(block.text) for block in beside if len(block.text) <= _DATE_CHARS):
        return False
    if any(0 < index - place <= _CLOSE for place in evidence.places):
        return True
    folded = name.casefold()
    return any(folded in block.text[: len(name) + _LEAD_CHARS].casefold() for block in blocks[index + 4 :])


def _signatures(evidence: Evidence) -> Iterator[Authors]:
    """A line anywhere that says "written by", if all such lines name the same people."""
    found: dict[tuple[str, ...], int] = {}
    for block in evidence.blocks:
        match = _SIGNATURE.match(block.text[:_SIGNATURE_CHARS])
        if match and block.label is not Label.COMMENTS and len(block.text) <= _SIGNATURE_CHARS:
            names = read_byline(f"By {block.text[match.end() :]}", language="en")
            if names:
                found.setdefault(names, block.index)
    if len(found) == 1:
        names, index = found.popitem()
        yield Authors(names, f"line:block {index}")
