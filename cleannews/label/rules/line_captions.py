"""Captions of a dump on one line: the sentence that a picture's credit follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.credit_spans import credit_spans
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Label
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_CREDIT = Reason("line_credit", Label.CAPTION, 0.996)
_CAPTION = Reason("credit_behind", Label.CAPTION, 0.996)
"""Set; .93 was measured: what is wrong stands before pictures that have a credit and no caption."""

_WORDS = range(4, 46)
_LEAST_OPEN = 7
"""Words of a caption without a full stop; fewer are a heading."""


def find_line_captions(scene: Scene) -> Iterator[Verdict]:
    """Name credits of pictures in a dump on one line, and the sentence before each."""
    if scene.context.page.layout is not Layout.ONE_LINE:
        return
    spans = credit_spans(scene.texts, scene.lexicon)
    alone = [
        index
        for index, found in enumerate(spans)
        if found and (found[0].start, found[0].end) == (0, len(scene.texts[index]))
    ]
    for index in alone:
        if scene.outside(index):
            continue
        yield _CREDIT.at(index)
        if index - 1 not in alone and _may_be_caption(scene, index - 1):
            yield _CAPTION.at(index - 1, scene.texts[index])


def _may_be_caption(scene: Scene, index: int) -> bool:
    words = scene.measures.words[index] if index >= 0 else 0
    return words in _WORDS and (scene.measures.ended[index] or words >= _LEAST_OPEN)


LINE_CAPTIONS = Rule("line_captions", find_line_captions, (_CREDIT, _CAPTION))
