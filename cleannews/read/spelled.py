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
_ATTRIBUTES = re.compile(
    r"(?:(?<=[\])`])| (?=\{[^{}\n]{0,300}\}(?:\n|\Z)))\{(?:[.#][\w-]|[\w-]{1,40}=\")[^{}]{0,2000}\}"
    r"|\[(?=(?!\^)[^\[\]]{1,300}\]\{[.#])"
    r"|(?<=[^\[\]])\](?=\{[.#][\w-][^{}]{0,2000}\})"
    r"|(?<![^\n])[ \t]{0,80}:{3,80}(?:[ \t]{0,3}(?:\{[^{}]{0,500}\}|[\w.-]{1,80}))?[ \t]{0,10}(?=\n|\Z)"
)
_BEGINNINGS = ("[http", "<http", "(http", "( http", " [/", "\n[/")
_IN_ALL = ("http", "[/")
"""One of them is in each beginning: two things are counted in most dumps instead of six."""
_LEAST = 6
"""Addresses or attributes from which on they are no part of what was written but of how it was converted."""


def without_spelled(source: str) -> Unescaped | None:
    """Cut addresses out of a dump that spells them behind its links, or pandoc's attributes.

    Args:
        source: The dump.

    Returns:
        ``None`` if there are none, or so few that somebody may have written them.

    >>> found = without_spelled("Home [https://a.example/] " * 6)
    >>> found.text[:10], found.origin(5)
    ('Home Home ', 26)
    """
    if "]{" in source and source.count("{.") + source.count("{#") >= _LEAST:
        return _without(source, _ATTRIBUTES)
    if sum(map(source.count, _IN_ALL)) < _LEAST:
        return None
    if sum(map(source.count, _BEGINNINGS)) < _LEAST or is_markdown(source):
        return None
    return _without(source, _ADDRESS)


def _without(source: str, pattern: re.Pattern[str]) -> Unescaped | None:
    changes = [Change(*found.span(), "") for found in pattern.finditer(source)]
    return rewritten(source, changes) if len(changes) >= _LEAST else None
