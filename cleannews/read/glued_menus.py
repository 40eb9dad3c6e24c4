"""Menus that ran together in scripts without capitals: ``ホームニュース政治``, ``首页新闻体育``.

Where a small letter meets a capital two text nodes have run into each other (:mod:`~cleannews.read.unglue`).
Japanese, Chinese, Korean, Arabic have no such border; there only the words themselves tell: a run of
characters that is made of what menus are made of, and of nothing or little else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.read.borders import Border
from cleannews.read.menu_words import FRONT_PAGES, MENU_WORDS, PLAIN_FRONT_PAGES
from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cleannews.read.lines import Line

_LONGEST_LINE = 160
"""Characters of the longest line that may be a glued menu, as for other scripts."""

_TOKEN = re.compile(r"\S+")
_LEAST_ENTRIES = 4
"""Entries, no two alike, of a menu that does not begin with the front page: ``政治経済`` and
``国际体育新闻`` may be names."""

_LEAST_FROM_FRONT = 3
_LEAST_FROM_PLAIN_FRONT = 2
_KNOWN_SHARE = 2 / 3
"""Of the characters of a run that begins with the front page: a menu has entries that no list knows."""

_LONGEST_WORD = max(map(len, MENU_WORDS))
_FIRST_LETTERS = frozenset(word[0] for word in MENU_WORDS)


def menu_borders(lines: Iterable[Line]) -> list[Border]:
    """Find where the entries of glued menus begin.

    Args:
        lines: The lines of a dump.

    Returns:
        In input order, certain ones all.

    >>> from cleannews.read.lines import lines_of
    >>> [border.place for border in menu_borders(lines_of("ホームニュース政治"))]
    [3, 7]
    """
    return [
        Border(line.start + place, Join.GLUED, certain=True)
        for line in lines
        if line[0][0] in _FIRST_LETTERS and len(line[0]) <= _LONGEST_LINE
        for place in _places(line.text)
    ]


def _places(text: str) -> list[int]:
    """Where the entries of one line begin that are glued to the one before."""
    runs = [(found.start(), _entries(found.group())) for found in _TOKEN.finditer(text)]
    menu = any(_is_menu(entries) for _, entries in runs)
    places: list[int] = []
    for start, entries in runs:
        whole = menu and (_is_menu(entries) or all(entry in MENU_WORDS for entry in entries))
        for entry in entries[:-1] if whole else entries[: _path_size(entries)]:
            start += len(entry)  # noqa: PLW2901 - walks along the run
            places.append(start)
    return places


def _path_size(entries: Sequence[str]) -> int:
    """Count the entries from the front page on that are known, where so many begin a path before a headline.

    >>> _path_size(["首页", "新闻", "社会", "老城区最后一家弹棉花铺"]), _path_size(["首页", "新闻", "老城区"])
    (3, 0)
    """
    if entries[0] not in PLAIN_FRONT_PAGES:
        return 0
    known = next((at for at, entry in enumerate(entries) if entry not in MENU_WORDS), len(entries) - 1)
    return known if known >= _LEAST_FROM_FRONT else 0


def _entries(run: str) -> list[str]:
    """Cut a run into the longest words that menus are made of, and what stands between them."""
    entries: list[str] = []
    place = unknown = 0
    while place < len(run):
        word = _word_at(run, place)
        if not word:
            place += 1
            continue
        entries += [run[unknown:place], word] if unknown < place else [word]
        place = unknown = place + len(word)
    return [*entries, run[unknown:]] if unknown < len(run) else entries


def _word_at(run: str, place: int) -> str:
    if run[place] not in _FIRST_LETTERS:
        return ""
    ends = range(min(len(run), place + _LONGEST_WORD), place, -1)
    return next((run[place:end] for end in ends if run[place:end] in MENU_WORDS), "")


def _is_menu(entries: Sequence[str]) -> bool:
    """Tell whether the entries of one run are those of a menu."""
    known = [entry for entry in entries if entry in MENU_WORDS]
    if not known or known[0] is not entries[0]:
        return False
    if entries[0] in FRONT_PAGES:
        least = _LEAST_FROM_PLAIN_FRONT if entries[0] in PLAIN_FRONT_PAGES else _LEAST_FROM_FRONT
        return len(known) >= least and sum(map(len, known)) >= _KNOWN_SHARE * sum(map(len, entries))
    return len(known) == len(entries) == len(set(entries)) >= _LEAST_ENTRIES
