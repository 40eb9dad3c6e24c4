"""The day that an address names."""

from __future__ import annotations

import re
from datetime import date

from cleannews.fields.months import month_number

_NUMBERS = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_-]|$)"
)
_WORDS = re.compile(r"/((?:19|20)\d\d)[/-]([a-z]{3,9})[/-](\d{1,2})(?=[/-]|$)", re.IGNORECASE)
_DAY_FIRST = re.compile(r"/(1[3-9]|2\d|3[01])-(\d{1,2})-((?:19|20)\d\d)(?=[/.-]|$)")
"""Only days that can be no month."""
_FIRST_YEAR = 1995
"""Before that no page had an address."""
_MAX_CHARS = 2_000


def address_date(address: str) -> date | None:
    """The day in an address's path: year first, or day first where it can be no month.

    >>> address_date("https://example.com/news/2024/05/02/rain.html")
    datetime.date(2024, 5, 2)
    >>> address_date("https://example.com/2024/may/02/rain")
    datetime.date(2024, 5, 2)
    >>> address_date("https://example.com/news/2024/05/rain.html"), address_date("/2024/13/40/")
    (None, None)
    >>> address_date("https://example.com/29-10-2021"), address_date("https://example.com/9-10-2021")
    (datetime.date(2021, 10, 29), None)
    """
    address = address[:_MAX_CHARS]
    match = _NUMBERS.search(address)
    if match:
        numbers = match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)
        year, month, day = map(int, numbers)
    elif match := _DAY_FIRST.search(address):
        day, month, year = map(int, match.groups())
    elif match := _WORDS.search(address):
        year, month, day = int(match[1]), month_number(match[2], language="en") or 0, int(match[3])
    else:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if found.year >= _FIRST_YEAR else None
