"""Dates as pages write them: machine formats, and the visible ones of some sixty languages.

What is read is what stands there: a time without a zone gives the day alone, a day-month order that cannot be
known gives nothing. Formats: ISO 8601, RFC 5322, Java's ``Date.toString``, Unix time; numeric and written
dates.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.calendars import common_day
from cleannews.fields.clocks import OFFSET, Clock, clock_before, clock_behind, clock_of, zone_of
from cleannews.fields.days import ISO, YEAR_LAST, Day, Locale, days_in
from cleannews.fields.months import month_number
from cleannews.fields.spelled_days import spelled_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Locale", "Moment", "find_shown", "holds_day", "read_declared", "without"]


class Moment(NamedTuple):
    """A date found in a text."""

    value: date | datetime
    """An aware datetime if time and zone stood there, else the day."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character, the time of day included."""
    unzoned: bool
    """A time of day stood there without a zone and was left out."""


_FIRST_YEAR, _FIRST_SHOWN_YEAR, _LAST_YEAR = 1800, 1990, 2100
"""Archives declare old dates; a page that shows one in its byline was made for the web, and so was a system
that declares Unix time, whose beginning stands for a field that is not set."""
_MAX_CHARS = 400
"""A text is searched to here: a line that names a date is shorter."""

_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
    rf"(?:T?(?P<hour>\d{{2}})(?P<minute>\d{{2}})(?P<second>\d{{2}})?)?(?P<zone>Z|{OFFSET})?"
)
_JAVA = re.compile(
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}) (?P<hour>\d{2}):(?P<minute>\d{2})"
    r":(?P<second>\d{2}) "
    r"(?P<zone>[A-Z]{1,4}|GMT[+-]\d{2}:?\d{2}|[+-]\d{4}) (?P<year>\d{4})(?!\d).{0,60}"
)
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")

_MAY_HOLD = re.compile(
    r"\d(?:\d{3}|[./-]\s?\d{1,2}[./-]\d\d|\s?年|,?\s['’]\d\d|-[^\W\d_]{3}-\d\d"
    r"|\s(?:[^\W\d_]{3,12}\.?\s['’]|[\u0e00-\u0e7f.]{3,10}\s)\d\d)"
)
"""What every date in a line has: a year of four digits, three numbers, or a year of two digits that a sign
tells ("令和8年", "March '26", "12-Mar-26", "12 มี.ค. 69"). The digit that all begin with stands alone, so that
the search skips to it."""

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯", "0123456789" * 4)


def read_declared(text: str, locale: Locale) -> Moment | None:
    """Read a date that a page declares: a machine format, or as people write it.

    >>> str(read_declared("2024-05-02T10:30:00+0200", Locale()).value)
    '2024-05-02 10:30:00+02:00'
    >>> read_declared("2024-05-02 10:30:00", Locale())[0:4:3]
    (datetime.date(2024, 5, 2), True)
    """
    text = text.strip()[:_MAX_CHARS]
    match = ISO.fullmatch(text)
    if match:  # most declarations: no need to look for other forms
        clock = clock_of(match)
        whole = Day(0, len(text), int(match[1]), int(match[2]), int(match[3]), clock)
        return _with_time(text, whole, first=_FIRST_YEAR)
    match = _JAVA.fullmatch(text) or _COMPACT.fullmatch(text)
    if match:
        month = month_number(match["month"]) if match["month"].isalpha() else int(match["month"])
        day = Day(0, len(text), int(match["year"]), month or 0, int(match["day"]), clock_of(match))
        found = _moment(day, day.clock, first=_FIRST_YEAR)
        if found:
            return found
    match = _EPOCH.fullmatch(text)
    if match:
        moment = datetime.fromtimestamp(int(match[1]), timezone.utc)
        if _FIRST_SHOWN_YEAR <= moment.year <= _LAST_YEAR:
            return Moment(moment, 0, len(text), unzoned=False)
    return next(iter(_search(text, locale, first=_FIRST_YEAR)), None)


