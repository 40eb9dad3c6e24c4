"""Several records in one input: what a person gave for a page and is a table."""

from __future__ import annotations

import re

from cleannews.read.told import is_telling

_ARRAY = re.compile(r"\s{0,100}\[\s{0,100}\{\s{0,100}\"")
_OBJECT = re.compile(r"\s{0,100}\{\s{0,100}\"")
_NEXT = re.compile(r"\}\s{0,100},\s{0,100}\{\s{0,100}\"")
_NEXT_LINE = re.compile(r"\}[ \t\r]{0,10}\n\s{0,10}\{\s{0,100}\"")
_SEPARATORS = ",;\t"
_LONGEST_HEADER = 1_000
_COLUMNS, _TELLING = 3, 2
"""Columns that a table has at least, and how many of their names say something of an article."""
_NAME = re.compile(r"\"?[\w .-]{1,40}\"?")
_TEXTS = frozenset({"text", "content", "body", "article", "html"})


def holds_rows(text: str) -> bool:
    r"""Tell whether a dump holds two records or more.

    An array of JSON objects, objects one a line, or a line of column names over other lines.

    >>> holds_rows('[{"text": "Rain"}, {"text": "Sun"}]'), holds_rows('{"text": "Rain"}\n{"text": "Sun"}')
    (True, True)
    >>> holds_rows("title,date,text\nRain,2024-05-03,It rained."), holds_rows('[{"text": "Rain"}]')
    (True, False)
    """
    if text[:1] in "[{ \t\r\n":
        if _ARRAY.match(text):
            return _NEXT.search(text) is not None
        if _OBJECT.match(text):
            return _NEXT_LINE.search(text) is not None
    header, broken, rest = text[:_LONGEST_HEADER].partition("\n")
    return bool(broken and rest.strip()) and any(_is_header(header.strip(), sign) for sign in _SEPARATORS)


def _is_header(line: str, separator: str) -> bool:
    names = line.split(separator)
    if len(names) < _COLUMNS or not all(map(_NAME.fullmatch, names)):
        return False
    bare = [name.strip('"').strip() for name in names]
    return sum(is_telling(name) or name.casefold() in _TEXTS for name in bare) >= _TELLING
