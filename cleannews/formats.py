"""What an article looks like outside Python: a JSON record, plain text, schema.org.

Pure functions. :func:`record` takes the article, the others take what it gave, so they serve the
records of a batch as well. Markdown has its own module, :mod:`cleannews.markup`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

KEYS = (
    "title",
    "text",
    "paragraphs",
    "description",
    "subtitle",
    "authors",
    "published",
    "modified",
    "language",
    "site_name",
    "url",
    "canonical_url",
    "section",
    "breadcrumbs",
    "tags",
    "dateline",
    "image",
    "images",
    "related",
    "comment_counts",
    "is_free",
    "word_count",
    "status",
    "confidence",
    "article_score",
    "warnings",
    "sources",
    "kind",
    "encoding",
    "encoding_source",
    "truncated",
    "template_id",
    "input_sha256",
    "fingerprint",
    "blocks",
)
"""The keys of a record behind ``schema_version``, in their order. All are always there, except ``blocks``."""

BLOCK_KEYS = (
    "index",
    "label",
    "kept",
    "reason",
    "evidence",
    "confidence",
    "text",
    "raw",
    "start",
    "end",
    "path",
)
"""The keys of one block in a record, in their order."""

_NEWSROOM = re.compile(
    r"\b(?:agency|agencies|agence|agencia|agentur|agenzia|afp|associated press|bbc|dpa|editorial|editors|news"
    r"|newsroom|redaction|redacción|redaktion|redazione|redação|reuters|team|tv|xinhua|rédaction|редакция|агентство)\b",
    re.IGNORECASE,
)
"""Words that no person's name holds: agencies, newsrooms (names of agencies: the members of the
`MINDS <https://www.minds-global.com/>`_ and EANA associations that sign most often)."""
_WIRES = frozenset({"ANSA", "AP", "EFE"})
_DESKS = frozenset({"board", "bureau", "desk", "press", "presse", "staff"})
"""Words of newsrooms that are names too, as in "Efe Kaya" and "Eyal Press"."""
_BEFORE_DESK = frozenset(
    (
        *(
            "the",
            "die",
            "la",
            "le",
            "el",
            "il",
            "de",
            "business",
            "canadian",
            "city",
            "copy",
            "digital",
            "europa",
        ),
        *("foreign", "local", "metro", "national", "night", "online", "photo", "sport", "sports", "united"),
        *("web", "wire", "world"),
    )
)
"""Articles, and what a desk is for: before such a word they tell that it is none of a name."""


def record(article: object, *, schema_version: str, leave_out: Collection[str] = ()) -> dict[str, Any]:
    """The article as plain JSON values.

    Lone surrogates, which no JSON reader has to take, become U+FFFD; all else is as in the article.

    Args:
        article: An :class:`~cleannews.article.Article`.
        schema_version: Written first, so a reader knows what follows.
        leave_out: Keys of :data:`KEYS` that are not wanted.

    Returns:
        A new dict of ``str``, ``int``, ``float``, ``bool``, ``None``, lists and dicts.
    """
    values = {key: _plain(getattr(article, key)) for key in KEYS if key not in leave_out}
    return {"schema_version": schema_version, **values}


def text(record: Mapping[str, Any]) -> str:
    """The text alone, ending in one newline; nothing at all if the article has none."""
    words: str = record["text"]
    return f"{words}\n" if words else ""


def schema_org(record: Mapping[str, Any]) -> dict[str, Any]:
    """The article as a schema.org ``NewsArticle`` (JSON-LD).

    Only what is known is in it: https://schema.org/NewsArticle has no required property.
    """
    address = record["canonical_url"] or record["url"]
    site = record["site_name"]
    entries: dict[str, Any] = {
        "headline": record["title"],
        "alternativeHeadline": record["subtitle"],
        "description": record["description"],
        "author": [_agent(name, site=site) for name in record["authors"]],
        "datePublished": record["published"],
        "dateModified": record["modified"],
        "articleSection": record["section"],
        "dateline": record["dateline"],
        "keywords": list(record["tags"]),
        "inLanguage": record["language"],
        "image": [_image(image) for image in _images(record)],
        "publisher": {"@type": "Organization", "name": site} if site else None,
        "isAccessibleForFree": record["is_free"],
        "url": address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address} if address else None,
        "wordCount": record["word_count"],
        "articleBody": record["text"],
    }
    known = {name: value for name, value in entries.items() if value not in (None, [], "")}
    return {"@context": "https://schema.org", "@type": "NewsArticle", **known}


def valid_unicode(words: str) -> str:
    r"""The same text with lone surrogates replaced, so that it can be written as UTF-8.

    >>> valid_unicode("caf\ud800 \ud83d\ude00")
    'caf� 😀'
    """
    if words.isascii():
        return words
    try:
        words.encode()
    except UnicodeEncodeError:
        return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return words


def _plain(value: object) -> Any:  # noqa: ANN401 - a JSON value is one of seven types
    """One field's value as JSON: tuples as lists, the values of this package as dicts."""
    kind: type[Any] = type(value)
    # Nearly all values are text or numbers, and a record with blocks holds thousands of them.
    if kind is str:
        return valid_unicode(value)  # type: ignore[arg-type] # type() tells mypy nothing
    if kind in _AS_IS:
        return value
    if kind in (tuple, list):
        return [_plain(entry) for entry in value]  # type: ignore[attr-defined] # type() tells mypy nothing
    if isinstance(value, (Enum, str, date)):
        return _word(value)
    if isinstance(value, Mapping):
        return {valid_unicode(str(key)): _plain(entry) for key, entry in value.items()}
    # A block also tells whether it was kept: readers of a record should not need the list of labels.
    names = BLOCK_KEYS if hasattr(kind, "kept") else names_of(kind)  # type: ignore[arg-type] # classes are hashable; mypy looks at their instances
    return {name: _plain(getattr(value, name)) for name in names}


