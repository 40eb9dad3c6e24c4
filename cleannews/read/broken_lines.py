"""Lines that a single ``<br>`` parts and that are blocks of their own: pages set without paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.letters import CLOSING, STOPS, columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PARTED = frozenset({"html", "body", "center", "div", "td", "article", "section", "main", "p"})
"""Elements in which lines may be blocks. In headings, items and quotations a line break is one: poems,
addresses and refrains are set so; in paragraphs, unless they hold an article."""

_LONG = 80
"""Columns of a line that is a paragraph if it ends like a sentence; poems and addresses have shorter ones."""
_WHOLE = 3
"""Paragraphs from which one ``<p>`` is an article."""
_MOSTLY = 0.8
"""Share of the long lines that end like one: those of a wrapped text end anywhere."""
_TITLE = 15
"""Columns from which a line may be told to be the page's title."""
_YEAR = r"(?<!\d)(?:(?:19|20|25)\d\d|[^\x00-\x7f\D]{4})(?!\d)"
"""That of Thailand as well (25..), and any in digits of other scripts."""
_DAY = re.compile(
    r"(?<!\d)\d{1,2}[./-] ?\d{1,2}[./-] ?\d{4}(?!\d)|(?<!\d)\d{4}[./-]\d{1,2}[./-]\d{1,2}(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th|er|º|ª)?[\s.,]\D{{2,24}}{_YEAR}"
    rf"|^\D{{2,24}}\s\d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}"
    rf"|{_YEAR}[\s.,年년]\D{{0,24}}(?<!\d)\d{{1,2}}(?!\d)"
)
"""A day and its year, in numbers or with the month's name in whatever language."""
_OPENS_DAY = re.compile(r"(?:\d{1,2}[./-] ?\d{1,2}[./-] ?\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})\s?[,|·•]")
_DAY_COLUMNS = 40
"""Of a line that shows a day: beside it stand the time, the day of the week, the place. One that begins with
it may be longer: the author and the section follow."""
_TOP = 3
"""Lines of a run among which its headline stands."""
_LISTED = 2
"""Links on lines of their own that make a list, if most lines are such."""
_HEAD_LINES = 3
"""Short lines between title and text: standfirst, byline, date."""
_MOST_CHARS = 2_000
"""Of a line's beginning the columns are counted."""
_THAI = range(0x0E00, 0x0F00)
"""Thai and Lao write no full stop."""


class Line(NamedTuple):
    """One line of a run."""

    text: str
    bold: bool
    """Whether all of it is bold."""
    linked: bool = False
    """Whether all of it is one link."""


def borders(lines: Sequence[Line], title: str | None) -> Sequence[int]:
    """Find the lines that begin a block of their own.

    A run is cut around its paragraphs, if it has two, around the line that is the page's title, with the
    lines of its head, around a bold line above a paragraph or beside a date, and around links if most lines
    are one. Other lines stay together:
    no poem and no address holds long lines that end like sentences. Of the 1,600 pages of fundus_dev and
    wcxb_dev 42 are cut, forums mostly, all of them between paragraphs.

    Args:
        lines: Those of a run, in order.
        title: The page's, if its head says one.

    Returns:
        Their places, from the second line on.

    >>> borders([Line("3 May 2024", False), Line("Ferry returns to Harrow", True)], "Ferry returns to Harrow")
    [1]
    >>> borders([Line("The apple fell,", False), Line("the autumn turned", False)], "An orchard in May")
    []
    """
    shown = [index for index, line in enumerate(lines) if line.text]
    long = [index for index in shown if _is_long(lines[index].text)]
    prose = {index for index in long if _ends(lines[index].text)}
    if len(prose) < _MOSTLY * len(long):
        prose = set()
    headline = _title_place(lines, shown, title)
    if headline < 0:
        headline = _bold_place(lines, shown)
    alone = set(prose) if len(prose) > 1 else set()
    alone.update(_heads(lines, shown, prose))
    linked = [index for index in shown if lines[index].linked]
    if len(linked) >= _LISTED and 2 * len(linked) > len(shown):
        alone.update(linked)
    if headline >= 0:
        alone |= _around(shown, headline, long)
    return sorted(_begins(shown, alone))


