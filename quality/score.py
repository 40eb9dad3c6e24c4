"""How near a text comes to the text that was wanted."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
TOKEN = re.compile(rf"[{CJK}]|[^\W_{CJK}]+")


class Score(NamedTuple):
    """Agreement of two texts as multisets of words."""

    precision: float
    recall: float
    f1: float
    exact: bool
    """The same words in the same order."""


def tokens(text: str) -> list[str]:
    """Split into lower-case words; Chinese, Japanese and Korean into characters.

    >>> tokens("The 12-point plan. 江城")
    ['the', '12', 'point', 'plan', '江', '城']
    """
    return TOKEN.findall(text.lower())


def score(found: str, wanted: str) -> Score:
    """Compare two texts word by word (the word F1 of the web content extraction benchmark, WCXB).

    >>> score("a b c", "a b d").f1
    0.6666666666666666
    """
    left, right = tokens(found), tokens(wanted)
    return Score(*_agreement(left, right), exact=left == right)


def _agreement(found: Sequence[str], wanted: Sequence[str]) -> tuple[float, float, float]:
    if not found or not wanted:
        same = float(not found and not wanted)
        return same, same, same
    both = (Counter(found) & Counter(wanted)).total()
    return both / len(found), both / len(wanted), 2 * both / (len(found) + len(wanted))
