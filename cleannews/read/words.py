"""The words of a dump as columns, and how it writes them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from cleannews.read.sentences import bare, ends_sentence, words_of

OTHER, SMALL, LARGE = range(3)
"""How a word begins: with no letter, with a small one, with a capital or a letter that has no case."""


class _Forms(dict[str, tuple[str, bool, int]]):
    """Word -> its core, whether it can end a sentence, and its kind: what a dump's copies of it share."""

    def __missing__(self, word: str) -> tuple[str, bool, int]:
        core, ends = (word, False) if word.isalnum() else (bare(word), ends_sentence(word))
        first = core[:1]
        kind = SMALL if first.islower() else LARGE if first.isalpha() else OTHER
        self[word] = form = core, ends, kind
        return form


class Words(NamedTuple):
    """The words of a dump, or of a line of it; all columns have the same length."""

    texts: list[str]
    starts: list[int]
    cores: list[str]
    """The words without the punctuation around them."""
    ends: list[bool]
    """Whether a sentence can end with the word."""
    kinds: list[int]
    """:data:`OTHER`, :data:`SMALL` or :data:`LARGE`."""

    def between(self, start: int, end: int) -> Words:
        """Return the words that begin between two places of the dump."""
        first, stop = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return Words._make([column[first:stop] for column in self])


def read_words(source: str) -> Words:
    """Split a dump into words.

    >>> words = read_words("The sun. Rain")
    >>> words.cores, words.ends
    (['The', 'sun', 'Rain'], [False, True, False])
    """
    texts, starts = words_of(source)
    forms = list(map(_Forms().__getitem__, texts))
    cores, ends, kinds = map(list, zip(*forms, strict=True)) if forms else ([], [], [])
    return Words(texts, starts, cores, ends, kinds)


class Habits(NamedTuple):
    """How a dump writes its words: what tells a sentence's first word from a name."""

    small: Counter[str]
    """How often a word is written with a small first letter."""
    names: Counter[str]
    """How often a word has a capital after a word with a small letter, so not because it starts something."""
    firsts: Counter[str]
    """How often a word stands behind a full stop."""
    pairs: Counter[tuple[str, str]]
    """How often two capitalised words follow each other: names of people."""


def habits_of(words: Words) -> Habits:
    """Count how a dump writes its words."""
    _, _, cores, ends, kinds = words
    names: Counter[str] = Counter()
    firsts: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for index, core in enumerate(cores):
        if kinds[index] != LARGE:
            continue
        before = index - 1
        while before >= 0 and not kinds[before] and not ends[before]:
            before -= 1
        if before < 0 or ends[before]:
            firsts[core] += 1
        elif kinds[index - 1] == SMALL:
            names[core] += 1
        elif cores[index - 1][:1].isupper():
            pairs[cores[index - 1], core] += 1
    small = Counter([core for core, kind in zip(cores, kinds, strict=True) if kind == SMALL])
    return Habits(small, names, firsts, pairs)
