"""The departments of a newspaper, which tell a menu from a path: none of them stands below another."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ABROAD = "world"
_ABOVE = frozenset({"politics", "economy"})
"""Politics and the economy of other countries stand below the world, or the world below them
(``Politik > Ausland``)."""


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


@lru_cache(maxsize=1)
def _departments() -> Mapping[str, str]:
    """Load the shipped names, of all languages at once; no name means two departments."""
    stored = json.loads((files("cleannews.label") / "data" / "departments.json").read_bytes())
    return {
        name: department
        for department, languages in stored["departments"].items()
        for names in languages.values()
        for name in names
    }
