"""Lines beside the headline that hold several fields of the article: ``News / 5 May 2026 / by Ann Lee``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.departments import is_department
from cleannews.label.lexicon import load_lexicon
from cleannews.label.measures import fold
from cleannews.label.rules.counters import plain_count
from cleannews.label.rules.date_lines import WITH_YEAR, is_date_line
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label
from cleannews.read.letters import STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

AMONG_FIELDS = "byline_among_fields"
"""Reason of a line one of whose parts names the author."""
_SIGNED = Reason(AMONG_FIELDS, Label.BYLINE, 0.997)
DAY_AMONG_FIELDS = "date_among_fields"
"""Reason of a line whose parts name the day, and no word for "by"."""
_DATED = Reason(DAY_AMONG_FIELDS, Label.DATELINE, 0.997)
"""The confidence of both is set: above what a credit at the end of such a line has."""
FIELD_REASONS = frozenset((_SIGNED.id, _DATED.id))
"""Reasons of all such lines."""

_REACH = 3
"""Blocks above and below the headline among which such a line stands."""
_LEAST, _MOST, _KNOWN = 3, 9, 2
"""Parts of such a line, and how many of them are known for what they are."""
_CHARS = 250
_PARTS = re.compile(r"\s+[/|•·]+\s+|\s{2,200}|\t")
_STAMP = re.compile(r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d")
_OPENER_WORDS = (1, 2)


def find_meta_lines(scene: Scene) -> Iterator[Verdict]:
    """Name lines of fields between signs or wide gaps by the author among them, else by the day (dumps)."""
    head = scene.context.headline.block
    dump = scene.context.page.kind is Kind.TEXT
    stop = min(head + _REACH + 1, len(scene.segments)) if head >= 0 else 0
    for index in range(max(0, head - _REACH), stop):
        raw = scene.segments[index].raw.strip()
        if index == head or not raw or len(raw) > _CHARS or raw[-1] in STOPS:
            continue
        if _lists_day_and_author(raw):
            yield _SIGNED.at(index, "fields between commas, the day and the author among them")
            continue
        parts = [part for part in _PARTS.split(raw) if part.strip()] if dump else []
        if not _LEAST <= len(parts) <= _MOST:
            continue
        kinds = [kind for part in parts if (kind := _kind(part))]
        if len(kinds) >= _KNOWN and "byline" in kinds:
            yield _SIGNED.at(index, f"{len(parts)} fields, one of them the author's")
        elif len(kinds) >= _KNOWN and "date" in kinds:
            yield _DATED.at(index, f"{len(parts)} fields, one of them the day")


def _lists_day_and_author(raw: str) -> bool:
    """Tell whether commas part a day from who wrote it: "12.6.2009, author: Mara Field, section: Harbour".

    >>> _lists_day_and_author("12.6.2009, author: Mara Field, section: Harbour")
    True
    >>> _lists_day_and_author("5 May 2026, the day of the storm, author: Mara Field")
    False
    """
    parts = _COMMAS.split(raw)
    if not 1 < len(parts) <= _MOST or not _NUMERIC_DAY.fullmatch(parts[0].strip()):
        return False
    return "byline" in map(_kind, parts[1:]) and all(len(part.split()) <= _FIELD_WORDS for part in parts)


_COMMAS = re.compile(r",\s+")
_NUMERIC_DAY = re.compile(
    r"(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?:\s\d{1,2}[:.]\d\d)?"
)
_FIELD_WORDS = 5
"""Words of one field: "author: Dr. Mara van Field"."""


def signed_part(raw: str) -> str:
    """The part of such a line that names the author, with the word for "by"; empty if none does.

    >>> signed_part("Home affairs / 5 May 2026 / by Ann Lee, reporter / 4 min read")
    'by Ann Lee, reporter'
    >>> signed_part("12.6.2009, author: Mara Field, section: Harbour")
    'author: Mara Field'
    """
    if _lists_day_and_author(raw.strip()):
        return next(part for part in _COMMAS.split(raw.strip()) if _kind(part) == "byline")
    return next((part for part in _PARTS.split(raw) if _kind(part) == "byline"), "")


def unknown_parts(raw: str) -> list[str]:
    """The parts of such a line that are nothing known, without the text of a picture before them.

    >>> unknown_parts("[avatar] Ann van Lee  28 Nov 2020, 06:30  Comments 5")
    ['Ann van Lee']
    """
    parts = [_PICTURE.sub("", part.strip()) for part in _PARTS.split(raw)]
    return [part for part in parts if part and not any(map(str.isdigit, part)) and not _kind(part)]


_PICTURE = re.compile(r"^\[[^\]]{0,60}\]\s*")
"""The text that stands for a picture in dumps of w3m."""


def _kind(part: str) -> str:
    """What a part is: a day with its year, a byline, a count, a department, a phrase; empty for others."""
    key, lexicon = fold(part), load_lexicon()
    words = lexicon.words
    if _STAMP.search(part) or (WITH_YEAR.search(key) and is_date_line(key, words["date"])):
        return "date"
    openers = key.replace(":", " ").split()
    if len(openers) > 1 and any(" ".join(openers[:size]) in words["byline"] for size in _OPENER_WORDS):
        return "byline"
    if plain_count(" ".join(part.split())) is not None:
        return "count"
    if is_department(key):
        return "department"
    return "phrase" if lexicon.find_line(key) is not None else ""


META_LINES = (Rule("meta_lines", find_meta_lines, (_SIGNED, _DATED)),)
