"""Days whose months are written in letters, in some sixty languages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.calendars import SOLAR_MONTHS, THAI_YEARS, short_year, thai_year
from cleannews.fields.days import END, Day, solar_of
from cleannews.fields.months import month_number, names_of_several_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.fields.days import Locale

_SINGLE = (
    r"[\u0900-\u0dff\u200c\u200d]+|[\u0e00-\u0e7f.]+|[\u1000-\u103f\u1050-\u109f]+|[\u1780-\u17d3]+|[^\W\d_]+"
)
"""A word of Indic scripts, Thai, Burmese, Khmer and all others."""
_COUNTED = r"[Tt]háng năm \d"
"""Vietnamese for months of a year: in small letters "year" is written like the name of May."""
_GLUED_MONTH = re.compile(r"[^\W\d_]{1,40}?[a-z](?=[A-Z])")
"""Before a small letter that meets a capital in a word."""
_DAY_BEFORE = re.compile(
    r"(?:(?<!\d)(?<!\d[.:])|(?<=\D(?:19|20)\d\d))(\d{1,2})(?:st|nd|rd|th|er|re|e|º|°|ª|-го|-е|-те|-an)?\.?[\s,/-]{0,3}"
    r"(?:(?:de|of|di|den|d['’])[\s-]?)?$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"(?<!\d)(\d{4})(?:e?ko)?\.?,?\s{0,2}(?:(?:m|gada|urteko|оны|ခုနှစ်)[.၊]?\s)?$")
_YEAR_AFTER = re.compile(
    rf"(?:\s?/\s?(?P<other>[^\W\d_]{{2,12}}(?:\s[^\W\d_]{{2,12}})?))?"
    rf"\.?[\s,،/'’-]{{0,3}}(?:(?:de|del|of|năm|พ\.ศ\.|ค\.ศ\.|ឆ្នាំ)[\s.]{{0,2}})?(?P<year>\d{{4}}){END}"
)
"""Behind a month's name, which in Arabic may stand there in its other form too ("مارس/آذار 2026")."""
_SHORT_YEAR = re.compile(r"\.?,?\s?['’](\d\d)(?!\d)")
_THAI_YEAR = re.compile(r"\s(\d\d)(?!\d)")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_DAY_YEAR_AFTER = re.compile(
    rf"\.?\s{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?[.,၊]{{0,2}}\s{{1,2}}(?:de\s|at\s)?(\d{{4}}){END}"
    rf"|\.?\s?(\d{{1,2}}),(\d{{4}}){END}|\s(\d\d)(\d{{4}}){END}",
    re.IGNORECASE,
)
_DAY_SHORT_YEAR = re.compile(r"\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s['’](\d\d)(?!\d)", re.IGNORECASE)
_YEAR_DAY_BEFORE = re.compile(r"(?<!\d)(\d{4})\.?\sgada\s(\d{1,2})\.\s$")
"""Latvian: "2024. gada 12. marts"."""
_DAY_AFTER = re.compile(r"\.?\s?(?:сарын\s)?(\d{1,2})(?:\.|-|,|d\.|an?(?!\w)|ရက်|\s|$)")
_BESIDE = 18
"""Characters beside a month's name in which its day and year stand."""


class _Month(NamedTuple):
    """A month's name in a text, and what stands beside it."""

    name: re.Match[str]
    number: int
    left: str
    right: str

    def day(self, before: re.Match[str], end: int, *, year: int, day: int) -> Day:
        """The day whose number stands at a match before the name, up to an offset behind the name."""
        begin = self.name.start() - len(self.left) + before.start()
        return Day(begin, self.name.end() + end, year, self.number, day)

    def day_behind(self, end: int, *, year: int, day: int) -> Day:
        """The day that begins with the name."""
        return Day(self.name.start(), self.name.end() + end, year, self.number, day)


