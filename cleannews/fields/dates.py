"""Dates as pages write them: machine formats, and the visible ones of some forty languages.

What is read is what stands there: a time without a zone gives the day alone, a day-month order that cannot be
known gives nothing. Formats: ISO 8601, RFC 5322, Java's ``Date.toString``, Unix time; numeric and written
dates.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.months import month_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


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


class Locale(NamedTuple):
    """What settles how a date is written."""

    language: str | None = None
    """ISO 639-1 code."""
    region: str | None = None
    """ISO 3166 code in upper case, from ``<html lang>`` or ``og:locale``."""


_FIRST_YEAR, _FIRST_SHOWN_YEAR, _LAST_YEAR = 1800, 1990, 2100
"""Archives declare old dates; a page that shows one in its byline was made for the web."""
_THAI_YEARS = range(2533, 2643)
"""Years of the Thai solar calendar, 543 ahead."""
_MAX_CHARS = 400
"""A text is searched to here: a line that names a date is shorter."""

_MONTH_FIRST_REGIONS = frozenset({"US", "PH"})
"""Regions that write 5/2 for the second of May (Unicode CLDR 45, short date patterns)."""

_ZONES = {
    **dict.fromkeys(("Z", "UTC", "GMT", "WET"), 0),
    **dict.fromkeys(("BST", "CET", "MEZ", "WEST", "WAT"), 60),
    **dict.fromkeys(("CEST", "MESZ", "EET", "SAST", "CAT"), 120),
    **dict.fromkeys(("EEST", "MSK", "EAT", "TRT"), 180),
    **dict.fromkeys(("PKT",), 300),
    **dict.fromkeys(("WIB", "ICT"), 420),
    **dict.fromkeys(("HKT", "SGT", "WITA", "AWST", "PHT"), 480),
    **dict.fromkeys(("JST", "KST"), 540),
    **dict.fromkeys(("AEST",), 600),
    **dict.fromkeys(("AEDT",), 660),
    **dict.fromkeys(("NZST",), 720),
    **dict.fromkeys(("NZDT",), 780),
    **dict.fromkeys(("EDT",), -240),
    **dict.fromkeys(("EST", "CDT"), -300),
    **dict.fromkeys(("MDT",), -360),
    **dict.fromkeys(("PDT",), -420),
    **dict.fromkeys(("PST",), -480),
    **dict.fromkeys(("BRT", "ART"), -180),
}
"""Minutes from UTC. Left out is what names several zones: IST, CST, MST, AST, ET, PT (IANA tz database)."""

_OFFSET = r"[+-]\d{2}:?\d{2}|[+-]\d{2}(?![\d:])"
_ZONE_NAMES = "|".join(sorted(_ZONES, key=lambda name: (-len(name), name)))
_ZONE = rf"(?P<zone>{_OFFSET}|(?:UTC|GMT)[+-]\d{{1,2}}(?::?\d{{2}})?|{_ZONE_NAMES})"
_CLOCK = r"(?P<hour>\d{1,2})(?P<mark>[:.h]|：)(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
_HALF = r"(?:\s{0,2}(?P<half>[ap])\.?\s?m\b\.?)?"

_AT = r"at|um|à|às|a las|alle(?: ore)?|ore|klo?\.?|klokken|klockan|saat|om|ob|la|ora|o|u|ur|v|в|о|у"
_BETWEEN = rf"\.?[\s,|•·@()T/–—-]{{0,6}}(?:(?:{_AT})\s{{0,2}})?"
"""Between day and time of day: signs, or the word for "at"."""
_TIME_AFTER = re.compile(
    rf"{_BETWEEN}{_CLOCK}(?!\d|[.:]\d){_HALF}(?:\s{{0,2}}(?:Uhr|h|hs|hrs)?\s{{0,2}}\(?{_ZONE}\b\)?)?",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    rf"(?<![\d.:]){_CLOCK}{_HALF}(?:\s{{0,2}}\(?{_ZONE}\)?)?(?:\s?(?:Uhr|h|uur))?[\s,|•·–—/-]{{0,4}}(?:on\s)?$",
    re.IGNORECASE,
)

_END = (
    r"(?:(?!\d)|(?=\d{1,2}(?:[:.h]\d{2}|\.\s[^\W\d_]))"
    r"|(?=\d{1,3}\s?(?:[Mm]in\b|[Mm]inutes?\b|[Cc]omments?\b|[Kk]ommentare?\b|[Ss]hares?\b)))"
)
"""Behind a year: no digit, unless a time ("25/05/202521:57"), a day ("20243. Mai") or a reading time
("20232 min read") was run into it."""

_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{2})-(\d{2})"
    r"(?:[T ]\s?(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    rf"\s?(?P<zone>Z|UTC|GMT|{_OFFSET})?)?(?!\d)"
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
    rf"(?:T?(?P<hour>\d{{2}})(?P<minute>\d{{2}})(?P<second>\d{{2}})?)?(?P<zone>Z|{_OFFSET})?"
)
_JAVA = re.compile(
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}) (?P<hour>\d{2}):(?P<minute>\d{2})"
    r":(?P<second>\d{2}) "
    r"(?P<zone>[A-Z]{1,4}|GMT[+-]\d{2}:?\d{2}|[+-]\d{4}) (?P<year>\d{4})(?!\d).{0,60}"
)
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")

_YEAR_FIRST = re.compile(rf"(?<![\d./-])(\d{{4}})\s?([./-])\s?(\d{{1,2}})\s?\2\s?(\d{{1,2}}){_END}")
_YEAR_LAST = re.compile(rf"(?<![\d.,/-])(\d{{1,2}})([./-])\s?(\d{{1,2}})\2\s?(\d{{4}}|\d{{2}}(?!\d)){_END}")
_IDEOGRAPHIC = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?")

_WORD = re.compile(
    r"tháng\s(?:1[0-2]|[1-9])(?!\d)|(?:تشرين|كانون)\s\w+|[\u0900-\u09ff]+|[\u0e00-\u0e7f.]+|[^\W\d_]+"
)
_GLUED_MONTH = re.compile(r"[^\W\d_]{1,40}?[a-z](?=[A-Z])")
"""Before a small letter that meets a capital in a word."""
_DAY_BEFORE = re.compile(
    r"(?:(?<!\d)(?<!\d[.:])|(?<=\D(?:19|20)\d\d))(\d{1,2})(?:st|nd|rd|th|er|re|e|º|°|ª|-го|-е|-те|-an)?\.?[\s,/-]{0,3}"
    r"(?:(?:de|of|di|den|d['’])[\s-]?)?$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"(?<!\d)(\d{4})\.?,?\s{0,2}(?:(?:m|gada|urteko)\.?\s)?$")
_YEAR_AFTER = re.compile(rf"\.?[\s,،/'’-]{{0,3}}(?:(?:de|del|of|năm)[\s.]{{1,2}})?(\d{{4}}){_END}")
_DAY_YEAR_AFTER = re.compile(
    rf"\.?\s{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?[.,]{{0,2}}\s{{1,2}}(?:de\s|at\s)?(\d{{4}}){_END}"
    rf"|\.?\s?(\d{{1,2}}),(\d{{4}}){_END}|\s(\d\d)(\d{{4}}){_END}",
    re.IGNORECASE,
)
_YEAR_DAY_BEFORE = re.compile(r"(?<!\d)(\d{4})\.?\sgada\s(\d{1,2})\.\s$")
"""Latvian: "2024. gada 12. marts"."""
_DAY_AFTER = re.compile(r"\.?\s?(\d{1,2})(?:\.|-|,|d\.|\s|$)")

_MAY_HOLD = re.compile(r"\d(?:\d{3}|[./-]\s?\d{1,2}[./-]\d\d)")
"""What every date in a line has: a year of four digits, or three numbers. The digit that both begin with
stands alone, so that the search skips to it."""

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯", "0123456789" * 4)


def read_declared(text: str, locale: Locale) -> Moment | None:
    """Read a date that a page declares: a machine format, or as people write it.

    >>> str(read_declared("2024-05-02T10:30:00+0200", Locale()).value)
    '2024-05-02 10:30:00+02:00'
    >>> read_declared("2024-05-02 10:30:00", Locale())[0:4:3]
    (datetime.date(2024, 5, 2), True)
    """
    text = text.strip()[:_MAX_CHARS]
    match = _ISO.fullmatch(text)
    if match:  # most declarations: no need to look for other forms
        clock = _clock(match)
        whole = _Day(0, len(text), int(match[1]), int(match[2]), int(match[3]), clock)
        return _moment(whole, clock, first=_FIRST_YEAR)
    match = _JAVA.fullmatch(text) or _COMPACT.fullmatch(text)
    if match:
        month = month_number(match["month"]) if match["month"].isalpha() else int(match["month"])
        day = _Day(0, len(text), int(match["year"]), month or 0, int(match["day"]), _clock(match))
        found = _moment(day, day.clock, first=_FIRST_YEAR)
        if found:
            return found
    match = _EPOCH.fullmatch(text)
    if match:
        return Moment(datetime.fromtimestamp(int(match[1]), timezone.utc), 0, len(text), unzoned=False)
    return next(iter(_search(text, locale, first=_FIRST_YEAR)), None)


def find_shown(text: str, locale: Locale) -> tuple[Moment, ...]:
    """Find the dates in a line that readers see, in order.

    >>> [str(found.value) for found in find_shown("Publié le 2 mai 2024 à 10h30", Locale("fr"))]
    ['2024-05-02']
    >>> find_shown("Two of 5/6/2024", Locale("en"))
    ()
    """
    if _MAY_HOLD.search(text, 0, _MAX_CHARS) is None:
        return ()
    return tuple(_search(text[:_MAX_CHARS], locale, first=_FIRST_SHOWN_YEAR))


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
    days = sorted({day.start: day for day in _days(text, locale)}.values())
    reach = 0
    for day in days:
        if day.start < reach:
            continue
        found = _with_time(text, day, first=first)
        if found:
            reach = found.end
            yield found


class _Clock(NamedTuple):
    """A time of day as it is written."""

    hour: int
    minute: int
    second: int
    zone: str | None


class _Day(NamedTuple):
    """A day as numbers, with its place, and the time of day that its format includes."""

    start: int
    end: int
    year: int
    month: int
    day: int
    clock: _Clock | None = None


def _clock(match: re.Match[str]) -> _Clock | None:
    """The time of day in the named groups of a match."""
    if match["hour"] is None:
        return None
    return _Clock(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), match["zone"])


def _days(text: str, locale: Locale) -> Iterator[_Day]:
    for match in _ISO.finditer(text):
        yield _Day(match.start(), match.end(), int(match[1]), int(match[2]), int(match[3]), _clock(match))
    for match in _YEAR_FIRST.finditer(text):
        yield _Day(match.start(), match.end(), int(match[1]), int(match[3]), int(match[4]))
    for match in _YEAR_LAST.finditer(text):
        day = _ordered(match, locale)
        if day:
            yield day
    for match in _IDEOGRAPHIC.finditer(text):
        yield _Day(match.start(), match.end(), int(match[1]), int(match[2]), int(match[3]))
    for match in _words(text):
        month = month_number(match[0].rstrip("."), language=locale.language) or month_number(match[0])
        day = _written(text, match, month) if month else None
        if day:
            yield day


def _words(text: str) -> Iterator[re.Match[str]]:
    """The words that may be months; of one that another ran into ("HealthMAY 3, 2024") what stands behind."""
    for match in _WORD.finditer(text):
        inner = _GLUED_MONTH.match(text, match.start(), match.end())
        yield (_WORD.match(text, inner.end()) if inner else None) or match


def _ordered(match: re.Match[str], locale: Locale) -> _Day | None:
    """A numeric date with the year last: which number is the day?

    The region tells in English, where full stops part the numbers of American dates too ("09.10.2024").
    """
    first, second, mark = int(match[1]), int(match[3]), match[2]
    year = int(match[4])
    if len(match[4]) == 2:  # noqa: PLR2004 - two digits
        if mark != "." or locale.language in {"en", None}:
            return None
        year += 2000
    regional = locale.language in {"en", None} and (mark != "." or locale.language == "en")
    month_first = regional and locale.region in _MONTH_FIRST_REGIONS
    if max(first, second) <= 12 and first != second:  # noqa: PLR2004 - months
        if regional and locale.region in {None, "CA"}:
            return None
    elif second > 12 >= first:  # noqa: PLR2004 - months
        month_first = True
    elif first > 12:  # noqa: PLR2004 - months
        month_first = False
    month, day = (first, second) if month_first else (second, first)
    return _Day(match.start(), match.end(), year, month, day)


def _written(text: str, name: re.Match[str], month: int) -> _Day | None:
    """A date with its month's name: day and year on either side of it."""
    left, right = text[max(0, name.start() - 18) : name.start()], text[name.end() : name.end() + 18]
    shift = name.start() - len(left)
    day, year = _DAY_BEFORE.search(left), _YEAR_AFTER.match(right)
    if day and year:
        return _Day(shift + day.start(), name.end() + year.end(), int(year[1]), month, int(day[1]))
    both = _DAY_YEAR_AFTER.match(right)
    if both:
        number, of_year = (group for group in both.groups() if group)
        return _Day(name.start(), name.end() + both.end(), int(of_year), month, int(number))
    whole = _YEAR_DAY_BEFORE.search(left)
    if whole:
        return _Day(shift + whole.start(), name.end(), int(whole[1]), month, int(whole[2]))
    before, after = _YEAR_BEFORE.search(left), _DAY_AFTER.match(right)
    if before and after:
        return _Day(shift + before.start(), name.end() + after.end(1), int(before[1]), month, int(after[1]))
    return None


