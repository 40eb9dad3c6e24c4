"""Lines that count readers' comments: "59 Comments on “Rain”", "Ein Kommentar zu „Regen“"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cleannews.label.parted import UNSPACED
from cleannews.label.stored import read_stored
from cleannews.read.word_lists import any_of

_WORDS, _PLAIN_WORDS = 40, 10
"""Words of a line that counts comments: with the article's title in quotes, and without."""
_QUOTES = frozenset('"“”„«»‹›‘’「」『』《》')


class _Heads(NamedTuple):
    """What such lines are made of."""

    counted: re.Pattern[str]
    single: tuple[str, ...]
    ones: frozenset[str]
    """First words of headings of a single comment."""


def counted_comments(text: str, key: str, words: int) -> int:
    """Tell whether a line heads one comment (1), or several (2); 0 if it heads none.

    Args:
        text: The line.
        key: The line, folded.
        words: Its number of words.

    >>> counted_comments("59 Comments on “Rain”", "59 comments on “rain", 4)
    2
    >>> counted_comments("One Comment", "one comment", 2), counted_comments("One man", "one man", 2)
    (1, 0)
    """
    heads = _heads()
    quoting = words <= _WORDS and not _QUOTES.isdisjoint(text)
    if key.startswith(heads.single) and (quoting or key in heads.single):
        return 1
    told = heads.counted.search(key) if words <= _WORDS else None
    if told is None or not (words <= _PLAIN_WORDS or (quoting and told.start() == 0)):
        return 0
    return 1 if int(told[1]) == 1 else 2


def counts_comments_on(text: str, key: str) -> bool:
    """Tell whether a line counts the comments on what it quotes.

    >>> counts_comments_on("3 Responses to “Rain”", "3 responses to “rain")
    True
    >>> counts_comments_on("3 answers to your questions", "3 answers to your questions")
    False
    """
    return not _QUOTES.isdisjoint(text) and counted_comments(text, key, len(key.split())) > 0


def single_begins() -> frozenset[str]:
    """The first words of headings of a single comment."""
    return _heads().ones


@lru_cache(maxsize=1)
def _heads() -> _Heads:
    stored = read_stored("comment_threads")
    spaced = [word for word in stored["counted"] if not UNSPACED.search(word)]
    unspaced = [word for word in stored["counted"] if UNSPACED.search(word)]
    return _Heads(
        re.compile(rf"(?<!\d)(\d{{1,6}})\s?(?:(?:{any_of(spaced)})(?!\w)|{any_of(unspaced)})"),
        tuple(stored["single"]),
        frozenset(line.split(" ", 1)[0] for line in stored["single"]),
    )
