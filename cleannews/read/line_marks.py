r"""What a program put before or behind every line: numbers that run on, ``> ``, ``<br>``, ``\``.

One line tells nothing, and a stretch of lines belongs to the text: a list with numbers, a mail with quoted
lines, a table. What stands on nearly every line of a dump, from the first on, is not of the page.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.letters import is_ended
from cleannews.read.rewriting import Change, Unescaped, rewritten

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE = re.compile(r"(?<![^\n\r])[ \t\u00a0]{0,40}[^\s\u00a0][^\n\r]{0,100000}")
_NUMBER = re.compile(
    r"[ \t]{0,12}(?P<open>[(\[]?)(?P<number>\d{1,6})(?P<close>[:.)\]]{0,2}(?=[ \t]|$)|[:|](?=\S))"
    r"(?:[ \t]{0,8}[|│](?=[ \t]|$))?[ \t]{0,8}"
)
_SIGN = re.compile(r"[ \t]{0,12}(?P<sign>(?:>[ \t]?){1,3}|(?:[|#–-]|//)(?=[ \t]|$))[ \t]?")
_FIRSTS = frozenset("0123456789([>|#–-/")
_BEGINNING = 2_000
"""Characters in which a mark must stand that is on most lines: the rest is not searched for each."""
_MIN_LINES = 10
_NEARLY_ALL = 0.95
"""Share of the lines that must carry the mark; a file's last line and a broken one may not."""
_REPLY_LINES, _MOSTLY_QUOTED = 20, 0.6
"""Lines above those that a mail quotes, and the share of these: a text that quotes a mail has fewer."""
_GLANCE = 3
_LOWEST = 3
"""The first number of lines that are counted: 0 or 1, more behind blank lines that were counted too."""
_STEP = 4
"""From one line to the next; more than one where blank lines were counted and left out."""
_PROSE, _MIN_PROSE = 60, 3
"""Characters and number of lines that no table or ranking has."""
_MOST_ENDED = 0.75
"""Share of lines that end as sentences above which lines behind dashes are a dialogue: of the lines of a page
menus and headlines are a third."""


class _Lead(NamedTuple):
    """What a line begins with."""

    kind: str
    number: int
    start: int
    end: int
    stop: int
    """Where the line ends."""


def without_line_marks(source: str) -> Unescaped | None:
    r"""Take off what a program put before or behind every line.

    Args:
        source: The dump.

    Returns:
        ``None`` if there is no such thing.

    >>> lines = ["Home", "News", *["The river rose by two metres in the night, and it rained again."] * 9]
    >>> found = without_line_marks("\n".join(f"{count:6}\t{line}" for count, line in enumerate(lines, 1)))
    >>> found.text[:29], found.origin(0), found.origin(5)
    ('Home\nNews\nThe river rose by t', 0, 12)
    """
    changes = _leads(source) or _replied(source) or _quotes(source) or _ends(source)
    return rewritten(source, changes) if changes else None


def _leads(source: str) -> list[Change]:
    """Return the marks at line beginnings, none if they are not on nearly every line."""
    if source[:_BEGINNING].lstrip()[:1] not in _FIRSTS:
        return []
    kind = ""
    leads: list[_Lead] = []
    lines = 0
    for line in _LINE.finditer(source):
        lines += 1
        lead = _lead(source, line.start(), line.end())
        kind = kind or (lead.kind if lead else "")
        if lead and lead.kind == kind:
            leads.append(lead)
        elif lines <= _GLANCE:
            return []
    if len(leads) < max(_MIN_LINES, _NEARLY_ALL * lines) or not _is_running(source, leads):
        return []
    return [Change(lead.start, lead.end, "") for lead in leads]


def _replied(source: str) -> list[Change]:
    """Return the signs before the lines that a mail quotes below its head and what was written above them."""
    if source.count("\n>") < _MIN_LINES:
        return []
    lines = list(_LINE.finditer(source))
    quoted = [line for line in lines if line[0].lstrip(" \t\u00a0").startswith(">")]
    above = lines.index(quoted[0]) if quoted else len(lines)
    if above > _REPLY_LINES or len(quoted) < max(_MIN_LINES, _MOSTLY_QUOTED * len(lines)):
        return []
    marks = [_SIGN.match(source, line.start(), line.end()) for line in quoted]
    return [Change(*mark.span(), "") for mark in marks if mark]


