"""Captions without an element of their own: alone with a picture, or below it in one paragraph."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cleannews.label.rules.bylines import names_only
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
_FIELDS, _FIELD_WORDS = 4, 3
"""Such texts that begin with the same words before a sign are fields of a list: "Best for: travellers"."""
_LINKED = 0.5
"""Share of links from which a text with a picture is a teaser."""
_LEVELS = 3
"""Elements around a picture that hold nothing else: a link, a cell, a row."""


def find_picture_captions(scene: Scene) -> Iterator[Verdict]:
    """Name short texts that stand alone in an element with a picture, inside the text (HTML)."""
    if scene.context.page.kind is not Kind.HTML or not scene.prose:
        return
    inside = (one for one in scene.context.page.hints.pictures if scene.start < one.segment < scene.end)
    places = [one.segment for one in inside if _may_be(scene, one.segment, _limit(scene, one))]
    fields = Counter(filter(None, (_field(scene, index) for index in places)))
    for index in places:
        if fields[_field(scene, index)] < _FIELDS:
            yield _BELOW.at(index, "alone with a picture")


def _field(scene: Scene, index: int) -> str:
    """The name of a field with which a text begins; empty if it begins with none."""
    name, sign, _ = scene.texts[index].partition(":" if ":" in scene.texts[index] else " | ")
    return name if sign and len(name.split()) <= _FIELD_WORDS else ""


def _limit(scene: Scene, picture: Picture) -> int:
    """The most words of a caption with a full stop behind a picture; 0 if its element holds other text."""
    index, containers = picture.segment, scene.context.page.containers
    around = [*containers.around(scene.segments[index].container)]
    above, below = (_around_shown(scene, index, step) for step in (-1, 1))
    place, climbed = picture.container, 0
    while place not in around:
        if place in above or climbed == _LEVELS or place < 0 or containers.tags[place] not in _AROUND:
            return 0
        place, climbed = containers.parents[place], climbed + 1
    if place in above or place in below:
        return 0
    if place == around[0]:
        return _SENTENCE if picture.broken else 0
    if containers.tags[place] not in _AROUND:
        return 0
    return _FAR_SENTENCE if climbed else _SENTENCE


def _around_shown(scene: Scene, index: int, step: int) -> frozenset[int]:
    """The elements around the next shown block before or behind one."""
    index += step
    while 0 < index < len(scene.segments) - 1 and scene.segments[index].hidden:
        index += step
    if not 0 <= index < len(scene.segments):
        return frozenset()
    return frozenset(scene.context.page.containers.around(scene.segments[index].container))


def _may_be(scene: Scene, index: int, most: int) -> bool:
    """Tell whether a block is as long as a caption, and no heading and no byline beside a portrait."""
    measures, segment = scene.measures, scene.segments[index]
    return (
        segment.tag in _TAGS
        and _LEAST <= measures.words[index] <= (most if measures.ended[index] else _MOST)
        and 2 * segment.strong_chars <= measures.chars[index]
        and (measures.link_share[index] or 0) < _LINKED
        and segment.text[-1] not in ":?"
        and not (scene.firsts[index] in scene.lexicon.words["byline"] and names_only(segment.text))
    )


PICTURE_CAPTIONS = Rule("picture_captions", find_picture_captions, (_BELOW,))
