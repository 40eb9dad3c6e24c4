"""Lines in which texts ran into each other, in dumps that are otherwise written in lines.

Scrapers that end a line behind paragraphs only leave all that stands above the text on one line: menu, title,
``Ann LeeSun, 2 Oct 2022 - 18:05Share``. What tells a glued dump as a whole is too little there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.read.borders import Border
from cleannews.read.letters import FIRST_CJK
from cleannews.read.page import Join
from cleannews.read.seams import STAMP_WORDS
from cleannews.read.unglue import figure_borders, settled
from cleannews.read.word_lists import any_of, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.lines import Line

_LEAST = 3
"""Borders of such a line. Of 529 dumps in lines 21 had lines of so many; all were glued but one of code and
one of numbered terms."""

_DIGIT = re.compile(r"\d")
_CODE = re.compile(r"[{}\\]|\w\(\)|://")
"""Program text and addresses have capitals and numbers inside of words."""

_FRONT_PAGE = re.compile(rf"(?<![^\W\d_])(?:{any_of(load_words('cased_front_pages'))})$")
"""The first crumb of a path or entry of a menu, at a border."""
_WORD_CHARS, _PATH_LINE = 12, 400
"""Characters of its name, and of a line whose beginning it may part: a longer one is a whole dump."""

_AROUND, _REPEATS, _NEAR = 4, 2, 20_000
"""Letters on either side of a border inside of a name, how often what ran together may stand (glued menus do
so above and below the text), and characters on either side in which that is counted: articles have fewer."""

_DAY = r"(?:19|20|۱[۳۴]|[१२])\d\d[-./年년]\s?\d{1,2}[-./月월]\s?\d{1,2}[日일]?\.?"
_TIME = r"\d{1,2}:\d\d(?::\d\d)?"
_STAMPED = re.compile(rf"(?P<label>(?:{STAMP_WORDS})\w{{0,2}}[:：]?\s?)?{_DAY}\s{{0,3}}{_TIME}")
"""A day with its time, and the word before that says what happened then."""
_SPACED_TIME = re.compile(rf"(?<![\d:]){_TIME}(?=[\u05d0-\u05ea\u0621-\u064a\u066e-\u06d3\u0904-\u0939])")
"""A time before a letter of a script that spaces its words and has no capitals."""

_FIRST_LINES, _LONG_LINE = 6, 45
"""Lines among which a head stands that ran together, and characters of the shortest."""


def run_together(source: str, line: Line, borders: Sequence[Border]) -> Sequence[Border]:
    """Make the borders of a line certain if texts ran into each other there.

    Args:
        source: The dump.
        line: One of its lines.
        borders: What letters tell of it, in order.

    Returns:
        All borders of such a line, those of dates and numbers too; ``borders`` of any other.

    >>> from cleannews.read.lines import lines_of
    >>> from cleannews.read.unglue import borders_of
    >>> source = "Ferry sinks off the capeBy Pádraig LenihanSun, 02 Oct 2022 - 18:05Share this"
    >>> found = run_together(source, lines_of(source)[0], borders_of(source))
    >>> [source[border.place :][:5] for border in found if border.certain]
    ['By Pá', 'Sun, ', 'Share']
    """
    if line.text[0] >= FIRST_CJK:  # names in Latin letters stand in such lines without spaces
        return borders
    if len(borders) < _LEAST - 1 and _DIGIT.search(source, line.start, line.end) is None:
        return borders
    places = {border.place: border for border in figure_borders(source, line.start, line.end)}
    places.update((border.place, border) for border in borders)
    strong = any(_is_strong(source, border) for border in places.values())
    if len(line.text) <= _PATH_LINE:
        begins = [Border(place, Join.NONE, certain=True) for place in _paths(source, line, borders)]
        strong = strong or bool(begins)
        places.update((border.place, border) for border in begins if border.place > line.start)
    if not strong or len(places) < _LEAST or _CODE.search(source, line.start, line.end):
        return borders
    found = settled(source, [places[place] for place in sorted(places)])
    return [border if _is_name(source, border) else border._replace(certain=True) for border in found]


def _is_name(source: str, border: Border) -> bool:
    """Tell whether words that ran together stand so elsewhere too: a name, such as "SuaraPesisir"."""
    around = source[max(0, border.place - _AROUND) : border.place + _AROUND]
    if border.certain or not around.isalpha():
        return False
    return source.count(around, max(0, border.place - _NEAR), border.place + _NEAR) > _REPEATS


def _paths(source: str, line: Line, borders: Sequence[Border]) -> Iterator[int]:
    """Yield where glued paths begin, behind a space mostly: ``The Mail HomeNewsPolitics``."""
    for border in borders:
        opened = _FRONT_PAGE.search(source, max(line.start, border.place - _WORD_CHARS), border.place)
        if opened:
            yield opened.start()


def _is_strong(source: str, border: Border) -> bool:
    """Tell what no name has: a number before a word or behind one, or what is certain in any dump."""
    before, after = source[border.place - 1], source[border.place]
    return border.certain or before.isdigit() or (after.isdigit() and before.isalpha())


def stamp_borders(source: str, lines: Sequence[Line]) -> list[Border]:
    """Find where a day and its time ran into what stands around them, in scripts without capitals.

    Args:
        source: The dump.
        lines: Its lines.

    Returns:
        In input order, certain ones all.

    >>> from cleannews.read.lines import lines_of
    >>> source = 20 * "마을버스 노선 " + "요금 1천500원입력2023-11-02 14:05박지훈 기자"
    >>> [source[border.place :][:4] for border in stamp_borders(source, lines_of(source))]
    ['입력20', '박지훈 ']
    """
    near = [line for line in lines[:_FIRST_LINES] if len(line.text) > _LONG_LINE and not line.text.isascii()]
    places = {place for line in near for place in _around_stamps(source, line)}
    return [Border(place, Join.NONE, certain=True) for place in sorted(places)]


def _around_stamps(source: str, line: Line) -> Iterator[int]:
    for found in _STAMPED.finditer(source, line.start, line.end):
        if source[found.start() - 1 : found.start()].isalpha():
            yield found.start()
        if source[found.end() : found.end() + 1].isalpha():
            yield found.end()
    for found in _SPACED_TIME.finditer(source, line.start, line.end):
        yield found.end()