_AS_IS = frozenset({int, float, bool, type(None)})
"""Types that JSON has."""


def _word(value: Enum | str | date) -> Any:  # noqa: ANN401 - what a member of an enumeration holds
    """Words of a vocabulary as text, dates as ISO 8601."""
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else valid_unicode(value)


@lru_cache(maxsize=32)
def names_of(kind: type) -> tuple[str, ...]:
    """The fields of one of the package's dataclasses or named tuples.

    Raises:
        TypeError: It is neither.
    """
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return tuple(kind._fields)
    if not is_dataclass(kind):
        raise TypeError(f"a {kind.__name__} has no place in a record")
    return tuple(entry.name for entry in fields(kind))


def _images(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The images, the main one first and none twice."""
    first = [record["image"]] if record["image"] else []
    seen = {image["url"] for image in first}
    return [*first, *(image for image in record["images"] if image["url"] not in seen)]


def _image(image: Mapping[str, Any]) -> dict[str, str]:
    entries = {"url": image["url"], "caption": image["caption"], "creditText": image["credit"]}
    return {"@type": "ImageObject", **{name: value for name, value in entries.items() if value}}


def _agent(name: str, *, site: str | None) -> dict[str, str]:
    """An author, as a person unless the name is the site's or a newsroom's or an agency's."""
    is_site = site is not None and name.casefold() == site.casefold()
    organisation = is_site or _is_organisation(name)
    return {"@type": "Organization" if organisation else "Person", "name": name}


def _is_organisation(name: str) -> bool:
    """Whether a name is a newsroom's or an agency's.

    A word that is a name too counts alone, at the beginning, and behind an article, what a desk is for or two
    words that are no initials; an agency's alone or in capitals.

    >>> _is_organisation("News desk"), _is_organisation("Lundby Free Press"), _is_organisation("Eyal Press")
    (True, True, False)
    """
    if _NEWSROOM.search(name):
        return True
    first, *others = name.split() or [""]
    if not others:
        return first.upper() in _WIRES or first.casefold() in _DESKS
    if not _WIRES.isdisjoint((first, *others)) and not name.isupper():
        return True
    several = len(others) > 1 and not name.count(".")
    behind = first.casefold() in _BEFORE_DESK or several
    return first.casefold() in _DESKS or (behind and others[-1].casefold() in _DESKS)
