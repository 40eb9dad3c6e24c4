"""What the class and id names of an element hint at, as a set of word groups."""

from __future__ import annotations

from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from cleannews.label.class_states import without_states
from cleannews.label.stored import read_stored

_LETTERS = bytes(code if chr(code) in ascii_lowercase else ord(" ") for code in range(256))
"""Keeps small ASCII letters and makes all else a space: faster than a pattern that finds words."""
_SHORTEST_STEM = 4
"""Letters by which stems are looked up; none is shorter."""

_WORDS_PER_NAME = 24
"""Generated utility classes can run to hundreds of words; the telling ones come first."""


class NameGroups(NamedTuple):
    """The word groups, in the order of their bits."""

    names: tuple[str, ...]
    words: dict[str, int]
    stems: dict[str, list[tuple[str, int]]]
    """Stems with their bits, by their first four letters."""


@lru_cache(maxsize=1)
def name_groups() -> NameGroups:
    """Load the word groups that are shipped with the package."""
    groups = read_stored("class_words")["groups"]
    words: dict[str, int] = {}
    stems: dict[str, list[tuple[str, int]]] = {}
    for bit, entry in enumerate(groups.values()):
        for word in entry["words"]:
            words[word] = words.get(word, 0) | 1 << bit
        for stem in entry["stems"]:
            stems.setdefault(stem[:_SHORTEST_STEM], []).append((stem, 1 << bit))
    return NameGroups(tuple(groups), words, stems)


@lru_cache(maxsize=16384)
def word_bits(word: str) -> int:
    """Return the groups of one lower-case word as bits; a pure function, the cache is bounded."""
    groups = name_groups()
    bits = groups.words.get(word, 0)
    for start in range(len(word) - _SHORTEST_STEM + 1):
        for stem, bit in groups.stems.get(word[start : start + _SHORTEST_STEM], ()):
            if word.startswith(stem, start):
                bits |= bit
    return bits


@lru_cache(maxsize=16384)
def name_bits(names: str) -> int:
    """Return the groups of a whole class and id string as bits.

    >>> [name for bit, name in enumerate(name_groups().names) if name_bits("c-article__body") >> bit & 1]
    ['article', 'body']
    """
    bits = 0
    told = without_states(names)
    for word in told.encode("ascii", "replace").translate(_LETTERS).decode().split()[:_WORDS_PER_NAME]:
        bits |= word_bits(word)
    return bits
