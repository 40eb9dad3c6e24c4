"""Menus and bars: runs of short lines that lead elsewhere."""

from __future__ import annotations

from itertools import compress, repeat
from typing import TYPE_CHECKING

from cleannews.label.menu_lines import is_menu_line
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import runs
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_GLUED = Reason("glued_menu", Label.NAVIGATION, 0.998)
_LISTED = Reason("listed_menu", Label.NAVIGATION, 0.99)
_MENU_LINE = Reason("menu_line", Label.NAVIGATION, 0.998)
_SHARE_BAR = Reason("share_bar", Label.SHARE, 0.998)
_TAG_RUN = Reason("tag_run", Label.TAGS, 0.99)
_TAG_LINE = Reason("tag_line", Label.TAGS, 0.998)

_MENU_ITEMS = 4
_LINE_ENTRIES = 3
_LINKED = 0.8
"""Share of link characters from which a line of an HTML page is a link."""

_TAGS_AFTER = 15
"""Tags that are taken behind one heading."""


def find_glued_menus(scene: Scene) -> Iterator[Verdict]:
    """Name runs such as ``NewsSportWeather``: three or more short items without white space between."""
    for run in scene.glued:
        short = [scene.items[index] for index in run]
        least = 3 if all(short) else _MENU_ITEMS
        for part in runs(short, least=least):
            for index in run[part.start : part.stop]:
                yield _GLUED.at(index, f"one of {len(part)} short items in a glued run")


def find_listed_menus(scene: Scene) -> Iterator[Verdict]:
    """Name runs of at least four short lines before the headline or behind the article."""
    headline, end = scene.context.headline.block, scene.end
    links = scene.measures.link_share
    members = [
        item and (index < headline or index > end) and (share is None or share >= _LINKED)
        for index, (item, share) in enumerate(zip(scene.items, links, strict=True))
    ]
    for run in runs(members, least=_MENU_ITEMS):
        evidence = f"one of {len(run)} short lines in a row"
        for index in run:
            yield _LISTED.at(index, evidence)


def find_menu_lines(scene: Scene) -> Iterator[Verdict]:
    """Name lines before the article that hold the entries of a menu with white space between."""
    for index in range(min(scene.start, len(scene.segments))):
        if scene.measures.words[index] >= _LINE_ENTRIES and is_menu_line(scene.texts[index]):
            yield _MENU_LINE.at(index, "departments on one line")


def find_share_bars(scene: Scene) -> Iterator[Verdict]:
    """Name lines that hold nothing but names of networks and share words, at least two of them."""
    networks = scene.lexicon.words["network"]
    keys, words = scene.measures.keys, scene.measures.words
    for index, first in enumerate(scene.firsts):
        if (
            first in networks
            and 1 < words[index] <= _BAR_WORDS
            and networks.issuperset(keys[index].replace(",", " ").split())
        ):
            yield _SHARE_BAR.at(index, "names of networks only")


_BAR_WORDS = 16


def find_tags(scene: Scene) -> Iterator[Verdict]:
    """Name short lines under a heading such as "Tags", and lines of nothing but hash tags."""
    for index in scene.places(Label.TAGS):
        yield from _tags_behind(scene, index)
    for index in compress(range(len(scene.texts)), map(str.startswith, scene.texts, repeat("#"))):
        words = scene.texts[index].split()
        if len(words[0]) > 1 and all(map(_is_hash_tag, words)):
            yield _TAG_LINE.at(index, "hash tags only")


def _is_hash_tag(word: str) -> bool:
    return word[0] == "#"


def _tags_behind(scene: Scene, heading: int) -> Iterator[Verdict]:
    for index in range(heading + 1, min(heading + 1 + _TAGS_AFTER, len(scene.lines))):
        if not scene.items[index]:
            return
        yield _TAG_RUN.at(index, f"under block {heading}")


GLUED_MENUS = Rule("glued_menus", find_glued_menus, (_GLUED,))
LISTED_MENUS = Rule("listed_menus", find_listed_menus, (_LISTED,))
MENU_LINES = Rule("menu_lines", find_menu_lines, (_MENU_LINE,))
SHARE_BARS = Rule("share_bars", find_share_bars, (_SHARE_BAR,))
TAGS = Rule("tags", find_tags, (_TAG_RUN, _TAG_LINE))
