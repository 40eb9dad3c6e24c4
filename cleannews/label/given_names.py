"""Given names: what begins a line that names a person and nothing else."""

from __future__ import annotations

from functools import lru_cache

from cleannews.label.stored import read_stored

AND = r"(?:and|und|et|y|e|en|i|ja|och|og|&)"
"""Words between two names."""


def is_given_name(word: str) -> bool:
    """Whether a word is a given name and hardly anything else.

    >>> is_given_name("Clara"), is_given_name("Page")
    (True, False)
    """
    return word.strip(".,'’").casefold() in _given_names()


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    stored: dict[str, str] = read_stored("given_names")["given"]
    return frozenset(name for names in stored.values() for name in names.split())


@lru_cache(maxsize=1)
def pronouns() -> frozenset[str]:
    """Words for "she" and "he" that begin a text about the person whose name stands above it."""
    return frozenset(read_stored("given_names")["pronouns"])
