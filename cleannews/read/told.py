"""What is told of an article from outside its dump: the other columns of a table, the fields of a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from html import unescape
from itertools import islice
from math import isfinite
from numbers import Real
from typing import TYPE_CHECKING

from cleannews.read.front_matter import field_key, said_hints, told_by_others
from cleannews.read.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.read.page import Hints

LONGEST = 2_000
"""Characters of a value that is no text."""

MOST = 100
"""Items of a list; that is ten times what articles have of authors or tags."""

DESCRIBING = frozenset(("metadata", "meta", "fields", "attributes", "properties", "info"))
"""Objects beside a text that describe it."""

_NAMES = ("name", "rendered")
"""Where an object says what it is called: an author's of schema.org, a title of WordPress."""


def told_hints(told: Mapping[str, object]) -> Hints:
    """Return what fields beside a dump say of the article, as the head of an HTML page would.

    Args:
        told: Values by the names that scrapers, reader services and this library give them ("title",
            "headline", "authors", "pubDate", "publish_date", ...), or as a page's head does ("og:title"):
            strings, days and times, numbers, those of numpy too, lists of them, objects with a "name"; a
            missing one may be ``None`` or not a number. Names that mean nothing and values over 2,000
            characters are left out; what "metadata" and the like hold is read as if it stood beside them.

    >>> told_hints({"headline": "Rain", "authors": [{"name": "Ann Lee"}], "id": 7})  # doctest: +ELLIPSIS
    Hints(jsonld=(), metas=(Meta(name='author', content='Ann Lee'),), rels=(), title='Rain', ...)
    """
    said: dict[str, list[str]] = {}
    for key, value in _fields(told):
        said.setdefault(key, []).extend(_texts(value))
    return told_by_others(said_hints(said))


def is_telling(name: str) -> bool:
    """Tell by the name of a field whether :func:`told_hints` may find something in it.

    >>> is_telling("publish_date"), is_telling("metadata"), is_telling("embedding")
    (True, True, False)
    """
    return bool(_key(name)) or name.casefold() in DESCRIBING


def _fields(told: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in told.items():
        if not isinstance(name, str):
            continue
        key = _key(name)
        if key:
            yield key, value
        elif isinstance(value, Mapping) and name.casefold() in DESCRIBING:
            yield from ((inner, each) for part, each in value.items() if (inner := _key(str(part))))


def _key(name: str) -> str:
    """What a field is, by its name or by that behind the name of a vocabulary: "og:title", "dc.creator"."""
    vocabulary, _, behind = name.replace(".", ":").rpartition(":")
    return field_key(name) or (field_key(behind) if vocabulary.casefold() in _VOCABULARIES else "")


_VOCABULARIES = frozenset({"og", "article", "og:article", "dc", "dcterms", "schema"})
"""Of names in a page's head. What Twitter's say of site and creator are handles."""


def _texts(value: object) -> list[str]:
    """A value as texts; none of what is too long, empty, or of another type."""
    if isinstance(value, Mapping):
        value = next((value[name] for name in _NAMES if name in value), None)
    if isinstance(value, str):
        text = normalise(unescape(value)) if len(value) <= LONGEST else ""
        return [text] if text else []
    if _is_numpy_time(value):
        return [str(value)] if value == value else []  # noqa: PLR0124 - "not a time" is not equal to itself
    if isinstance(value, (date, Real)):
        return _written(value)
    if isinstance(value, Iterable) and not isinstance(value, (bytes, bytearray, memoryview)):
        items = [
            each
            for each in islice(value, MOST)
            if isinstance(each, (str, Real, date, Mapping)) or _is_numpy_time(each)
        ]
        return [text for each in items for text in _texts(each)]
    return []


def _is_numpy_time(value: object) -> bool:
    """Tell whether a value is a ``numpy.datetime64``, as tables hold; numpy is not loaded for it."""
    return type(value).__name__ == "datetime64"


def _written(value: date | Real) -> list[str]:
    if isinstance(value, date):
        return [value.isoformat()]
    try:
        told = not isinstance(value, bool) and isfinite(value)
    except OverflowError:  # a number of hundreds of digits: no field of an article
        return []
    return [str(value)] if told else []
