"""Small sketches of texts, by which nearly equal articles find each other.

A sketch holds the smallest hashes of the text's runs of four words (bottom-k MinHash; Broder, "On the
resemblance and containment of documents", 1997; Cohen and Kaplan, "Summarizing data using bottom-k
sketches", 2007). The share of hashes that two sketches have in common estimates the share of word runs that
the texts do.
"""

from __future__ import annotations

import re
import struct
import zlib

SKETCH_SIZE = 64
"""Hashes of a sketch: the estimate is then off by about .05 where texts share .8 of their word runs."""

MARKS = 6
"""How many of the smallest hashes lead from one sketch to another. Texts that share .8 of their runs have at
least one of six in common but for a few in ten thousand; each costs a row in the ledger."""

_RUN = 4
_LEAST_RUNS = 100
"""Shorter texts have too few word runs to tell a copy from shared sentences: on pages of shops and forums,
texts of 50 to 100 runs that were furniture alone looked like copies of each other."""

_MOST_CHARACTERS = 10_000
"""How much of a text counts: longer than nearly all articles, and it bounds the time that a sketch takes."""

ALIKE = 0.8
"""Texts that share so many of their word runs count as copies: a story with another headline, a paragraph
more or a few edits. Among 1 300 mixed web pages, all pairs above it shared their text; below .7 pages merely
shared furniture."""

_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
"""A word; where words are not written apart, a character."""


def sketch(text: str) -> tuple[int, ...]:
    """Return the sketch of a text; empty for one that is too short.

    >>> storm = " ".join(f"word{number}" for number in range(200))
    >>> similarity(sketch(storm), sketch(storm.upper()))
    1.0
    >>> sketch("Rain on Sunday")
    ()
    """
    words = " ".join(tokens(text[:_MOST_CHARACTERS])).encode("utf-8", "replace").split()
    runs = set(map(b" ".join, zip(*(words[start:] for start in range(_RUN)), strict=False)))
    if len(runs) < _LEAST_RUNS:
        return ()
    return tuple(sorted(set(map(zlib.crc32, runs)))[:SKETCH_SIZE])


def tokens(text: str) -> list[str]:
    """Return the words of a text, in small letters; where words are not written apart, its characters."""
    return _TOKEN.findall(text.casefold())


def similarity(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Estimate the share of word runs that two texts have in common, 0 to 1."""
    if not one or not other:
        return 0.0
    both = {*one} & {*other}
    smallest = sorted({*one, *other})[:SKETCH_SIZE]
    return sum(hashed in both for hashed in smallest) / len(smallest)


def pack(hashes: tuple[int, ...]) -> str:
    """Write a sketch as a string.

    >>> pack((1, 255)), unpack(pack((1, 255)))
    ('00000001000000ff', (1, 255))
    """
    return struct.pack(f">{len(hashes)}I", *hashes).hex()


def unpack(packed: str) -> tuple[int, ...]:
    """Read what :func:`pack` wrote."""
    return struct.unpack(f">{len(packed) // 8}I", bytes.fromhex(packed))