def borders_inside(lines: Sequence[Line]) -> Sequence[int]:
    """Find the paragraphs of a whole article in one ``<p>``: three lines or more, and nothing else.

    Of the 1,600 pages of fundus_dev and wcxb_dev 17 have such, all of them rightly cut.

    Args:
        lines: Those of a run, in order.

    Returns:
        Their places, from the second line on.
    """
    shown = [index for index, line in enumerate(lines) if line.text]
    if len(shown) < _WHOLE or not all(_is_paragraph(lines[index].text) for index in shown):
        return ()
    return shown[1:]


def _begins(shown: Sequence[int], alone: set[int]) -> Iterator[int]:
    """The lines at which a block begins: those alone, and the first behind one that is."""
    for before, here in pairwise(shown):
        if here in alone or before in alone:
            yield here


def _heads(lines: Sequence[Line], shown: Sequence[int], prose: set[int]) -> Iterator[int]:
    """Bold lines above a paragraph."""
    for here, behind in pairwise(shown):
        if behind in prose and here not in prose and lines[here].bold:
            yield from (here, behind)


def _around(shown: Sequence[int], headline: int, long: Sequence[int]) -> set[int]:
    """The title's line, those above it, and those of the head below it."""
    place = shown.index(headline)
    first = next((index for index in long if index > headline), shown[-1] + 1)
    below = [index for index in shown[place + 1 :] if index < first]
    return {*shown[: place + 1], *(below if len(below) <= _HEAD_LINES else ())}


def _title_place(lines: Sequence[Line], shown: Sequence[int], title: str | None) -> int:
    """Find the line that is half of the page's title or more; -1 if none is."""
    if title is None:
        return -1
    wanted = " ".join(title.casefold().split())
    for index in shown:
        text = lines[index].text
        fits = len(text) <= len(wanted) <= 2 * len(text) and columns(text) >= _TITLE
        if fits and text.casefold() in wanted:
            return index
    return -1


def _bold_place(lines: Sequence[Line], shown: Sequence[int]) -> int:
    """Find a bold line at the top with one that shows a day directly above or below; -1 if none is."""
    for place, index in enumerate(shown[:_TOP]):
        if lines[index].bold and columns(lines[index].text[:_MOST_CHARS]) >= _TITLE:
            beside = (*shown[max(place - 1, 0) : place], *shown[place + 1 : place + 2])
            return index if any(is_day(lines[other].text) for other in beside) else -1
    return -1


def is_day(text: str) -> bool:
    """Tell whether a short line shows a day and its year.

    >>> is_day("12.6.2009, author: Mara Field, section: Harbour"), is_day("1.5.2024")
    (True, True)
    >>> is_day("Tuesday, 19 March 2024, 4:30pm"), is_day("१९ मार्च २०२४"), is_day("2024 m. kovo 19 d. 9:10")
    (True, True, True)
    >>> is_day("19 ferries since 2024 and no end to it in sight"), is_day("March 2024"), is_day("4:30pm")
    (False, False, False)
    """
    if columns(text[:_MOST_CHARS]) <= _DAY_COLUMNS:
        return _DAY.search(text) is not None
    return columns(text[:_MOST_CHARS]) <= _LONG and _OPENS_DAY.match(text) is not None


def _is_paragraph(text: str) -> bool:
    return _is_long(text) and _ends(text)


def _is_long(text: str) -> bool:
    return columns(text[:_MOST_CHARS]) >= _LONG


def _ends(text: str) -> bool:
    last = text.rstrip(CLOSING)[-1:] or " "
    return last in STOPS or ord(last) in _THAI
