"""Excerpts of teasers that a program cut off, known by each other: they all end after as many characters."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_CUT_ALIKE = Reason("cut_alike", Label.RELATED, 0.996)
_CUT_CHARS = range(60, 301)
"""Characters of an excerpt."""
_HEADED_WORDS = range(4, 26)
"""Words of the headline above it."""
_ALIKE = 2
"""Characters by which they may differ."""


def find_cut_alike(scene: Scene) -> Iterator[Verdict]:
    """Name texts below headlines of teasers that all break off after as many characters, in a dump."""
    if scene.context.page.kind is Kind.HTML or scene.context.page.layout in RUNNING:
        return
    cut = [index for index, text in enumerate(scene.texts) if _breaks_off(text) and _is_headed(scene, index)]
    sizes = sorted(len(scene.texts[index]) for index in cut)
    alike = {size for one, other in pairwise(sizes) if other - one <= _ALIKE for size in (one, other)}
    for index in cut:
        if len(scene.texts[index]) in alike:
            yield _CUT_ALIKE.at(index, "breaks off where another one does")


def _breaks_off(text: str) -> bool:
    """Tell whether dots stand directly behind a letter, at the end of a text of some length."""
    bare = text.rstrip("…") if text.endswith("…") else text.removesuffix("...")
    return len(bare) in _CUT_CHARS and len(bare) < len(text) and bare[-1].isalpha()


def _is_headed(scene: Scene, index: int) -> bool:
    """Tell whether a line like a headline stands above."""
    if not index or scene.measures.words[index - 1] not in _HEADED_WORDS:
        return False
    above = scene.texts[index - 1]
    return above[-1] not in ".:：。" and not _breaks_off(above)


CUT_TEASERS = Rule("cut_alike", find_cut_alike, (_CUT_ALIKE,))
