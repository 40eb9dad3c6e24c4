"""Seams between inline elements that a style sheet sets apart: ``<span>Ann Lee</span><span>3 May</span>``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from cleannews.read.elements import HEADINGS, PREFORMATTED
from cleannews.read.word_lists import any_of, load_words

if TYPE_CHECKING:
    from collections.abc import Sequence

SEAMLESS = HEADINGS | PREFORMATTED | {"p"}
"""Elements of running text: there a border of elements inside a word is one (initials, footnotes, code)."""

_MAX_CHARS = 200
"""A longer text is prose."""

_HEADING = 6
"""Characters of words in capitals that are a heading; fewer are a word's first part: "NEW" and "York"."""

_LEAST = 3
"""Characters on both sides: fewer are initials, units, trade marks, numbers of footnotes."""


_DATE = re.compile(r"\d{4}[年년./-]|\d{1,2}[./-]\d{1,2}[./-]\d")
"""A date that begins with a number, behind a name in a script without capitals."""
STAMP_WORDS = any_of(load_words("stamp_words"))
"""Words for "published" and "updated" in scripts without capitals, as the alternatives of a pattern."""
_STAMP = re.compile(f"(?:{STAMP_WORDS})(?![^\\W\\d_]{{3}})")
"""Such a word behind such a name."""


def shown_text(texts: Sequence[str], raw: str) -> str:
    """Put a space where text nodes of one run meet and letters tell that two texts meet.

    Of 90 such places of fundus_dev and wcxb_dev looked at all were borders: of menu entries, names, dates.

    Args:
        texts: The text nodes of a block, in order.
        raw: All of them together.

    Returns:
        ``raw``, or the same with spaces.

    >>> shown_text(["By Ann Lee", "3 May 2024", "Share"], ""), shown_text(["H", "2", "O"], "H2O")
    ('By Ann Lee 3 May 2024 Share', 'H2O')
    >>> shown_text(["READ ALSO", "Ferry sails"], ""), shown_text(["OPEC", "PLUS"], "OPECPLUS")
    ('READ ALSO Ferry sails', 'OPECPLUS')
    """
    if len(raw) > _MAX_CHARS:
        return raw
    seams = [place for place in range(1, len(texts)) if _is_seam(texts[place - 1], texts[place])]
    if not seams:
        return raw
    parts = list(texts)
    for place in seams:
        parts[place] = f" {parts[place]}"
    return "".join(parts)


def _is_seam(before: str, after: str) -> bool:
    """Tell whether a small letter or a digit meets a capital or a number, or a letter a date or its label.

    Also where words in capitals meet a word with one ("READ ALSO", "Ferry sails"), and a letter of a script
    without capitals meets one: "आलोक त्रिपाठी", "Published by".
    """
    if len(before) < _LEAST or len(after) <= _LEAST:
        return False
    last, first = before[-1], after[0]
    if last.islower() or last.isdigit():
        return first.isupper() or first.isdigit()
    if category(last)[0] not in "LM":
        return False
    if first.isupper() and after[1].islower():
        return (before.isupper() and len(before) >= _HEADING) if last.isupper() else first.isascii()
    if first.isdigit():
        return _DATE.match(after) is not None
    return not last.isascii() and not first.isascii() and _STAMP.match(after) is not None
