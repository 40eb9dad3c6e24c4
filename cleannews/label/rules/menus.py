"""Menus and bars: runs of short lines that lead elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress, repeat
from typing import TYPE_CHECKING

from cleannews.label.lexicon import load_lexicon
from cleannews.label.menu_lines import is_menu_line
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import runs
from cleannews.labels import Kind, Label
from cleannews.read.elements import SUBHEADINGS

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

_TOPIC = Reason("topic_run", Label.TAGS, 0.997)
"""Set: no such line of the development corpora is in the gold."""

_MENU_ITEMS = 4
_LINE_ENTRIES = 3
_LINKED = 0.8
"""Share of link characters from which a line of an HTML page is a link."""

_TAGS_AFTER = 15
"""Tags that are taken behind one heading."""
_TAGGED = "tagged"
_TOPIC_WORDS = 3
"""Words of a topic; headlines have more."""
_HEADLINE_WORDS = range(_TOPIC_WORDS + 1, 22)
_TOPICS = range(2, _TAGS_AFTER)
"""Topics of an article; a longer list is the site's."""
_COMMAS = re.compile(r"\s?[,;，、]\s?")


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
    """Name lines of a dump before the article that hold the entries of a menu with white space between."""
    if scene.context.page.kind is Kind.HTML:
        return
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
    openers = scene.lexicon.openers
    for index in [index for index, key in enumerate(keys) if ":" in key]:
        called = words[index] in _CALL_WORDS and scene.firsts[index] in openers
        if called and _calls_to_share(scene, keys[index]):
            yield _SHARE_BAR.at(index, "a call to share, and names of networks")


def _calls_to_share(scene: Scene, key: str) -> bool:
    """Tell whether a line begins with a call to share and two networks: "Share: Facebook Twitter"."""
    found = scene.lexicon.find_opener(key)
    if found is None or found.label is not Label.SHARE or not found.text.endswith(":"):
        return False
    named = key[len(found.text) :].split(maxsplit=2)[:2]
    return len(named) > 1 and scene.lexicon.words["network"].issuperset(named)


_CALL_WORDS = range(3, 46)
"""Words of a bar behind a call, tags among them."""

_BAR_WORDS = 16


def find_tags(scene: Scene) -> Iterator[Verdict]:
    """Name short lines under a heading such as "Tags", and lines of nothing but hash tags.

    Under a heading that stands over topics as over headlines ("More on"), very short lines are topics; so is
    what stands behind it in its own line, parted by commas.
    """
    for index in scene.places(Label.TAGS):
        yield from _tags_behind(scene, index)
    topics, starts = scene.lexicon.words["topics"], _topic_starts()
    for index in [index for index, first in enumerate(scene.firsts) if first in starts]:
        if scene.measures.keys[index] in topics:
            yield from _topics_behind(scene, index)
        elif _lists_topics(scene, index):
            yield _TAG_LINE.at(index, "topics behind their heading")
    for index in compress(range(len(scene.texts)), map(str.startswith, scene.texts, repeat("#"))):
        words = scene.texts[index].split()
        if words[0].strip("#") and all(map(_is_hash_tag, words)):
            yield _TAG_LINE.at(index, "hash tags only")


@lru_cache(maxsize=1)
def _topic_starts() -> frozenset[str]:
    """Collect the first words of the headings that stand over topics."""
    return frozenset(text.partition(" ")[0] for text in load_lexicon().words["topics"])


def _topics_behind(scene: Scene, heading: int) -> Iterator[Verdict]:
    """Name the lines under a heading if all of them, up to a longer one or a phrase, are topics by length."""
    words, stop = scene.measures.words, heading + 1
    most = min(heading + 1 + _TAGS_AFTER, len(scene.lines))
    while stop < most and scene.items[stop] and words[stop] <= _TOPIC_WORDS and scene.lines[stop] is None:
        stop += 1
    run = range(heading + 1, stop)
    short = sum(words[index] < _TOPIC_WORDS for index in run)
    headlines = stop < most and scene.lines[stop] is None and words[stop] in _HEADLINE_WORDS
    followed = headlines and not scene.measures.ended[stop]  # then the shorter ones are headlines as well
    if len(run) in _TOPICS and 2 * short > len(run) and not followed and heading > scene.end:
        for index in run:
            yield _TOPIC.at(index, f"under block {heading}")


def _lists_topics(scene: Scene, index: int) -> bool:
    """Tell whether a line is a heading, a colon and topics parted by commas; "Tagged" needs no colon."""
    key = scene.measures.keys[index]
    heading, _, rest = key.partition(":" if ":" in key else " ")
    if ":" not in key and heading != _TAGGED:
        return False
    topics = _COMMAS.split(rest.strip())
    listed = len(topics) > 1 and all(0 < len(topic.split()) <= _TOPIC_WORDS for topic in topics)
    return listed and heading.strip() in scene.lexicon.words["topics"] and not scene.measures.ended[index]


def _is_hash_tag(word: str) -> bool:
    """Tell a tag from the number of a post: "#1"."""
    return word[0] == "#" and not word[1:].isdigit()


def _tags_behind(scene: Scene, heading: int) -> Iterator[Verdict]:
    """Name the items below a heading up to the next heading, unless they are headings themselves."""
    tags = scene.measures.columns.tag
    for index in range(heading + 1, min(heading + 1 + _TAGS_AFTER, len(scene.lines))):
        if not scene.items[index] or (tags[index] in SUBHEADINGS and tags[heading + 1] not in SUBHEADINGS):
            return
        yield _TAG_RUN.at(index, f"under block {heading}")


GLUED_MENUS = Rule("glued_menus", find_glued_menus, (_GLUED,))
LISTED_MENUS = Rule("listed_menus", find_listed_menus, (_LISTED,))
MENU_LINES = Rule("menu_lines", find_menu_lines, (_MENU_LINE,))
SHARE_BARS = Rule("share_bars", find_share_bars, (_SHARE_BAR,))
TAGS = Rule("tags", find_tags, (_TAG_RUN, _TAG_LINE, _TOPIC))
