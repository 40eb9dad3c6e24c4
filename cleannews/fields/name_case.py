"""Names that a page sets in capitals: ``DALE SWENSON``, and family names as in French: ``Solène GUIHARD``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.given_names import is_given_name

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTICLES = frozenset(
    ("da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "le", "of")
) | {"ten", "ter", "van", "von", "zu", "zur"}
"""Small words of names, unless they stand first."""
_PART = re.compile(r"[^\W\d_]+")
_LEAST = 3
"""Letters of a word in capitals that is no abbreviation: ``J. D.``, ``DJ``."""
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-ÝĀĒĪŌŪĘĄÓΑΕΗΙΟΥΩАЕЁИІОУЫЭЮЯ]")
_DOTTED = frozenset({"tr", "az"})
"""Languages in which ``I`` and ``İ`` are two letters."""


def in_mixed_case(name: str, *, language: str | None) -> str:
    """Write a person's name as running text does, if capitals alone tell that it was set otherwise.

    A given name tells that it is a person's, or words of four letters or more: agencies keep their capitals.

    Args:
        name: A name as the page has it.
        language: ISO 639-1 code of the page.

    Returns:
        The name with a capital at the beginning of its words; any other name as it is.

    >>> in_mixed_case("CLARA VAN DER BERG", language=None), in_mixed_case("Solène GUIHARD", language="fr")
    ('Clara van der Berg', 'Solène Guihard')
    >>> in_mixed_case("SIETSKE HAANSTRA", language="nl")
    'Sietske Haanstra'
    >>> in_mixed_case("BBC NEWS", language="en"), in_mixed_case("Clara Rohde CPP", language="en")
    ('BBC NEWS', 'Clara Rohde CPP')
    """
    words = name.split()
    if len(words) < 2 or not any(map(_is_loud, words)):  # noqa: PLR2004 - one word may be an abbreviation
        return name
    if all(map(str.isupper, words)):
        if not any(map(is_given_name, words)) and not all(map(_is_long, words)):
            return name
    elif not _ends_in_family_name(words):
        return name
    return " ".join(_lowered(word, language, first=not at) for at, word in enumerate(words))


def _ends_in_family_name(words: Sequence[str]) -> bool:
    """Tell whether a given name opens a name, and its family name alone is in capitals, no degree."""
    loud = [word for word in words if word.isupper() and len(word) > _LEAST]
    return is_given_name(words[0]) and bool(loud) and all(map(_VOWEL.search, loud))


def _is_long(word: str) -> bool:
    """Tell whether a word in capitals is too long for an abbreviation, and can be said."""
    return len(word) > _LEAST and _VOWEL.search(word) is not None


def _is_loud(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) >= _LEAST


def _lowered(word: str, language: str | None, *, first: bool) -> str:
    """One word of a name; what has fewer letters than three is an initial, if it is no particle."""
    if not first and word.isupper() and word.lower() in _PARTICLES:
        return word.lower()
    if not _is_loud(word):
        return word
    return _PART.sub(lambda part: _capital(part[0], language), word)


def _capital(part: str, language: str | None) -> str:
    rest = part[1:]
    if language in _DOTTED:
        rest = rest.replace("İ", "i").replace("I", "ı")
    return part[0] + rest.lower().replace("i\u0307", "i")
