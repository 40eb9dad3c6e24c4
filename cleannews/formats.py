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

ORGANISATION_WORDS = re.compile(
    r"\b(?:agency|agencies|agence|agencia|agentur|agenzia|ansa|ap|afp|associated press|bbc|bureau|board|desk|"
    r"dpa|editorial|editors|efe|news|newsroom|press|presse|redaction|redacción|redaktion|redazione|redação|"
    r"reuters|staff|team|tv|xinhua|rédaction|редакция|агентство)\b",
    re.IGNORECASE,
)
"""Words that a person's name does not hold: desks, agencies, newsrooms (names of agencies: the members of
the `MINDS <https://www.minds-global.com/>`_ and EANA associations that sign most often)."""


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
    """An author, as a person unless the name is the site's or holds a word of a newsroom or an agency."""
    is_site = site is not None and name.casefold() == site.casefold()
    organisation = is_site or ORGANISATION_WORDS.search(name) is not None
    return {"@type": "Organization" if organisation else "Person", "name": name}
