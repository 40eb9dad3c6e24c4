"""The headline of a dump that begins with it and shows it again below, as crude scrapers write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.headline_survey import MAX_WORDS, MIN_THEME_CHARS, tokens
from cleannews.label.lexicon import load_lexicon
from cleannews.label.masthead import parts_behind
from cleannews.read.page import RUNNING, Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.label.headline_survey import Dump

_HEAD = 25
"""Blocks above the first paragraph; dumps of whole pages have menus there, with lines that stand twice."""
_NEAR = 10
"""Blocks between the two: crumbs, byline and date."""
_OPENING = 2
"""Lines that may be the first of the two: above it a path may stand on a line, or the paper's motto."""
_WORDS = 4
"""Words of the line; shorter ones that stand twice are the site's name as often."""
_MOST_PATH = 6
"""Crumbs of a path."""
_MARKS = ("#", "•")
"""Lines that begin so are lists of links, as lynx and w3m write them."""
_STEM = 6
"""Letters by which words are compared: the text writes them with other endings."""
_TAKEN_UP = 0.25
"""Share of its words that the text has to take up. With these bounds the line was the gold's title on 50 of
57 dumps of the development corpora in eight layouts that have one; on six of the others the gold's title is
not the one that is shown."""


_SURELY = 0.4
"""The same for a line that the dump does not begin with."""


def repeated_line(dump: Dump) -> int:
    """Find the line that a dump begins with, with or without the site's name behind it, and shows again.

    Returns:
        Its block, of the two the one without a name; -1 if there is none.
    """
    prose, keys = dump.prose.following[0] if dump.prose.following else 0, dump.measures.keys
    if not 0 < prose <= _HEAD or prose == len(keys) or dump.page.layout is Layout.ONE_LINE:
        return -1
    if _is_around_path(keys, dump.dated):
        return 0
    words = dump.measures.words
    opening = [index for index in range(prose) if words[index] >= _WORDS][:_OPENING]
    for first in opening:
        for again in range(first + 1, min(first + _NEAR, prose)):
            for place, other in ((again, first), (first, again)):
                if _shows(keys[other], keys[place]) and _may_be(dump, place):
                    return place
    return -1


def repeated_apart(dump: Dump) -> int:
    """Find the line that a dump without lines shows twice, neither time at its beginning.

    Cut out where it stands twice (:mod:`cleannews.read.repeats`), it is a block of its own.

    Returns:
        The block of its last copy above the first paragraph; -1 if there is none.
    """
    keys, stop = dump.measures.keys, dump.prose.following[0] if dump.prose.following else 0
    if dump.page.layout not in RUNNING or stop > _HEAD:
        return -1
    seen: dict[str, int] = {}
    for index in range(stop):
        first = seen.setdefault(keys[index], index)
        if 0 < index - first <= _NEAR and not dump.measures.ended[index] and _may_be(dump, index, _SURELY):
            return index
    return -1


def _is_around_path(keys: Sequence[str], dated: Sequence[bool]) -> bool:
    """Tell whether the first line stands again below a path from the front page, and nothing else between.

    However short it is then, it is the headline, unless another one with its date stands below: then it is
    the name of the paper, and the path its menu.

    >>> lines = ("rain", "home", "news", "rain", "ferry is late", "3 may 2024")
    >>> _is_around_path(lines, (False,) * 6), _is_around_path(lines, (False,) * 5 + (True,))
    (True, False)
    """
    if len(keys) <= 1 or keys[1] not in load_lexicon().words["home"] or not keys[0]:
        return False
    near = keys[: _MOST_PATH + 2]
    again = next((index for index in range(2, len(near)) if near[index] == near[0]), -1)
    return again > 0 and not any(dated[again + 2 : again + 4])


def _may_be(dump: Dump, index: int, share: float = _TAKEN_UP) -> bool:
    """Tell whether a line may be a headline of which the text takes up the words."""
    words, key = dump.measures.words[index], dump.measures.keys[index]
    if not _WORDS <= words <= MAX_WORDS or dump.page.segments[index].text.startswith(_MARKS):
        return False
    telling = [word[:_STEM] for word in tokens(key) if len(word) >= MIN_THEME_CHARS or not word.isascii()]
    theme = {word[:_STEM] for word in dump.prose.theme}
    taken_up = sum(word in theme for word in telling)
    return bool(telling) and taken_up >= share * len(telling)


def _shows(longer: str, key: str) -> bool:
    """Tell whether a line is another one, or begins with it and a sign behind it.

    >>> _shows("rain closes a bridge | the herald", "rain closes a bridge"), _shows("rain closes", "rain")
    (True, False)
    """
    if not key or not longer.startswith(key):
        return False
    return longer == key or parts_behind(longer, key)
