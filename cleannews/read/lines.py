"""The lines of a text dump that are not blank, with their places."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TAB = 8
"""Columns between tab stops, as in every terminal."""


_LINE_ENDS = dict.fromkeys(map(ord, "\n\r\x0b\x0c\x1c\x1d\x1e\u2028\u2029"), " ")


class Line(NamedTuple):
    """A line, or a part of one, that holds more than white space."""

    text: str
    """What it says: ``source[start:end]``, less its list mark and what separates it from the next line."""
    start: int
    end: int
    gap: int
    """Blank lines before it."""
    indent: int
    """Columns of white space before it."""
    tag: str = ""
    """``li`` after a list mark, ``h1`` to ``h6`` where the layout tells a heading."""
    hang: int = 0
    """Columns of the list mark: where the next line of the same item starts."""
    join: Join | None = None
    """How it hangs on to the part before it, for a part that was cut off; ``None`` for a whole line."""


make_line = partial(tuple.__new__, Line)
"""Makes a line from its eight fields in half the time that ``Line(...)`` takes."""


def lines_of(source: str) -> list[Line]:
    r"""Split a text at every line end that Unicode knows and drop what is blank.

    ``\r\n``, a lone ``\r``, form feeds and U+2028 all end a line (:meth:`str.splitlines`): each of them is
    white space, so that nothing but white space lies between two lines. U+0085 does not: in a page it is the
    ellipsis of windows-1252.

    >>> [(line.text, line.gap, line.indent) for line in lines_of("Home\r\n\r\n  News\n")]
    [('Home', 0, 0), ('News', 1, 2)]
    """
    whole_text = source.replace("\x85", " ") if "\x85" in source else source
    lines: list[Line] = []
    place = gap = 0
    for whole in whole_text.splitlines(keepends=True):
        text = whole.strip()
        if text:
            lead = whole.index(text[0])
            indent = len(whole[:lead].expandtabs(_TAB)) if lead else 0
            start = place + lead
            lines.append(make_line((text, start, start + len(text), gap, indent, "", 0, None)))
            gap = 0
        else:
            gap += 1
        place += len(whole)
    return lines


def cut_line(line: Line, cuts: Iterable[tuple[int, Join]]) -> list[Line]:
    """Cut a line whose text is ``source[start:end]`` at places of the source.

    Args:
        line: The line.
        cuts: Where a part starts, in order, and how it hangs on to the part before.

    >>> [part.text for part in cut_line(Line("HomeNews", 10, 18, 0, 0), [(14, Join.GLUED)])]
    ['Home', 'News']
    """
    parts: list[Line] = []
    begin, join, gap, indent = line.start, line.join, line.gap, line.indent
    last = line.start + len(line.text)
    for stop, following in (*(cut for cut in cuts if line.start < cut[0] < last), (last, Join.NONE)):
        whole = line.text[begin - line.start : stop - line.start]
        text = whole.strip()
        if not text:
            continue
        start = begin + len(whole) - len(whole.lstrip())
        if join is Join.GLUED and parts and parts[-1].end < start:
            join = Join.SENTENCE
        parts.append(make_line((text, start, start + len(text), gap, indent, "", 0, join)))
        begin, join, gap, indent = stop, following, 0, 0
    parts[-1] = parts[-1]._replace(end=line.end)
    return parts


def cut_lines(lines: Sequence[Line], places: Sequence[int]) -> list[Line]:
    r"""Cut lines at places of the source, each part a block of its own.

    Args:
        lines: Whose texts are ``source[start:end]``.
        places: In order; what lies between lines cuts nothing.

    >>> [line.text for line in cut_lines(lines_of("HomeNews\nSport"), [4, 9])]
    ['Home', 'News', 'Sport']
    """
    parts = list(lines)
    for place in reversed(places):
        index = bisect_right(parts, place, key=attrgetter("start")) - 1
        if index >= 0 and parts[index].start == place:
            parts[index] = parts[index]._replace(join=Join.NONE)
        elif index >= 0 and place < parts[index].end:
            parts[index : index + 1] = cut_line(parts[index], [(place, Join.NONE)])
    return parts


def merged(source: str, first: Line, last: Line) -> Line:
    r"""Return the line that would stand there if nothing had been wrapped: line ends become spaces.

    >>> source = "The river\nrose."
    >>> merged(source, *lines_of(source)).text
    'The river rose.'
    """
    text = source[first.start : last.end].translate(_LINE_ENDS)
    return first._replace(text=text, end=last.end)


def lines_at(lines: Iterable[Line], separator: str) -> list[Line]:
    """Split lines at a separator that stands for line breaks; it stays in the span of the line before it.

    >>> [(line.text, line.gap) for line in lines_at(lines_of("Home|News||Sport"), "|")]
    [('Home', 0), ('News', 0), ('Sport', 1)]
    """
    parts: list[Line] = []
    for line in lines:
        place, gap = line.start, line.gap
        for whole in line.text.split(separator):
            text = whole.strip()
            end = min(place + len(whole) + len(separator), line.end)
            if text:
                start = place + len(whole) - len(whole.lstrip())
                parts.append(Line(text, start, end, gap, line.indent))
                gap = 0
            elif parts:
                parts[-1] = parts[-1]._replace(end=end)
                gap += 1
            else:
                parts.append(
                    Line(line.text[place - line.start : end - line.start], place, end, gap, line.indent)
                )
            place += len(whole) + len(separator)
    return parts
