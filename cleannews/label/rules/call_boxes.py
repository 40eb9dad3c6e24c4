"""Boxes that call the reader to buy, to give or to sign up, as their class tells: ``cta``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.class_states import without_states
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_CALL = Reason("call_box", Label.ADVERT, 0.996)
"""Set: of the 1,145 such blocks on fundus and WCXB 66 are in the gold, most of them words that stand in the
text besides; of the 64 that the score would keep, on 20 sites, four are."""

_NAME = re.compile(r"(?<![a-z])(?:cta|call[-_]?to[-_]?action)s?(?![a-z])")
_MOST_BLOCKS, _MOST_CHARS = 8, 600
"""Blocks and characters of a box: a larger element of such a name is a wrapper."""
_CALL_WORDS = 3
"""Words of a call; a name alone may be the author's."""


def find_call_boxes(scene: Scene) -> Iterator[Verdict]:
    """Name all blocks of small elements that are called calls to action (HTML)."""
    if scene.context.page.kind is not Kind.HTML:
        return
    called = _called(scene)
    boxes = _small(scene, called) if called else {}
    for index, name in boxes.items():
        yield _CALL.at(index, f"class {name!r}")


def _called(scene: Scene) -> Mapping[int, str]:
    """The containers with such a name."""
    found: dict[int, str] = {}
    for place, names in enumerate(scene.context.page.containers.names):
        if "cta" in names or "action" in names:
            word = _NAME.search(without_states(names))
            if word:
                found[place] = word[0]
    return found


def _small(scene: Scene, called: Mapping[int, str]) -> Mapping[int, str]:
    """The blocks of those that are small and do not hold the headline, with the name of each one's."""
    containers, headline = scene.context.page.containers, scene.context.headline.block
    blocks: dict[int, list[int]] = {}
    for index, place in enumerate(scene.measures.columns.container):
        for around in containers.around(place):
            if around in called:
                blocks.setdefault(around, []).append(index)
    found: dict[int, str] = {}
    for place, inside in blocks.items():
        chars = sum(len(scene.texts[index]) for index in inside)
        calls = headline not in inside and any(scene.measures.words[index] >= _CALL_WORDS for index in inside)
        if calls and len(inside) <= _MOST_BLOCKS and chars <= _MOST_CHARS:
            found.update(dict.fromkeys(inside, called[place]))
    return found


CALL_BOXES = Rule("call_boxes", find_call_boxes, (_CALL,))
