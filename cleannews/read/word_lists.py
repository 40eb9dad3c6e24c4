"""The shipped lists of words that reading needs: ``data/words.json``, by use and language."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def load_words(use: str) -> frozenset[str]:
    """Load the words of a use, of all languages at once.

    Args:
        use: A key of the file: ``leading_words``, ``abbreviations``, ``front_pages``, ``menu_words`` ...

    Raises:
        KeyError: The file has no such list.

    >>> "bzw" in load_words("abbreviations")
    True
    """
    lines = (line for lists in _lists()[use].values() for line in lists)
    return frozenset(word for line in lines for word in line.split())


def load_spellings(use: str) -> dict[str, str]:
    """Load the spellings of names in other scripts.

    Args:
        use: A key of the file: ``comment_host_spellings``.

    Returns:
        The name for each of its spellings.

    >>> load_spellings("comment_host_spellings")["फेसबुक"]
    'facebook'
    """
    return {word: name for name, lines in _lists()[use].items() for line in lines for word in line.split()}


def any_of(words: Iterable[str]) -> str:
    r"""Make a pattern of some words, the longest first, to be put in brackets.

    >>> any_of(["left", "from left"])
    'from\\ left|left'
    """
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = json.loads((files("cleannews.read") / "data" / "words.json").read_bytes())
    return lists
