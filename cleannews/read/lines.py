"""The lines of a text dump that are not blank, with their places."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One line that holds more than white space; ``source[start:end]`` is the line stripped."""

    text: str
    start: int
    end: int
    gap: int
    """Blank lines before it."""
    indent: int
    """Columns of white space before it."""


_TAB = 8


def lines_of(source: str) -> list[Line]:
    r"""Split a text at every line end that Unicode knows and drop what is blank.

    ``\r\n``, a lone ``\r``, form feeds and U+2028 all end a line (:meth:`str.splitlines`): each of them is
    white space, so that nothing but white space lies between two lines.

    >>> [(line.text, line.gap, line.indent) for line in lines_of("Home\r\n\r\n  News\n")]
    [('Home', 0, 0), ('News', 1, 2)]
    """
    lines = []
    place = gap = 0
    for whole in source.splitlines(keepends=True):
        text = whole.strip()
        if text:
            lead = 0 if whole[0] == text[0] else len(whole) - len(whole.lstrip())
            start = place + lead
            indent = len(whole[:lead].expandtabs(_TAB)) if lead else 0
            lines.append(Line(text, start, start + len(text), gap, indent))
            gap = 0
        else:
            gap += 1
        place += len(whole)
    return lines
