"""Pieces of paragraphs in scripts without capitals: particles and begun sentences tell that they go on.

Korean, Arabic, Hebrew, Persian, Urdu, Hindi, Bengali and their like have no capitals by which a line that
begins a sentence is told from one that goes on; Chinese and Japanese, which have no spaces either, are
judged by signs of their own (:mod:`cleannews.read.cjk_pieces`).
"""

from __future__ import annotations

import re

from cleannews.read.letters import CLOSING, STOPS, is_ended
from cleannews.read.word_lists import load_words

CLINGING = load_words("clinging_words")
"""Particles and postpositions: no line begins with one of these unless it goes on with the one before."""

_BEGINNINGS = tuple(load_words("clinging_beginnings"))
_ENDINGS = tuple(load_words("leading_endings"))
"""The same, and what a line that goes on ends in, in Thai, which has no spaces between words."""

_ATTACHED = re.compile(r"[\uac00-\ud7a3]")
"""Korean particles stand close behind their noun; the postpositions of other languages are words."""
_BEGUN = re.compile(rf"[^\W\d_][{re.escape(STOPS)}][{re.escape(CLOSING)}]{{0,2}}\s[^:\n]{{4,}}$")
_LONGEST_PIECE = 30
"""Characters of a link or of bold words inside a sentence."""
_LEAST_BEFORE, _LEAST_WORDS = 10, 4
"""Characters and words of a line that a sentence begins with; entries of menus have fewer."""
_LEAST_BEGUN = 30
_LONGEST_HEADLINE = 100
_LONGEST_HANGUL_HEADLINE = 60
"""Characters: of 2,020 titles of the development corpora 51 are longer; of 12 in such scripts one."""
_CREDIT_ENDS = ("기자", "제공", "캡처", "뉴스", "사진")
"""What the credit of a Korean picture ends with, behind the full stop of its caption."""


def goes_on(before: str, line: str, beyond: str) -> bool:
    """Tell whether a line goes on with the one before it, which does not end like a sentence.

    Args:
        before: The line before, or the end of the paragraph joined so far.
        line: The line.
        beyond: The line after it, ``""`` if there is none.

    >>> goes_on("다만 먼바다에는 풍랑 예비특보", "가 내려져 있다.", "")
    True
    >>> goes_on("אתר החדשות של העיר חיפה והצפון", "ספורט", "תרבות")
    False
    """
    led = before.endswith(_ENDINGS)
    few = len(before) < _LEAST_BEFORE or before.count(" ") < _LEAST_WORDS - 2
    if (few and not led) or before.endswith(_CREDIT_ENDS):
        return False
    if led or clings(line):
        return True
    piece = len(line) <= _LONGEST_PIECE and not is_ended(line)
    if piece and clings(beyond):
        return before.count(" ") >= _LEAST_WORDS - 1
    return (is_ended(line) or (piece and is_ended(beyond))) and _is_begun(before)


def clings(line: str) -> bool:
    """Tell whether a line begins with a particle or a postposition.

    >>> clings("가 내려져 있다."), clings("가을 축제"), clings("में हुई बैठक")
    (True, False, True)
    """
    return line.partition(" ")[0].rstrip(",.") in CLINGING or line.startswith(_BEGINNINGS)


def is_attached(line: str) -> bool:
    """Tell whether a line begins with a particle that stands close behind its noun."""
    return _ATTACHED.match(line) is not None and clings(line)


def _is_begun(text: str) -> bool:
    """Tell whether a sentence has begun behind another, or a text is longer than any headline."""
    hangul = _ATTACHED.search(text[-_LEAST_BEFORE:]) is not None
    longest = _LONGEST_HANGUL_HEADLINE if hangul else _LONGEST_HEADLINE
    return len(text) > longest or (len(text) >= _LEAST_BEGUN and _BEGUN.search(text) is not None)
