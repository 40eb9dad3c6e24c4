"""Marks that text browsers and converters put before a line: bullets, buttons, link numbers, fields."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cleannews.read.lines import Line, cut_line, make_line
from cleannews.read.page import Join
from cleannews.read.typed_lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

_BULLETS = "*+•□☆○◦▪▫■●★◎△‣⁃∙➤►▶✓✔➔·"
"""List marks that are nothing else: of lynx and inscriptis (``* +``), w3m (``• □ ☆ ○``), browsers."""

_DEEP_BULLETS = "o#@=-"
"""List marks of lynx and inscriptis from the third level on; also letters and signs a line may start with, so
they count only on an indented line."""

_BULLET = re.compile(rf"[{re.escape(_BULLETS + _DEEP_BULLETS)}](?:[ \t\u00a0]+|$)")
WRITTEN_DAY = re.compile(
    r"[0-3]?\d\.[ \t\u00a0]{1,3}(?:[^\W\d_]{3,12}\.?|[01]?\d\.)[ \t\u00a0]{0,3}(?:19|20)\d\d"
    r"(?:[.]?[ \t\u00a0]{0,3}(?:$|[,|·•–—(-]|\d)|[ \t\u00a0](?:um|kl|klo|ob|o|u|v)\b)"
)
"""A day with the number first, as German, Czech or Norwegian writes it: "28. April 2023", "12. 3. 2026". Its
number marks no item of a list."""
_ORDERED = re.compile(r"\d{1,3}[.)][ \t\u00a0]+(?=\S)")
_FIELD = re.compile(
    r"(?:\(BUTTON\)|\[(?:image|inline|img|link|button|embed|object|iframe|applet)\]|_{4,}|\[[ _x*]\]|\(_\)"
    r"|\[ {2,60}\]|\[[\w.%-]{1,80}\.(?:png|jpe?g|gif|svg|webp|ico)\])\s*",
    re.IGNORECASE,
)
"""Buttons, images and form fields as lynx and w3m write them."""

_LINK_NUMBER = re.compile(r"\[(\d{1,4})\](?=\S)")
_FIELD_STARTS = frozenset("([_")
_NUMBER_SIZE = 6
"""Characters of the longest link number."""

_STARTS = frozenset(_BULLETS + _DEEP_BULLETS)
_SUSPECTS = _STARTS | _FIELD_STARTS | frozenset("0123456789")
_ORDERED_INDENT = 2
_MIN_NUMBERS = 5
_BUTTON = re.compile(r"\(BUTTON\)")


def unmark(line: Line) -> Line:
    r"""Take list mark, button and field marks off a line's text.

    >>> from cleannews.read.lines import lines_of, make_line
    >>> [(m.text, m.tag) for m in map(unmark, lines_of("  * Home\n(BUTTON) Share\n  o of it"))]
    [('Home', 'li'), ('Share', ''), ('of it', 'li')]
    """
    text, tag, hang = line.text, "", 0
    first = text[0]
    if first in _STARTS and (first in _BULLETS or line.indent > 1):
        mark = _BULLET.match(text)
        if mark:
            text, tag, hang = text[mark.end() :], "li", mark.end()
    elif line.indent >= _ORDERED_INDENT and first.isdigit():
        mark = _ORDERED.match(text)
        if mark and WRITTEN_DAY.match(text) is None:
            text, tag, hang = text[mark.end() :], "li", mark.end()
    if text and text[0] in _FIELD_STARTS and not text[1 : text.find("]", 1, _NUMBER_SIZE)].isdigit():
        place = 0
        while field := _FIELD.match(text, place):
            place = field.end()
        text = text[place:] if place else text
    return line if text is line.text else make_line((text, *line[1:5], tag, hang, line[7]))


def are_links_numbered(source: str) -> bool:
    """Tell whether the dump carries lynx' link numbers: ``[1]``, ``[2]``, ... in rising order.

    >>> are_links_numbered("[1]Home [2]News [3]Sport [4]Travel [5]Weather [6]Culture")
    True
    """
    if "[1]" not in source:
        return False
    numbers = [int(number) for number in _LINK_NUMBER.findall(source)]
    rising = sum(after == before + 1 for before, after in pairwise(numbers))
    return len(numbers) > _MIN_NUMBERS and rising > len(numbers) * 0.7


def drop_link_numbers(text: str) -> str:
    """Take lynx' link numbers out of a text.

    >>> drop_link_numbers("the [12]Office for [13]Budgets [2023]")
    'the Office for Budgets [2023]'
    """
    return _LINK_NUMBER.sub("", text) if "[" in text else text


def without_marks(source: str, lines: list[Line]) -> list[Line]:
    """Take the marks off all lines of a dump, buttons cut apart."""
    if "(BUTTON)" in source:
        lines = buttons_apart(lines)
    return listed([unmark(line) if line[0][0] in _SUSPECTS else line for line in lines])


def buttons_apart(lines: Iterable[Line]) -> list[Line]:
    """Cut lines before every ``(BUTTON)`` but the first thing on them: each button is a block."""
    parts: list[Line] = []
    for line in lines:
        if line[0].find("(BUTTON)", 1) < 0:
            parts.append(line)
            continue
        places = (line.start + found.start() for found in _BUTTON.finditer(line.text) if found.start())
        parts.extend(cut_line(line, ((place, Join.NONE) for place in places)))
    return parts
