"""Who stands where: what captions say of the people on a picture, and texts do not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.stored import read_stored
from cleannews.read.word_lists import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BEFORE = 24
"""Characters that may stand in the brackets before a mark: an age, a party, "seated, second"."""
_LONGEST = 500
"""Characters of a line that is looked at: longer ones are paragraphs."""


class _Wings(NamedTuple):
    """Marks that name a wing of politics as well."""

    bracketed: re.Pattern[str]
    bare: re.Pattern[str]
    """The same alone in brackets."""
    politics: re.Pattern[str]
    """What tells that they do; a mark alone in brackets does not."""

    def mean_politics(self, keys: Iterable[str]) -> bool:
        """Tell whether they may name a wing on a page."""
        return any(self.politics.search(self.bare.sub(" ", key)) for key in keys)


class _Words(NamedTuple):
    """How captions in one language say it."""

    bracketed: re.Pattern[str]
    wings: _Wings | None
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
    open_ones = {at: key for at, key in short.items() if "(" in key or "（" in key}
    found = {at for at, key in open_ones.items() if words.bracketed.search(key)}
    if words.wings:
        winged = [at for at, key in open_ones.items() if words.wings.bracketed.search(key)]
        if winged and not words.wings.mean_politics(keys):
            found.update(winged)
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
    return _patterns(**words) if words else None


def _patterns(
    marks: Iterable[str], places: Sequence[str], wings: Sequence[str] = (), politics: Sequence[str] = ()
) -> _Words:
    place = any_of(places)
    return _Words(
        _bracketed(f"{any_of(marks)}|{place}"),
        _wings(any_of(wings), any_of(politics)) if wings else None,
        places,
        re.compile(rf"(?<![^\s,、，；;:(（—–-])(?:{place})(?=:|：|,\s)"),
    )


def _wings(wings: str, politics: str) -> _Wings:
    return _Wings(
        _bracketed(wings),
        re.compile(rf"[(（](?:{wings})[)）]"),
        re.compile(rf"(?<![\w-])(?:{politics})(?![\w-])"),
    )


def _bracketed(words: str) -> re.Pattern[str]:
    return re.compile(rf"[(（](?:[^()（）]{{0,{_BEFORE}}}(?<![\w'’-]))?(?:{words})[)）]")
