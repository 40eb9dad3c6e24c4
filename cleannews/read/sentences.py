"""Where sentences end: full stops told from abbreviations, initials, ordinals and decimals."""

from __future__ import annotations

import re
from itertools import accumulate

from cleannews.read.letters import CJK_SIGN, CLOSING, OPENING, STOPS
from cleannews.read.small_words import ABBREVIATIONS

_BEFORE, _BEHIND = OPENING + "\"'-", CLOSING + STOPS + ",;:"
"""Signs around a word: a pattern would look for the end of a run of them at each of its signs."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,4}[^\W\d_]?$")
_ORDINAL = re.compile(r"\d{1,3}$")
_CJK_STOPS = "。！？｡"


_CJK_CLOSING = re.escape("".join(sign for sign in CLOSING if sign not in "“‘«"))
"""What closes behind such a full stop; the quotation marks left out open there, in German they close."""

_SPACED_WORDS = re.compile(r"\S+")
_WORDS = re.compile(
    rf"[{_CJK_STOPS}]+[{_CJK_CLOSING}]*|(?:(?![{_CJK_STOPS}])\S)+(?:[{_CJK_STOPS}]+[{_CJK_CLOSING}]*)?"
)


def words_of(source: str) -> tuple[list[str], list[int], bool]:
    """Split a text at white space, and after the full stops of scripts that write no spaces.

    Returns:
        The words with their punctuation, where each begins, and whether there may be anything but one white
        space between two of them.

    >>> words_of("The sun. 雨が降った。風も")
    (['The', 'sun.', '雨が降った。', '風も'], [0, 4, 9, 15], True)
    """
    if any(stop in source for stop in _CJK_STOPS):
        found = list(_WORDS.finditer(source))
        return [word[0] for word in found], [word.start() for word in found], True
    words = source.split()
    sizes = list(map(len, words))
    shown = source.strip()
    if sum(sizes) + len(words) - 1 == len(shown):
        lead = source.index(shown[0])
        return words, list(accumulate([size + 1 for size in sizes[:-1]], initial=lead)), False
    return words, [word.start() for word in _SPACED_WORDS.finditer(source)], True


def bare(word: str) -> str:
    """Return a word without the punctuation around it.

    >>> bare("(“Rain.”)")
    'Rain'
    """
    return word if word.isalnum() else word.lstrip(_BEFORE).rstrip(_BEHIND)


def ends_sentence(word: str) -> bool:
    """Tell whether a word's full stop can end a sentence.

    >>> [ends_sentence(word) for word in ("rain.", "5.", "Dr.", "U.S.", "2023.", "rose”.", "z.B.")]
    [True, False, False, False, True, True, False]
    """
    if word[-1].isalnum():
        return False
    stripped = word.rstrip(CLOSING)
    if not stripped or stripped[-1] not in STOPS:
        return False
    if stripped[-1] != "." or stripped.endswith(".."):
        return True
    core = bare(stripped)
    return not (
        core.casefold() in ABBREVIATIONS
        or _INITIALS.match(core)
        or _ORDINAL.match(core)
        or (len(core) == 1 and core.isalpha() and not CJK_SIGN.match(core))
    )


def can_start(word: str) -> bool:
    """Tell whether a word can be the first of a sentence: anything but a small letter or a closing mark.

    >>> [can_start(word) for word in ("Rain", "rain", "“Rain", "3", "雨", ",", "iPhone")]
    [True, False, True, True, True, False, False]
    """
    core = word.lstrip(OPENING + "\"'”»–—-")
    return bool(core) and (core[0].isdigit() or (core[0].isalpha() and not core[0].islower()))
