"""Captions without an element of their own: alone with a picture, or below it in one paragraph."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene
    from cleannews.read.page import Picture

_BELOW = Reason("picture_caption", Label.CAPTION, 0.996)
"""Set: of 82 such blocks on fundus and sites_dev none is in the gold; of 553 on WCXB, whose pages list goods
with a picture and a line for each, 84 are."""

_AROUND = frozenset({"a", "center", "div", "figure", "span", "table", "tbody", "td", "tr"})
"""Elements that hold a picture and its caption."""
_TAGS = frozenset({"center", "div", "em", "figcaption", "figure", "p", "span", "td"})
_LEAST, _MOST = 4, 40
"""Words of a caption."""
_SENTENCE, _FAR_SENTENCE = 25, 20
"""Most words of one with a full stop: a longer one may be a paragraph that a picture stands beside, the more
so if the picture has an element of its own."""
_LINKED = 0.5
"""Share of links from which a text with a picture is a teaser."""
_LEVELS = 3
"""Elements around a picture that hold nothing else: a link, a cell, a row."""


def find_picture_captions(scene: Scene) -> Iterator[Verdict]:
    """Name short texts that stand alone in an element with a picture, inside the text (HTML)."""
    pictures = scene.context.page.hints.pictures
    if scene.context.page.kind is not Kind.HTML or not pictures or not scene.prose:
        return
    held = _held(scene)
    for picture in pictures:
        index = picture.segment
        if scene.start < index < scene.end and _may_be(scene, index, _limit(scene, picture, held)):
            yield _BELOW.at(index, "alone with a picture")


def _held(scene: Scene) -> Counter[int]:
    """How many shown blocks each element holds."""
    containers = scene.context.page.containers
    held = Counter(segment.container for segment in scene.segments if not segment.hidden)
    for place in range(len(containers.parents) - 1, 0, -1):
        if held[place]:
            held[containers.parents[place]] += held[place]
    return held


def _limit(scene: Scene, picture: Picture, held: Counter[int]) -> int:
    """The most words of a caption with a full stop behind a picture; 0 if its element holds other text."""
    segment, containers = scene.segments[picture.segment], scene.context.page.containers
    place, climbed = picture.container, 0
    while not held[place] and climbed < _LEVELS and containers.tags[place] in _AROUND:
        place, climbed = containers.parents[place], climbed + 1
    if place < 0 or held[place] != 1:
        return 0
    if place == segment.container:
        return _SENTENCE if picture.broken else 0
    below = containers.tags[place] in _AROUND and place in containers.around(segment.container)
    return (_FAR_SENTENCE if climbed else _SENTENCE) if below else 0


def _may_be(scene: Scene, index: int, most: int) -> bool:
    """Tell whether a block is as long as a caption, and no heading."""
    measures, segment = scene.measures, scene.segments[index]
    return (
        segment.tag in _TAGS
        and _LEAST <= measures.words[index] <= (most if measures.ended[index] else _MOST)
        and 2 * segment.strong_chars <= measures.chars[index]
        and (measures.link_share[index] or 0) < _LINKED
        and segment.text[-1] not in ":?"
    )


PICTURE_CAPTIONS = Rule("picture_captions", find_picture_captions, (_BELOW,))
