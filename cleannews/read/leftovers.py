"""The list of addresses that text browsers write below a page, and what is set aside in general."""

from __future__ import annotations

import re
from typing import NamedTuple

PROGRAM, LINKS = "script", "links"
"""Tags of what is set aside: program text, a list of addresses."""


class Span(NamedTuple):
    """A stretch of a dump that is set aside."""

    start: int
    end: int
    tag: str


_ADDRESS = re.compile(
    r"\s{0,80}(?:\d{1,4}\.\s{1,3})?(?:https?|file|mailto|javascript|ftp|tel|data|about|whatsapp):\S{0,9000}\s{0,80}$"
)
_HEADING = re.compile(r"\s{0,80}[^\W\d_][^\n.!?]{1,40}$")
_LISTED = re.compile(
    r"\n[ \t]{0,8}(?:Visible|Hidden) links:?[ \t]{0,8}\r?\n|\nReferences[ \t]{0,8}\r?\n\s{0,40}1\. "
)
_MIN_ADDRESSES, _HEADINGS, _REACH = 3, 3, 60
"""Addresses that make a list; headings that it has at most (``References``, ``Visible links``, ``Hidden
links``); how far they are apart."""


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
