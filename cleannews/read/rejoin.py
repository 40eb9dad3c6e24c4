"""Paragraphs that inline elements broke into pieces, one text node a line, are put together again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.read.caseless import goes_on, is_attached
from cleannews.read.cjk_pieces import hangs_by_particle, is_chinese_piece
from cleannews.read.credit_lines import BYLINE, CREDIT, CREDIT_LINE
from cleannews.read.letters import (
    CJK,
    FIRST_CJK,
    LOWER,
    OPENING,
    STOP_SIGNS,
    UPPER,
    is_caseless,
    is_ended,
)
from cleannews.read.small_words import LEADING_WORDS, LONGEST_SMALL_WORD, small_words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_TIGHT = frozenset(".,;:!?)]}%…’”»。、，：；！？）」』》〉】〕］・،؛؟।")
"""A line that starts with one of these goes on with the one before, without a space."""

_OPENERS = frozenset(OPENING + '"')
_GOES_ON = re.compile(
    rf"[\"“„«(\[–—-]{{0,2}}\s?[{LOWER}]|[.,;:!?)\]}}»”’…%、，。」』）؛،]|['’]s\b|\([^()]{{1,40}}\)\s[{LOWER}]"
)
_LOWER_START = re.compile(rf"[\"“„«(\[‘'–—-]{{0,2}}\s?[{LOWER}]")
_OPENED = re.compile(rf"»[{UPPER}\d]")
"""A quotation that opens, in Danish and in books: a closing mark stands before a space or another mark."""
_QUOTE_AND_ON = re.compile(rf"[\"”»“'’](?:[.,;:!?)]|\s[–—-]?\s?[{LOWER}])")
_CJK_END = re.compile(rf"[{CJK}、。，」』）]")
_CJK_START = re.compile(rf"[{CJK}「『（、。，]")
_ADDRESS_LINE = re.compile(r"(?:https?://|www\.)\S{4,2000}$")
"""The address of the page below its title, or of what is told about on a line of its own."""
_CUT_OFF = ("...]", "…]", "..]")
"""Marks in brackets of a text that a program cut off."""
_CREDIT_CHARS = 200
"""Who took a picture, at the end of its caption: no paragraph goes on behind it."""
_DROP_CAP = re.compile(rf"[\"“„«‘']?[{UPPER}]$")
_LONE_LETTERS = "AIOÀÉУВКСОЯИА"
"""Capitals that are words by themselves in the languages of Europe."""

_INNER_STOP = re.compile(rf"[{LOWER}\d)][.!?…][”\"»“’)]{{0,2}}\s{{1,3}}[^{LOWER}\s]")
_MARK = 2
"""Characters of the longest bullet, or of a quotation mark and a drop cap."""

_CLOSERS = frozenset(".,;:!?)]}。、，！？）」』］”\"'’")
_LONE_CLOSERS = frozenset("…»")
_MIN_PROSE_WORDS = 5
_MIN_PROSE = 25
_LONGEST_HEADLINE = 120
_LEAST_COPY, _LEAST_COPY_CJK, _MOST_COPIES = 36, 12, 8
_LEAST_TITLE = 12
_LONGEST_PIECE = 60
_HYPHENS = "-–—"


class Joiner:
    """Judges which lines of one dump are pieces of one paragraph.

    Args:
        texts: The lines of the dump, from which the small words of its language are learned when the first
            doubt asks for them.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._small: frozenset[str] | None = None
        self._longer: dict[str, list[str]] | None = None

    def hangs(self, before: str, line: str, beyond: str) -> bool:
        """Tell whether a line goes on with the paragraph before it.

        Args:
            before: The line before, or the end of the paragraph joined so far.
            line: The line.
            beyond: The line after it, ``""`` if there is none.

        >>> Joiner(()).hangs("This means some of the harbour's", "running costs", "are paid by fishermen.")
        True
        >>> Joiner(()).hangs("The ferry sank.", "Read more", "Weather")
        False
        """
        if before[-1] == ")" and CREDIT.search(before, max(0, len(before) - _CREDIT_CHARS)):
            return False
        if before[-1] == "]" and before.endswith(_CUT_OFF):
            return False
        return (
            self._may_hang(before, line, beyond)
            and not self._is_title(before)
            and not self._is_cut_copy(before)
        )

    def _may_hang(self, before: str, line: str, beyond: str) -> bool:
        first, last = line[0], before[-1]
        if first.isalnum() and last.isalnum() and first < FIRST_CJK and last < FIRST_CJK:  # the usual case
            return self._mid_sentence(before, line, beyond)
        if is_ended(before):
            return first in ",;" or (first in ")]}" and len(line) > 1)
        told = _told_by_marks(before, line)
        if told is not None:
            return told
        if _CJK_END.match(last) or _CJK_START.match(line):
            return hangs_by_particle(before, line) or is_chinese_piece(before, line, beyond)
        return self._mid_sentence(before, line, beyond)

    def _mid_sentence(self, before: str, line: str, beyond: str) -> bool:
        if len(before) <= _MARK and _DROP_CAP.match(before):
            if before == "I" and "II" in self._texts:  # numbers of sections
                return False
            return len(line) > _MIN_PROSE and (line[0].islower() or before[-1] in _LONE_LETTERS)
        if len(before) < _MARK or (len(line) <= _MARK and _DROP_CAP.match(line)):
            return False
        if (line[0].islower() or not line[0].isalnum()) and _LOWER_START.match(line):
            address = _ADDRESS_LINE.match(line) and not _is_more(beyond)
            if address or BYLINE.match(line) or CREDIT_LINE.match(line):
                return False
            return is_prose(before) or is_prose(line) or _is_begun(before, beyond)
        return self._goes_on_in_capitals(before, line, beyond)

    def _goes_on_in_capitals(self, before: str, line: str, beyond: str) -> bool:
        caseless = is_caseless(before[-1])
        if caseless or is_caseless(line[0]):
            told = goes_on(before, line, beyond) or (caseless and _ends_in_leading_word(before))
            if told or caseless:
                return told
        prose, between = is_prose(before), _goes_on(line, beyond)
        if not (prose or between or is_prose(line)):
            return False
        heads = len(before) <= _LONGEST_HEADLINE and not _ends_inside(before)
        if before[-1].islower() and _ends_in_leading_word(before):
            short = is_ended(line) or line.count(" ") < _MIN_PROSE_WORDS - 1
            whole = not heads or (short and len(line) <= _LONGEST_HEADLINE)
            return between or whole  # else two lines
        if self._ends_in_small_word(before):
            stated = is_ended(line) and line[-1] not in "?!" and len(line) <= _LONGEST_HEADLINE
            return between or stated or not heads
        if before[-1] in ",–—" or before.endswith(" -"):
            return prose
        return between and prose and not heads

    def _is_title(self, text: str) -> bool:
        """Tell whether a text is the first line of the dump, which stands in it once more."""
        first = next(iter(self._texts), "")
        return (
            text == first and _LEAST_TITLE <= len(text) <= _LONGEST_HEADLINE and self._texts.count(text) > 1
        )

    def _is_cut_copy(self, text: str) -> bool:
        """Tell whether another line of the dump begins with a text and goes on: it was cut off from that."""
        if len(text) < (_LEAST_COPY_CJK if text[0] >= FIRST_CJK else _LEAST_COPY):
            return False
        if self._longer is None:
            self._longer = {}
            for other in self._texts:
                self._longer.setdefault(other[:_LEAST_COPY_CJK], []).append(other)
        others = self._longer.get(text[:_LEAST_COPY_CJK], ())[:_MOST_COPIES]
        return any(len(other) > len(text) and other.startswith(text) for other in others)

    def _ends_in_small_word(self, text: str) -> bool:
        """Tell whether something mostly follows the last word: it is short, and frequent in this dump."""
        if not text[-1].islower():
            return False
        last = text.rsplit(None, 1)[-1]
        if len(last) > LONGEST_SMALL_WORD or not last.islower() or not last.isalpha() or last == text:
            return False
        if self._small is None:
            self._small = small_words_of(self._texts)
        return last in self._small


