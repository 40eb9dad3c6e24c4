"""The departments of a newspaper, which tell a menu from a path: none of them stands below another."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cleannews.label.stored import read_stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_ABROAD = "world"
_ABOVE = frozenset({"politics", "economy", "science"})
"""Politics, economy and science of other countries stand below the world, or the world below them
(``Politik > Ausland``)."""

_ENTRIES = 3
"""A menu of the front page and one department is rarer than a path of the two."""


def side_by_side(keys: Iterable[str]) -> bool:
    """Tell whether entries of a menu or of a path are departments of which none belongs to another.

    Args:
        keys: The entries, folded.

    >>> side_by_side(["home", "sport", "culture"]), side_by_side(["home", "politik", "ausland"])
    (True, False)
    """
    departments = _departments()
    found = {departments[key] for key in keys if key in departments}
    if _ABROAD in found and found & _ABOVE:
        found.remove(_ABROAD)
    return len(found) > 1


def makes_menu(keys: Sequence[str]) -> bool:
    """Tell whether nothing but departments and words for the news stand behind the front page's name.

    >>> makes_menu(["home", "news", "sport"]), makes_menu(["home", "sport", "harbour cup"])
    (True, False)
    """
    return len(keys) >= _ENTRIES and all(map(is_department, keys[1:]))


def is_department(key: str) -> bool:
    """Tell whether a line is the name of a department, or a word for the news as a whole.

    >>> is_department("sport"), is_department("nachrichten"), is_department("harbour")
    (True, True, False)
    """
    return key in _departments() or key in _news()


@lru_cache(maxsize=1)
def _departments() -> Mapping[str, str]:
    """All names, of all languages at once; none means two departments."""
    return {
        name: department
        for department, languages in read_stored("departments")["departments"].items()
        for names in languages.values()
        for name in names
    }


@lru_cache(maxsize=1)
def _news() -> frozenset[str]:
    return frozenset(name for names in read_stored("departments")["news"].values() for name in names)
