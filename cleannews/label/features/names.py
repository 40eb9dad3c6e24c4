"""What the class and id names of an element hint at, as a set of word groups."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

_WORD = re.compile(r"[a-z]+")
_SHORTEST_STEM_WORD = 4
"""Words shorter than any stem are only looked up whole."""

_WORDS_PER_NAME = 24
"""Generated utility classes can run to hundreds of words; the telling ones come first."""


class NameGroups(NamedTuple):
    """The word groups, in the order of their bits."""

    names: tuple[str, ...]
    words: dict[str, int]
    stems: tuple[tuple[str, int], ...]


@lru_cache(maxsize=1)
def name_groups() -> NameGroups:
    """Load the word groups that are shipped with the package."""
    text = (files("cleannews.label") / "data" / "class_words.json").read_text(encoding="utf-8")
    groups = json.loads(text)["groups"]
    words: dict[str, int] = {}
    stems: list[tuple[str, int]] = []
    for bit, entry in enumerate(groups.values()):
        for word in entry["words"]:
            words[word] = words.get(word, 0) | 1 << bit
        stems.extend((stem, 1 << bit) for stem in entry["stems"])
    return NameGroups(tuple(groups), words, tuple(stems))


@lru_cache(maxsize=16384)
def word_bits(word: str) -> int:
    """Return the groups of one lower-case word as bits; a pure function, the cache is bounded."""
    groups = name_groups()
    bits = groups.words.get(word, 0)
    if len(word) >= _SHORTEST_STEM_WORD:
        for stem, bit in groups.stems:
            if stem in word:
                bits |= bit
    return bits


@lru_cache(maxsize=16384)
def name_bits(names: str) -> int:
    """Return the groups of a whole class and id string as bits.

    >>> [name for bit, name in enumerate(name_groups().names) if name_bits("c-article__body") >> bit & 1]
    ['article', 'body']
    """
    bits = 0
    for word in _WORD.findall(names)[:_WORDS_PER_NAME]:
        bits |= word_bits(word)
    return bits
