"""Days of other calendars than the Gregorian: those of Thailand, Iran, Japan and Taiwan."""

from __future__ import annotations

from datetime import date, timedelta

THAI_YEARS = range(2533, 2643)
"""Years of the Thai solar calendar, 543 ahead."""
_THAI_CENTURY = 2500
SOLAR_YEARS = range(1370, 1411)
"""Years of the solar Hijri calendar of Iran and Afghanistan: 1991 to 2032. Later ones would be years of the
lunar Hijri calendar, which hangs on the sight of the moon and is not read."""
SOLAR_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "فروردین|حمل",
            "اردیبهشت|ثور",
            "خرداد|جوزا",
            "تیر|سرطان",
            "مرداد|امرداد|اسد",
            "شهریور|سنبله",
            "مهر|میزان",
            "آبان|عقرب",
            "آذر|قوس",
            "دی|جدی",
            "بهمن|دلو",
            "اسفند|حوت",
        ),
        start=1,
    )
    for name in names.split("|")
}
"""The months in Persian and in Dari (Unicode CLDR 45, calendar ``persian``)."""
_LONG_MONTHS = 6
"""The first months have 31 days, the next five 30, the last 29 or 30."""
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Years of the cycle of 33 that have a day more; right for 1244 to 1472 (Borkowski 1996)."""
_CYCLE = 33
_NEW_YEAR = date(1991, 3, 21)
"""The first day of the first of :data:`SOLAR_YEARS`."""
_LAST_SHORT, _FIRST_SHORT = 40, 90
"""Years of two digits: this century's up to the first, the last one's from the second on; between them none,
for a page that shows it in its byline was made for the web."""
_ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
"""Years before the first one of an era: Reiwa, Heisei, the Republic of China."""


def short_year(two_digits: int) -> int | None:
    """The year that two digits mean in a line about a page of the web.

    >>> short_year(26), short_year(98), short_year(68)
    (2026, 1998, None)
    """
    if two_digits <= _LAST_SHORT:
        return 2000 + two_digits
    return 1900 + two_digits if two_digits >= _FIRST_SHORT else None


def thai_year(two_digits: int) -> int:
    """The year that two digits behind a Thai month mean, in the Thai calendar.

    >>> thai_year(69)
    2569
    """
    return _THAI_CENTURY + two_digits


def era_year(era: str, year: str) -> int:
    """The Gregorian year of a year of an era; the first one may be written as such.

    >>> era_year("令和", "8"), era_year("平成", "元"), era_year("民國", "115")
    (2026, 1989, 2026)
    """
    return _ERAS[era] + (1 if year == "元" else int(year))


def solar_day(year: int, month: int, day: int) -> date | None:
    """The day of the solar Hijri calendar; ``None`` if there is none.

    >>> str(solar_day(1404, 12, 21)), str(solar_day(1403, 12, 30)), solar_day(1404, 12, 30)
    ('2026-03-12', '2025-03-20', None)
    """
    if year not in SOLAR_YEARS or not 0 < month <= 12 or not 0 < day <= _month_days(year, month):  # noqa: PLR2004 - months
        return None
    years = sum(365 + _is_leap(before) for before in range(SOLAR_YEARS[0], year))
    months = sum(_month_days(year, before) for before in range(1, month))
    return _NEW_YEAR + timedelta(days=years + months + day - 1)


def _is_leap(year: int) -> bool:
    return year % _CYCLE in _LEAP


def _month_days(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < 12 or _is_leap(year) else 29  # noqa: PLR2004 - the last month


def common_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day whose year tells the calendar.

    Raises:
        ValueError: There is no such day.

    >>> str(common_day(2569, 3, 12)), str(common_day(2026, 3, 12))
    ('2026-03-12', '2026-03-12')
    """
    return date(year - 543 if year in THAI_YEARS else year, month, day)
