"""Who stands where: what captions say of the people on a picture, and texts do not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cleannews.label.stored import read_stored

if TYPE_CHECKING:
    from collections.abc import Iterable

_BEFORE = 24
"""Characters that may stand in the brackets before a mark: an age, a party, "seated, second"."""


def says_who_stands_where(key: str, language: str | None) -> bool:
    """Tell whether a text says who stands where on a picture.

    Args:
        key: The text case-folded, as :attr:`~cleannews.label.measures.Measures.keys` are.
        language: ISO 639-1 code: "(links)" tells in German and not in English. ``None`` finds nothing.

    >>> says_who_stands_where("mara field (left) and owen pascoe at the quay", "en")
    True
    >>> says_who_stands_where("mara field, second from left, at the quay", "en")
    True
    >>> says_who_stands_where("they left, right after the vote", "en")
    False
    """
    places = _places().get(language or "")
    return places is not None and places.search(key) is not None


@lru_cache(maxsize=1)
def _places() -> dict[str, re.Pattern[str]]:
    """Load the words of each language as one pattern."""
    languages = read_stored("picture_places")["languages"]
    return {code: _pattern(words["marks"], words["places"]) for code, words in languages.items()}


def _pattern(marks: Iterable[str], places: Iterable[str]) -> re.Pattern[str]:
    """Marks stand in brackets; places there too, and between commas, before a colon or a list's comma."""
    mark, place = _any(marks), _any(places)
    return re.compile(
        rf"[(（](?:[^()（）]{{0,{_BEFORE}}}(?<![\w'’-]))?(?:{mark}|{place})[)）]"
        rf"|(?:^|[,、，;:(（—–-]\s?|\s)(?:{place})(?=:|：|,\s)"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
