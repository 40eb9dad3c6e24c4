"""Lines cut where text nodes ran into each other: of the borders found, those that count in this dump."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from cleannews.read.glued_lines import run_together
from cleannews.read.lines import cut_line
from cleannews.read.unglue import figure_borders, settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.borders import Border
    from cleannews.read.lines import Line
    from cleannews.read.page import Join
    from cleannews.read.traits import Traits

_MENU_SIZE = 160
"""A line up to this length may be a glued menu."""

_CRUMB_SIZE = 25
"""A longer line is a glued menu if it has a border every so many characters."""

_SMALL_WORDS = 3
"""Words in small letters for each border: what has more is a sentence with a name like "KabarLereng"."""


def cut_glued(source: str, lines: list[Line], borders: Sequence[Border], traits: Traits) -> list[Line]:
    """Cut lines where text nodes ran into each other.

    Args:
        source: The dump.
        lines: Its lines.
        borders: Where letters, menus and stamps tell that they did, in order.
        traits: How the dump was made; in one that is known to be glued, figures tell as well.
    """
    if traits.glued:
        borders = settled(source, merged_borders(borders, figure_borders(source)))
    parts: list[Line] = []
    done = 0
    for index, inside in _by_line(lines, borders):
        line = lines[index]
        told = inside if traits.glued else run_together(source, line, inside)
        between = 0 < index < len(lines) - 1
        path = between and lines[index + 1].text in (lines[0].text, lines[index - 1].text)
        cuts = _accepted(line, told, traits, path=path)
        if cuts:
            parts += lines[done:index]
            parts += cut_line(line, cuts)
            done = index + 1
    return parts + lines[done:]


def _by_line(lines: Sequence[Line], borders: Sequence[Border]) -> Iterator[tuple[int, Sequence[Border]]]:
    """Yield which lines borders lie in, each with those inside of it; those between lines cut nothing."""
    starts = [line[1] for line in lines]
    first = 0
    while first < len(borders):
        index = max(0, bisect_left(starts, borders[first].place) - 1)
        end = lines[index].end
        after = first
        while after < len(borders) and borders[after].place < end:
            after += 1
        if after > first:
            yield index, borders[first:after]
        first = max(after, first + 1)


def merged_borders(borders: Sequence[Border], others: Sequence[Border]) -> Sequence[Border]:
    """Put borders in order, one to a place; the first list wins, and is in order by itself."""
    if not others:
        return borders
    places = {border.place: border for border in (*others, *borders)}
    return [places[place] for place in sorted(places)]


def _accepted(line: Line, borders: Sequence[Border], traits: Traits, *, path: bool) -> list[tuple[int, Join]]:
    """Return the cuts of one line: in a glued dump all, elsewhere the certain ones and those of a menu.

    A path between a title and its copy may have two crumbs: ``HomeLocal News``.
    """
    doubtful = sum(not border.certain for border in borders)
    menu = doubtful > (not path) and len(line.text) <= max(_MENU_SIZE, doubtful * _CRUMB_SIZE)
    menu = menu and sum(map(str.islower, line.text.split())) <= doubtful * _SMALL_WORDS
    return [(border.place, border.join) for border in borders if border.certain or traits.glued or menu]