def _with_time(text: str, day: _Day, *, first: int) -> Moment | None:
    """Add the time of day that stands behind or before a day."""
    if day.clock is not None:
        return _moment(day, day.clock, first=first)
    after = _TIME_AFTER.match(text, day.end, day.end + _TIME_REACH)
    if after and not _DATE_LIKE.search(after[0]):
        return _moment(day._replace(end=after.end()), _shown_clock(after), first=first)
    before = _TIME_BEFORE.search(text[max(0, day.start - _TIME_REACH) : day.start])
    if before:
        return _moment(day._replace(start=day.start - len(before[0])), _shown_clock(before), first=first)
    return _moment(day, None, first=first)


_TIME_REACH = 45
"""Characters around a day in which its time stands."""
_DATE_LIKE = re.compile(r"\d{1,2}\.\d{1,2}\.")


def _shown_clock(match: re.Match[str]) -> _Clock:
    """A time of day as people write it, "pm" counted in."""
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half and hour <= 12:  # noqa: PLR2004 - half a day
        hour = hour % 12 + 12 * (half == "p")
    return _Clock(hour, int(match["minute"]), int(match["second"] or 0), match["zone"])


def _moment(day: _Day, clock: _Clock | None, *, first: int) -> Moment | None:
    """Put a moment together; ``None`` for a day or time that does not exist."""
    year = day.year - 543 if day.year in _THAI_YEARS else day.year
    if not first <= year <= _LAST_YEAR:
        return None
    try:
        on = date(year, day.month, day.day)
        at = time(clock.hour, clock.minute, clock.second) if clock else None
    except ValueError:
        return None
    zone = _zone(clock.zone) if clock else None
    if at is None or zone is None:
        return Moment(on, day.start, day.end, unzoned=at is not None and at != time())
    return Moment(datetime.combine(on, at, zone), day.start, day.end, unzoned=False)


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    name = text.upper()
    if name in _ZONES:
        return timezone(timedelta(minutes=_ZONES[name]))
    digits = re.sub(r"[^\d+-]", "", name)
    if len(digits) < 2:  # noqa: PLR2004 - sign and hour
        return None
    sign, hours = (-1 if digits[0] == "-" else 1), digits[1:]
    hour, minute = (int(hours[:-2]), int(hours[-2:])) if len(hours) > 2 else (int(hours), 0)  # noqa: PLR2004
    if hour > 14 or minute > 59:  # noqa: PLR2004 - the widest offset there is
        return None
    return timezone(sign * timedelta(hours=hour, minutes=minute))
