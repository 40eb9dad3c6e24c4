r"""A list of strings as a program prints it: ``['Home', 'News', "It's raining"]``, ``["Home", "News"]``.

So dumps look whose text nodes were collected in a list and printed as they were: Python's ``repr``,
``pprint``, JSON with or without line breaks, lines in quotation marks. Each string is read as a line of its
own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cleannews.read.escapes import escapes_of
from cleannews.read.rewriting import Change, Unescaped, rewritten

_INSIDE = r"[^{quote}\\\n]{{0,20000}}(?:\\[^\n][^{quote}\\\n]{{0,20000}}){{0,20000}}"
_SINGLE, _DOUBLE = _INSIDE.format(quote="'"), _INSIDE.format(quote='"')
_STRING = re.compile(
    rf"(?P<mark>[bu]?(?:(?P<single>')|\"))(?P<inside>(?(single){_SINGLE}|{_DOUBLE}))"
    r"(?P<seam>(?(single)'|\")(?:\s{0,200},|[ \t]{0,20}\n)?\s{0,200})"
)
_CUT = re.compile(
    rf"(?P<mark>[bu]?(?:(?P<single>')|\"))(?P<inside>(?(single){_SINGLE}|{_DOUBLE}))\\?\s{{0,200}}\Z"
)
"""The last string of a list that was cut off."""

_OPENING = re.compile(
    r"(?:(?:\{\s{0,20}[\"']?)?\w{1,40}[\"']?\s{0,3}[:=]\s{0,3})?(?:[\[({]\s{0,200})?(?=[bu]?[\"'])"
)
"""What stands before the first string: a bracket, and what the list is called."""
_BEGINNING = 1_000
_CLOSING = re.compile(r"(?:\.\.\.|…)?\s{0,20}[\])}]?[\s,;}]{0,20}\Z")
_BRACKETS = frozenset("[({")

_MIN_STRINGS, _MIN_BARE = 3, 8
"""Strings that make a list in brackets, and one without."""


class _String(NamedTuple):
    """One string of a list: its quote, what is in it, the other quote with what parts it from the next.

    Two strings with nothing but white space between them are one to Python, which writes long ones so.
    """

    mark: tuple[int, int]
    inside: tuple[int, int]
    seam: tuple[int, int]


def without_strings(source: str) -> Unescaped | None:
    r"""Read a dump that is nothing but a list of strings.

    Args:
        source: The dump.

    Returns:
        ``None`` if it is anything else.

    >>> found = without_strings("['Home', 'News', \"It's raining\"]")
    >>> found.text, found.origin(0), found.origin(6)
    (" Home\nNews\nIt's raining\n", 0, 9)
    """
    opening = _OPENING.match(source, _first(source))
    if opening is None:
        return None
    strings, end = _strings(source, opening.end())
    bracket = opening[0].rstrip()[-1:] in _BRACKETS
    if len(strings) < (_MIN_STRINGS if bracket else _MIN_BARE) or _CLOSING.match(source, end) is None:
        return None
    changes = [Change(*opening.span(), " ")] if opening[0] else []
    for string in strings:
        changes.append(Change(*string.mark, ""))
        changes += escapes_of(source, *string.inside)
        goes_on = bracket and string is not strings[-1] and "," not in source[slice(*string.seam)]
        changes.append(Change(*string.seam, "" if goes_on else "\n"))
    return rewritten(source, [*changes, Change(end, len(source), "")])


def _first(source: str) -> int:
    """Where a dump begins, if it does among its first characters."""
    beginning = source[:_BEGINNING]
    return len(beginning) - len(beginning.lstrip())


def _strings(source: str, place: int) -> tuple[list[_String], int]:
    """Return the strings from a place on, and where they end."""
    strings: list[_String] = []
    while found := _STRING.match(source, place):
        strings.append(_String(found.span("mark"), found.span("inside"), found.span("seam")))
        place = found.end()
        if found.end("seam") == found.end("inside") + 1:  # nothing parts it from what follows
            break
    cut = _CUT.match(source, place) if strings else None
    if cut:
        strings.append(_String(cut.span("mark"), cut.span("inside"), (cut.end("inside"), cut.end())))
        place = cut.end()
    return strings, place
