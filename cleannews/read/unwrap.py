"""Hard-wrapped lines become one text again, hyphenation included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.read.letters import CJK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HYPHEN_END = re.compile(r"(\w{1,40})[-‐]$")
_SOFT_HYPHEN = "\u00ad"
_HYPHENS = "-‐\u00ad"
_LONGEST_WORD = 41
_CJK_END = re.compile(rf"[{CJK}、。，！？」』）：；]")
_CJK_START = re.compile(rf"[{CJK}「『（、。，！？」』）：；]")
_MIN_HYPHENATED = 3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Speller:
    """Knows the words of a dump, so that a hyphen at a line end can be told from a hyphenated word's.

    Args:
        texts: The lines of the dump; read once, when the first hyphen asks for them.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts
        self._words: frozenset[str] | None = None
        self._hyphenates = False

    def drops_hyphen(self, before: str, line: str) -> bool | None:
        """Tell whether a hyphen at a line end goes away when the lines are joined.

        Returns:
            ``None`` if the line does not end with a hyphen inside a word: the lines are joined by a space.

        >>> Speller(["the government said"]).drops_hyphen("the govern-", "ment fell")
        True
        >>> Speller(["a long term plan"]).drops_hyphen("the long-", "term plan")
        False
        """
        if before[-1] == _SOFT_HYPHEN:
            return True
        head = _HYPHEN_END.search(before, max(0, len(before) - _LONGEST_WORD))
        tail = _WORD.match(line)
        if not head or not tail:
            return False if head and before[-2].isdigit() and line[0].isdigit() else None
        first, second = head.group(1), tail.group()
        if not second[0].islower() or not first[-1].isalpha():
            return False
        if self._words is None:
            self._learn()
        return self._is_one_word(first.casefold(), second.casefold())

    def _is_one_word(self, first: str, second: str) -> bool:
        words = self._words or frozenset()
        if first + second in words:
            return True
        if f"{first}-{second}" in words or (first in words and second in words):
            return False
        return self._hyphenates

    def _learn(self) -> None:
        """Collect the words, halves at line ends left out, and see whether the dump hyphenates at all.

        A dump that hyphenates does so on a twentieth of its lines or more; one that only breaks lines after
        the hyphens of hyphenated words (html2text) does so on a hundredth.
        """
        words: set[str] = set()
        ends = lines = 0
        halved = False
        for text in self._texts:
            lines += 1
            found = _WORD.findall(text)
            begin = 1 if halved else 0
            halved = text[-1:] in _HYPHENS and text[-2:-1].isalpha()
            ends += halved
            words.update(map(str.casefold, found[begin : len(found) - halved]))
        self._words = frozenset(words)
        self._hyphenates = ends >= _MIN_HYPHENATED and ends * 20 >= lines


def unwrapped(texts: Sequence[str], speller: Speller) -> str:
    """Join the lines of one wrapped block.

    Args:
        texts: The lines, none of them empty.
        speller: The words of the dump.
    """
    if len(texts) == 1:
        return texts[0]
    parts = [texts[0]]
    for line in texts[1:]:
        before = parts[-1]
        if before[-1] in _HYPHENS:
            drops = speller.drops_hyphen(before, line)
            if drops:
                parts[-1] = before[:-1]
            elif drops is None:
                parts.append(" ")
        elif not (_CJK_END.match(before[-1]) and _CJK_START.match(line)):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)