def spelled_days(text: str, locale: Locale) -> Iterator[Day]:
    """Find the days in a text whose months are written in letters; those that do not exist fall out later.

    >>> from cleannews.fields.days import Locale
    >>> [day[2:5] for day in spelled_days("12 March 2026, ۲۱ اسفند ۱۴۰۴", Locale("fa"))]
    [(2026, 3, 12), (2026, 3, 12)]
    """
    for match in _words(text):
        month = month_number(match[0].rstrip("."), language=locale.language) or month_number(match[0])
        day = _written(text, match, month) if month else None
        if day is None and not match[0].isascii():
            day = _solar(text, match)
        if day:
            yield day


def _solar(text: str, name: re.Match[str]) -> Day | None:
    """The day of a solar Hijri month, whose name an Arabic keyboard writes with a letter of its own."""
    month = SOLAR_MONTHS.get(name[0].replace("ي", "ی"))
    day = _written(text, name, month) if month else None
    return solar_of(day) if day else None


def _words(text: str) -> Iterator[re.Match[str]]:
    """The words that may be months; of one that another ran into ("HealthMAY 3, 2024") what stands behind."""
    word = _word()
    for match in word.finditer(text):
        inner = _GLUED_MONTH.match(text, match.start(), match.end())
        yield (word.match(text, inner.end()) if inner else None) or match


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    """A word that may be a month, or several that are one; built when a line may hold a date."""
    several = names_of_several_words()
    first = "".join(sorted({sign for name in several for sign in (name[0], name[0].upper())}))
    names = "|".join(map(re.escape, several))
    return re.compile(rf"(?=[{first}])(?!{_COUNTED})(?i:{names})(?!\w)|{_SINGLE}")


def _written(text: str, name: re.Match[str], number: int) -> Day | None:
    """A date with its month's name: day and year on either side of it."""
    left, right = text[max(0, name.start() - _BESIDE) : name.start()], text[name.end() : name.end() + _BESIDE]
    month = _Month(name, number, left, right)
    return _day_first(month) or _day_behind(month) or _year_first(month)


def _day_first(month: _Month) -> Day | None:
    """Such as "12 March 2026", "12 mars '26", "12 มี.ค. 69"."""
    day = _DAY_BEFORE.search(month.left)
    if day is None:
        return None
    year = _YEAR_AFTER.match(month.right)
    if year and (year["other"] is None or month_number(year["other"]) == month.number):
        return month.day(day, year.end(), year=int(year["year"]), day=int(day[1]))
    short = _SHORT_YEAR.match(month.right)
    if short:
        return month.day(day, short.end(), year=short_year(int(short[1])) or 0, day=int(day[1]))
    thai = _THAI_YEAR.match(month.right) if _THAI.match(month.name[0]) else None
    if thai and thai_year(int(thai[1])) in THAI_YEARS:
        return month.day(day, thai.end(), year=thai_year(int(thai[1])), day=int(day[1]))
    return None


def _day_behind(month: _Month) -> Day | None:
    """Such as "March 12, 2026", "March 12, '26"."""
    both = _DAY_YEAR_AFTER.match(month.right)
    if both:
        day, of_year = (int(group) for group in both.groups() if group)
        return month.day_behind(both.end(), year=of_year, day=day)
    short = _DAY_SHORT_YEAR.match(month.right)
    year = short_year(int(short[2])) if short else None
    return month.day_behind(short.end(), year=year, day=int(short[1])) if short and year else None


def _year_first(month: _Month) -> Day | None:
    """Such as "2026. gada 12. marts", "2026. március 12."."""
    whole = _YEAR_DAY_BEFORE.search(month.left)
    if whole:
        return month.day(whole, 0, year=int(whole[1]), day=int(whole[2]))
    before, after = _YEAR_BEFORE.search(month.left), _DAY_AFTER.match(month.right)
    if before and after:
        return month.day(before, after.end(1), year=int(before[1]), day=int(after[1]))
    return None