def find_shown(text: str, locale: Locale) -> tuple[Moment, ...]:
    """Find the dates in a line that readers see, in order.

    >>> [str(found.value) for found in find_shown("Publié le 2 mai 2024 à 10h30", Locale("fr"))]
    ['2024-05-02']
    >>> find_shown("Two of 5/6/2024", Locale("en"))
    ()
    >>> [str(found.value) for found in find_shown("14/10/202514/10/2025", Locale("en"))]
    ['2025-10-14']
    """
    if _MAY_HOLD.search(text, 0, _MAX_CHARS) is None:
        return ()
    once = _TWICE.sub(lambda found: found[1].ljust(len(found[0])), text[:_MAX_CHARS])
    return tuple(_search(once, locale, first=_FIRST_SHOWN_YEAR))


_TWICE = re.compile(r"(\d{1,2}([./-])\d{1,2}\2\d{4})\1")
"""A day that ran into a copy of itself, one of which readers do not see."""


def holds_day(text: str) -> bool:
    """Tell whether a line holds a day whose numbers may be read in two orders, so that it tells no date.

    >>> holds_day("Ann Lee | 12.11.2024 18:04"), holds_day("Ann Lee | 1-0")
    (True, False)
    """
    return YEAR_LAST.search(text, 0, _MAX_CHARS) is not None


def without(text: str, found: Iterable[Moment]) -> str:
    """The line with a bar in the place of each date and time, so that what stands beside them can be read.

    >>> without("3 May 2024 By Ann Lee", find_shown("3 May 2024 By Ann Lee", Locale("en")))
    ' |  By Ann Lee'
    """
    pieces, reach = [], 0
    for moment in found:
        pieces.append(text[reach : moment.start])
        reach = moment.end
    return " | ".join((*pieces, text[reach:])) if pieces else text


def _search(text: str, locale: Locale, *, first: int) -> Iterator[Moment]:
    text = text if text.isascii() else text.translate(_DIGITS)
    found_days = chain(days_in(text, locale), spelled_days(text, locale))
    days = sorted({day.start: day for day in found_days}.values())
    reach = 0
    for day in days:
        if day.start < reach:
            continue
        found = _with_time(text, day, first=first)
        if found:
            reach = found.end
            yield found


def _with_time(text: str, day: Day, *, first: int) -> Moment | None:
    """Add the time of day that stands in a day, behind it or before it, if there is such a time."""
    if day.clock is not None:
        return _moment(day, day.clock, first=first) or _moment(day, None, first=first)
    behind = clock_behind(text, day.end)
    found = _moment(day._replace(end=behind[1]), behind[0], first=first) if behind else None
    if found:
        return found
    before = clock_before(text, day.start)
    found = _moment(day._replace(start=before[1]), before[0], first=first) if before else None
    return found or _moment(day, None, first=first)


def _moment(day: Day, clock: Clock | None, *, first: int) -> Moment | None:
    """Put a moment together; ``None`` for a day or time that does not exist."""
    try:
        on = common_day(day.year, day.month, day.day)
        at, days = _time_of(clock) if clock else (None, 0)
    except ValueError:
        return None
    if not first <= on.year <= _LAST_YEAR:
        return None
    zone = zone_of(clock.zone) if clock else None
    if at is None or zone is None:
        return Moment(on, day.start, day.end, unzoned=at is not None and at != time())
    moment = datetime.combine(on, at, zone) + timedelta(days=days)
    return Moment(moment, day.start, day.end, unzoned=False)


def _time_of(clock: Clock) -> tuple[time, int]:
    """A time of day as ISO 8601 has it, and the days that it lies ahead.

    24:00 is the midnight that ends a day. A leap second, 60, which Python does not have, is told as the
    second before it: that lies on the same day.

    Raises:
        ValueError: There is no such time.

    >>> _time_of(Clock(24, 0, 0, None)), _time_of(Clock(23, 59, 60, None))
    ((datetime.time(0, 0), 1), (datetime.time(23, 59, 59), 0))
    """
    if (clock.hour, clock.minute, clock.second) == (24, 0, 0):
        return time(), 1
    second = clock.second - 1 if clock.second == _LEAP_SECOND else clock.second
    return time(clock.hour, clock.minute, second), 0


_LEAP_SECOND = 60
