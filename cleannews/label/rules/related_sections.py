"""Headlines under a heading such as "Most read"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import PROSE_WORDS
from cleannews.label.rules.teasers import ASKING, LINKED, QUOTES, TEASER_WORDS, is_teaser
from cleannews.labels import Kind, Label
from cleannews.read.letters import COLONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_SECTION = Reason("related_section", Label.RELATED, 0.988)
_ANNOUNCED = Reason("related_announced", Label.RELATED, 0.996)
"""Set: none of 14 such lines in five layouts of the development corpora is in the gold."""
_LISTED = Reason("related_listed", Label.RELATED, 0.996)
"""Set: of 1,356 such lines in six layouts of the development corpora 44 stand in the gold, nearly all of them
on pages of one journal whose gold counts its list of related articles."""
_SECTION_LINES = 30
"""Lines that are taken under one heading such as "Most read"."""


def find_related_sections(scene: Scene) -> Iterator[Verdict]:
    """Name headline-like lines under a heading such as "Most read"."""
    count = len(scene.lines)
    for heading in scene.places(Label.RELATED):
        for index in range(heading + 1, min(heading + 1 + _SECTION_LINES, count)):
            asks = index == heading + 1 and _asks(scene, index)
            if (
                scene.lines[index] is not None
                or not (asks or _belongs(scene, index))
                or _ends_list(scene, heading, index)
                or _leaves_box(scene, heading, index)
            ):
                break
            announced = index == heading + 1 and _announces(scene, heading)
            listed = asks or (index - heading <= _LISTED_LINES and _is_listed(scene, index))
            reason = _ANNOUNCED if announced else _LISTED if listed else _SECTION
            yield reason.at(index, f"under block {heading}")


def _asks(scene: Scene, index: int) -> bool:
    """Tell whether a line of a dump is a question: directly under such a heading a headline that asks.

    Of 23 such lines inside the prose of the development corpora' dumps three are in the gold, on the pages
    of two companies; none of those of news is.
    """
    measures = scene.measures
    return (
        scene.context.page.kind is Kind.TEXT
        and scene.texts[index].rstrip(QUOTES)[-1:] in _QUESTION
        and measures.words[index] in TEASER_WORDS
        and measures.stops[index] <= 1 + scene.texts[index].count(":")
    )


_QUESTION = frozenset("?？؟")


def _ends_list(scene: Scene, heading: int, index: int) -> bool:
    """Tell whether the text goes on below a list of headlines in a dump: sentences follow, and no headline.

    The excerpt of a teaser is a sentence too, but another headline stands below it, or it is the last.
    """
    if scene.context.page.kind is Kind.HTML or index == heading + 1 or not _is_sentence(scene, index):
        return False
    if not is_teaser(scene, index - 1) or index == heading + 2:
        return False
    behind = range(index + 1, min(index + 1 + _EXCERPTS, len(scene.lines)))
    near = list(takewhile(lambda place: scene.lines[place] is None, behind))
    return not any(is_teaser(scene, place) for place in near)


def _leaves_box(scene: Scene, heading: int, index: int) -> bool:
    """Tell whether the element that holds a heading and the block behind it does not hold another (HTML)."""
    containers, places = scene.context.page.containers, scene.measures.columns.container
    if scene.context.page.kind is not Kind.HTML or index == heading + 1:
        return False
    box = containers.shared(places[heading], places[heading + 1])
    return containers.shared(box, places[index]) != box


def _is_sentence(scene: Scene, index: int) -> bool:
    """Tell whether a block is one sentence or more and asks nothing."""
    ended = scene.measures.ended[index] and scene.measures.words[index] > _EXCERPTS
    return ended and scene.texts[index].rstrip(QUOTES)[-1:] not in ASKING


_EXCERPTS = 5
"""Lines below a sentence among which the next headline stands, if the sentence is a teaser's excerpt; a
sentence has more words."""


def _is_listed(scene: Scene, index: int) -> bool:
    """Tell whether a line behind the prose of a dump reads like a headline."""
    return scene.context.page.kind is Kind.TEXT and index > scene.end and is_teaser(scene, index)


_LISTED_LINES = 8
"""Lines under a heading such as "Related articles" that a list of teasers has."""


def _announces(scene: Scene, heading: int) -> bool:
    """Tell whether a heading inside the prose of a dump ends in a colon: "Read also:"."""
    text = scene.context.page.kind is Kind.TEXT and not scene.outside(heading)
    return text and scene.texts[heading].endswith(COLONS)


def _belongs(scene: Scene, index: int) -> bool:
    measures = scene.measures
    if scene.outside(index):
        return measures.words[index] < 2 * PROSE_WORDS
    links = measures.link_share[index]
    return (
        not measures.ended[index]
        and measures.words[index] in TEASER_WORDS
        and (links >= LINKED if links is not None else True)
    )


RELATED_SECTIONS = Rule("related_sections", find_related_sections, (_SECTION, _ANNOUNCED, _LISTED))
