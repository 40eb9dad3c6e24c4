"""Days as pages write them in numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.calendars import SOLAR_YEARS, era_year, short_year, solar_day
from cleannews.fields.clocks import OFFSET, Clock, clock_of
from cleannews.fields.months import month_number

if TYPE_CHECKING:
    from collections.abc import Iterator


class Locale(NamedTuple):
    """What settles how a date is written."""

    language: str | None = None
    """ISO 639-1 code."""
    region: str | None = None
    """ISO 3166 code in upper case, from ``<html lang>`` or ``og:locale``."""


class Day(NamedTuple):
    """A day as numbers, with its place, and the time of day that its format includes."""

    start: int
    end: int
    year: int
    month: int
    day: int
    clock: Clock | None = None


_MONTH_FIRST_REGIONS = frozenset({"US", "PH"})
"""Regions that write 5/2 for the second of May (Unicode CLDR 45, short date patterns)."""

_SLASHED = frozenset(("fr", "es", "pt", "it", "ca", "gl", "el", "ro", "tr", "vi", "id", "he", "ar"))
"""Languages in which a numeric date begins with the day and may be parted by slashes (Unicode CLDR 45, short
date patterns); in others ``12/03/26`` may begin with the month or the year."""

_HYPHENATED = frozenset(("nl", "fy"))
"""The same with hyphens: ``04-11-24``."""

_MONTHS = 12

END = (
    r"(?:(?!\d)|(?=\d{1,2}(?:[:.h]\d{2}|\.\s[^\W\d_]))"
    r"|(?=\d{1,3}\s?(?:[Mm]in\b|[Mm]inutes?\b|[Cc]omments?\b|[Kk]ommentare?\b|[Ss]hares?\b)))"
)
"""Behind a year: no digit, unless a time ("25/05/202521:57"), a day ("20243. Mai") or a reading time
("20232 min read") was run into it."""

ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{2})-(\d{2})"
    r"(?:[T ]\s?(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    rf"\s?(?P<zone>Z|UTC|GMT|{OFFSET})?)?(?!\d)"
)
_YEAR_FIRST = re.compile(rf"(?<![\d./-])(\d{{4}})\s?([./-])\s?(\d{{1,2}})\s?\2\s?(\d{{1,2}}){END}")
YEAR_LAST = re.compile(rf"(?<![\d.,/-])(\d{{1,2}})([./-])\s?(\d{{1,2}})\2\s?(\d{{4}}|\d{{2}}(?!\d)){END}")
_IDEOGRAPHIC = re.compile(
    r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})"
    r"(?:\s?[日号號일]|(?=\s{0,3}(?:$|[|·•,，)）]))|(?:(?<=[月월]\d)|(?<=[月월]\d\d))(?=\s))"
)
"""Without the sign for day a number behind the month is a day at the end of its part of the line, or directly
behind the month and before a gap: "3月 15:30" and "5月30万人" tell a time and a count."""
_ERA = re.compile(r"(令和|平成|民[國国])\s?(元|\d{1,3})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_MONGOLIAN = re.compile(r"(\d{4})\s?оны?\s(\d{1,2})(?:-?(?:р|дугаар|дүгээр))?\s?сарын\s(\d{1,2})")
_TOLD = re.compile(r"\b(?:publish|post|updat|releas|creat)ed(?:\son|\sat)?:?\s?$", re.IGNORECASE)
"""Before the numbers of a day in English that could be those of a version."""
_HYPHENED = re.compile(r"(?<![\w-])(\d{1,2})-([^\W\d_]{3})-(\d\d)(?![\w-])")
"""A day of databases: "12-Mar-26"."""


def days_in(text: str, locale: Locale) -> Iterator[Day]:
    """Find the days in a text that are written in numbers; those that do not exist fall out later.

    >>> [day[2:5] for day in days_in("12.03.26, 令和8年3月12日, 12-Mar-26", Locale("de"))]
    [(2026, 3, 12), (2026, 3, 12), (2026, 3, 12)]
    """
    for match in ISO.finditer(text):
        yield Day(match.start(), match.end(), int(match[1]), int(match[2]), int(match[3]), clock_of(match))
    for match in _YEAR_FIRST.finditer(text):
        day = Day(match.start(), match.end(), int(match[1]), int(match[3]), int(match[4]))
        yield (solar_of(day) or day) if locale.language == "fa" else day
    for match in YEAR_LAST.finditer(text):
        ordered = _ordered(match, locale)
        if ordered:
            yield ordered
    if not text.isascii():
        yield from _ideographic(text)
    for match in _HYPHENED.finditer(text) if "-" in text else ():
        year = short_year(int(match[3])) or 0
        yield Day(match.start(), match.end(), year, month_number(match[2]) or 0, int(match[1]))


def _ideographic(text: str) -> Iterator[Day]:
    """The days of Chinese, Japanese, Korean and Mongolian texts."""
    for match in _IDEOGRAPHIC.finditer(text):
        yield Day(match.start(), match.end(), int(match[1]), int(match[2]), int(match[3]))
    for match in _MONGOLIAN.finditer(text) if "сарын" in text else ():
        yield Day(match.start(), match.end(), int(match[1]), int(match[2]), int(match[3]))
    for match in _ERA.finditer(text) if "年" in text else ():
        year = era_year(match[1], match[2])
        yield Day(match.start(), match.end(), year, int(match[3]), int(match[4]))


def solar_of(day: Day) -> Day | None:
    """The Gregorian day of one whose year is of the solar Hijri calendar."""
    found = solar_day(day.year, day.month, day.day) if day.year in SOLAR_YEARS else None
    return day._replace(year=found.year, month=found.month, day=found.day) if found else None


def _ordered(match: re.Match[str], locale: Locale) -> Day | None:
    """A numeric date with the year last: which number is the day?

    The region tells in English, where full stops part the numbers of American dates too ("09.10.2024").
    """
    first, second, mark = int(match[1]), int(match[3]), match[2]
    year: int | None = int(match[4])
    if len(match[4]) == 2:  # noqa: PLR2004 - two digits
        year = short_year(int(match[4])) if _is_short_date(match, locale) else None
    if year is None:
        return None
    regional = locale.language in {"en", None} and (mark != "." or locale.language == "en")
    month_first = regional and locale.region in _MONTH_FIRST_REGIONS
    if max(first, second) <= _MONTHS and first != second:
        if regional and locale.region in {None, "CA"}:
            return None
    elif second > _MONTHS >= first:
        month_first = True
    elif first > _MONTHS:
        month_first = False
    month, day = (first, second) if month_first else (second, first)
    return Day(match.start(), match.end(), year, month, day)


def _is_short_date(match: re.Match[str], locale: Locale) -> bool:
    """Whether a date with a year of two digits can be read: ``12.03.26``, in some languages ``12/03/26``.

    In English the region tells, or a day above twelve in the middle, where neither a month nor, in dates
    that begin with the year, a month can stand (``12/16/26``).
    """
    language, region, second = locale.language, locale.region, int(match[3])
    if match[2] == ".":
        told = _TOLD.search(match.string, 0, match.start())
        return language not in {"en", None} or (int(match[1]) > _MONTHS >= second and told is not None)
    if match[2] == "-":
        return language in _HYPHENATED and second <= _MONTHS
    if language == "en" and (second > _MONTHS >= int(match[1]) or region in _MONTH_FIRST_REGIONS):
        return True
    slashed = language in _SLASHED or (language == "en" and region not in {None, "CA"})
    return slashed and second <= _MONTHS
