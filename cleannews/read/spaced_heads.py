"""The first line of a dump in lines that holds the whole head of its page, spaces between its parts.

``Home / States / South Ferry to sail again March 14, 2023 09:12 am By Ann Lee SHARE``: scrapers that put a
line end behind paragraphs only leave it so. It is cut as a dump on one line is, and around the day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.echoes import behind_space
from cleannews.read.letters import LOWER, UPPER, is_ended
from cleannews.read.menu_words import FRONT_PAGES
from cleannews.read.page import Layout
from cleannews.read.stamps import BEHIND_NUMBER, MONTH
from cleannews.read.word_lists import any_of, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.lines import Line
    from cleannews.read.traits import Traits

_CHARS = range(120, 2_001)
"""Of such a line."""
_PROSE_CHARS, _PROSE, _NEAR = 60, 3, 10
"""Characters of a paragraph, how many stand closely below the line, and lines among which they do."""

_NAMES = any_of(load_words("cased_front_pages") | FRONT_PAGES)
_OPENS = re.compile(rf"(?:{_NAMES})(?=\s{{1,9}}[^\s{LOWER}])")
"""The name of the front page, with which a path or a menu begins."""
_MENU = re.compile(rf"(?:[{UPPER}]\S{{1,20}}\s{{1,3}}){{5}}")
"""So many words with capitals in a row."""
_INSIDE = re.compile(rf"(?<=\s)(?:{_NAMES})\s[/›»>|]\s")

_DAY = re.compile(
    rf"(?<!\S)(?:\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?\d{{4}}|\d{{4}}[./-]\s?\d{{1,2}}[./-]\s?\d{{1,2}}"
    rf"|\d{{1,2}}{BEHIND_NUMBER}|{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
    rf"|(?:19|20)\d\d\.\s{MONTH}\s\d{{1,2}})(?!\d)"
)
"""A day with its year, as pages write it beside the headline."""
_CLOCK = re.compile(
    r"(?<![\d:.])\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?(?:[AaPp]\.?[Mm]\.?|Uhr|uur|hrs?|Z))?(?:\s[A-Z]{2,4}T)?(?![\w:])"
)
"""A time of day with what belongs to it."""
_CLOCK_CHARS = 40
"""Characters behind a day in which its time stands."""


def is_head(lines: Sequence[Line], traits: Traits) -> bool:
    """Tell whether the first line of a dump is such a head: a path or a menu, a day, and no sentence's end.

    Args:
        lines: The lines of the dump.
        traits: How it was made.
    """
    if traits.layout in (Layout.ONE_LINE, Layout.WRAPPED) or len(lines) <= _PROSE:
        return False
    line = lines[0]
    day = _DAY.search(line.text) if len(line.text) in _CHARS else None
    if day is None or not (_OPENS.match(line.text) or _INSIDE.search(line.text) or _opens_menu(line, day)):
        return False
    below = [len(other.text) > _PROSE_CHARS and is_ended(other.text) for other in lines[1:_NEAR]]
    return sum(below) >= _PROSE


def _opens_menu(line: Line, day: re.Match[str]) -> bool:
    """Tell whether a line begins with capitalised words and tells a day with its time; no prose does."""
    return (
        _MENU.match(line.text) is not None
        and _CLOCK.search(line.text, day.end(), day.end() + _CLOCK_CHARS) is not None
    )


class Moment(NamedTuple):
    """A day with what belongs to it."""

    start: int
    stop: int
    """Where what follows begins."""
    whole: range
    """The places inside at which no sentence ends: "18 juil. 2024"."""


def days_of(source: str, line: Line) -> Iterator[Moment]:
    """Yield the days of a head, each with the time behind it.

    >>> from cleannews.read.lines import lines_of
    >>> source = "Home / South Ferry sails again March 14, 2023 09:12 am IST By Ann Lee"
    >>> [source[day.start : day.stop] for day in days_of(source, lines_of(source)[0])]
    ['March 14, 2023 09:12 am IST ']
    """
    for day in _DAY.finditer(source, line.start, line.end):
        clock = _CLOCK.search(source, day.end(), min(line.end, day.end() + _CLOCK_CHARS))
        stop = behind_space(source, clock.end() if clock else day.end(), line.end)
        yield Moment(day.start(), stop, range(day.start() + 1, day.end()))


def moments_of(source: str, line: Line) -> Iterator[Moment]:
    """Yield the moments of a line that no sentence tells: days with a time close behind.

    On dumps on one line of WCXB word F1 rises by it from .9314 to .9335, on those of fundus from .9387 to
    .9409, with weights that were fitted before.

    >>> from cleannews.read.lines import lines_of
    >>> source = "Ferry sails March 14, 2023 09:12 am By Ann Lee on March 14, 2023 at 9:30 it sailed"
    >>> [source[day.start : day.stop] for day in moments_of(source, lines_of(source)[0])]
    ['March 14, 2023 09:12 am ']
    """
    for day in _DAY.finditer(source, line.start, line.end):
        clock = _CLOCK.search(source, day.end(), min(line.end, day.end() + _CLOSE_CHARS))
        if clock and not _is_told(source, day.start(), clock.end(), line):
            stop = behind_space(source, clock.end(), line.end)
            yield Moment(day.start(), stop, range(day.start() + 1, stop))


_CLOSE_CHARS, _TO_CHARS = 14, 8
"""Characters behind a day in which its time stands ("14 March 2023, at 09:12"), and before it those of a word
such as "on"."""
_TO_WORD = re.compile(rf"(?<!\S)[{LOWER}]{{1,3}}\s{{1,3}}$")


def _is_told(source: str, start: int, end: int, line: Line) -> bool:
    """Tell whether a sentence tells a moment: a small word stands before it, or it goes on behind it."""
    if _TO_WORD.search(source[max(line.start, start - _TO_CHARS) : start]):
        return True
    behind = behind_space(source, end, line.end)
    return source[behind : behind + 1].islower()
