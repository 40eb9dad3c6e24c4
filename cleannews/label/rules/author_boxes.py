"""Boxes about the author, told by their heading: "About the author"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.boxes import opened_box
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
        if heading <= scene.start:
            continue
        box = opened_box(scene, heading, blocks=_MOST_BLOCKS, chars=_MOST_CHARS)
        if any(scene.measures.words[index] >= _PROSE_WORDS for index in box):
            for index in box:
                if scene.lines[index] is None:
                    yield _BOX.at(index, f"in the box below {scene.texts[heading]!r}")


AUTHOR_BOXES = Rule("author_boxes", find_author_boxes, (_BOX,))
