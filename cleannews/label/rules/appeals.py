"""What lines that appeal to readers are told by: words for the site and for what it asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORT = 4
"""Letters of a word that counts as a whole only: "app" begins "apply" and "approve"."""
_POINTS = ".,;:!?()\"'"
QUOTES = frozenset("\"'“”„«»‘’「『")
"""Begin what somebody says: "Follow us," he said."""

CLAUSE = re.compile(r"[.!?؟;:,،。！？…।–—]\s*")
"""What ends a clause."""
_QUESTION = re.compile(r"[^.!]{3,90}[?؟？]\s*(?=\S)")
_GREEK_QUESTION = re.compile(r"[^.!]{3,90}[?;]\s*(?=\S)")
_GREEK = re.compile("[α-ω]")
_ASKS = frozenset("?؟;？")
"""Signs of a question; the Greek one looks like a semicolon."""


class AppealWords(NamedTuple):
    """The words of one language."""

    ours: frozenset[str]
    """Words for the site and for its readers."""
    objects: frozenset[str]
    """Words for what is asked for."""
    stems: tuple[str, ...]
    """Those of them that words may begin with, in whatever case."""

    def find_object(self, words: Iterable[str]) -> str:
        """Find the first word for what is asked for; nothing if there is none."""
        return next((word for word in words if word in self.objects or word.startswith(self.stems)), "")


def appeal_words(ours: Iterable[str], objects: Iterable[str]) -> AppealWords:
    """Make the words of one language.

    >>> appeal_words(["our"], ["newsletter", "app"]).find_object(["our", "approach", "newsletters"])
    'newsletters'
    """
    every = frozenset(objects)
    return AppealWords(frozenset(ours), every, tuple(word for word in every if len(word) > _SHORT))


def question_in(line: str) -> re.Match[str] | None:
    """Find the short question that a line begins with, if something follows it.

    >>> question_in("Found a mistake? Write to us").group()
    'Found a mistake? '
    """
    if not ("?" in line if line.isascii() else not _ASKS.isdisjoint(line)):
        return None
    return (_GREEK_QUESTION if ";" in line and _GREEK.search(line) else _QUESTION).match(line)


def bare(word: str) -> str:
    """Take the points off a word.

    >>> bare('("newsletter"),')
    'newsletter'
    """
    return word.strip(_POINTS)
