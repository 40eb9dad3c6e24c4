"""What a converter writes that is no text of the page: marks of containers, a list of addresses."""

from __future__ import annotations

import re
from typing import NamedTuple

PROGRAM, LINKS = "script", "links"
"""Tags of the blocks that are set aside: program text and marks of containers, a list of addresses."""


class Span(NamedTuple):
    """A stretch of a dump that is set aside."""

    start: int
    end: int
    tag: str


_CONTAINER = re.compile(
    r"(?<![^\n]\n)(?<![^\n])</?(?:div|span|section|article|aside|figure|nav|header|footer|main)"
    r"(?:\s[^<>\n]{0,4000})?>(?=\n\n|\n?\Z)"
    r"|(?<![^\n]):{3,40}(?: {0,2}[\w.-]{1,60}| {0,2}\{[^{}\n]{0,2000}\})?(?=\n|\Z)",
)
"""``<div class="story">`` alone between blank lines, ``::: {.story}``: marks of containers by pandoc. An
article that shows markup shows it without blank lines between."""

_MIN_CONTAINERS = 3
_ADDRESS = re.compile(
    r"\s*(?:\d{1,4}\.\s{1,3})?(?:https?|file|mailto|javascript|ftp|tel|data|about|whatsapp):\S{0,9000}\s*$"
)
_HEADING = re.compile(r"\s*[^\W\d_][^\n.!?]{1,40}:?\s*$")
_LISTED = re.compile(r"\n\s*(?:Visible|Hidden) links:?\s*\n|\nReferences\s*\n\s*1\. ")
_MIN_ADDRESSES, _HEADINGS, _REACH = 3, 3, 60
"""Addresses that make a list; headings that it has at most (``References``, ``Visible links``, ``Hidden
links``); how far they are apart."""


def container_spans(source: str) -> list[Span]:
    r"""Find the marks of containers, if there are several.

    >>> source = '<div class="a">\n\n::: {.b}\nRain\n:::\n\n</div>\n'
    >>> [source[span.start : span.end] for span in container_spans(source)]
    ['<div class="a">', '::: {.b}', ':::', '</div>']
    """
    if "<" not in source and ":::" not in source:
        return []
    found = [Span(mark.start(), mark.end(), PROGRAM) for mark in _CONTAINER.finditer(source)]
    return found if len(found) >= _MIN_CONTAINERS else []


def link_list_span(source: str) -> Span | None:
    r"""Find the list of addresses that lynx and elinks write at the end.

    >>> source = "Rain\n\nReferences\n\nVisible links:\n1. https://a.example/\n2. mailto:b\n3. file:///c\n"
    >>> source[link_list_span(source).start :][:10]
    'References'
    """
    if "\nReferences" not in source and " links" not in source:
        return None
    for listed in list(_LISTED.finditer(source))[-_HEADINGS:]:
        if _is_list(source[listed.start() :]):
            head = source.rfind("\nReferences", max(0, listed.start() - _REACH), listed.end())
            first = head if head >= 0 and not source[head + 11 : listed.start()].strip() else listed.start()
            start = first + len(source[first:]) - len(source[first:].lstrip())
            return Span(start, len(source.rstrip()), LINKS)
    return None


def _is_list(text: str) -> bool:
    """Tell whether a text is nothing but addresses and the headings over them."""
    lines = [line for line in text.splitlines() if line and not line.isspace()]
    addresses = sum(_ADDRESS.match(line) is not None for line in lines)
    headings = sum(_HEADING.match(line) is not None for line in lines)
    return addresses >= _MIN_ADDRESSES and addresses + min(headings, _HEADINGS) >= len(lines)
