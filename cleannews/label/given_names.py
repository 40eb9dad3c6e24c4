"""Given names: what begins a line that names a person and nothing else."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from cleannews.label.stored import read_stored

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AND = r"(?:and|und|et|y|e|en|i|ja|och|og|&)"
"""Words between two names."""
_VIETNAMESE_WORDS = 3


def is_given_name(word: str) -> bool:
    """Whether a word is a given name and hardly anything else.

    >>> is_given_name("Clara"), is_given_name("Page")
    (True, False)
    """
    return word.strip(".,'’").casefold() in _given_names()


def opens_name(words: Sequence[str]) -> bool:
    """Whether words begin as a name does: with a given name, or a family name where that stands first.

    A Hungarian one is a word as well, and ends in a given name; a Vietnamese one has three words or more.

    >>> opens_name(["Clara", "Rohde"]), opens_name(["Szabó", "Réka"]), opens_name(["Nguyễn", "Thu", "Hà"])
    (True, True, True)
    >>> opens_name(["Nagy", "Ferry"]), opens_name(["Page", "Contents"]), opens_name(["Grace", "Cathedral"])
    (False, False, False)
    """
    first = words[0].split("-")[0]
    if not _buildings().isdisjoint(word.casefold() for word in words[1:]):
        return False
    if is_given_name(first):
        return True
    families, folded = _family_first(), first.casefold()
    if folded in families["hu"]:
        return is_given_name(words[-1])
    return folded in families["vi"] and len(words) >= _VIETNAMESE_WORDS


def called_by(words: Sequence[str]) -> str:
    """What a text calls somebody by whose name is made of these words, folded.

    >>> called_by(["clara", "rohde"]), called_by(["szabó", "réka"]), called_by(["nguyễn", "thu", "hà"])
    ('rohde', 'szabó', 'thu hà')
    """
    if is_given_name(words[0].split("-")[0]):
        return words[-1]
    if words[0] in _family_first()["hu"] and is_given_name(words[-1]):
        return words[0]
    return " ".join(words[-2:]) if words[0] in _family_first()["vi"] else words[-1]


@lru_cache(maxsize=1)
def _buildings() -> frozenset[str]:
    """Words of what bears the name of a person: stations, schools, foundations."""
    return frozenset(_stored()["buildings"].split())


@lru_cache(maxsize=1)
def _family_first() -> Mapping[str, frozenset[str]]:
    families: dict[str, str] = _stored()["family_first"]
    return {language: frozenset(names.split()) for language, names in families.items()}


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    given: str = _stored()["given"]
    return frozenset(given.split())


@lru_cache(maxsize=1)
def pronouns() -> frozenset[str]:
    """Words for "she" and "he" that begin a text about the person whose name stands above it."""
    return frozenset(_stored()["pronouns"])


@lru_cache(maxsize=1)
def _stored() -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", read_stored("given_names"))
