"""What converters write behind the words of a link or an element: its address, its attributes.

``Home [https://news.example/]``, also in ``<>`` or ``()``, comes from mail programs and libraries that turn
HTML into text; ``Home{.menu}``, ``[Home]{#top}`` and lines of ``:::`` from pandoc. They are cut out before a
dump is read; afterwards the blocks are put back to where they stand in the input.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right

from cleannews.read.lines import lines_of
from cleannews.read.markdown_signs import is_markdown
from cleannews.read.marks import unmark
from cleannews.read.rewriting import Change, Unescaped, rewritten
from cleannews.read.wrapping import full_lines

_REST = r"[^\s\[\]<>()]{1,2000}"
_BREAK = r" |\r?\n {0,20}"
_SCHEMES = r"(?:https?://|(?:mailto|tel|sms|whatsapp|ftp):)"
_SCRIPT = r"javascript:[^\s\[\]<>]{0,200}"
_ADDRESS = re.compile(
    rf"(?<=[^\s\[<(])(?:(?:{_BREAK})?(?:\[(?:{_SCHEMES}{_REST}|{_SCRIPT})\](?!\()|<{_SCHEMES}{_REST}>)"
    rf"| \( ?https?://{_REST} ?\)|(?:{_BREAK})\[/(?:{_REST})?\](?!\())"
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
    changes = _changes(source, _ADDRESS)
    return rewritten(source, _in_order(changes, _line_ends(source))) if changes else None


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
    changes = _changes(source, _ATTRIBUTES)
    return rewritten(source, changes) if changes else None


def _line_ends(source: str) -> list[Change]:
    """Join the lines that were wrapped while the addresses stood in them: without those they look short."""
    return [
        Change(before.end, after.start, " ")
        for before, after in full_lines(lines_of(source))
        if unmark(after) is after
    ]


def _changes(source: str, pattern: re.Pattern[str]) -> list[Change]:
    """Return what is cut out; nothing where there is little of it."""
    changes = [Change(*found.span(), "") for found in pattern.finditer(source)]
    return changes if len(changes) >= _LEAST else []


def _in_order(changes: list[Change], others: list[Change]) -> list[Change]:
    """Put the others between the changes, but for those that meet one of them."""
    ends = [change.end for change in changes]
    starts = [*(change.start for change in changes), math.inf]
    apart = [other for other in others if starts[bisect_right(ends, other.start)] >= other.end]
    return sorted([*changes, *apart])
