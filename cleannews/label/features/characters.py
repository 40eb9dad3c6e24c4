"""Counts of character classes per block, taken in one pass over the whole page."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

Matrix = NDArray[np.float32]

CLASSES = (
    "lower",
    "upper",
    "letter",
    "digit",
    "space",
    "stop",
    "comma",
    "quote",
    "dash",
    "mark",
    "open",
    "symbol",
)
"""Classes a character may be in: letters by case (``letter``: scripts without case), then digits, space,
sentence ends, commas and colons, quotation marks, dashes, list and separator marks, brackets, all else."""

_INDEX = {name: number for number, name in enumerate(CLASSES)}
_BY_CHARACTER = {
    "stop": ".!?…。！？؟۔।॥։።｡",
    "comma": ",;:、，；：،؛",
    "quote": "\"'“”‘’„‚«»‹›「」『』",
    "dash": "-–—―",
    "mark": "|/\\•·>‣▪►▶→←↑↓*+#_=~@",
    "open": "()[]{}（）【】",
}
_BY_CATEGORY = {"Ll": "lower", "Lu": "upper", "Lt": "upper", "Nd": "digit", "No": "digit", "Nl": "digit"}
_TABLE_SIZE = 0x10000
"""The basic plane; what lies above counts as ``letter`` if an ideograph, else as ``symbol``."""

_IDEOGRAPHS = range(0x20000, 0x30000)


@lru_cache(maxsize=1)
def _table() -> NDArray[np.uint8]:
    """Class of every character of the basic plane."""
    table = np.full(_TABLE_SIZE, _INDEX["symbol"], dtype=np.uint8)
    for code in range(_TABLE_SIZE):
        category = unicodedata.category(chr(code))
        if category in _BY_CATEGORY:
            table[code] = _INDEX[_BY_CATEGORY[category]]
        elif category[0] in "LM":
            table[code] = _INDEX["letter"]
        elif category[0] == "Z" or category == "Cc":
            table[code] = _INDEX["space"]
    for name, characters in _BY_CHARACTER.items():
        for character in characters:
            table[ord(character)] = _INDEX[name]
    return table


def count_classes(texts: Sequence[str]) -> tuple[Matrix, NDArray[np.int64], NDArray[np.int64]]:
    """Count character classes of every text.

    Args:
        texts: One text per block.

    Returns:
        Counts of shape (blocks, classes), and for each block the class of its first and of its last
        character (``space`` for an empty text).
    """
    width, space = len(CLASSES), _INDEX["space"]
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    ends = np.cumsum(lengths)
    starts, total = ends - lengths, int(ends[-1]) if len(ends) else 0
    classes = _classes_of("".join((*texts, " ")))  # the space stands where an empty text may begin or end
    counts = np.zeros(len(texts) * width, dtype=np.float32)
    for start in range(0, total, _PORTION):
        stop = min(start + _PORTION, total)
        first, last = ends.searchsorted((start, stop - 1), side="right")
        sizes = np.minimum(ends[first : last + 1], stop) - np.maximum(starts[first : last + 1], start)
        rows = np.repeat(np.arange(0, len(sizes) * width, width), sizes)
        counts[first * width : (last + 1) * width] += np.bincount(
            rows + classes[start:stop], minlength=len(sizes) * width
        )
    empty = lengths == 0
    first_of = np.where(empty, space, classes[starts])
    last_of = np.where(empty, space, classes[ends - 1])
    return counts.reshape(len(texts), width), first_of.astype(np.int64), last_of.astype(np.int64)


_PORTION = 1 << 16
"""Characters that are counted at once: what that takes stays in the cache."""


def _classes_of(text: str) -> NDArray[np.uint8]:
    """Return the class of every character."""
    found = np.empty(len(text), dtype=np.uint8)
    for start in range(0, len(text), _PORTION):
        raw = text[start : start + _PORTION].encode("utf-32-le", "surrogatepass")
        codes = np.frombuffer(raw, dtype=np.uint32)
        classes = _table().take(codes, mode="clip")
        if np.max(codes) >= _TABLE_SIZE:
            high = codes >= _TABLE_SIZE
            ideographs = (codes >= _IDEOGRAPHS.start) & (codes < _IDEOGRAPHS.stop)
            classes[high] = np.where(ideographs[high], _INDEX["letter"], _INDEX["symbol"])
        found[start : start + len(codes)] = classes
    return found
