"""Headlines that ran into each other on a line amid the text of a dump: teasers, whatever stands above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_GLUED = Reason("glued_teasers", Label.RELATED, 0.996)

_WORDS, _TOLD_WORDS = range(3, 21), 5
"""Words of a headline, and of one at least of those in a line."""
_OPENING = frozenset('"“„‘«¿¡')
_END_SIGNS = frozenset(",;:.…)»")


def find_glued_teasers(scene: Scene) -> Iterator[Verdict]:
    """Name the lines inside of the text that two headlines or more make, no space between them (dumps)."""
    if scene.context.page.kind is Kind.HTML:
        return
    for run in _lines(scene):
        pieces = [index for index in run if scene.lines[index] is not Label.RELATED]
        if (
            len(run) > 1
            and any(scene.measures.words[index] >= _TOLD_WORDS for index in pieces)
            and all(_is_headline(scene, index) for index in pieces)
        ):
            for index in pieces:
                yield _GLUED.at(index, f"one of {len(run)} headlines that ran into each other")


def _lines(scene: Scene) -> Iterator[list[int]]:
    """Yield the blocks inside of the text that stand on a line together, nothing between them."""
    inside = range(scene.start + 1, scene.end)
    starts = [scene.segments[index].start for index in inside]
    ends = [scene.segments[index - 1].end for index in inside]
    pairs = zip(inside, starts, ends, strict=True)
    run: list[int] = []
    for index in (at for at, start, end in pairs if start is not None and start == end):
        if run and run[-1] == index - 1:
            run.append(index)
            continue
        yield run
        run = [index - 1, index] if index > inside.start else [index]
    yield run


def _is_headline(scene: Scene, index: int) -> bool:
    text = scene.texts[index]
    return (
        scene.measures.words[index] in _WORDS
        and not scene.measures.ended[index]
        and (text[0] in _OPENING or (text[0].isalnum() and not text[0].islower()))
        and text[-1] not in _END_SIGNS
        and scene.lines[index] is None
        and _opens_freely(scene, index)
    )


def _opens_freely(scene: Scene, index: int) -> bool:
    """Tell whether a line opens with no phrase, or with one of teasers."""
    opener = scene.lexicon.find_opener(scene.measures.keys[index])
    return opener is None or opener.label is Label.RELATED


GLUED_TEASERS = Rule("glued_teasers", find_glued_teasers, (_GLUED,))
