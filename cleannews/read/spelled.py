"""What converters write behind the words of a link or an element: its address, its attributes.

``Home [https://news.example/]``, also in ``<>`` or ``()``, comes from mail programs and libraries that turn
HTML into text; ``Home{.menu}``, ``[Home]{#top}`` and lines of ``:::`` from pandoc. They are cut out before a
dump is read; afterwards the blocks are put back to where they stand in the input.
"""

from __future__ import annotations

import re

from cleannews.read.layout import is_markdown
from cleannews.read.rewriting import Change, Unescaped, rewritten

_REST = r"[^\s\[\]<>()]{1,2000}"
_ADDRESS = re.compile(
    rf"(?<=[^\s\[<(])(?:[ \n]?(?:\[(?:https?://|mailto:){_REST}\](?!\()|<(?:https?://|mailto:){_REST}>)"
    rf"| \( ?https?://{_REST} ?\)|[ \n]\[/(?:{_REST})?\](?!\())"
)
_PAIR = r"[\w:@-][\w:@.-]{0,80}=\"(?:[^\"\\]|\\.){0,20000}\""
_MARKED = rf"(?:[.#][^\s{{}}\"]{{1,300}}|{_PAIR})"
_BRACED = rf"\{{{_MARKED}(?:\s{{1,40}}(?:{_MARKED}|[\w-]{{1,40}})){{0,200}}\s{{0,40}}\}}"
_ATTRIBUTES = re.compile(
    rf"(?:(?<=[\])`])| (?={_BRACED}(?:\n|\Z))){_BRACED}"
    rf"|\[(?=(?!\^)[^\[\]]{{1,300}}\]\{{(?:[.#]|{_PAIR}))"
    rf"|(?<=[^\[\]])\](?={_BRACED})"
    r"|(?:(?<![^\n])[ \t]{0,80}|(?<=[-*>] {3})|(?<=> )|(?<=\d\.  )):{3,80}"
    rf"(?:[ \t]{{0,3}}(?:{_BRACED}|[^\s{{}}]{{1,120}}))?[ \t]{{0,10}}(?=\r?\n|\Z)"
)
"""What pandoc writes of an element: classes, names and pairs in braces behind a link, a stretch in brackets
or a heading, and lines of colons around it, in items and quotations too. A pair may hold anything."""
_BEGINNINGS = ("[http", "<http", "(http", "( http", " [/", "\n[/")
_IN_ALL = ("http", "[/")
"""One of them is in each beginning: two things are counted in most dumps instead of six."""
_LEAST = 6
"""Addresses or attributes from which on they are no part of what was written but of how it was converted."""


def without_spelled(source: str) -> Unescaped | None:
    """Cut addresses out of a dump that spells them behind its links.

    Args:
        source: The dump.

    Returns:
        ``None`` if there are none, or so few that somebody may have written them.

    >>> found = without_spelled("Home [https://a.example/] " * 6)
    >>> found.text[:10], found.origin(5)
    ('Home Home ', 26)
    """
    if sum(map(source.count, _IN_ALL)) < _LEAST:
        return None
    if sum(map(source.count, _BEGINNINGS)) < _LEAST or is_markdown(source):
        return None
    return _without(source, _ADDRESS)


def without_attributes(source: str) -> Unescaped | None:
    """Cut pandoc's attributes and fences out; ``None`` if there are none, or few.

    >>> found = without_attributes("[Home]{.menu} " * 6)
    >>> found.text[:10] if found else None
    'Home Home '
    """
    if "{" not in source or ("]{" not in source and ":::" not in source):  # a single sign is found fastest
        return None
    if source.count("{.") + source.count("{#") + source.count("::: ") < _LEAST:
        return None
    return _without(source, _ATTRIBUTES)


def _without(source: str, pattern: re.Pattern[str]) -> Unescaped | None:
    changes = [Change(*found.span(), "") for found in pattern.finditer(source)]
    return rewritten(source, changes) if len(changes) >= _LEAST else None
