"""Lines of a dump that read like a date or a byline: they stand beside a headline, but are none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cleannews.label.given_names import AND
from cleannews.label.lexicon import load_lexicon
from cleannews.label.measures import fold
from cleannews.read.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAX_CHARS = 120
_DATED = re.compile(r"(?:19|20)\d\d\b|\d[.:h]\d\d\b|年\d|\b(?:ago|hace|vor|il y a)\b")
_DIGIT = re.compile(r"\d")
_BY = re.compile(
    r"(?:by|von|par|por|di|door|av|af|autor|text|автор|oleh|yazan|文|記者|记者|लेखक|بقلم|מאת|โดย|(?:เขียน|รายงาน|เรื่อง)โดย)(?!\w)"
)
_SIGNED_WORDS = 5
"""Words of a line that is nothing but a byline."""
_PLACED_WORDS = 9
"""The same with paper and place behind a comma."""
_COLON = re.compile("[:：]")
_LABEL_CHARS = 30
"""Characters of a word for the author and its colon."""
_LABELLED_WORDS, _PARTICLE = 6, 3
"""Words behind a word for the author and a colon, and letters of one that may begin small: "and", "van"."""
_KINDS = frozenset({"haber", "interview", "laporan"})
"""Words for "by" that open headlines too: news, interview, report."""
_MONTH = r"[^\W\d_]{3,10}\.?"
_LAPSE = r"(?:min|minutes?|hours?|days?|weeks?|months?|years?|h)"
"""A lapse of time and how long reading takes stand by themselves, or behind a sign; headlines tell others."""
_STAMPED = re.compile(
    r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d\d)\b|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}\s?年"
    r"|\b\d{1,2}[:.h]\d\d(?:\b|[ap]m|uhr)"
    rf"|\b\d{{1,2}}\.?\s(?:de\s)?{_MONTH},?\s(?:de\s)?(?:19|20)\d\d\b"
    rf"|\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d\b"
    rf"|\b\d{{1,4}}\s{_LAPSE}\s(?:ago|read)\b|(?:^|(?<=[^\w\s]\s))\d{{1,4}}\s{_LAPSE}\b"
    r"|\b(?:vor|hace|il y a)\s\d"
)

_YEAR = re.compile(r"(?:19|20)\d\d$")
_WORD = re.compile(r"[^\W\d_]{3,10}")


def is_dated(key: str) -> bool:
    """Whether a short folded line tells a year, a time of day, or opens like a byline.

    >>> is_dated("by ann lee"), is_dated("best ferries of 2024"), is_dated("rain stops the ferry")
    (True, True, False)
    """
    if len(key) >= _MAX_CHARS:
        return False
    if _DIGIT.search(key) is None:
        return _BY.match(key) is not None
    return _DATED.search(key) is not None or _BY.match(key) is not None


def is_signed(text: str, key: str) -> bool:
    """Whether a line is a word for "by" and names: no word behind it begins small.

    Behind a name and a comma paper and place may follow. No headline of the 1,335 pages of the development
    corpora is such a line.

    >>> is_signed("By Ann Lee", "by ann lee"), is_signed("Von der Alm ins Tal", "von der alm ins tal")
    (True, False)
    >>> is_signed("By Ann Lee, Harbour Post, Northport", "by ann lee, harbour post, northport")
    True
    >>> is_signed("Von Ann Lee und dpa", "von ann lee und dpa")
    True
    >>> is_signed("Von Ulm und Bonn", "von ulm und bonn")
    False
    """
    if _BY.match(key) is None:
        return False
    if _name_several(text):
        return True
    names = text.split()[1:]
    before, comma, _ = text.partition(",")
    first = len(before.split()) - 1
    if not (1 + bool(comma)) <= first < _SIGNED_WORDS or len(names) > _PLACED_WORDS:
        return False
    return not any(name[0].islower() for name in names)


def _name_several(text: str) -> bool:
    """Whether words for "and" part names of two words or more behind the first word, or one and an agency."""
    parts = [part.split() for part in _JOINED.split(text.partition(" ")[2])]
    if not 1 < len(parts) <= _MOST_NAMES:
        return False
    agencies = load_lexicon().words["agency"]
    people = [part for part in parts if fold(" ".join(part)) not in agencies]
    names = (part for part in people if len(part) in _NAME_WORDS and all(word[0].isupper() for word in part))
    return bool(people) and len(list(names)) == len(people)


_JOINED = re.compile(rf",\s|,?\s{AND}\s")
_MOST_NAMES, _NAME_WORDS = 4, range(2, 5)


def names_author(text: str) -> bool:
    """Whether a line is a word for its author, a colon and names: no long word behind it begins small.

    >>> names_author("Author: Ann Lee"), names_author("Text: ten rules"), names_author("Interview: Ann Lee")
    (True, False, False)
    """
    if _COLON.search(text[:_LABEL_CHARS]) is None or len(text) >= _MAX_CHARS:
        return False
    label, _, rest = _COLON.sub(":", text, count=1).partition(":")
    names = rest.split()
    if not 0 < len(names) <= _LABELLED_WORDS or not names[0][0].isalpha() or names[0][0].islower():
        return False
    if any(name[0].islower() and len(name) > _PARTICLE for name in names):
        return False
    key, words = fold(label), load_lexicon().words["byline"]
    if key in _KINDS or not key:
        return False
    return key in words or key in _authors() or words.issuperset(key.split())


@lru_cache(maxsize=1)
def _authors() -> frozenset[str]:
    return load_words("head_author")


def dated_and_stamped(keys: Sequence[str]) -> tuple[list[bool], list[bool]]:
    """Tell of many lines at once which are dated and which are stamped: most hold no digit.

    A short folded line is stamped if it tells a whole day, a time of day or a lapse of time.

    >>> dated_and_stamped(["by ann lee", "3 may 2024", "rain", "news / 7 h", "best ferries of 2024"])
    ([True, True, False, False, True], [False, True, False, True, False])
    >>> dated_and_stamped(["pool shut for 2 years"])
    ([False], [False])
    """
    dated, stamped = [], []
    for key, digit in zip(keys, map(_DIGIT.search, keys), strict=True):
        short = len(key) < _MAX_CHARS
        told = short and digit is not None
        dated.append((short and _BY.match(key) is not None) or (told and _DATED.search(key) is not None))
        stamped.append(told and _STAMPED.search(key) is not None)
    return dated, stamped


def without_stamp(key: str) -> str:
    """A folded line without the days, times of day and lapses of time that it tells.

    >>> without_stamp("harbour post - friday, 5 march 2026").strip()
    'harbour post - friday,'
    """
    return _STAMPED.sub(" ", key) if _DIGIT.search(key) else key


def named_months(key: str) -> list[str]:
    """The words that stand for a month in the days of a folded line, whether or not they are one.

    >>> named_months("friday, 5. march 2026"), named_months("harbour law, 5. edition 2014")
    (['march'], ['edition'])
    """
    days = [day for day in _STAMPED.findall(key) if _YEAR.search(day)]
    return [word for day in days for word in _WORD.findall(day)]
