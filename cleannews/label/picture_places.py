"""Who stands where: what captions say of the people on a picture, and texts do not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.stored import read_stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BEFORE = 24
"""Characters that may stand in the brackets before a mark: an age, a party, "seated, second"."""
_LONGEST = 500
"""Characters of a line that is looked at: longer ones are paragraphs."""


class _Words(NamedTuple):
    """How captions in one language say it."""

    bracketed: re.Pattern[str]
    places: Sequence[str]
    told: re.Pattern[str]
    """A place before a colon or between commas."""


def placed_lines(keys: Sequence[str], language: str | None) -> list[int]:
    """Find the lines that say who stands where on a picture.

    Args:
        keys: The lines case-folded, as :attr:`~cleannews.label.measures.Measures.keys` are.
        language: ISO 639-1 code: "(links)" tells in German and not in English. ``None`` finds nothing.

    Returns:
        The places of those that do, in order; none of more than :data:`_LONGEST` characters.

    >>> placed_lines(["mara field (left) and owen pascoe", "mara field, second from left, at sea"], "en")
    [0, 1]
    >>> placed_lines(["they left, right after the vote"], "en")
    []
    """
    words = _words(language or "")
    if words is None:
        return []
    short = {at: key for at, key in enumerate(keys) if len(key) <= _LONGEST}
    found = {at for at, key in short.items() if ("(" in key or "（" in key) and words.bracketed.search(key)}
    page = "\n".join(short.values())  # to look all of it through costs less than to look at each line
    for place in [place for place in words.places if place in page]:
        found.update([at for at, key in short.items() if place in key and words.told.search(key)])
    return sorted(found)


@lru_cache(maxsize=1)
def _stored() -> dict[str, dict[str, list[str]]]:
    languages: dict[str, dict[str, list[str]]] = read_stored("picture_places")["languages"]
    return languages


@lru_cache(maxsize=128)
def _words(language: str) -> _Words | None:
    """Load the words of a language; ``None`` for those without."""
    words = _stored().get(language)
    return _patterns(words["marks"], words["places"]) if words else None


def _patterns(marks: Iterable[str], places: Sequence[str]) -> _Words:
    place = _any(places)
    return _Words(
        re.compile(rf"[(（](?:[^()（）]{{0,{_BEFORE}}}(?<![\w'’-]))?(?:{_any(marks)}|{place})[)）]"),
        places,
        re.compile(rf"(?<![^\s,、，；;:(（—–-])(?:{place})(?=:|：|,\s)"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
