"""The time of day beside a date, and its zone."""

from __future__ import annotations

import re
from datetime import timedelta, timezone
from typing import NamedTuple

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

OFFSET = r"[+-]\d{2}:?\d{2}|[+-]\d{2}(?![\d:])"
_ZONE_NAMES = "|".join(sorted(_ZONES, key=lambda name: (-len(name), name)))
_ZONE = rf"(?P<zone>{OFFSET}|(?:UTC|GMT)(?:[+-]\d{{1,2}}(?::?\d{{2}})?)?|(?-i:{_ZONE_NAMES}))"
"""Names count as they are written, but for two that are no word of any language: "Eat", "est", "art", "wat"
and "z" are words that follow a time."""
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

_TIME_REACH = 45
"""Characters around a day in which its time stands."""
_DATE_LIKE = re.compile(r"\d{1,2}\.\d{1,2}\.")


class Clock(NamedTuple):
    """A time of day as it is written."""

    hour: int
    minute: int
    second: int
    zone: str | None


def clock_of(match: re.Match[str]) -> Clock | None:
    """The time of day in the named groups of a match."""
    if match["hour"] is None:
        return None
    return Clock(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), match["zone"])


def clock_behind(text: str, place: int) -> tuple[Clock, int] | None:
    """The time of day behind a day, and where it ends; a day that follows is none."""
    after = _TIME_AFTER.match(text, place, place + _TIME_REACH)
    return None if after is None or _DATE_LIKE.search(after[0]) else (_shown(after), after.end())


def clock_before(text: str, place: int) -> tuple[Clock, int] | None:
    """The time of day before a day, and where it begins."""
    before = _TIME_BEFORE.search(text[max(0, place - _TIME_REACH) : place])
    return (_shown(before), place - len(before[0])) if before else None


def _shown(match: re.Match[str]) -> Clock:
    """A time of day as people write it, "pm" counted in."""
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half and hour <= 12:  # noqa: PLR2004 - half a day
        hour = hour % 12 + 12 * (half == "p")
    return Clock(hour, int(match["minute"]), int(match["second"] or 0), match["zone"])


def zone_of(text: str | None) -> timezone | None:
    """The zone that a name or an offset means; ``None`` if it is not known."""
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
