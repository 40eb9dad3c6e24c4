"""The score from which a block of a page is kept, by kind of page and mode."""

from __future__ import annotations

from operator import mul
from typing import TYPE_CHECKING

from cleannews.labels import Kind, Mode

if TYPE_CHECKING:
    from collections.abc import Sequence

THRESHOLDS = {
    Kind.HTML: {Mode.PRECISION: 0.98, Mode.BALANCED: 0.65, Mode.RECALL: 0.3},
    Kind.TEXT: {Mode.PRECISION: 0.9, Mode.BALANCED: 0.75, Mode.RECALL: 0.3},
}
"""Score from which a block is kept, by kind of page and mode. Read from the curves of pages whose sites the
weights had not seen (``python -m training.variants``; docs/training.md has them)."""

SHORT_TEXT = 250
SHORT_THRESHOLD = 0.5
"""What ``balanced`` holds a dump against whose scores promise fewer words: each paragraph counts there. At .6
short dumps made for this project lost paragraphs in Korean and Polish."""

CLEAN_SHARE, CLEAN_THRESHOLD = 0.9, 0.4
"""Share of a dump's words that its scores promise from which on it is an article by itself, and what
``balanced`` holds it against then. Held-out, of WCXB's gold texts as text .635 come out word for word, .499
without this; F1 of pages flattened in five ways differs by .0006 at most. From .85 on dumps on one line keep
furniture."""

_MOST_WORDS = 1_000
"""Words of a block that count: one of a megabyte with a score next to nothing would promise more than the
article has. Of the training pages one block in thirty thousand has more."""


def page_threshold(scores: Sequence[float], words: Sequence[int], kind: Kind, mode: Mode) -> float:
    """Return the score from which blocks of a page are kept.

    The mode's threshold, unless it would keep less than half of the words that the scores promise: then the
    scores are low all over the page, and ``precision`` gives way to ``balanced``, which gives way to half of
    the best F1 that the scores promise, the threshold that maximises it (Lipton, Elkan and Naryanaswamy 2014,
    "Optimal Thresholding of Classifiers to Maximize F1 Measure"). ``recall`` is never above ``balanced``.
    For short dumps ``balanced`` is :data:`SHORT_THRESHOLD`, for dumps of little but text
    (:data:`CLEAN_SHARE`) :data:`CLEAN_THRESHOLD`.

    >>> page_threshold([0.45, 0.4, 0.02], [50, 40, 3], Kind.HTML, Mode.BALANCED)
    0.299
    """
    wanted = THRESHOLDS[kind]
    if max(words, default=0) > _MOST_WORDS:
        words = [min(count, _MOST_WORDS) for count in words]
    promised = sum(map(mul, scores, words))

    def keeps_enough(threshold: float) -> bool:
        kept = sum(count for score, count in zip(scores, words, strict=True) if score >= threshold)
        return bool(2 * kept >= promised)

    if mode is Mode.PRECISION and keeps_enough(wanted[mode]):
        return wanted[mode]
    usual = wanted[Mode.BALANCED]
    if kind is Kind.TEXT and promised < SHORT_TEXT:
        usual = SHORT_THRESHOLD
    if kind is Kind.TEXT and promised >= CLEAN_SHARE * sum(words):
        usual = min(usual, CLEAN_THRESHOLD)
    if not keeps_enough(usual):
        usual = min(usual, _best_threshold(scores, words, promised))
    return min(usual, wanted[mode])


def _best_threshold(scores: Sequence[float], words: Sequence[int], promised: float) -> float:
    best = right = taken = 0.0
    for score, count in sorted(zip(scores, words, strict=True), reverse=True):
        right += score * count
        taken += count
        best = max(best, 2 * right / ((taken + promised) or 1.0))
    return round(best / 2, 3)
