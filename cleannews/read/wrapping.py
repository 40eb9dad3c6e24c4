"""The width at which the lines of a dump are wrapped, and which lines were broken because they were full."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from cleannews.read.letters import CJK_SIGN, FIRST_CJK, STOPS, columns, has_columns, is_caseless
from cleannews.read.page import Layout
from cleannews.read.traits import Traits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cleannews.read.lines import Line

_WIDTHS = range(30, 201)
_MIN_MID_SENTENCE, _FEW_MID_SENTENCE = 4, 2
"""Line ends that tell a width; two or three do if the longest line of the dump explains them all."""
_EVIDENCE = ((0.5, 0.35), (0.2, 0.03))
"""A width counts if it explains this share of the mid-sentence line ends at least and this share of the
characters at most stands on longer lines: few tables over the width (w3m), or many headlines that only look
like mid-sentence ends (Chinese, Japanese). Dumps that are not wrapped are below .1 and above .5."""

_LEAST_EVIDENCE = min(at_least for at_least, _ in _EVIDENCE)

_MEASURES = ((False, len), (True, columns))
_MIN_WRAPPED = 20
"""A shorter line is no line of wrapped prose."""

_HANGING = range(7)
"""Columns by which the second line of a list item stands to the right of its mark."""

_MAX_LINES = 20_000
_NEAR = 3


def wrapping(lines: Sequence[Line]) -> tuple[int, bool]:
    """Return the column at which lines are wrapped (0 if they are not) and whether it counts columns.

    Lines that end in mid-sentence tell: where lines are wrapped, the first word of the next line would not
    have fitted on them. Of characters and columns of a terminal, what explains more of them is counted.
    """
    pairs = _mid_sentence(lines)
    if len(pairs) < _FEW_MID_SENTENCE:
        return 0, False
    best, found = 0.0, (0, False)
    unspaced = sum(CJK_SIGN.match(line.text[-1]) is not None for line, _ in pairs) * 2 > len(pairs)
    for wide, measure in _MEASURES:
        if wide and not has_columns("".join([line.text for line in lines])):
            break
        width, explained = _wrapped_at(lines, pairs, measure)
        if width and (explained > best or (unspaced and explained == best)):
            best, found = explained, (width, wide)
    return found


def _wrapped_at(
    lines: Sequence[Line], pairs: Sequence[tuple[Line, str]], measure: Callable[[str], int]
) -> tuple[int, float]:
    """Return the width that explains most line ends by one measure, 0 if too few, and the share of them."""
    ends = [(line.indent + measure(line.text), measure(word)) for line, word in pairs]
    sizes = [line[4] + measure(line[0]) for line in lines if "](" not in line[0]]
    if len(pairs) < _MIN_MID_SENTENCE:
        width = max(sizes, default=0)
        fits = width in _WIDTHS and all(size <= width < size + 1 + word for size, word in ends)
        return (width, 1.0) if fits else (0, 0.0)
    width, explained = _width(ends)
    if explained < _LEAST_EVIDENCE:
        return 0, explained
    width = _widened(width, sizes)
    overlong = _overlong(sizes, width)
    told = any(explained >= at_least and overlong <= at_most for at_least, at_most in _EVIDENCE)
    return width if told else 0, explained


def first_word(text: str) -> str:
    """Return what a wrapping program would have had to fit on the line before.

    >>> first_word("in the valley"), first_word("水面が")
    ('in', '水')
    """
    return text[0] if text[0] >= FIRST_CJK and CJK_SIGN.match(text) else text.split(None, 1)[0]


def is_full(line: Line, after: str, traits: Traits) -> bool:
    """Tell whether a line was broken because the next word did not fit on it.

    A line over the width was not broken at all.
    """
    measure = columns if traits.wide else len
    size = line.indent + line.hang + measure(line.text)
    if not size <= traits.width <= size + measure(after):  # all of the next line would have fitted
        return False
    word = first_word(after)
    space = word[0] < FIRST_CJK or not (CJK_SIGN.match(word) and CJK_SIGN.match(line.text[-1]))
    return traits.width < size + space + measure(word)


def full_lines(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Return the lines of a wrapped dump that were broken because they were full, each with the next line."""
    width, wide = wrapping(lines)
    if not width:
        return []
    traits = Traits(Layout.WRAPPED, width, wide, glued=False, numbered=False, base_gap=0)
    return [
        (before, after)
        for before, after in pairwise(lines)
        if not after.gap
        and after.indent - before.indent in _HANGING
        and (is_full(before, after.text, traits) or _is_one_word_over(before, after, width))
    ]


def _is_one_word_over(line: Line, after: Line, width: int) -> bool:
    """Tell whether a line holds one word that no line could hold, and a sentence that goes on below."""
    return line.indent + len(line.text) > width and " " not in line.text and after.text[0].islower()


def _mid_sentence(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """Return the lines that end in mid-sentence, each with the first word of the next line."""
    goes_on = [
        (line, after.text)
        for line, after in pairwise(lines[:_MAX_LINES])
        if not after[3]
        and len(line[0]) >= _MIN_WRAPPED
        and ((first := after[0][0]).islower() or is_caseless(first))
    ]
    return [(line, first_word(after)) for line, after in goes_on if _is_mid_sentence(line.text[-1], after[0])]


def _is_mid_sentence(last: str, first: str) -> bool:
    if CJK_SIGN.match(first):
        return CJK_SIGN.match(last) is not None or last in "、，"
    return last not in STOPS and last not in _OPEN_ENDS


_OPEN_ENDS = ":;]"
"""What lines of lists and texts that were cut off end in: what follows in small letters tells no width."""


def _overlong(sizes: Sequence[int], width: int) -> float:
    """Return the share of the characters that stand on lines over a width."""
    return sum(size for size in sizes if size > width) / max(1, sum(sizes))


def _width(pairs: Sequence[tuple[int, int]]) -> tuple[int, float]:
    """Return the width that explains most line ends, and the share that it explains.

    A width explains a line end if it is not below the line's size, and below what the next word needs.
    """
    steps = [0] * (_WIDTHS.stop + 1)
    for size, word in pairs:
        if size < _WIDTHS.stop:
            steps[size] += 1
            steps[min(size + 1 + word, _WIDTHS.stop)] -= 1
    best = explained = running = 0
    for width, step in enumerate(steps[: _WIDTHS.stop]):
        running += step
        if running > explained and width >= _WIDTHS.start:
            best, explained = width, running
    return best, explained / len(pairs)


def _widened(width: int, sizes: Sequence[int]) -> int:
    """Return the largest size near a width that lines have often.

    Few mid-sentence ends leave the width a column or two low.
    """
    counts = Counter(size for size in sizes if width - _NEAR <= size <= width + _NEAR)
    often = sum(counts.values()) / _NEAR / 4
    return max(
        (size for size in range(width, width + _NEAR + 1) if counts[size] > max(often, 2)), default=width
    )
