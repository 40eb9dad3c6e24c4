"""What sites say where a page is missing or closed: no article, however much it reads like one."""

from __future__ import annotations

from functools import lru_cache

from cleannews.label.measures import fold
from cleannews.label.stored import read_stored

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
    return folded in _whole_lines() or any(phrase in folded for phrase in _phrases())


@lru_cache(maxsize=1)
def _phrases() -> tuple[str, ...]:
    phrases = read_stored("error_pages")["phrases"]
    return tuple(phrase for each in phrases.values() for phrase in each)


@lru_cache(maxsize=1)
def _whole_lines() -> frozenset[str]:
    """Lines that say so by themselves; inside a headline they may be anything."""
    return frozenset(read_stored("error_pages")["whole_lines"])