def _lead(source: str, start: int, stop: int) -> _Lead | None:
    if found := _NUMBER.match(source, start, stop):
        return _Lead(found["open"] + "1" + found["close"], int(found["number"]), start, found.end(), stop)
    if found := _SIGN.match(source, start, stop):
        return _Lead(found["sign"][0], 0, start, found.end(), stop)
    return None


def _is_running(source: str, leads: Sequence[_Lead]) -> bool:
    """Tell marks of a program from those of an author: numbers run on, the lines are those of a page."""
    if sum(lead.stop - lead.end >= _PROSE for lead in leads) < _MIN_PROSE:
        return False
    if leads[0].kind.startswith(("-", "–")):
        ended = sum(is_ended(source[lead.end : lead.stop].rstrip()) for lead in leads)
        return ended <= _MOST_ENDED * len(leads)
    if leads[0].kind[-1] == "|" or leads[0].kind == "|":
        bars = sum(source[lead.end : lead.stop].rstrip().endswith("|") for lead in leads)
        if 2 * bars > len(leads):
            return False
    if not any(lead.number for lead in leads):
        return "1" not in leads[0].kind
    steps = [after.number - before.number for before, after in pairwise(leads)]
    return leads[0].number <= _LOWEST and sum(0 < step <= _STEP for step in steps) >= _NEARLY_ALL * len(steps)


_IN_QUOTES = re.compile(r"(?<![^\n\r])([ \t]{0,12}[\"“])[^\n\r]{0,100000}?([\"”],?)[ \t]{0,20}(?=[\n\r]|\Z)")


def _quotes(source: str) -> list[Change]:
    """Return the quotation marks around every line."""
    if source[:_BEGINNING].lstrip()[:1] not in ('"', "“"):
        return []
    found = list(_IN_QUOTES.finditer(source))
    lines = sum(bool(line) and not line.isspace() for line in source.splitlines())
    ended = sum(is_ended(source[each.end(1) : each.start(2)]) for each in found)
    if len(found) < max(_MIN_LINES, _NEARLY_ALL * lines) or ended > _MOST_ENDED * len(found):
        return []
    return [Change(*each.span(group), "") for each in found for group in (1, 2)]


_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_SPOKEN_OF = re.compile(r"(?<=[ \t\"'`“‘«(])<br\s{0,3}/?>(?=[ \t\"'`”’»).,;:!?]|$)", re.IGNORECASE)
_OTHER_TAG = re.compile(r"<(?!br\b)/?[a-zA-Z]", re.IGNORECASE)
_BREAK_DENSITY = 400
"""Characters of text from one line break to the next, at most: a text that speaks of them has fewer."""
_MIN_BREAKS = 4
_ENDS = ("</p>", "¶", "\\n", "\\")
_MIN_ENDS, _MOST = 6, 0.8
"""Lines that end in a mark: so many, and so large a share of those that are not blank."""


def _ends(source: str) -> list[Change]:
    """Return the marks at line ends, none if they are not on most lines."""
    beginning = source[:_BEGINNING]
    if ("<br" in beginning or "<BR" in beginning) and _is_broken(source):
        return [Change(*found.span(), _read_for(source, found.end())) for found in _BREAK.finditer(source)]
    for mark in _ENDS:
        if mark in beginning and source.count(mark) >= _MIN_ENDS and _is_at_ends(source, mark):
            pattern = re.compile(re.escape(mark) + r"(?=[ \t]{0,20}(?:[\r\n]|\Z))")
            return [Change(*found.span(), "") for found in pattern.finditer(source)]
    return []


def _read_for(source: str, end: int) -> str:
    """A line break, unless one stands behind the tag."""
    return "" if source[end : end + 1] in ("\n", "\r") else "\n"


def _is_broken(source: str) -> bool:
    """Tell a text whose line breaks were left as tags from markup, and from a text that speaks of tags."""
    breaks = len(_BREAK.findall(source))
    if breaks < _MIN_BREAKS or breaks * _BREAK_DENSITY < len(source):
        return False
    return 4 * len(_SPOKEN_OF.findall(source)) <= breaks and _OTHER_TAG.search(source) is None


def _is_at_ends(source: str, mark: str) -> bool:
    lines = [line for line in map(str.rstrip, source.splitlines()) if line]
    return sum(line.endswith(mark) for line in lines) >= max(_MIN_ENDS, _MOST * len(lines))
