"""Boxes about the author, told by their heading: "About the author"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_BOX = Reason("author_box", Label.AUTHOR_BIO, 0.995)
"""Set: of 62 such blocks on the pages of fundus and WCXB one is in the gold."""

_MOST_BLOCKS, _MOST_CHARS = 5, 900
"""Blocks and characters below the heading in the element that it opens; a larger one is the article's."""
_PROSE_WORDS = 8
"""Words of what says who the author is."""


def find_author_boxes(scene: Scene) -> Iterator[Verdict]:
    """Name the blocks below a heading of authors that stand with it in a small element, with prose (HTML).

    Above the text such a heading belongs to the byline.
    """
    if scene.context.page.kind is not Kind.HTML:
        return
    for heading in scene.places(Label.AUTHOR_BIO):
        box = _box(scene, heading) if heading > scene.start else []
        told = any(scene.measures.words[index] >= _PROSE_WORDS for index in box)
        chars = sum(len(scene.texts[index]) for index in box)
        if told and len(box) <= _MOST_BLOCKS and chars <= _MOST_CHARS:
            for index in box:
                if scene.lines[index] is None:
                    yield _BOX.at(index, f"in the box below {scene.texts[heading]!r}")


def _box(scene: Scene, heading: int) -> list[int]:
    """The blocks behind a heading in the element that it opens, one too many at most."""
    containers, places = scene.context.page.containers, scene.measures.columns.container
    around = containers.parents[places[heading]]
    if around < 0 or around in containers.around(places[heading - 1]):
        return []
    behind = range(heading + 1, min(heading + _MOST_BLOCKS + 2, len(places)))
    return list(takewhile(lambda index: around in containers.around(places[index]), behind))


AUTHOR_BOXES = Rule("author_boxes", find_author_boxes, (_BOX,))
