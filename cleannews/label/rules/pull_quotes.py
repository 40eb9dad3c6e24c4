"""Pull quotes: a sentence of the article set apart in large letters, which its paragraph says as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import PROSE_WORDS
from cleannews.labels import Kind, Label
from cleannews.read.elements import SUBHEADINGS
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_PULL = Reason("pull_quote", Label.EXCERPT, 0.997)
"""Set, as that of an excerpt: what is lost with it stands in its paragraph. Of the eleven such blocks that
were kept on the pages of fundus_dev and wcxb_dev, cross-validated, the gold holds one."""

_SET_APART = frozenset({"blockquote", "aside", "figure", "q"})
_ALONE = "div"
"""May be a paragraph itself, so it has to be a whole sentence."""
_WORDS, _ALONE_WORDS, _LINE_WORDS = range(5, 61), range(8, 61), range(12, 61)
"""The last of a line of a dump: of eight pages of fundus_dev and wcxb_dev that have such a line in three
layouts, the gold has the sentence once on seven."""
_MORE = 30
"""Characters that the paragraph of a dump has more: what is nearly all of it is a copy."""
_REACH = 12
"""Blocks on either side among which its paragraph stands; all such blocks seen stand within ten."""


def find_pull_quotes(scene: Scene) -> Iterator[Verdict]:
    """Name quotations, boxes and, in dumps, lines whose words are a part of a paragraph nearby."""
    if scene.context.page.layout in RUNNING:
        return
    keys, words, tags = scene.measures.keys, scene.measures.words, scene.measures.columns.tag
    dump = scene.context.page.kind is Kind.TEXT
    some = dump or not _SET_APART.isdisjoint(scene.context.page.containers.tags)
    for index in range(max(scene.context.headline.block, scene.start) + 1, scene.end + 1):
        if not (some or tags[index] == _ALONE):
            continue  # most blocks of most pages
        if scene.is_lead(index):
            continue  # the excerpt says what it says
        if words[index] in _WORDS and _is_set_apart(scene, index):
            near = range(max(index - _REACH, 0), min(index + _REACH + 1, len(keys)))
            if "\n".join(keys[near.start : near.stop]).count(keys[index]) > 1:
                whole = next((place for place in near if _says_more(scene, place, keys[index])), -1)
                if whole >= 0:
                    yield _PULL.at(index, f"a sentence of block {whole}")


def _is_set_apart(scene: Scene, index: int) -> bool:
    """Tell whether a block stands in a quotation or a box, or is a sentence in an element of no meaning."""
    tag, measures = scene.measures.columns.tag[index], scene.measures
    if scene.context.page.kind is Kind.TEXT:
        return measures.words[index] in _LINE_WORDS and measures.ended[index]
    if tag == _ALONE:
        below = measures.columns.tag[index - 1] in SUBHEADINGS  # a heading has a text of its own below it
        return measures.words[index] in _ALONE_WORDS and measures.ended[index] and not below
    if tag != "p":
        return tag in _SET_APART
    parents, tags, *_ = scene.context.page.containers
    return tags[parents[measures.columns.container[index]]] in _SET_APART


def _says_more(scene: Scene, place: int, key: str) -> bool:
    """Tell whether a block is a paragraph of running text that holds a key and more."""
    measures = scene.measures
    return (
        measures.ended[place]
        and measures.words[place] >= PROSE_WORDS
        and len(key) + (_MORE if scene.context.page.kind is Kind.TEXT else 1) <= len(measures.keys[place])
        and measures.columns.tag[place] not in _SET_APART
        and key in measures.keys[place]
    )


PULL_QUOTES = Rule("pull_quotes", find_pull_quotes, (_PULL,))
