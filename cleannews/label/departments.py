"""The departments of a newspaper, which tell a menu from a path: none of them stands below another."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cleannews.label.lexicon import load_lexicon, with_capitals
from cleannews.label.measures import fold
from cleannews.label.stored import read_stored
from cleannews.read.menu_words import FRONT_PAGES, MENU_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PLACES = frozenset({"domestic", "world"})
_ABOVE = frozenset({"politics", "economy", "science"})
"""Politics, economy and science of other countries stand below the world, or the world below them
(``Politik > Ausland``); so do those of one's own."""

_ENTRIES = 3
"""A menu of the front page and one department is rarer than a path of the two."""
_DEEP = 5
"""Entries of a menu that holds nothing but what menus hold; the paths of the development corpora that do have
four at most."""


def side_by_side(keys: Iterable[str]) -> bool:
    """Tell whether entries of a menu or of a path are departments of which none belongs to another.

    Args:
        keys: The entries, folded.

    >>> side_by_side(["home", "sport", "culture"]), side_by_side(["home", "politik", "ausland"])
    (True, False)
    """
    departments = _departments()
    found = {departments[key] for key in keys if key in departments}
    if found & _ABOVE:
        found -= _PLACES
    return len(found) > 1


def makes_menu(keys: Sequence[str]) -> bool:
    """Tell whether nothing but departments and words for the news stand behind the front page's name.

    >>> makes_menu(["home", "news", "sport"]), makes_menu(["home", "sport", "harbour cup"])
    (True, False)
    """
    return len(keys) >= _ENTRIES and all(map(is_department, keys[1:]))


def fills_menu(keys: Sequence[str]) -> bool:
    """Tell whether so many entries that none is unknown stand behind the front page's: no path is as deep.

    >>> fills_menu(["home", "national", "local", "society", "sport"])
    True
    >>> fills_menu(["home", "news", "local", "crime"])
    False
    """
    return len(keys) >= _DEEP and all(key in menu_names() or key in MENU_WORDS for key in keys[1:])


def path_of(text: str) -> list[str]:
    """Cut a line into crumbs that begins with the front page's name and whose words all have a capital.

    Words that are the name of a department by themselves are crumbs; others stand together.

    >>> path_of("Home News Harbour Cup"), path_of("Home is where the harbour is")
    (['Home', 'News', 'Harbour Cup'], [])
    """
    words = text.split()
    if not _MIN_PATH <= len(words) <= _MAX_PATH or not all(word[0].isupper() for word in words):
        return []
    size = next((size for size in (1, 2, 3) if is_front_page(fold(" ".join(words[:size])))), 0)
    if not size or any(map(str.isdigit, text)) or not words[-1].replace("-", "").isalpha():
        return []
    crumbs, known = [" ".join(words[:size])], True
    for word in words[size:]:
        department = is_department(fold(word))
        if known or department:
            crumbs.append(word)
        else:
            crumbs[-1] += f" {word}"
        known = department
    return crumbs


_MIN_PATH, _MAX_PATH = 3, 8
"""Words of a path without signs."""


def is_front_page(key: str) -> bool:
    """Tell whether a folded line is a name of the front page.

    >>> is_front_page("home"), is_front_page("sport")
    (True, False)
    """
    return key in load_lexicon().words["home"] or key in FRONT_PAGES


def is_department(key: str) -> bool:
    """Tell whether a line is the name of a department, or a word for the news as a whole.

    >>> is_department("sport"), is_department("nachrichten"), is_department("harbour")
    (True, True, False)
    """
    return key in _departments() or key in _news()


def is_news(key: str) -> bool:
    """Tell whether a line is a word for the news as a whole.

    >>> is_news("nachrichten"), is_news("sport")
    (True, False)
    """
    return key in _news()


@lru_cache(maxsize=1)
def services() -> frozenset[str]:
    """What stands in menus and is no part of the paper: "e-paper", "log in"."""
    return frozenset(read_stored("departments")["services"])


@lru_cache(maxsize=1)
def menu_names() -> frozenset[str]:
    """All departments, words for the news, and what else stands beside them in menus, folded.

    >>> {"sport", "news", "obituaries"} <= menu_names(), "harbour" in menu_names()
    (True, False)
    """
    return frozenset(_departments()) | _news() | _spelled(read_stored("departments")["beside"])


@lru_cache(maxsize=1)
def _departments() -> Mapping[str, str]:
    """All names, of all languages at once; none means two departments."""
    return {
        name: department
        for department, languages in read_stored("departments")["departments"].items()
        for name in _spelled(languages)
    }


@lru_cache(maxsize=1)
def _news() -> frozenset[str]:
    return _spelled(read_stored("departments")["news"])


def _spelled(languages: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The names of all languages; the Greek ones as capitals leave them too."""
    names = frozenset(name for listed in languages.values() for name in listed)
    return names.union(with_capitals(languages.get("el", ())))