def _ends_inside(text: str) -> bool:
    """Tell whether a sentence ends inside a text: a headline it is not."""
    return _INNER_STOP.search(text) is not None


def _ends_in_leading_word(text: str) -> bool:
    last = text.rsplit(None, 1)[-1]
    return last in LEADING_WORDS and last != text


def is_apart(before: str, line: str, beyond: str) -> bool:
    """Tell by a glance that a line does not go on with the one before it, whatever stands before that one.

    It spares most lines the closer look of :meth:`Joiner.hangs`, and never contradicts it.

    >>> is_apart("Politics", "Sport", "Weather"), is_apart("the mayor of", "Harbour", "said")
    (True, False)
    """
    first, last = line[0], before[-1]
    if not (first.isupper() or first.isdigit()) or first >= FIRST_CJK:
        return False
    if last in STOP_SIGNS:
        return True
    if not last.isalnum() or last >= FIRST_CJK or len(before) <= _MARK:
        return False
    if beyond and not (beyond[0].isupper() or beyond[0].isdigit()):
        return False
    return not last.islower() or not _may_be_small(before.rsplit(None, 1)[-1])


def _may_be_small(word: str) -> bool:
    return word in LEADING_WORDS or (len(word) <= LONGEST_SMALL_WORD and word.islower())


