"""Blocks that say what another block says: cut-off excerpts of the lead, and paragraphs shown twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import PROSE_WORDS
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_EXCERPT = Reason("excerpt", Label.EXCERPT, 0.99)
_DUPLICATE = Reason("duplicate", Label.EXCERPT, 0.98)

_DOTS = re.compile(r"\s*(?:\[(?:\.{2,3}|…)\]|\((?:\.{2,3}|…)\)|\.{2,4}|…)\s*$")
_PREFIX_CHARS = 24
"""Blocks are bucketed by their first characters: enough to keep buckets small."""
_LEAST_WORDS = 8
_LEAST_CHARS = 40
"""A shorter beginning in common may be chance ("The minister said on Monday")."""


def find_excerpts(scene: Scene) -> Iterator[Verdict]:
    """Name blocks that are the beginning of a later block, cut off at a word, with or without dots."""
    keys, words = scene.measures.keys, scene.measures.words
    chars = scene.measures.chars
    headline = scene.context.headline.block
    latest: dict[str, list[int]] = {}
    for index in range(len(keys) - 1, -1, -1):
        key = keys[index]
        if len(key) < _PREFIX_CHARS:
            continue
        bucket = latest.setdefault(key[:_PREFIX_CHARS], [])
        if bucket and index != headline and (words[index] >= _LEAST_WORDS or chars[index] >= _LEAST_CHARS):
            whole = _longer(_DOTS.sub("", key), (keys[later] for later in bucket))
            if whole is not None:
                yield _EXCERPT.at(index, f"beginning of block {bucket[whole]}")
        if len(bucket) < _BUCKET:
            bucket.append(index)


_BUCKET = 8
"""Blocks remembered for one beginning: a page of a hundred thousand like lines must stay linear."""


def _longer(start: str, candidates: Iterable[str]) -> int | None:
    """Which of the candidates begins with these words and goes on."""
    for number, candidate in enumerate(candidates):
        rest = candidate[len(start) : len(start) + 2]
        if rest.strip() and candidate.startswith(start) and not (rest[0].isalnum() and start[-1].isascii()):
            return number
    return None


def find_duplicates(scene: Scene) -> Iterator[Verdict]:
    """Name paragraphs that stand twice, save the copy that stands among the most prose."""
    keys, words = scene.measures.keys, scene.measures.words
    places: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        if words[index] >= PROSE_WORDS:
            places.setdefault(key, []).append(index)
    shown = scene.context.headline
    for copies in places.values():
        if len(copies) < 2 or shown.block in copies:  # noqa: PLR2004 - twice is twice
            continue
        best = max(copies, key=lambda index: (_prose_around(scene, index), -index))
        for index in copies:
            if index != best:
                yield _DUPLICATE.at(index, f"same words as block {best}")


def _prose_around(scene: Scene, index: int) -> int:
    """How many of the four nearest blocks read like prose."""
    words, ended = scene.measures.words, scene.measures.ended
    near = (*range(max(index - 2, 0), index), *range(index + 1, min(index + 3, len(words))))
    return sum(words[place] >= PROSE_WORDS and ended[place] for place in near)


EXCERPTS = Rule(find_excerpts, (_EXCERPT,))
DUPLICATES = Rule(find_duplicates, (_DUPLICATE,))
