"""Cards of advertisers amid the text, told by their first line: "Partner content"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.boxes import opened_box
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label
from cleannews.read.elements import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_CARD = Reason("promoted_card", Label.ADVERT, 0.995)

_MOST_BLOCKS, _MOST_CHARS = 6, 700
"""Blocks and characters below the line in the element that it opens."""


def find_promoted_cards(scene: Scene) -> Iterator[Verdict]:
    """Name the blocks of a small element that opens with a word for advertising and a heading (HTML).

    Where no heading follows, the word is told of a picture above paragraphs of the article.
    """
    if scene.context.page.kind is not Kind.HTML:
        return
    for line in scene.places(Label.ADVERT):
        box = opened_box(scene, line, blocks=_MOST_BLOCKS, chars=_MOST_CHARS)
        if box and scene.segments[box[0]].tag in HEADINGS:
            for index in box:
                yield _CARD.at(index, f"in the box below {scene.texts[line]!r}")


PROMOTED_CARDS = Rule("promoted_cards", find_promoted_cards, (_CARD,))