def _told_by_marks(before: str, line: str) -> bool | None:
    """Return what the punctuation between two lines tells, ``None`` if it tells nothing."""
    first, last = line[0], before[-1]
    if first in _TIGHT or _QUOTE_AND_ON.match(line):
        return not is_mark(line) and not _OPENED.match(line)
    if last in _OPENERS and _is_open(before):
        return len(line) > _MIN_PROSE or len(before) > 1
    if first in _HYPHENS and line[1:2].isalpha():
        return last.isalpha()
    return False if is_mark(before) or is_mark(line) else None


def _is_begun(before: str, beyond: str) -> bool:
    """Tell whether a sentence has begun: a capital first, a small word last, more to come in small ones."""
    words = before.split()
    return len(words) > 1 and before[0].isupper() and words[-1][0].islower() and _is_more(beyond)


def _is_more(beyond: str) -> bool:
    return _GOES_ON.match(beyond) is not None and (beyond[0] in _TIGHT or is_prose(beyond))


def _goes_on(line: str, beyond: str) -> bool:
    """Tell whether a line that starts with a capital is a piece of the sentence around it."""
    return (
        bool(beyond)
        and not beyond[0].isupper()
        and len(line) <= _LONGEST_PIECE
        and _GOES_ON.match(beyond) is not None
        and not is_ended(line)
        and not is_mark(beyond)
        and not BYLINE.match(beyond)
    )


def is_prose(text: str) -> bool:
    """Tell whether a piece has enough words in small letters to be part of a sentence."""
    if len(text) < _MIN_PROSE // 2:
        return False
    words = text.split()
    if len(words) < _MIN_PROSE_WORDS:
        return False
    return sum([word[0].islower() for word in words]) * 2 >= len(words)


def is_mark(text: str) -> bool:
    """Tell whether a line is a bullet, a separator or an arrow rather than the end of a sentence."""
    return (
        len(text) <= _MARK
        and not text[0].isalnum()
        and not text[-1].isalnum()
        and text not in _LONE_CLOSERS
        and not (text[0] in _CLOSERS and text[-1] in _CLOSERS)
    )


def _is_open(text: str) -> bool:
    """Tell whether the quotation or bracket at the end of a text is an opening one."""
    return text[-1] in "([{„‚「『（《〈【" or len(text) == 1 or text[-2].isspace()


def seam(before: str, line: str) -> str:
    """Return what belongs between two pieces of a paragraph: a space or nothing.

    >>> seam("the river", "rose"), seam("rose", "."), seam("l’", "eau"), seam("水", "面")
    (' ', '', '', '')
    """
    last, first = before[-1], line[0]
    if last.isalnum() and first.isalnum():
        unspaced = (_CJK_END.match(last) and _CJK_START.match(line)) or is_attached(line)
        return "" if unspaced or (_DROP_CAP.match(before) and first.islower()) else " "
    tight = (
        first in _TIGHT
        or _QUOTE_AND_ON.match(line)
        or (last in _OPENERS and _is_open(before))
        or (last in "’'" and before[-2:-1].isalpha())
        or (first in "'’-" and line[1:2].isalpha())
        or (last in "-/" and before[-2:-1].isalpha() and first.isalpha())
        or (_CJK_END.match(last) and _CJK_START.match(line))
        or ('"' in (last, first) and before.count('"') % 2)
    )
    return "" if tight else " "
