"""Teaser cards: a small element inside the text with a linked headline of another article and its excerpt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_CARD = Reason("teaser_card", Label.RELATED, 0.996)
"""Set: of 28 such blocks on fundus and sites_dev none is in the gold, of 88 on WCXB two."""

_LEVELS = 3
"""Elements around a headline that may hold nothing else."""
_MOST_BLOCKS, _MOST_CARDS = 4, 3
"""Blocks of a card, and cards inside a text: more are a list that the article is made of."""
_HEADLINE_WORDS, _EXCERPT_WORDS = range(5, 26), range(4, 46)
_LINKED, _UNLINKED = 0.9, 0.5
_CARDS = frozenset({"aside", "div", "figure", "section"})
_HEADINGS = frozenset({"h1", "h2", "li"})
"""What opens a part of the article may be linked too."""


def find_teaser_cards(scene: Scene) -> Iterator[Verdict]:
    """Name headline and excerpt of the cards between the paragraphs (HTML)."""
    if scene.context.page.kind is not Kind.HTML or not scene.prose:
        return
    cards = [card for index in range(scene.start + 1, scene.end) if (card := _card(scene, index))]
    for card in cards if len(cards) <= _MOST_CARDS else ():
        for index in card:
            yield _CARD.at(index, "a linked headline and its excerpt in an element of their own")


def _card(scene: Scene, index: int) -> range | None:
    """The blocks of the card that a linked headline opens, from itself on."""
    measures, segment = scene.measures, scene.segments[index]
    if (measures.link_share[index] or 0) < _LINKED or segment.tag in _HEADINGS or measures.ended[index]:
        return None
    if measures.words[index] not in _HEADLINE_WORDS:
        return None
    around = list(scene.context.page.containers.around(segment.container))
    for place in around[: _LEVELS + 1]:
        members = range(index, scene.inside(place, index, _MOST_BLOCKS).stop)
        if _is_card(scene, place, index, members):
            return members
    return None


def _begin(scene: Scene, place: int, index: int) -> int:
    """Where the blocks of an element begin, looked for a little before one of them."""
    containers, columns = scene.context.page.containers, scene.measures.columns
    first = index
    while first > max(0, index - _MOST_BLOCKS) and place in containers.around(columns.container[first - 1]):
        first -= 1
    return first


def _is_card(scene: Scene, place: int, index: int, members: range) -> bool:
    """Tell whether an element is a card: a label at most before the headline, one excerpt behind it."""
    first = _begin(scene, place, index)
    if scene.context.page.containers.tags[place] not in _CARDS or members.stop - first > _MOST_BLOCKS:
        return False
    measures = scene.measures
    behind = [at for at in members[1:] if measures.words[at] in _EXCERPT_WORDS]
    short = all(
        measures.words[at] < _EXCERPT_WORDS.start
        for at in (*range(first, index), *members[1:])
        if at not in behind
    )
    return len(behind) == 1 and short and (measures.link_share[behind[0]] or 0) < _UNLINKED


TEASER_CARDS = Rule("teaser_cards", find_teaser_cards, (_CARD,))
