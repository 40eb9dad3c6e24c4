"""Character classes for the cuts and joins of a text dump, for every script that news is written in."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_CASED = (
    range(0x41, 0x180),
    range(0x1A0, 0x1B1),
    range(0x218, 0x21C),
    range(0x386, 0x3CF),
    range(0x400, 0x4FA),
)
"""Latin, Greek and Cyrillic as living languages write them, the scripts whose capitals tell where a sentence
starts; Vietnamese follows in :data:`_VIETNAMESE`."""

_VIETNAMESE = range(0x1E80, 0x1EFA)


def _class(is_member: Callable[[str], bool]) -> str:
    """Write the members as the inside of a character class; ranges, because they compile much faster."""
    ranges: list[list[str]] = []
    for char in (chr(code) for block in (*_CASED, _VIETNAMESE) for code in block):
        if not is_member(char):
            continue
        if ranges and ord(char) == ord(ranges[-1][1]) + 1:
            ranges[-1][1] = char
        else:
            ranges.append([char, char])
    return "".join(first if first == last else f"{first}-{last}" for first, last in ranges)


UPPER = _class(str.isupper)
"""Capital letters, to be put between the brackets of a regular expression's character class."""

LOWER = _class(str.islower)
"""Small letters, likewise."""

CJK = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f"
)
"""Han and kana, likewise: scripts that write no spaces between words. Hangul does."""

FIRST_CJK = CJK[0]
"""The lowest of them: a cheap first test."""

CJK_SIGN = re.compile(rf"[{CJK}]")
"""One of them."""

EAST_ASIAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Kana, ideographs and Hangul, likewise (Unicode 15 blocks): signs that are counted one by one, because words
are not written apart or seldom."""

SOUTHEAST_ASIAN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese and Khmer, likewise, with vowel signs: they write no spaces between words either."""

STOPS = ".!?…。！？؟۔।॥։።។៕။︒｡"
"""What ends a sentence (Unicode property Sentence_Terminal, the scripts of news)."""

STOP_SIGNS = frozenset(STOPS)
"""The same, where one sign is looked up."""

COLONS = (":", "：")
"""What a line ends in that announces what stands below, and a word before what it names."""

CRUMB_ARROWS = "›»>→❯▸⟩＞≫"
"""Arrows between the crumbs of a path, to be put between the brackets of a character class."""

QUESTION_MARKS = ("?", "？", "؟", "՞", ";")
"""What a question ends in, with the Greek semicolon."""

OPENING = "([{«„‚“‘¿¡「『（《〈【〔［"
"""Opens a bracket or a quotation. ``“`` and ``‘`` close one in German: callers look at the spaces."""

DOUBLE_QUOTES = frozenset('"“”„«»')
"""Open or close a quotation; the single ones are apostrophes too."""

CLOSING = ")]}»”’“‘」』）》〉】〕］\"'«"
"""May stand between a full stop and the end of its sentence."""

_WIDE = (range(0x1100, 0x1160), range(0x2E80, 0xA4D0), range(0xAC00, 0xD7A4), range(0xF900, 0xFB00))
_FULLWIDTH = (range(0xFE30, 0xFE70), range(0xFF01, 0xFF61), range(0xFFE0, 0xFFE7))
_MARK_BLOCKS = range(0x0300, 0x2100)
_MARKS = dict.fromkeys(code for code in _MARK_BLOCKS if unicodedata.category(chr(code)) in ("Mn", "Me"))
_COLUMNS = {**_MARKS, **{code: "xx" for block in (*_WIDE, *_FULLWIDTH) for code in block}}
_FIRST_ODD = chr(min(_COLUMNS))


def columns(text: str) -> int:
    """Count the columns of a terminal that a text takes.

    East Asian wide characters take two (UAX #11), vowel signs and other marks stand over a letter and take
    none.

    >>> columns("ab"), columns("日本"), columns("قِفْ")
    (2, 4, 2)
    """
    return len(text) if text.isascii() else len(text.translate(_COLUMNS))


def has_columns(text: str) -> bool:
    """Tell whether a text holds a character that does not take one column.

    >>> has_columns("“été”"), has_columns("日本"), has_columns("قِفْ")
    (False, True, True)
    """
    return not text.isascii() and any(ord(char) in _COLUMNS for char in set(text) if char >= _FIRST_ODD)


def is_caseless(letter: str) -> bool:
    """Tell whether a character is a letter of a script without capitals.

    >>> is_caseless("م"), is_caseless("는"), is_caseless("é"), is_caseless("1")
    (True, True, False, False)
    """
    return letter.isalpha() and letter.lower() == letter.upper()


def is_ended(text: str) -> bool:
    """Tell whether a text ends like a sentence, closing quotes and brackets allowed."""
    if text[-1:].isalnum():
        return False
    bare = text.rstrip(CLOSING + " \u00a0")
    return bool(bare) and bare[-1] in STOPS
