"""What sites say where a page is missing or closed: no article, however much it reads like one."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

from cleannews.label.measures import fold

LONGEST = 800
"""Characters of the text of an error page at most; an article on error pages has more."""

_LONGEST_LINE = 90
"""Characters of the line that says so: a title with a site's name behind it, or one short sentence."""


def is_error_page(line: str, text: str) -> bool:
    """Tell whether a page says of itself that it is missing or closed.

    Args:
        line: Its title, or its first block if it has none.
        text: What was kept of it.

    >>> is_error_page("Page not found | Harbour Post", "It may have been moved.")
    True
    >>> is_error_page("Rain in the valley", "It rained.")
    False
    """
    if len(text) > LONGEST or len(line) > _LONGEST_LINE:
        return False
    folded = fold(line).replace("’", "'")
    return folded == "404" or any(phrase in folded for phrase in _phrases())


@lru_cache(maxsize=1)
def _phrases() -> tuple[str, ...]:
    stored = json.loads((files("cleannews.label") / "data" / "error_pages.json").read_bytes())
    return tuple(phrase for phrases in stored["phrases"].values() for phrase in phrases)
