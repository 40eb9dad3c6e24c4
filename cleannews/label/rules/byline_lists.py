"""Lists of who wrote an article, as what and from where: "Author, Ann Lee", "Role, Harbour News"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.stored import read_stored
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_LISTED = Reason("byline_list", Label.BYLINE, 0.996)
"""Set: no page of the development corpora has such a list. Of their 31,000 gold paragraphs none begins with
one of the words and a comma."""

_ENTRY = re.compile(r"([^\W\d][^,，،:\d]{0,24}?)\s?[,，،]\s?(?=\S)")
"""A word or a few, and a comma."""
_CHARS = 120
_ABOVE = 20
"""Blocks behind the headline among which such a list stands."""


class _Words(NamedTuple):
    authors: frozenset[str]
    others: frozenset[str]
    places: tuple[str, ...]
    """Of several words: one alone begins sentences."""
    heads: frozenset[str]


def find_byline_lists(scene: Scene) -> Iterator[Verdict]:
    """Name the lines of a list that begins with a word for author, and the heading above it."""
    words, first = _words(), scene.context.headline.block + 1
    for index in range(first, min(first + _ABOVE, scene.start, len(scene.texts))):
        if _begin(scene, index) not in words.authors:
            continue
        stop = index + 1
        while stop < len(scene.texts) and _begin(scene, stop) in words.others | words.authors:
            stop += 1
        headed = index > 0 and scene.measures.keys[index - 1] in words.heads
        if stop - index < 2 and not headed:  # noqa: PLR2004 - one more line
            continue
        if headed:
            yield _LISTED.at(index - 1, "the heading of a list of author and role")
        for place in range(index, stop):
            yield _LISTED.at(place, _begin(scene, place))
        return


def listed_author(line: str) -> str:
    """What stands behind the word for author; nothing if a line has none.

    >>> listed_author("Author, Ann Lee"), listed_author("Role, Harbour News")
    ('Ann Lee', '')
    """
    found = _ENTRY.match(line)
    return line[found.end() :] if found and found[1].casefold() in _words().authors else ""


def _begin(scene: Scene, index: int) -> str:
    """What a short line says before its comma; the words for a place may have none behind them."""
    key = scene.measures.keys[index]
    if len(key) > _CHARS or scene.measures.ended[index]:
        return ""
    found = _ENTRY.match(key)
    if found and found[1] in _words().authors | _words().others:
        return found[1]
    return next((place for place in _words().places if key.startswith(f"{place} ")), "")


@lru_cache(maxsize=1)
def _words() -> _Words:
    stored = read_stored("byline_lists")
    places = stored["places"]
    return _Words(
        authors=frozenset(stored["authors"]),
        others=frozenset((*stored["roles"], *places)),
        places=tuple(place for place in places if " " in place),
        heads=frozenset(stored["heads"]),
    )


BYLINE_LISTS = Rule("byline_lists", find_byline_lists, (_LISTED,))
