"""Menus that a flattener put on one line: departments with nothing but white space between them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.departments import is_department, is_front_page, menu_names, side_by_side
from cleannews.label.language import stop_words
from cleannews.label.lexicon import load_lexicon
from cleannews.label.measures import fold
from cleannews.labels import Label
from cleannews.read.menu_words import MENU_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_CHARS = 300
"""Longer lines are paragraphs; the longest menu on one line of the development corpora has 250."""
_ENTRY_WORDS = 4
"""Words of the longest entry that is looked up."""
_MIN_WORDS = 3
_SIGN = re.compile(r"[>›»→❯▸⟩|•·∙,:;?!]|\s[/–—-]\s")
"""What stands in paths and sentences: these menus have nothing but white space between entries."""
_SURE = 4
"""Entries from which a line of nothing else is a menu; three are one if they begin at the front page, or if
two of them are departments of which none stands below another: "Local Crime News" is a headline."""
_KNOWN_FOR_OTHER = 4
"""Known entries from which one may be unknown; one more for every so many. What it says is no small word."""


_NAME_WORDS = 3
"""Words of a site's name before its menu."""
_DEGREES = re.compile(r"[+−-]?\d{1,2}°[cf]?")
"""Today's weather, as menus show it."""


class _Entry(NamedTuple):
    """One entry of a line that may be a menu."""

    first: str
    """Its first word, as it is written."""
    key: str
    known: bool


def is_menu_line(text: str) -> bool:
    """Tell whether a line is a menu: its words are departments and what stands beside them in menus.

    A headline holds a word that is no entry of a menu, mostly a small one or a verb. Entries begin with
    capitals where any of them does.

    Args:
        text: The line.

    >>> is_menu_line("News Politics Business Arts & Culture Log in"), is_menu_line("Home News Sport")
    (True, True)
    >>> is_menu_line("News, Sport, Weather, Travel"), is_menu_line("Sport and politics")
    (True, False)
    """
    words = text.split() if len(text) <= _MOST_CHARS and _may_begin(text) else []
    if len(words) < _MIN_WORDS or text[-1] == ".":
        return False
    if _SIGN.search(text):
        return "," in text and _is_listed(text)
    entries = _without_name(list(_entries(words)))
    known = [entry.key for entry in entries if entry.known]
    others = [entry for entry in entries if not entry.known]
    if len(known) < _MIN_WORDS or len(others) * _KNOWN_FOR_OTHER > len(known) or not _is_cased_alike(entries):
        return False
    if any(not _may_be_entry(entry.key) for entry in others):
        return False
    departments = sum(map(is_department, known))
    if len(known) < _SURE:
        return is_front_page(known[0]) or side_by_side(known)
    enough = len(known) > _SURE or departments
    return departments > 1 or is_front_page(known[0]) or bool(enough and not others)


def _is_listed(text: str) -> bool:
    """Whether commas part nothing but entries of menus: they stand in paragraphs too, so none is unknown."""
    keys = [fold(part) for part in text.split(",")]
    return len(keys) >= _SURE and sum(map(is_department, keys)) > 1 and all(map(_names().__contains__, keys))


def _may_begin(text: str) -> bool:
    """Whether one of the first words begins an entry, perhaps behind the site's name: most need no more."""
    first = text.casefold().split(None, _NAME_WORDS + 1)[: _NAME_WORDS + 1]
    return not _starts().isdisjoint(first)


def _without_name(entries: Sequence[_Entry]) -> Sequence[_Entry]:
    """The entries behind the name of a site, which is not known, if there are many and none is unknown."""
    first = next((index for index, entry in enumerate(entries) if entry.known), 0)
    rest = entries[first:]
    enough = 0 < first <= _NAME_WORDS and len(rest) > _SURE
    return rest if enough and all(entry.known for entry in rest) else entries


def _entries(words: Sequence[str]) -> Iterator[_Entry]:
    """Yield the entries of a line, the longest that are known; other words stand alone, "&" between two."""
    names, starts, place = _names(), _starts(), 0
    keys = [fold(word) for word in words]
    while place < len(words):
        longest = min(_ENTRY_WORDS, len(words) - place) if keys[place] in starts else 1
        for size in range(longest, 0, -1):
            key = " ".join(keys[place : place + size])
            known = key in names
            if known or size == 1:
                if key != "&":
                    yield _Entry(words[place], key, known)
                place += size
                break


def _is_cased_alike(entries: Sequence[_Entry]) -> bool:
    """Whether all entries begin with a capital, or none does."""
    return len({entry.first[0].isupper() for entry in entries if entry.first[0].isalpha()}) <= 1


def _may_be_entry(key: str) -> bool:
    """Whether an unknown word may be the name of a department: no small word, no number, no sign."""
    if _DEGREES.fullmatch(key):
        return True
    return key[:1].isalpha() and not any(map(str.isdecimal, key)) and key not in _small_words()


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """All entries of menus: departments, what stands beside them, front pages, and phrases of navigation."""
    lexicon = load_lexicon()
    lines = frozenset(key for key, label in lexicon.lines.items() if label is Label.NAVIGATION)
    return lines | menu_names() | MENU_WORDS | lexicon.words["home"]


@lru_cache(maxsize=1)
def _starts() -> frozenset[str]:
    """The first words of all entries."""
    return frozenset(name.partition(" ")[0] for name in _names())


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    return frozenset().union(*stop_words().values())
