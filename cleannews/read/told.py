"""What is told of an article from outside its dump: the other columns of a table, the fields of a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from html import unescape
from itertools import islice
from math import isfinite
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
            "headline", "authors", "pubDate", "publish_date", ...): strings, days and times, numbers, lists
            of them, objects with a "name"; a missing one may be ``None`` or not a number. Names that mean
            nothing and values over 2,000 characters are left out; what "metadata" and the like hold is read
            as if it stood beside them.

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
    return bool(field_key(name)) or name.casefold() in DESCRIBING


def _fields(told: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in told.items():
        if not isinstance(name, str):
            continue
        key = field_key(name)
        if key:
            yield key, value
        elif isinstance(value, Mapping) and name.casefold() in DESCRIBING:
            yield from ((inner, each) for part, each in value.items() if (inner := field_key(str(part))))


def _texts(value: object) -> list[str]:
    """A value as texts; none of what is too long, empty, or of another type."""
    if isinstance(value, Mapping):
        value = next((value[name] for name in _NAMES if name in value), None)
    if isinstance(value, str):
        text = normalise(unescape(value)) if len(value) <= LONGEST else ""
        return [text] if text else []
    if isinstance(value, (date, int, float)):
        return _written(value)
    if isinstance(value, Iterable) and not isinstance(value, (bytes, bytearray, memoryview)):
        items = [each for each in islice(value, MOST) if isinstance(each, (str, int, float, date, Mapping))]
        return [text for each in items for text in _texts(each)]
    return []


def _written(value: date | float) -> list[str]:
    if isinstance(value, date):
        return [value.isoformat()]
    return [] if isinstance(value, bool) or not isfinite(value) else [str(value)]
